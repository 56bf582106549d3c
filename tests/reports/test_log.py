"""The log of edits: small rows that lead back to every text there was, and to the same undo steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.base.errors import DamagedFile
from desktop_app.reports.history import Change, Step, recall
from desktop_app.reports.log import WHOLE, entry_before, rows_of, steps_of, versions_of
from desktop_app.reports.report import Entry
from tests.support.editions import NotedStore, a_session

NOW = "2023-03-15T14:32:00+00:00"
TEXTS = st.one_of(
    st.text(max_size=30), st.text(min_size=WHOLE, max_size=WHOLE * 2), st.integers(0, 300).map("ab".__mul__)
)


def a_step(*texts: tuple[str, str], key: str = "I.1") -> list[Step]:
    return [Step(1, "Mục", (Change(key, Entry(b), Entry(a)),)) for b, a in texts]


@given(before=TEXTS, after=TEXTS)
def test_a_line_leads_back_from_the_text_after_it_to_the_one_before(before: str, after: str) -> None:
    (row,) = rows_of(a_step((before, after)), 0, NOW, "an")

    assert entry_before(row, Entry(after)) == Entry(before)


def test_a_letter_typed_into_long_prose_costs_one_letter() -> None:
    prose = "Một câu dài. " * 200

    (row,) = rows_of(a_step((prose, prose[:900] + "x" + prose[900:])), 0, NOW, "an")

    assert (row.at, row.before, row.after) == (900, "", "x")


def test_a_figure_stands_whole_on_both_sides() -> None:
    (row,) = rows_of(a_step(("186", "196"), key="pl1.7.1"), 0, NOW, "an")

    assert (row.key, row.before, row.after, row.made_at, row.made_by) == (
        "pl1.7.1", "186", "196", NOW, "an",
    )  # fmt: skip


def test_a_line_that_does_not_end_in_what_stands_there_is_damage() -> None:
    (row,) = rows_of(a_step(("x" * 300, "y" * 300)), 0, NOW, "an")

    with pytest.raises(DamagedFile):
        entry_before(row, Entry("z" * 300))


def test_every_version_says_when_and_who_and_the_one_it_began_with() -> None:
    rows = rows_of(a_step(("", "1"), ("1", "12")), 0, NOW, "an")

    versions = list(versions_of(reversed(rows), Entry("12")))

    assert [version.entry.text for version in versions] == ["12", "1", ""]
    assert [version.made_by for version in versions] == ["an", "an", ""]
    assert versions[-1].made_at is None


KEYS = ("pl1.1", "pl1.1.1", "I.1.tasks")
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(KEYS), st.sampled_from(["", "1", "2", "x"])),
        st.tuples(st.just("paste"), st.just(""), st.sampled_from(["", "1", "2"])),
        st.tuples(st.just("type"), st.sampled_from(KEYS), st.sampled_from(["", "1", "2"])),
        st.tuples(st.sampled_from(["undo", "redo", "settle"]), st.just(""), st.just("")),
    ),
    max_size=40,
)


@given(moves=MOVES)
def test_the_steps_recalled_from_the_log_are_those_of_the_session(moves: list[tuple[str, str, str]]) -> None:
    store = NotedStore()
    session = a_session(store=store, pl1__1="7")
    for kind, key, text in moves:
        if kind == "edit":
            session.edit(key, text)
        elif kind == "paste":
            session.edit_many("Dán", dict.fromkeys(KEYS, text))
        elif kind == "type":
            session.type_text(key, text)
        else:
            getattr(session, kind)()
    session.settle()

    entries = {key: Entry(session.filled.text(key)) for key in session.filled.texts()}
    rows = rows_of(store.steps, 0, NOW, "an")
    undone, done = recall(steps_of(reversed(rows), entries))

    while label := session.history.redo_label:
        step = undone.pop()
        assert (step.label, step) == (label, session.history.redo())
    assert undone == []
    undone, done = recall(steps_of(reversed(rows), entries))
    for _ in undone:
        session.history.undo()
    for step in done:
        assert step.reversed() == session.history.undo()
    assert session.history.undo_label == ""
