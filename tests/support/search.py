"""The search bar by its keys, over a report of either form that says Xyzzy in every kind of place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView

from desktop_app.reports.prose import ProseParagraph, ProseRun, write_prose
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.screen import focused, named, press, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ROW = {"2023-q1": "pl1.7.1", "2025-q3": "bm1.2.1"}
LAST = {"2023-q1": "II.6", "2025-q3": "II.6.a"}
WORD = "Xyzzy"


@pytest.fixture(params=sorted(ROW))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(window: MainWindow, services: Services, name: str) -> ReportView:
    """A sample of either form that says Xyzzy in every kind of place."""
    window.open_report(services.library.create_samples([name])[0])
    assert window.view is not None
    runs = (ProseRun("mot "), ProseRun("Xy", bold=True), ProseRun("zzy hai", italic=True))
    noted = (ProseRun("ba"), ProseRun("", note=f"theo {WORD}"), ProseRun(" bon"))
    prose = (ProseParagraph("dash", runs), ProseParagraph("text", noted))
    texts = {
        "header.agency": f"So {WORD}", "footer.recipients": f"- A;\n- {WORD};",
        LAST[name]: write_prose(prose), ROW[name]: WORD, f"note.{ROW[name]}": f"do {WORD}",
    }  # fmt: skip
    window.view.bridge.edit_many("", texts)
    return window.view


def ask(view: ReportView, words: str, key: Key = Key.Key_F, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    """Open the bar by its key and type."""
    press(focused(), key, modifier)
    assert focused() is line(view, "Chữ cần tìm")
    type_keys(words)


def line(view: ReportView, name: str) -> QLineEdit:
    return named(view, QLineEdit, name)


def listed(view: ReportView) -> list[str]:
    """The lines of the list of hits, once all are found."""
    while view.search.searching:
        QTest.qWait(1)
    model = named(view, QTableView, "Các chỗ tìm thấy").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def stands(view: ReportView) -> dict[str, str]:
    return view.session.filled.texts()
