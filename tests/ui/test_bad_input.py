"""Entries at their longest, a finding whose place is gone, a missing font: said or shown, never a crash."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.base.errors import EnvironmentFault
from desktop_app.checking.findings import Finding
from desktop_app.documents import fonts
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import PREVIEW, ReportView
from tests.support.screen import focused, press, shown

Key = Qt.Key
LONG = "Một câu dài của cán bộ báo cáo. " * 60 + "x" * 400
BOTH = ["2024-Q3", "2026-Q1"]


def filled_to_the_brim(services: Services, period: str) -> str:
    """A report with every entry, note and paragraph at its longest."""
    made = services.library.create(period)
    session = services.library.open(made)
    plan = session.filled.plan
    places = [*plan.fields, *plan.sections, *plan.indicators, *plan.figures]
    keys = [key for key in [*places, *(f"note.{row}" for row in plan.indicators)] if plan.is_key(key)]
    session.edit_many("Thử", dict.fromkeys(keys, LONG))
    session.settle()
    return made


@pytest.mark.parametrize("period", BOTH)
@pytest.mark.parametrize("size", [(1366, 728), (911, 485)])
def test_a_report_with_every_entry_at_its_longest_fits_the_window(
    window: MainWindow, services: Services, period: str, size: tuple[int, int]
) -> None:
    window.open_report(filled_to_the_brim(services, period))
    window.resize(*size)
    view = window.view
    assert view
    for tab in view.tab_names():
        page = view.show_tab(tab)
        QApplication.processEvents()
        assert (window.width(), window.height()) == size, tab
        if tab != PREVIEW:
            assert not any(area.horizontalScrollBar().maximum() for area in page.findChildren(QScrollArea)), (
                tab
            )
    window.show_list()
    QApplication.processEvents()
    assert (window.width(), window.height()) == size


def test_a_finding_whose_place_is_gone_leads_nowhere_and_shows_no_key(view: ReportView) -> None:
    view.go_to("pl1.7.1")
    here = focused()
    gone = Finding("W9", "error", ("pl9.9.9",), "Dòng này không còn trong mẫu.", found_by="prose", order=-1)
    view.bridge.deliver("prose", [gone])
    press(here, Key.Key_F8)
    chosen = view.panel.model.findings[view.panel.list.currentIndex().row()]

    assert chosen == gone
    assert view.current_tab() == "pl1" and view.current_page().current_key() == "pl1.7.1"
    assert "Dòng này không còn" in view.panel.list.currentIndex().data()
    assert "pl9" not in shown(view.panel)
    press(focused(), Key.Key_F8)
    assert view.panel.model.findings[view.panel.list.currentIndex().row()] != gone


def test_a_missing_font_is_said_above_the_pages_and_word_is_made_all_the_same(
    view: ReportView, services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    monkeypatch.setattr(fonts, "font_folders", lambda: (tmp_path,))
    with pytest.raises(EnvironmentFault):
        fonts.find_families()
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: "chưa có phông Times New Roman" in page.line.text, timeout=20_000)
    window = view.window()
    assert isinstance(window, MainWindow)
    window.exporting.export(view.session, {"docx": tmp_path / "r.docx"})
    qtbot.waitUntil(lambda: "Đã xuất" in window.messages.text(), timeout=20_000)
    assert (tmp_path / "r.docx").read_bytes()[:2] == b"PK"

    window.exporting.export(view.session, {"pdf": tmp_path / "r.pdf"})
    qtbot.waitUntil(lambda: "chưa có phông" in window.messages.text(), timeout=20_000)
    assert not (tmp_path / "r.pdf").exists()
