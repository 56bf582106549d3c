"""A total against its parts, once the clerk has called the entries of its table complete."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.checking.evaluate import after_edit, blanks_waited_for, evaluate, read_entries
from desktop_app.checking.findings import Finding
from tests.support.real import real_plan

PLAN = real_plan()
MARK = {"done.pl2": "1"}


def found(texts: dict[str, str], code: str) -> list[Finding]:
    result = evaluate(PLAN, read_entries(PLAN, texts))
    return [finding for finding in result.findings.values() if finding.code == code]


def test_a_total_contradicted_while_parts_are_blank_is_a_note_until_the_table_is_complete() -> None:
    typed = {"pl2.1": "3", "pl2.1.a": "0", "pl2.1.b": "0"}

    assert [f.level for f in found(typed, "PL2.1.parts")] == ["note"] and not found(typed, "PL2.1")
    (contradiction,) = found(typed | MARK, "PL2.1")
    assert (contradiction.level, contradiction.found, contradiction.expected) == ("error", "3", "0")
    assert "Để trống nên tính là không có" in contradiction.message
    assert "HĐND cấp huyện" in contradiction.message
    assert not found(typed | MARK, "PL2.1.parts")


def test_a_total_whose_parts_are_all_blank_is_held_against_nothing() -> None:
    (contradiction,) = found({"pl2.1": "3"} | MARK, "PL2.1")
    assert contradiction.expected == "0"


def test_a_total_that_its_parts_make_up_stands_whatever_is_blank() -> None:
    assert not found({"pl2.1": "3", "pl2.1.a": "3"} | MARK, "PL2.1")


def test_a_part_that_cannot_be_read_is_not_nothing() -> None:
    assert not found({"pl2.1": "3", "pl2.1.a": "ba"} | MARK, "PL2.1")


def test_a_mark_counts_for_its_own_table_alone() -> None:
    typed = {"pl2.1": "3", "pl2.1.a": "0", "done.pl1": "1"}
    assert not found(typed, "PL2.1") and found(typed, "PL2.1.parts")


@pytest.mark.parametrize("mark", [{}, {"done.pl3": "1"}])
def test_a_blank_is_no_nought_where_nothing_is_added_up(mark: dict[str, str]) -> None:
    assert not found({"pl3.1.2": "24"} | mark, "PL3.1.2")


def test_nothing_is_waited_for_on_a_tab_that_is_complete() -> None:
    def waiting(texts: dict[str, str]) -> list[list[str]]:
        return blanks_waited_for(PLAN, evaluate(PLAN, read_entries(PLAN, texts)))

    assert any("pl2.1.a" in keys for keys in waiting({}))
    assert not any("pl2.1.a" in keys for keys in waiting(MARK))


KEYS = ("pl2.1", "pl2.1.a", "pl2.1.b", "pl2.1.c", "pl3.1.4", "pl3.1.4.1", "done.pl2", "done.pl3")
EDITS = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(("", "0", "3", "ba"))), max_size=12)


@given(EDITS)
def test_edit_by_edit_is_found_what_is_found_from_scratch(edits: list[tuple[str, str]]) -> None:
    result, texts = evaluate(PLAN, {}), {}
    for key, text in edits:
        texts[key] = text
        blank = evaluate(PLAN, read_entries(PLAN, texts)).value(key)
        result = after_edit(PLAN, result, {key: blank})

    assert result == evaluate(PLAN, read_entries(PLAN, texts))
