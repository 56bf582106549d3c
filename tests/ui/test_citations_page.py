"""The tab of documents that are named, by keys alone, on both forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop_app.reports.prose import from_plain
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import CITATIONS, ReportView
from desktop_app.ui.widgets.prose_editor import ProseEditor
from tests.support.screen import focused, named, press, shown

Key = Qt.Key
WORDS = (
    "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về cơ chế một cửa.",
    "Việc thực hiện Nghị định số 61/2018/NĐ-CP đã đi vào nền nếp; Nghị định số 61/2018/NĐ-CP được phổ biến.",
)


@pytest.fixture(params=["2023-q2", "2025-y"])
def view(window: MainWindow, services: Services, request: pytest.FixtureRequest) -> ReportView:
    """A sample of each form that names a decree in I.1 and twice in III.1."""
    window.open_report(services.library.create_samples((request.param,))[0])
    assert window.view
    window.view.bridge.type_prose("I.1", from_plain(WORDS[0]))
    window.view.bridge.type_prose("III.1", from_plain(WORDS[1]))
    return window.view


def rows(view: ReportView) -> list[tuple[str, ...]]:
    model = table(view).model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def table(view: ReportView) -> QTableView:
    return named(view.page(CITATIONS), QTableView, "Văn bản viện dẫn")


def test_every_document_stands_there_with_all_its_places(view: ReportView) -> None:
    press(focused(), Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.current_tab() == CITATIONS and focused() is table(view)

    found = rows(view)
    first = next(n for n, row in enumerate(found) if row[1] == "Nghị định số 61/2018/NĐ-CP")
    assert found[first][2:5] == ("23/4/2018", "Chính phủ", "về cơ chế một cửa")
    assert [row[5] for row in found[first : first + 3]] == ["Mục I.1", "Mục III.1", "Mục III.1"]
    assert [row[1] for row in found[first + 1 : first + 3]] == ["", ""]
    assert f"{sum(bool(row[1]) for row in found)} văn bản" in shown(view.page(CITATIONS))


def test_enter_goes_to_the_very_words(view: ReportView) -> None:
    view.show_tab(CITATIONS).focus_first()
    first = next(n for n, row in enumerate(rows(view)) if "61/2018" in row[1])
    press(focused(), Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(first + 2):
        press(focused(), Key.Key_Down)
    press(focused(), Key.Key_Return)

    editor = focused()
    assert isinstance(editor, ProseEditor) and view.current_tab() == "III"
    chosen = editor.textCursor()
    assert chosen.selectedText() == "Nghị định số 61/2018/NĐ-CP"
    assert editor.toPlainText().count("Nghị định số", 0, chosen.selectionStart()) == 1


def test_the_list_follows_what_is_written(view: ReportView, qtbot: QtBot) -> None:
    view.show_tab(CITATIONS)
    assert any("61/2018" in row[1] for row in rows(view))

    view.bridge.type_prose("I.1", from_plain("Không nêu văn bản nào."))
    view.bridge.type_prose("III.1", from_plain("Thực hiện Kế hoạch số 31/KH-SXD về công vụ."))

    qtbot.waitUntil(lambda: not any("61/2018" in row[1] for row in rows(view)), timeout=10_000)
    assert any(row[1] == "Kế hoạch số 31/KH-SXD" for row in rows(view))


def test_a_place_with_a_finding_has_its_sign(view: ReportView, qtbot: QtBot) -> None:
    view.bridge.type_prose("III.1", from_plain("Thực hiện Kế hoạch số 31/KH-SXD về công vụ."))
    view.show_tab(CITATIONS)

    def sign() -> str:
        return next((row[0] for row in rows(view) if "31/KH-SXD" in row[1]), "")

    qtbot.waitUntil(lambda: sign() == "○", timeout=20_000)
