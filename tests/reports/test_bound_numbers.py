"""Numbers of the prose follow their figures: each is typed once, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.base import known_keys
from desktop_app.reports.binding import ToBind, bound_texts
from desktop_app.reports.bound_numbers import read_bound, shown_number
from desktop_app.reports.confirming import unconfirmed
from desktop_app.reports.prose import ProseParagraph, ProseRun, from_plain, read_prose, to_plain, write_prose
from desktop_app.reports.session import Session
from desktop_app.services import moving
from tests.support.library import services_in

PROSE = "I.5"
DONE, TOTAL = "bm1.2.2", "bm1.2.1"


def sentence(*runs: str | tuple[str, str]) -> str:
    """Stored prose of one paragraph: words, and (digits, what they are bound to)."""
    parts = [ProseRun(run) if isinstance(run, str) else ProseRun(run[0], bound=run[1]) for run in runs]
    return write_prose((ProseParagraph("text", tuple(parts)),))


def said(session: Session, key: str = PROSE) -> str:
    return to_plain(session.filled.prose(key))


def bounds(session: Session, key: str = PROSE) -> list[str]:
    return [run.bound for paragraph in session.filled.prose(key) for run in paragraph.runs if run.bound]


@pytest.fixture
def library(tmp_path: Path):
    with services_in(tmp_path) as services:
        yield services.library


@pytest.fixture
def session(library) -> Session:
    return library.open(library.create("2026-Q1"))


def test_a_number_follows_its_row_in_one_step_with_it(session: Session, library) -> None:
    session.edit_many("Gõ", {DONE: "90", TOTAL: "101"})
    session.edit(PROSE, sentence("Đã xong ", ("90", DONE), "/", ("101", TOTAL), " nhiệm vụ."))
    session.edit(DONE, "95")
    assert said(session) == "Đã xong 95/101 nhiệm vụ."

    session.undo()
    assert said(session) == "Đã xong 90/101 nhiệm vụ." and session.filled.text(DONE) == "90"
    again = library.open(session.filled.report.id)
    again.redo()
    assert said(again) == "Đã xong 95/101 nhiệm vụ."


def test_typing_in_a_cell_is_one_step_with_the_words_that_follow(session: Session, library) -> None:
    session.edit(PROSE, sentence("Có ", ("…", DONE), " nhiệm vụ."))
    for text in ("1", "18", "186"):
        session.type_text(DONE, text)
    session.settle()
    assert said(session) == "Có 186 nhiệm vụ."

    again = library.open(session.filled.report.id)
    again.undo()
    assert said(again) == "Có … nhiệm vụ." and again.filled.text(DONE) == ""


@pytest.mark.parametrize(
    ("bound", "typed", "shown"),
    [
        (DONE, {DONE: "1023"}, "1.023"),
        (f"{DONE}|02", {DONE: "5"}, "05"),
        (f"{DONE}|02", {DONE: "15"}, "15"),
        (f"{DONE}|02", {DONE: "0"}, "0"),
        (f"rate({DONE}, {TOTAL})|%", {DONE: "5", TOTAL: "6"}, "83,33%"),
        ("bm1.2|%", {DONE: "5", TOTAL: "6"}, "83,33%"),
        (f"{TOTAL} - {DONE}", {DONE: "90", TOTAL: "101"}, "11"),
        (f"{DONE} - {TOTAL}|abs", {DONE: "90", TOTAL: "101"}, "11"),
        (DONE, {DONE: "không rõ"}, ""),
        (DONE, {}, ""),
        ("bm9.9.9", {}, ""),
        (f"{DONE}/0", {DONE: "5"}, ""),
        ("__import__('os')", {}, ""),
    ],
)
def test_what_a_bound_number_shows(session: Session, bound: str, typed: dict[str, str], shown: str) -> None:
    session.edit_many("Gõ", typed)

    assert shown_number(session.filled, bound) == shown


def test_the_change_since_the_period_before(library) -> None:
    first = library.create("2026-Q1")
    library.open(first).edit(DONE, "12")
    session = library.open(library.create_next(first, "2026-6M"))
    session.edit(PROSE, sentence("Tăng ", ("?", f"{DONE} - before.{DONE}"), " so với Quý I."))
    session.edit(DONE, "16")

    assert said(session) == "Tăng 4 so với Quý I."


def test_a_bound_number_that_is_typed_over_is_a_plain_number_from_then_on(session: Session) -> None:
    session.edit(DONE, "90")
    session.edit(PROSE, sentence("Đã xong ", ("90", DONE), "."))
    session.edit(PROSE, sentence("Đã xong ", ("91", DONE), "."))
    session.edit(DONE, "95")

    assert said(session) == "Đã xong 91." and bounds(session) == []


def test_words_beside_a_bound_number_may_be_written_at_will(session: Session) -> None:
    session.edit(DONE, "90")
    session.edit(PROSE, sentence("Đã xong ", ("90", DONE), "."))
    session.edit(PROSE, sentence("Đến nay đã xong ", ("90", DONE), " việc."))

    assert bounds(session) == [DONE]


def test_a_figure_that_is_gone_leaves_its_last_number(session: Session) -> None:
    session.edit(DONE, "90")
    session.edit(PROSE, sentence("Đã xong ", ("90", DONE), "."))
    session.edit(DONE, "")

    assert said(session) == "Đã xong 90." and bounds(session) == [DONE]


def test_a_number_with_a_name_is_stated_once_and_followed_elsewhere(session: Session) -> None:
    visits = known_keys.named_number("Lượt truy cập")
    session.edit(PROSE, sentence("Trang có ", ("1.500", visits), " lượt."))
    session.edit("III.1", sentence("Nhờ đó ", ("?", visits), " lượt."))
    assert said(session, "III.1") == "Nhờ đó 1.500 lượt."

    session.edit(PROSE, sentence("Trang có ", ("1.600", visits), " lượt."))
    assert said(session, "III.1") == "Nhờ đó 1.600 lượt."
    assert session.filled.text(visits) == "1.600"

    session.edit("III.1", "")
    assert session.filled.text(visits) == "1.600"
    session.edit(PROSE, "")
    assert session.filled.text(visits) == ""


def test_a_figure_of_the_prose_is_read_from_its_sentence(session: Session) -> None:
    """The check that compares it with the table speaks as when it stood in a field of its own."""
    figure = "II.2.c.petitions"
    session.edit("bm3.3.3.1", "31")
    session.edit("II.2.c", sentence("Tiếp nhận ", ("34", figure), " phản ánh."))
    codes = {finding.code for finding in session.filled.findings()}
    assert session.filled.text(figure) == "34" and "X.II.2.c.petitions" in codes

    session.edit("II.2.c", sentence("Tiếp nhận ", ("31", figure), " phản ánh."))
    assert "X.II.2.c.petitions" not in {finding.code for finding in session.filled.findings()}


def test_a_figure_set_by_its_key_changes_its_sentence(session: Session) -> None:
    figure = "II.2.c.petitions"
    session.edit("II.2.c", sentence("Tiếp nhận ", ("34", figure), " phản ánh."))
    session.edit(figure, "36")

    assert said(session, "II.2.c") == "Tiếp nhận 36 phản ánh."


def test_the_next_period_begins_with_the_words_and_follows_its_own_figures(library) -> None:
    first = library.open(library.create("2026-Q1"))
    first.edit(DONE, "90")
    first.edit(PROSE, sentence("Đã xong ", ("90", DONE), " việc."))
    session = library.open(library.create_next(first.filled.report.id, "2026-6M"))
    assert said(session) == "Đã xong 90 việc." and session.filled.is_carried(PROSE)

    session.edit(DONE, "120")
    assert said(session) == "Đã xong 120 việc."
    assert session.filled.is_carried(PROSE), "the clerk has not looked at the words yet"


def test_a_move_to_another_form_takes_bound_numbers_along(library) -> None:
    session = library.open(library.create("2026-Q1", "cchc-2022"))
    session.edit_many("Gõ", {"pl1.8.1": "44", "pl1.9": "3"})
    session.edit("I.3", sentence("Giao ", ("44", "pl1.8.1"), " việc, ", ("3", "pl1.9"), " huyện."))
    moving.move(library, session.filled.report.id, "cchc-2025")
    moved = library.open(session.filled.report.id)
    assert bounds(moved) == ["bm1.4.1"] and said(moved) == "Giao 44 việc, 3 huyện."

    moved.edit("bm1.4.1", "50")
    assert said(moved) == "Giao 50 việc, 3 huyện."


def test_a_report_without_bound_numbers_costs_no_second_evaluation(session: Session) -> None:
    session.edit(PROSE, write_prose(from_plain("Đã xong 90 việc.")))
    session.edit(DONE, "90")

    assert read_prose(session.filled.text(PROSE))[0].runs == (ProseRun("Đã xong 90 việc."),)


def test_a_long_or_hostile_binding_is_no_binding() -> None:
    assert read_bound("bm1.1 + " * 400 + "bm1.1") is None
    assert read_bound("") is None


def test_binding_confirms_no_paragraph_of_the_period_before(library) -> None:
    first = library.open(library.create("2026-Q1"))
    first.edit(PROSE, write_prose(from_plain("Đã xong 90 việc.\nCòn 11 việc.")))
    session = library.open(library.create_next(first.filled.report.id, "2026-6M"))
    session.edit(DONE, "90")
    span = (len("Đã xong "), len("Đã xong 90"))
    session.edit_many("Gắn", bound_texts(session.filled, {PROSE: [ToBind(span, DONE)]}))

    assert bounds(session) == [DONE]
    assert unconfirmed(session.filled, PROSE) == {0, 1} and session.filled.is_carried(PROSE)
