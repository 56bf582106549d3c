"""A report goes over into the newest form: the table of places, and the tab of what found none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableView

from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.ui.dialogs import move_report
from desktop_app.ui.dialogs.history import HistoryDialog
from desktop_app.ui.dialogs.new_report import NewReportDialog
from tests.support.dialogs import answering
from tests.support.screen import button, focused, named, press, shown, type_keys

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


def tabs(window) -> list[str]:
    return [window.view.tabs.tabText(place) for place in range(window.view.tabs.count())]


def test_what_goes_where_is_shown_and_then_done(older, services, monkeypatch) -> None:
    seen = answer(monkeypatch, "Chuyển")
    older.command("move")()

    (rows,) = seen
    assert rows[0][1:] == ("3", "Chưa có chỗ")
    assert any(row[1] == "44" and row[2].startswith("Biểu mẫu 1") for row in rows)
    filled = older.view.session.filled
    assert filled.report.edition_id == "cchc-2025" and filled.text("bm1.4.1") == "44"
    assert len(services.library.summaries()) == 1
    assert "1 mục chưa có chỗ, ở thẻ «Chưa có chỗ»" in shown(older.messages)
    assert "BM1" in tabs(older)


def test_one_ctrl_z_takes_the_report_back_and_ctrl_y_forth_again(older, services, monkeypatch) -> None:
    answer(monkeypatch, "Chuyển")
    older.command("move")()
    older.activateWindow()  # the dialog was shown without a loop of its own, which would give the focus back
    press(focused(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert any(tab.startswith("PL1") for tab in tabs(older)) and "BM1" not in tabs(older)
    filled = older.view.session.filled
    assert (filled.report.edition_id, filled.text("pl1.9"), filled.text("bm1.4.1")) == ("cchc-2022", "3", "")
    assert "Chưa có chỗ" not in tabs(older)

    press(focused(), Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert older.view.session.filled.text("bm1.4.1") == "44" and "Chưa có chỗ" in tabs(older)


def test_what_is_being_typed_goes_along(older, monkeypatch) -> None:
    """The key that opens the menu does not leave the field."""
    older.view.go_to("header.number")
    type_keys("415")
    answer(monkeypatch, "Chuyển")
    older.command("move")()

    assert older.view.session.filled.text("header.number") == "415"


def test_the_history_of_a_cell_shows_what_stood_on_the_older_form(older, monkeypatch) -> None:
    answer(monkeypatch, "Chuyển")
    older.command("move")()
    older.view.go_to("bm1.4.1")
    seen: list[list[str]] = []

    def run(dialog: HistoryDialog) -> int:
        dialog.show()
        model = dialog.table.model()
        seen.extend([model.index(r, c).data() for c in range(4)] for r in range(model.rowCount()))
        return 0

    monkeypatch.setattr(HistoryDialog, "exec", run)
    press(focused(), Key.Key_H, Qt.KeyboardModifier.ControlModifier)

    assert [(row[2], row[3]) for row in seen] == [
        ("Đang có (khi ở Phụ lục 1, dòng 8.1)", "44"),
        ("Ban đầu (khi ở Phụ lục 1, dòng 8.1)", "(trống)"),
    ]


def test_a_move_that_cannot_be_saved_leaves_the_report_as_it_was(older, services, monkeypatch) -> None:
    answer(monkeypatch, "Chuyển")
    services.file.connection.execute("PRAGMA query_only = ON")
    with answering("Đã hiểu") as told:
        older.command("move")()
    services.file.connection.execute("PRAGMA query_only = OFF")

    assert told
    assert older.view.session.filled.report.edition_id == "cchc-2022"
    assert services.library.read("2026-Q1").report.edition_id == "cchc-2022"


def test_the_kind_of_agency_is_shown_by_its_name(older, services, monkeypatch) -> None:
    older.view.bridge.edit("header.agency_kind", "department")
    seen = answer(monkeypatch, "Không chuyển")
    older.command("move")()

    assert [row[1] for row in seen[0] if row[0] == "Loại cơ quan"] == ["Sở, ngành và tương đương"]


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
    with answering("Đã hiểu") as told:
        window.command("move")()

    assert "đã theo mẫu mới nhất" in told[0]
    assert "Chưa có chỗ" not in tabs(window)


def test_the_next_period_on_another_form_shows_first_what_goes_where(older, services, monkeypatch) -> None:
    services.library.open("2026-Q1").edit("I.3", write_prose(from_plain("Giao 44 việc.")))
    seen = answer(monkeypatch, "Không chuyển")
    monkeypatch.setattr(NewReportDialog, "exec", lambda dialog: 1)
    older.command("next")()
    assert len(services.library.summaries()) == 1
    assert any("Giao 44 việc." in row[1] for row in seen[0])

    seen = answer(monkeypatch, "Chuyển")
    older.command("next")()
    made = older.view.session.filled
    assert (made.report.edition_id, made.report.previous_id) == ("cchc-2025", "2026-Q1")
    assert made.is_carried("I.5")
