"""An open report: edits, undo across the report, what is saved and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.checking.findings import Count, Finding, record
from desktop_app.reports.explanations import explanation_of, explanation_state
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.history import Step
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry, Report
from desktop_app.reports.session import Session
from tests.support.editions import NotedStore, a_plan, a_session


def test_an_accepted_edit_is_committed_before_it_returns() -> None:
    store = NotedStore()
    session = a_session(store=store)

    changes = session.edit("pl1.1", "186")

    assert store.saved["pl1.1"].text == "186"
    assert changes.saved_at is not None
    assert not changes.unsaved


def test_typing_is_checked_at_once_and_committed_by_settle() -> None:
    store = NotedStore()
    session = a_session(store=store, pl1__1__1="2", pl1__1="2")

    typed = session.type_text("pl1.1", "25")

    assert [finding.code for finding in typed.come] == ["S1"]
    assert typed.unsaved
    assert store.saved == {}
    assert not session.settle().unsaved
    assert store.saved["pl1.1"].text == "25"


def test_typing_in_one_place_is_one_undo_step() -> None:
    session = a_session()
    for text in ("1", "18", "186"):
        session.type_text("pl1.1", text)
    session.settle()
    session.edit("I.1.tasks", "3")

    session.undo()
    session.undo()

    assert session.filled.texts() == {}
    session.redo()
    assert session.filled.text("pl1.1") == "186"


def test_a_paste_is_one_step_with_a_name() -> None:
    session = a_session(pl1__1="1")

    session.edit_many("Dán 2 ô", {"pl1.1": "5", "pl1.1.1": "5"})

    assert session.history.undo_label == "Dán 2 ô"
    session.undo()
    assert session.filled.texts() == {"pl1.1": "1"}


def test_typing_back_to_the_start_leaves_nothing_to_undo() -> None:
    session = a_session()
    session.type_text("pl1.1", "1")
    session.type_text("pl1.1", "")

    assert session.history.undo_label == ""


def test_what_does_not_parse_is_kept_as_typed() -> None:
    session = a_session()

    session.edit("pl1.1", "12.5")

    assert session.filled.text("pl1.1") == "12.5"
    assert session.filled.shown("pl1.1") == "12.5"
    assert [finding.code for finding in session.filled.findings()] == ["V1"]


def test_an_unknown_key_is_refused_and_nothing_changes() -> None:
    session = a_session()

    with pytest.raises(UserFault, match="pl9"):
        session.edit_many("Dán", {"pl1.1": "5", "pl9.1": "1"})

    assert session.filled.texts() == {}


class _FullDisk(NotedStore):
    """A store whose disk is full until it is emptied."""

    full = True

    def save(
        self, report: Report, entries: Mapping[str, Entry], steps: Sequence[Step], count: Count
    ) -> datetime:
        if self.full:
            raise EnvironmentFault("Ổ đĩa đầy.")
        return super().save(report, entries, steps, count)


def test_a_save_that_fails_keeps_the_edit_says_so_and_is_tried_again() -> None:
    store = _FullDisk()
    session = a_session(store=store)

    failed = session.edit("pl1.1", "5")
    store.full = False
    repaired = session.edit("I.1.tasks", "7")

    assert (failed.unsaved, failed.trouble, failed.saved_at) == (True, "Ổ đĩa đầy.", None)
    assert (repaired.unsaved, repaired.trouble) == (False, "")
    assert set(store.saved) == {"pl1.1", "I.1.tasks"}


def test_a_rate_that_is_typed_over_is_overruled_until_it_is_cleared() -> None:
    session = a_session(pl1__1="12", pl1__1__1="10")

    assert session.filled.shown("pl1.2") == "83,33%"
    session.edit("pl1.2", "100")
    assert (session.filled.shown("pl1.2"), session.filled.is_overruled("pl1.2")) == ("100%", True)
    session.edit("pl1.2", "")
    assert (session.filled.shown("pl1.2"), session.filled.is_overruled("pl1.2")) == ("83,33%", False)


def test_prose_travels_as_paragraphs_and_undoes_like_a_number() -> None:
    session = a_session()

    session.edit("I.1", write_prose(from_plain("Đã làm.\n- Việc một")))

    assert [paragraph.kind for paragraph in session.filled.prose("I.1")] == ["text", "dash"]
    session.undo()
    assert session.filled.prose("I.1") == ()


def test_confirming_carried_prose_takes_the_mark_away() -> None:
    stored = '[["text",[["Như cũ",false,false]]]]'
    report = Report("r2", "form-small", "2023-Q1")
    session = Session(fill_in(report, a_plan(), {"I.1": Entry(stored, carried=True)}), NotedStore())

    assert session.filled.is_carried("I.1")
    session.edit("I.1", session.filled.text("I.1"))
    assert not session.filled.is_carried("I.1")


def test_an_explanation_goes_stale_when_a_value_it_excused_changes() -> None:
    session = a_session(pl1__1__1="3")
    (finding,) = session.filled.findings()

    session.give_explanation(finding, "Tổng do Sở Nội vụ tổng hợp")

    assert explanation_state(explanation_of(finding, session.filled.text), session.filled.text) == "given"
    session.edit("pl1.1", "3")
    session.edit("pl1.1", "")
    assert explanation_state(explanation_of(finding, session.filled.text), session.filled.text) == "given"
    session.edit("pl1.1", "4")
    assert explanation_state(explanation_of(finding, session.filled.text), session.filled.text) == "stale"


def test_a_report_that_was_read_stays_as_it_was_while_the_session_goes_on() -> None:
    session = a_session(pl1__1="7")
    before = session.filled

    session.edit("pl1.1", "8")

    assert (before.text("pl1.1"), before.shown("pl1.1")) == ("7", "7")
    assert (session.filled.text("pl1.1"), session.filled.shown("pl1.1")) == ("8", "8")


def test_a_row_out_of_scope_is_explained_by_itself() -> None:
    session = a_session(header__agency_kind="office", pl1__3="5")
    (finding,) = [f for f in session.filled.findings() if f.code == "V2"]

    session.give_explanation(finding, "Báo cáo thay cho huyện")

    explained = explanation_of(finding, session.filled.text)
    assert explained and explained.text == "Báo cáo thay cho huyện"
    assert session.filled.text("explain.V2@pl1.3")


def found_in_prose(*spans: tuple[int, int]) -> list[Finding]:
    return [
        Finding("W1", "warning", ("I.1",), "Chữ lặp.", found_by="prose", span=span, order=9) for span in spans
    ]


def test_two_faults_in_one_paragraph_are_two_findings_each_with_its_reason() -> None:
    session = a_session(I__1="Các các việc, việc việc.")

    session.deliver("prose", found_in_prose((14, 23), (0, 7), (0, 7)))

    first, second = [f for f in session.filled.findings() if f.code == "W1"]
    assert [first.span, second.span] == [(0, 7), (14, 23)]
    assert session.filled.count().warnings == 2
    assert [record(f).get("span") for f in (first, second)] == [(0, 7), (14, 23)]
    session.give_explanation(second, "Tên riêng")
    assert explanation_of(first, session.filled.text) is None
    assert explanation_of(second, session.filled.text) is not None
    assert session.filled.plan.is_key("explain.W1@I.1:14-23")


def test_what_a_source_finds_late_takes_the_place_of_what_it_found_before() -> None:
    session = a_session(I__1="Các các việc, việc việc.", pl1__1__1="2", pl1__1="3")
    session.deliver("prose", found_in_prose((0, 7), (14, 23)))

    session.edit("pl1.2", "5")
    changes = session.deliver("prose", found_in_prose((14, 23), (24, 25)))

    assert [f.span for f in changes.gone] == [(0, 7)]
    assert [f.span for f in changes.come] == [(24, 25)]
    assert changes.keys == {"I.1"}
    assert [f.span for f in session.filled.findings() if f.code == "W1"] == [(14, 23), (24, 25)]
    assert not changes.unsaved
    session.deliver("prose", [])
    assert "W1" not in [f.code for f in session.filled.findings()]
