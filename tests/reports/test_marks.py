"""Marks "Đã nhập xong": one step like any other, taken back by whatever changes on the tab."""

from __future__ import annotations

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.reports.carry_over import carry_over
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.marks import mark_step, marked_tabs, read_tab
from desktop_app.reports.report import Entry
from desktop_app.reports.session import Session
from desktop_app.reports.succession import succeed
from tests.support.editions import NotedStore
from tests.support.real import real_plan, sample_session


def marked(session: Session) -> list[str]:
    return marked_tabs(session.filled.plan, session.filled.entries)


def mark(session: Session, *tabs: str) -> None:
    session.edit_many(*mark_step(session.filled.plan, tabs, complete=True))


def test_marking_is_one_named_step_that_can_be_undone_and_redone() -> None:
    session = sample_session()
    mark(session, "pl1", "II")

    assert marked(session) == ["II", "pl1"]
    assert session.history.undo_label == "Đánh dấu đã nhập xong: Phụ lục 1, Phần II"
    session.undo()
    assert marked(session) == []
    session.redo()
    assert marked(session) == ["II", "pl1"]


@pytest.mark.parametrize(
    ("key", "text", "left"),
    [
        ("pl1.7.1", "187", ["general", "II"]),
        ("pl1.7.1", "", ["general", "II"]),
        ("note.pl1.7.1", "Lũy kế", ["general", "II"]),
        ("II.4.a", "", ["general", "pl1"]),
        ("II.2.partial_services", "12", ["general", "pl1"]),
        ("footer.signer", "Trần Văn B", ["II", "pl1"]),
        ("pl2.1", "5", ["general", "II", "pl1"]),
        ("explain.PL1.4", "Có lý do", ["general", "II", "pl1"]),
    ],
)
def test_a_change_takes_the_mark_of_its_own_tab_back(key: str, text: str, left: list[str]) -> None:
    session = sample_session()
    mark(session, "general", "II", "pl1")

    session.edit(key, text)
    assert marked(session) == left

    session.undo()
    assert marked(session) == ["general", "II", "pl1"]


def test_letters_being_typed_take_it_back_with_the_first_of_them_and_undo_brings_both_back() -> None:
    session = sample_session()
    before = session.filled.text("pl1.7.1")
    mark(session, "pl1")
    for text in ("1", "18", "187"):
        session.type_text("pl1.7.1", text)
    session.settle()

    assert marked(session) == []
    session.undo()
    assert (marked(session), session.filled.text("pl1.7.1")) == (["pl1"], before)


def test_the_same_text_typed_again_changes_nothing() -> None:
    session = sample_session()
    mark(session, "pl1")
    session.edit("pl1.7.1", session.filled.text("pl1.7.1"))
    assert marked(session) == ["pl1"]


def test_words_of_the_period_before_that_are_kept_as_they_are_leave_the_mark() -> None:
    session = sample_session()
    carried = {**session.filled.entries, "III.1": Entry(session.filled.text("III.1"), carried=True)}
    session = Session(fill_in(session.filled.report, session.filled.plan, carried), NotedStore())
    mark(session, "III")
    session.edit("III.1", session.filled.text("III.1"))

    assert not session.filled.is_carried("III.1") and marked(session) == ["III"]


def test_another_kind_of_agency_opens_every_table_with_rows_of_its_own() -> None:
    session = sample_session()
    mark(session, "pl1", "pl2", "general")
    session.edit("header.agency_kind", "district")
    assert marked(session) == ["pl2"]


def test_the_next_report_and_another_form_begin_without_marks() -> None:
    session = sample_session()
    mark(session, *session.filled.plan.tabs)
    kept = carry_over(session.filled.plan.edition, session.filled.entries)
    moved = succeed(real_plan(), sample_session("2025-y").filled.plan, session.filled.entries)

    for entries in (kept, moved.entries):
        assert entries and not [key for key in entries if "done." in key]


def test_a_tab_is_named_in_any_letters_and_another_is_refused_with_the_choice() -> None:
    assert [read_tab(real_plan(), name) for name in ("PL1", " ii ", "General")] == ["pl1", "II", "general"]
    with pytest.raises(UserFault, match=r"«bm1».*general, I, II"):
        read_tab(real_plan(), "bm1")
