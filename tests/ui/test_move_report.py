"""A report goes over into the newest form: the table of places, and the tab of what found none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableView

from desktop_app.ui.dialogs import move_report
from tests.support.screen import button, named, shown

Key = Qt.Key
PLACES = "Các mục và chỗ mới"


@pytest.fixture
def older(window, services):
    """A report of today on the form of 2022, open."""
    made = services.library.create("2026-Q1", "cchc-2022")
    services.library.open(made).edit_many("Gõ", {"pl1.8.1": "44", "pl1.9": "3", "header.place": "Bình Sơn"})
    window.open_report(made)
    return window


def answer(monkeypatch: pytest.MonkeyPatch, word: str) -> list[list[tuple[str, ...]]]:
    """Look at the dialog when it opens, then press the button; returns what its table showed."""
    seen: list[list[tuple[str, ...]]] = []

    def run(dialog: move_report.MoveReportDialog) -> int:
        dialog.show()
        model = named(dialog, QTableView, PLACES).model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        seen.append([tuple(model.index(r, c).data() for c in columns) for r in rows])
        QTest.keyClick(button(dialog, word), Key.Key_Space)
        return dialog.result()

    monkeypatch.setattr(move_report.MoveReportDialog, "exec", run)
    return seen


def test_what_goes_where_is_shown_and_then_done(older, services, monkeypatch) -> None:
    seen = answer(monkeypatch, "Chuyển")
    older.command("move")()

    (rows,) = seen
    assert rows[0][1:] == ("3", "Chưa có chỗ")
    assert any(row[1] == "44" and row[2].startswith("Biểu mẫu 1") for row in rows)
    filled = older.view.session.filled
    assert filled.report.edition_id == "cchc-2025" and filled.text("bm1.4.1") == "44"
    assert len(services.library.summaries()) == 2


def test_who_says_no_has_the_report_as_it_was(older, services, monkeypatch) -> None:
    answer(monkeypatch, "Không chuyển")
    older.command("move")()

    assert older.view.session.filled.report.edition_id == "cchc-2022"
    assert len(services.library.summaries()) == 1


def test_what_found_no_place_waits_in_a_tab_of_its_own_until_it_is_dropped(older, monkeypatch) -> None:
    answer(monkeypatch, "Chuyển")
    older.command("move")()
    view = older.view
    names = [view.tabs.tabText(place) for place in range(view.tabs.count())]
    assert "Chưa có chỗ" in names
    page = view.show_tab("tray")
    assert "Phụ lục 1" in shown(page)
    assert named(page, QPlainTextEdit, "Phụ lục 1, dòng 9").toPlainText() == "3"

    QTest.keyClick(button(page, "Bỏ"), Key.Key_Space)
    QApplication.processEvents()
    assert "Không còn nội dung nào chờ xếp chỗ." in shown(page)

    older.command("undo")()
    QApplication.processEvents()
    assert "Phụ lục 1" in shown(page)


def test_a_report_on_the_newest_form_is_told_so(window, services) -> None:
    window.open_report(services.library.create("2026-Q1"))
    window.command("move")()

    assert "đã theo mẫu mới nhất" in shown(window.messages)
    assert "Chưa có chỗ" not in [window.view.tabs.tabText(n) for n in range(window.view.tabs.count())]
