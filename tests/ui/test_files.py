"""The system's file dialogs: begun in Documents, and a name that Windows misreads is asked for again."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from desktop_app.ui.dialogs import files
from desktop_app.ui.exporting import FILTERS
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import answering
from tests.support.real import ROOT


@pytest.fixture
def documents(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Documents folder of the test's own."""
    folder = home / "Tài liệu"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where each dialog began; all are cancelled."""
    begun: list[str] = []

    def cancel(_parent: object, _title: str, begin: str = "", *_: object) -> tuple[str, str]:
        begun.append(begin)
        return "", ""

    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, cancel)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *words: cancel(*words)[0])
    return begun


@pytest.mark.parametrize(
    "open_dialog",
    [
        lambda window: window.command("export_docx")(),
        lambda window: window.command("import")(),
        lambda window: window.command("backup")(),
        lambda window: window.watchers.scheduled_backups.choose_second(),
    ],
    ids=["export", "import", "backup", "second place"],
)
def test_every_dialog_begins_in_documents(
    window: MainWindow, view: ReportView, documents: Path, asked: list[str], open_dialog: Callable
) -> None:
    open_dialog(window)

    (begun,) = asked
    assert Path(begun) == documents or Path(begun).parent == documents


def test_an_export_begins_where_the_last_one_went_while_that_is_there(
    window: MainWindow, view: ReportView, documents: Path, asked: list[str], tmp_path: Path
) -> None:
    for folder in (tmp_path, tmp_path / "stick that is gone"):
        window.services.preferences.keep("export.folder", str(folder))
        window.command("export_pdf")()

    assert [Path(begun).parent for begun in asked] == [tmp_path, documents]


def test_a_name_that_windows_misreads_is_asked_for_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [r"C:\x\CON.docx", r"C:\x\i:j.docx", r"C:\x\báo cáo.docx"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answers.pop(0), ""))
    monkeypatch.setattr(files, "Path", AsWindowsPath)

    with answering("Đã hiểu", "Đã hiểu") as said:
        chosen = files.ask_where(window, "Xuất báo cáo", "x.docx", FILTERS["docx"])

    assert str(chosen) == r"C:\x\báo cáo.docx"
    assert "«CON.docx»" in said[0] and "«i:j.docx»" in said[1]


class AsWindowsPath(PureWindowsPath):
    """Paths as they are told there, which a test here can only name."""

    def is_dir(self) -> bool:
        return True

    @classmethod
    def home(cls) -> PureWindowsPath:
        return PureWindowsPath("C:/")


def test_no_other_module_opens_a_file_dialog() -> None:
    for path in (ROOT / "desktop_app").rglob("*.py"):
        imported = [
            name.name
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom)
            for name in node.names
        ]
        assert "QFileDialog" not in imported or path.name == "files.py", path
