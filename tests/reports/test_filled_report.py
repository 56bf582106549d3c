"""A report as it stands at one moment: what was read stays, what the session holds moves on."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.checking.findings import Finding, count
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry
from tests.support.editions import a_plan, a_session


def test_the_session_holds_what_stands_now_and_not_what_stood_at_opening() -> None:
    session = a_session(pl1__1="12")

    session.type_text("pl1.1", "13")  # shown, and not committed yet

    assert session.unsaved
    assert session.filled.entries["pl1.1"].text == session.filled.text("pl1.1") == "13"
    assert not hasattr(session.filled.report, "entries")


def test_what_was_read_stays_as_it_was_while_the_clerk_goes_on() -> None:
    session = a_session(pl1__1="12", pl1__1__1="10")
    read, shown = session.filled, session.filled.shown("pl1.2")
    findings = read.findings()

    session.edit_many("Dán", {"pl1.1": "5", "I.1": write_prose(from_plain("Đã làm."))})

    assert (read.text("pl1.1"), read.shown("pl1.2"), read.findings()) == ("12", shown, findings)
    assert read.prose("I.1") == ()
    assert session.filled.shown("pl1.2") != shown


def test_nobody_who_reads_can_write() -> None:
    filled = a_session(pl1__1="12").filled

    with pytest.raises(AttributeError):
        filled.entries = {}


def test_the_mapping_that_a_report_was_filled_from_is_not_its_own() -> None:
    entries = {"pl1.1": Entry("12")}
    filled = fill_in(a_session().filled.report, a_plan(), entries)

    entries["pl1.1"] = Entry("13")

    assert filled.text("pl1.1") == "12"


KEYS = ("pl1.1", "pl1.1.1", "pl1.1.2", "pl1.2")


@given(
    edits=st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(["", "5", "12", "-", "x"])), max_size=8)
)
def test_a_report_after_any_edits_is_the_one_filled_from_scratch(edits: list[tuple[str, str]]) -> None:
    session = a_session()
    for key, text in edits:
        session.edit(key, text)
    again = fill_in(session.filled.report, session.filled.plan, session.filled.entries)

    assert [again.shown(key) for key in KEYS] == [session.filled.shown(key) for key in KEYS]
    assert again.findings() == session.filled.findings()
    assert again.count() == count(again.findings())


def test_the_count_is_of_what_every_source_found_each_thing_once() -> None:
    filled = a_session(pl1__1="9 phòng ban").filled
    odd = Finding("P1", "note", ("I.1",), "Lạ.", found_by="prose", span=(0, 2))
    filled = msgspec.structs.replace(filled, further={"prose": (odd, odd)})

    assert filled.count() == count(filled.findings())
    assert (filled.count().errors, filled.count().notes) == (1, 1)
