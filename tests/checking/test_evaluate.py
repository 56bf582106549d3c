"""Computed rows and findings, from scratch and by edit."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.checking.evaluate import Result, after_edit, difference, evaluate, read_entries
from desktop_app.checking.findings import Identity, merged
from desktop_app.checking.plan import Plan
from desktop_app.forms.values import read_value
from tests.support.editions import SMALL, a_plan

PLAN = a_plan()


def result_of(plan: Plan = PLAN, **typed: str) -> Result:
    return evaluate(plan, read_entries(plan, {k.replace("__", "."): t for k, t in typed.items()}))


def codes(result: Result) -> list[str]:
    return [finding.code for finding in merged([result.findings.values()])]


def test_a_total_that_its_parts_contradict_shows_both_sides() -> None:
    result = result_of(pl1__1="186", pl1__1__1="83", pl1__1__2="104")

    (finding,) = result.findings.values()

    assert (finding.code, finding.level) == ("S1", "error")
    assert (finding.found, finding.expected) == ("186", "187")
    assert finding.keys == ("pl1.1", "pl1.1.1", "pl1.1.2")
    assert finding.message == "Tổng 186 khác 83 + 104 = 187."


def test_a_check_that_touches_a_blank_waits() -> None:
    assert codes(result_of(pl1__1="5")) == []


def test_blank_parts_are_left_out_of_a_total() -> None:
    assert codes(result_of(pl1__1="5", pl1__1__1="5")) == []


def test_total_is_blank_when_every_part_is_blank() -> None:
    assert result_of().computed["pl1.1"].number is None


def test_a_total_left_blank_is_a_warning_that_offers_the_sum() -> None:
    result = result_of(pl1__1__1="9 phòng ban", pl1__1__2="")

    assert codes(result) == ["V1", "S3"]
    assert result.findings[Identity("figures", "S3", "pl1.1")].expected == "9"


def test_a_rate_follows_from_its_parts_while_nothing_is_typed() -> None:
    result = result_of(pl1__1="12", pl1__1__1="10", pl1__1__2="2")

    assert result.computed["pl1.2"].number == Decimal(1000) / 12
    assert codes(result) == []


def test_a_typed_rate_may_be_rounded_as_far_as_it_shows() -> None:
    parts = {"pl1__1": "12", "pl1__1__1": "10", "pl1__1__2": "2"}

    assert codes(result_of(pl1__2="83,33%", **parts)) == []
    assert codes(result_of(pl1__2="83", **parts)) == []
    assert codes(result_of(pl1__2="83,4", **parts)) == ["S2"]
    assert codes(result_of(pl1__2="100%", **parts)) == ["S2"]


def test_nothing_arisen_counts_as_zero_and_zero_of_zero_is_no_rate() -> None:
    result = result_of(pl1__1="Không phát sinh", pl1__1__1="0", pl1__1__2="-")

    assert result.computed["pl1.2"].none_arisen
    assert codes(result) == []


def test_no_figures_waits_like_a_blank() -> None:
    assert codes(result_of(pl1__1="5", pl1__1__1="Không có số liệu", pl1__1__2="5")) == []


def test_a_row_of_another_agency_that_is_filled_is_a_warning() -> None:
    filled = result_of(header__agency_kind="office", pl1__3="Có")

    assert codes(filled) == ["V2"]
    assert codes(result_of(header__agency_kind="district", pl1__3="Có")) == []
    assert codes(result_of(header__agency_kind="office")) == []


TEXTS = st.sampled_from(["", "0", "3", "10", "12", "83,33", "-", "12.5", "x", "Không có số liệu", "Có"])
KEYS = st.sampled_from(["pl1.1", "pl1.1.1", "pl1.1.2", "pl1.2", "pl1.3", "I.1.tasks", "header.agency_kind"])


@given(st.lists(st.tuples(KEYS, TEXTS), max_size=20))
def test_any_sequence_of_edits_equals_evaluation_from_scratch(edits: list[tuple[str, str]]) -> None:
    result = evaluate(PLAN, {})
    for key, text in edits:
        result = after_edit(PLAN, result, {key: read_value(PLAN.kind(key), text)})

    again = evaluate(PLAN, result.values)

    assert dict(result.computed) == dict(again.computed)
    assert dict(result.findings) == dict(again.findings)


def test_the_difference_names_what_a_screen_must_touch() -> None:
    before = result_of(pl1__1="12", pl1__1__1="10", pl1__1__2="2")
    after = after_edit(PLAN, before, {"pl1.1.1": read_value("count", "11")})

    moved = difference(before, after, ["pl1.1.1"])

    assert moved.keys >= {"pl1.1.1", "pl1.1", "pl1.2"}
    assert [finding.code for finding in moved.come] == ["S1"]
    assert moved.gone == ()


def test_a_rule_that_cannot_be_computed_is_said_to_be_our_fault() -> None:
    text = """
[[check]]
code = "S9"
level = "error"
expect = "pl1.1 / pl1.1.1 == 1"
message = "Không bằng."
advice = ""
source = ""
passes = { "pl1.1" = "1", "pl1.1.1" = "1" }
fails = { "pl1.1" = "2", "pl1.1.1" = "1" }
"""
    plan = a_plan(SMALL + text)

    (finding,) = result_of(plan, pl1__1="0", pl1__1__1="0").findings.values()

    assert finding.broken
    assert "lỗi của mẫu" in finding.message
