"""Taking a file in by the dialog: the report opens, and what is doubtful is said."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.support.dialogs import in_dialog
from tests.support.real import ROOT

OLD = ROOT / "tests/data/exchange-1.json"


def take_in(window, path: Path) -> None:
    def choose(dialog: QFileDialog) -> None:
        name = dialog.findChild(QLineEdit)
        name.setText(str(path))
        QTest.keyClick(name, Qt.Key.Key_Return)

    with in_dialog(choose):
        window.commands.do_import()


def test_a_file_is_taken_in_and_opened_and_said(window) -> None:
    take_in(window, OLD)

    assert window.view is not None and window.view.session.filled.text("pl1.1") == "186"
    assert "Đã nhập báo cáo quý I/2023 từ tệp «exchange-1.json»." in window.messages.text()
    assert "2 báo cáo" not in window.messages.text()

    take_in(window, OLD)
    assert "Trên máy nay có 2 báo cáo của kỳ này" in window.messages.text()


def test_prose_whose_bold_does_not_fit_is_said_with_its_place(window, tmp_path: Path) -> None:
    file = json.loads(OLD.read_text("utf-8"))
    file["values"]["I.1"] = "Sửa tay"
    (tmp_path / "r.json").write_text(json.dumps(file), "utf-8")
    take_in(window, tmp_path / "r.json")

    assert window.view is not None and "Sửa tay" in window.view.session.filled.prose("I.1")[0].text
    assert "I.1" in window.messages.text() and "đậm" in window.messages.text()
