"""What stands between a report and a signature, on both forms."""

from __future__ import annotations

import pytest

from desktop_app.checking.findings import Finding
from desktop_app.reports.confirming import confirmed
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.marks import mark_step
from desktop_app.reports.progress import checked, still_open
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.readiness import look, open_items, status_of, with_look
from desktop_app.reports.report import Entry, Report
from desktop_app.reports.session import Session
from tests.support.editions import NotedStore
from tests.support.real import real_plan, sample_session

READY = ("2023-q2", "2025-y")
"""A sample of each form without a fault."""
REQUIRED = {
    "header.agency", "header.agency_kind", "header.symbol", "header.place", "header.date",
    "footer.position", "footer.signer", "footer.recipients",
}  # fmt: skip


def empty(name: str) -> Session:
    plan = sample_session(name).filled.plan
    return Session(fill_in(Report("r", plan.edition.head.id, name.upper()), plan, {}), NotedStore())


def mark(session: Session, *tabs: str) -> None:
    session.edit_many(*mark_step(session.filled.plan, tabs or tuple(session.filled.plan.tabs), complete=True))


def of(filled: FilledReport, code: str) -> list[Finding]:
    return [finding for finding in filled.findings() if finding.code == code]


@pytest.mark.parametrize("name", READY)
def test_an_empty_report_misses_every_required_entry_section_and_row_as_notes(name: str) -> None:
    filled, _ = with_look(empty(name).filled)
    plan = filled.plan
    missing = [f for f in filled.findings() if f.found_by == "readiness"]

    assert {f.level for f in missing} == {"note"}
    assert {f.keys[0] for f in of(filled, "missing.entry")} == REQUIRED
    sections = {key for key in plan.sections if plan.is_prose(key) and not plan.sections[key].default}
    assert {f.keys[0] for f in of(filled, "missing.prose")} == sections
    rows = [key for f in of(filled, "missing.figures") for key in f.keys]
    assert sorted(rows) == sorted(row.key for row in plan.edition.indicators if row.kind != "heading")
    assert len(of(filled, "waiting.checks")) == 1
    assert checked(filled).startswith("Chưa nhập số liệu") and "chưa có số liệu" in still_open(filled)


@pytest.mark.parametrize("name", READY)
def test_once_its_tab_is_marked_what_is_missing_is_an_error(name: str) -> None:
    session = empty(name)
    mark(session)
    filled = session.filled

    levels = {f.level for code in ("entry", "prose", "figures") for f in of(filled, f"missing.{code}")}
    assert levels == {"error"}
    assert len(of(filled, "missing.entry")) == len(REQUIRED)
    assert len(of(filled, "missing.figures")) == 7
    assert of(filled, "waiting.checks") == []
    assert filled.report.status == "entered"


@pytest.mark.parametrize("name", READY)
def test_a_report_with_everything_in_it_is_ready_and_a_change_makes_it_a_draft_again(name: str) -> None:
    session = sample_session(name)
    mark(session)
    assert (session.filled.report.status, open_items(session.filled)) == ("ready", [])
    assert still_open(session.filled) == ""

    session.edit("footer.signer", "")
    assert session.filled.report.status == "draft"
    assert [f.keys for f in of(session.filled, "missing.entry")] == [("footer.signer",)]
    mark(session, "general")
    assert session.filled.report.status == "entered"
    session.undo()
    session.undo()
    assert (session.filled.report.status, open_items(session.filled)) == ("ready", [])


def test_blank_rows_of_a_marked_table_are_nothing_but_a_table_of_nothing_is_an_error() -> None:
    session = empty("2023-q2")
    session.edit("pl1.7.1", "186")
    mark(session, "pl1", "pl2")
    places = [f.keys[0] for f in of(session.filled, "missing.figures") if f.level == "error"]

    assert places == ["pl2.1"]


def test_rows_of_other_agencies_are_not_missed_nor_waited_for() -> None:
    session = empty("2023-q2")
    session.edit("header.agency_kind", "department")
    found = look(session.filled)
    keys = {key for f in found if f.code in ("missing.figures", "waiting.checks") for key in f.keys}

    assert "pl1.1" in keys and not {"pl1.8", "pl1.8.1", "pl1.9"} & keys


def test_prose_of_the_period_before_is_unconfirmed_until_its_tab_is_marked() -> None:
    plan = real_plan()
    entries = {"III.1": Entry(write_prose(from_plain("Đã làm tốt.\nĐã làm nhanh.")), carried=True)}
    session = Session(fill_in(Report("r", "cchc-2022", "2023-Q3"), plan, entries), NotedStore())

    (waiting,) = [f for f in look(session.filled) if f.code == "carried.prose"]
    assert waiting.keys == ("III.1",) and "2 đoạn của kỳ trước" in waiting.message
    session.edit("III.1", confirmed(session.filled, "III.1", 0))
    (waiting,) = [f for f in look(session.filled) if f.code == "carried.prose"]
    assert "1 đoạn của kỳ trước" in waiting.message
    mark(session, "III")
    assert not of(session.filled, "carried.prose")


def test_an_explained_warning_stands_in_the_way_no_more_until_it_is_stale() -> None:
    session = sample_session()
    (warning,) = of(session.filled, "PL4.I.1.percent")
    assert warning in open_items(session.filled)

    session.give_explanation(warning, "Số liệu đã đối chiếu.")
    assert warning not in open_items(session.filled)
    session.edit(warning.keys[0], "0,5")
    assert warning.code in {f.code for f in open_items(session.filled)}


def test_the_status_is_that_of_the_report_as_it_stands() -> None:
    assert status_of(sample_session("2023-q2").filled) == "draft"
