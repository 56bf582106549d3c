"""A laptop of 1366x768 at 100, 125 and 150 %: nothing is cut, nothing is larger than the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.base.periods import Period
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.new_report import NewReportDialog
from desktop_app.ui.geometry import FRAME, fit_to_screen
from desktop_app.ui.main_window import GEOMETRY, MainWindow
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.text_line import TextLine
from tests.support.screen import named, settle

SIZES = [(1366, 728), (1093, 582), (911, 485)]
"""The window in the units of Qt at 100, 125 and 150 %."""
Key = Qt.Key


def sideways(view: ReportView) -> list[str]:
    """Tabs whose text is wider than what is seen of it."""
    cut = []
    for tab in view.tab_names()[:-1]:
        page = view.show_tab(tab)
        QApplication.processEvents()
        cut += [tab for area in page.findChildren(QScrollArea) if area.horizontalScrollBar().maximum()]
    return cut


@pytest.mark.parametrize("size", [*SIZES, (1280, 700)])
@pytest.mark.parametrize("beside", [False, True])
def test_no_page_is_cut_at_the_right(
    window: MainWindow, view: ReportView, size: tuple[int, int], beside: bool
) -> None:
    window.resize(*size)
    if beside:
        view.toggle_beside()
    QApplication.processEvents()

    assert sideways(view) == []
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize("size", SIZES)
def test_the_words_of_a_row_have_room_beside_the_preview(
    window: MainWindow, view: ReportView, size: tuple[int, int]
) -> None:
    window.resize(*size)
    view.toggle_beside()
    page = view.show_tab("pl1")
    assert isinstance(page, AppendixPage)
    QApplication.processEvents()

    table = page.findChild(QTableView)
    assert table and table.columnWidth(1) >= 200


@pytest.mark.parametrize("size", SIZES)
def test_the_preview_fits_too(window: MainWindow, view: ReportView, size: tuple[int, int]) -> None:
    view.show_tab("preview")
    QApplication.processEvents()
    window.resize(*size)
    QApplication.processEvents()

    assert (window.width(), window.height()) == size


def test_a_window_that_was_larger_is_shown_whole(services: Services, qtbot: QtBot) -> None:
    large = MainWindow(services)
    qtbot.addWidget(large)
    large.resize(1919, 1050)
    services.preferences.keep(GEOMETRY, bytes(large.saveGeometry().toBase64().data()).decode())
    again = MainWindow(services)
    qtbot.addWidget(again)

    assert again.screen().availableGeometry().contains(again.geometry())


def test_a_window_that_is_opened_again_and_again_stays_where_it_was(services: Services, qtbot: QtBot) -> None:
    """Its frame is not known until it stands, and would push it down a little each time."""
    places = []
    for turn in range(4):
        window = MainWindow(services)
        window.show_list()
        qtbot.addWidget(window)
        if turn == 0:
            window.resize(600, 400)
            window.move(30, 60)
        with qtbot.waitExposed(window):
            window.show()
        settle(window)
        places.append((window.pos(), window.size()))
        window.close()

    assert places == places[:1] * 4


def test_a_window_off_the_screen_comes_back(window: MainWindow) -> None:
    window.resize(1280, 700)
    window.move(900, -80)
    room = QRect(0, 0, 1366, 728)
    fit_to_screen(window, room)

    assert room.contains(QRect(window.pos(), window.size()).adjusted(0, 0, 0, FRAME))
    assert (window.width(), window.height()) == (1280, 688)


LONG = "Ủy ban nhân dân tỉnh " + "Bình Sơn và các đơn vị trực thuộc " * 6


@pytest.mark.parametrize("size", SIZES)
def test_a_long_agency_pushes_nothing_off_the_screen(
    window: MainWindow, services: Services, qtbot: QtBot, size: tuple[int, int]
) -> None:
    made = services.library.create("2026-Q1")
    services.library.open(made).edit("header.agency", LONG)
    window.open_report(made)
    window.resize(*size)
    QApplication.processEvents()
    saved = named(window.status, TextLine, "Trạng thái lưu")
    dialog = NewReportDialog(
        services.library.summaries(), services.catalogue.all(), Period(2026, "Y"), made, window
    )
    qtbot.addWidget(dialog)
    dialog.show()

    assert (window.width(), window.height()) == size
    assert saved.width() >= saved.fontMetrics().horizontalAdvance("Đã lưu 23:59")
    assert dialog.width() <= 911
