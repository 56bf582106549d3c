"""Export by keys: nothing is replaced unasked, and what is still open is said."""

from __future__ import annotations

from pathlib import Path

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import answering, in_dialog
from tests.support.screen import button, focused, press, shown

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def export_as(window: MainWindow, path: Path) -> None:
    """Ctrl+E, the name typed into the dialog, Enter."""

    def choose(dialog: QDialog) -> None:
        name = dialog.findChild(QLineEdit)
        assert name
        name.setText(str(path))
        press(name, Key.Key_Return)

    with in_dialog(choose):
        press(focused(), Key.Key_E, CONTROL)


def test_the_second_file_is_not_replaced_without_a_question(
    window: MainWindow, view: ReportView, tmp_path: Path
) -> None:
    (tmp_path / "r.pdf").write_text("của người khác", "utf-8")
    with answering("Không xuất") as said:
        export_as(window, tmp_path / "r.docx")

    assert "«r.pdf»" in said[0]
    assert (tmp_path / "r.pdf").read_text("utf-8") == "của người khác"
    assert not (tmp_path / "r.docx").exists()


def test_a_file_whose_ending_was_left_out_is_asked_about_too(
    window: MainWindow, view: ReportView, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "r.docx").write_text("cũ", "utf-8")
    with answering("Thay tệp cũ") as said:
        export_as(window, tmp_path / "r")
    qtbot.waitUntil(lambda: "Đã xuất" in shown(window.messages), timeout=20_000)

    assert "«r.docx»" in said[0]
    assert (tmp_path / "r.docx").read_bytes()[:2] == b"PK"


def test_a_report_with_errors_is_exported_with_a_word_about_them(
    window: MainWindow, view: ReportView, tmp_path: Path, qtbot: QtBot
) -> None:
    errors = view.session.filled.count().errors
    export_as(window, tmp_path / "r.docx")
    qtbot.waitUntil(lambda: "Đã xuất" in shown(window.messages), timeout=20_000)

    assert errors and f"Báo cáo còn {errors} lỗi" in shown(window.messages)
    assert button(window.messages, "Mở tệp").isVisible() and button(window.messages, "Mở thư mục").isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Key.Key_Escape)
    assert not window.messages.isVisible()


def test_a_folder_that_failed_is_not_proposed_again(
    window: MainWindow, view: ReportView, tmp_path: Path, qtbot: QtBot, services: Services
) -> None:
    (tmp_path / "là thư mục.pdf").mkdir()
    window.exporting.export(view.session, {"pdf": tmp_path / "là thư mục.pdf"})
    qtbot.waitUntil(lambda: "là một thư mục" in shown(window.messages), timeout=20_000)

    assert services.preferences.get("export.folder", "") != str(tmp_path)


def test_an_empty_report_is_never_called_clean(
    window: MainWindow, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_report(services.library.create("2024-Q3"))
    assert window.view
    said = shown(window.view.panel)
    assert "không có gì phải báo" not in said and "Chưa nhập số liệu" in said

    export_as(window, tmp_path / "r.docx")
    qtbot.waitUntil(lambda: "Đã xuất" in shown(window.messages), timeout=20_000)
    assert "chưa có số liệu hay lời văn nào" in shown(window.messages)

    window.view.go_to("pl1.7.1")
    window.view.bridge.edit("pl1.7.1", "5")
    assert "Chưa nhập số liệu" not in shown(window.view.panel)


def test_the_sheet_of_explanations_is_a_file_of_its_own(
    qtbot: QtBot, window: MainWindow, view: ReportView, tmp_path: Path
) -> None:
    window.exporting.export(view.session, {"explanations": tmp_path / "phieu.docx"})
    qtbot.waitUntil(lambda: "Đã xuất phieu.docx" in window.messages.text())

    text = " ".join(
        cell.text
        for t in docx.Document(str(tmp_path / "phieu.docx")).tables
        for row in t.rows
        for cell in row.cells
    )
    assert "chưa giải trình" in text
