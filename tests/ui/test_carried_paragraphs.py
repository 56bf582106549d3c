"""Last period's paragraphs are grey until each is touched or confirmed, by real keys on both forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop_app.reports.confirming import unconfirmed
from desktop_app.reports.prose import from_plain, to_plain, write_prose
from desktop_app.services import exchange
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.theme import FAINT
from desktop_app.ui.widgets.prose_editor import ProseEditor
from tests.support.screen import button, focused, press, shown, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SECTION = "III.1"
THREE = "Doan mot.\n- Doan hai.\nDoan ba."


@pytest.fixture(params=["cchc-2022", "cchc-2025"])
def view(request: pytest.FixtureRequest, window: MainWindow, services: Services) -> ReportView:
    first = services.library.create("2026-Q1", request.param)
    services.library.open(first).edit(SECTION, write_prose(from_plain(THREE)))
    window.open_report(services.library.create_next(first, "2026-6M", request.param))
    assert window.view
    window.view.go_to(SECTION)
    return window.view


def editor(view: ReportView) -> ProseEditor:
    found = view.page("III").sections[SECTION].editor
    assert found is not None
    return found


def grey(view: ReportView) -> list[str]:
    found = editor(view).extraSelections()
    return [one.cursor.selectedText() for one in found if one.format.foreground().color() == FAINT]


def to_paragraph(view: ReportView, number: int) -> None:
    cursor = QTextCursor(editor(view).document().findBlockByNumber(number))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor(view).setTextCursor(cursor)


def test_all_begin_grey_and_the_one_that_is_touched_is_no_more(view: ReportView) -> None:
    assert grey(view) == ["Doan mot.", "- Doan hai.", "Doan ba."]
    to_paragraph(view, 1)
    type_keys(" Them.")

    assert grey(view) == ["Doan mot.", "Doan ba."]
    assert editor(view).toPlainText() == "Doan mot.\n- Doan hai. Them.\nDoan ba."
    assert view.session.filled.is_carried(SECTION)
    assert "còn 2 đoạn chưa xem" in shown(view.page("III").sections[SECTION])


def test_ctrl_enter_confirms_one_and_goes_to_the_next(view: ReportView) -> None:
    to_paragraph(view, 0)
    press(focused(), Key.Key_Return, CONTROL)
    assert grey(view) == ["- Doan hai.", "Doan ba."]
    assert editor(view).textCursor().blockNumber() == 1

    press(focused(), Key.Key_Return, CONTROL)
    press(focused(), Key.Key_Return, CONTROL)
    assert grey(view) == [] and not view.session.filled.is_carried(SECTION)
    assert to_plain(view.session.filled.prose(SECTION)) == THREE

    press(focused(), Key.Key_Z, CONTROL)
    assert grey(view) == ["Doan ba."]


def test_the_button_keeps_all(view: ReportView) -> None:
    to_paragraph(view, 0)
    type_keys("x")
    button(view.page("III").sections[SECTION], "Giữ nguyên").click()

    assert grey(view) == [] and not view.session.filled.is_carried(SECTION)


def test_what_waits_still_waits_on_another_day_and_is_no_part_of_a_file(
    view: ReportView, window: MainWindow, services: Services
) -> None:
    to_paragraph(view, 1)
    type_keys("x")
    report = view.session.filled.report.id
    window.show_list()
    again = services.library.read(report)

    assert unconfirmed(again, SECTION) == {0, 2}
    file = exchange.as_file(again)
    assert file.values[SECTION] == THREE.replace("hai.", "hai.x")
    assert "true" not in str(file.faces)


def test_a_new_paragraph_is_of_this_period(view: ReportView) -> None:
    to_paragraph(view, 2)
    press(focused(), Key.Key_Return)
    type_keys("Doan bon.")

    assert grey(view) == ["Doan mot.", "- Doan hai.", "Doan ba."]
    assert to_plain(view.session.filled.prose(SECTION)) == f"{THREE}\nDoan bon."
