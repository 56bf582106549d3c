"""The first start over a fresh data file: sample, guide and four hints, once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.services import Services
from desktop_app.ui.guide.guide_window import GuideWindow
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.widgets.welcome import HINTS, TITLE, Welcome
from tests.support.library import services_in
from tests.support.screen import be_still, button, focused, press, shown

Key = Qt.Key


@contextmanager
def started(folder: Path) -> Iterator[MainWindow]:
    """The program from its start to its end."""
    with services_in(folder) as services:
        window = MainWindow(services)
        window.resize(1093, 582)
        window.show_list()
        window.show()
        QApplication.processEvents()
        yield window
        be_still(window)
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def is_welcoming(window: MainWindow) -> bool:
    return any(found.isVisible() for found in window.findChildren(Welcome))


def test_four_hints_and_the_sample_are_offered_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    assert is_welcoming(window) and TITLE in shown(window.start)
    assert len(HINTS) == 4 and all(words in shown(window.start) for hint in HINTS for words in hint)
    assert focused() is button(window.start, "Xem báo cáo mẫu")

    press(focused(), Key.Key_Space)
    assert window.view is not None
    window.show_list()
    assert not is_welcoming(window) and len(window.services.library.summaries()) == 3


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Space])
def test_it_is_passed_over_by_one_key_and_never_comes_again(tmp_path: Path, key: Qt.Key) -> None:
    with started(tmp_path) as window:
        if key == Key.Key_Space:
            button(window.start, "Không hiện nữa").setFocus()
        press(focused(), key)
        assert not is_welcoming(window)
        assert "Chưa có báo cáo nào" in shown(window.start)
        assert focused() is window.start.buttons["new"]
        window.show_list()
        assert not is_welcoming(window)
    with started(tmp_path) as window:
        assert not is_welcoming(window)


def test_a_window_that_was_closed_over_it_has_shown_it(tmp_path: Path) -> None:
    with started(tmp_path) as window:
        assert is_welcoming(window)
    with started(tmp_path) as window:
        assert not is_welcoming(window)


def test_it_is_not_shown_over_reports_nor_after_they_are_deleted(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create("2026-Q1")
    with started(tmp_path) as window:
        assert not is_welcoming(window)
        window.open_report(report)
        window.show_list()
        assert not is_welcoming(window)


def test_the_guide_is_read_beside_it(window: MainWindow) -> None:
    button(window.start, "Đọc hướng dẫn mười phút").setFocus()
    press(focused(), Key.Key_Space)
    (guide,) = window.findChildren(GuideWindow)

    assert guide.place == "bat-dau" and is_welcoming(window)


@pytest.mark.parametrize("size", [(1366, 728), (911, 485)])
def test_all_of_it_is_seen_on_a_small_screen(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()

    assert (window.width(), window.height()) == size
    last = button(window.start, "Không hiện nữa")
    assert last.visibleRegion().boundingRect().size() == last.size()


def test_services_without_a_window_write_nothing(services: Services) -> None:
    assert services.preferences.get("welcome.seen") == ""
