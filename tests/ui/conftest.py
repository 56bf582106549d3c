"""A real window over a real data file with both samples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.library import services_in
from tests.support.real import TWO_QUARTERS
from tests.support.screen import be_still


@pytest.fixture(scope="session", autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """The last window goes like those before it, and closes its PDF, which else complains at the exit."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as made:
        yield made


def give_up(window: MainWindow) -> None:
    """Ask nothing at the end: a test that failed with edits unsaved would wait for an answer for ever."""
    if not window.save_now():
        window.view = None


@pytest.fixture
def window(qtbot: QtBot, services: Services) -> Iterator[MainWindow]:
    """The window with an empty list; what it began in the background ends before it does."""
    made = MainWindow(services)
    made.show_list()
    qtbot.addWidget(made, before_close_func=give_up)
    made.resize(1366, 728)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    be_still(made)
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def view(window: MainWindow, services: Services) -> ReportView:
    """The first sample, open."""
    window.open_report(services.library.create_samples(TWO_QUARTERS)[0])
    assert window.view is not None
    return window.view
