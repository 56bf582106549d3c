"""What the program says of itself: version, parts with their licences, and all its keys."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTableView

from desktop_app import __version__
from desktop_app.services.services import Services
from desktop_app.ui.actions import MENU_ITEMS
from desktop_app.ui.dialogs.about import PARTS
from desktop_app.ui.main_window import MainWindow
from tests.support.dialogs import in_dialog
from tests.support.real import ROOT
from tests.support.screen import button, named, press, shown

NOT_SHIPPED = {"pip", "colorama"}
"""Packages of the lock that only installing needs."""


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_about_says_version_folders_and_licences_without_a_warning(
    window: MainWindow, services: Services
) -> None:
    def look(dialog: QDialog) -> None:
        assert __version__ in shown(dialog) and str(services.file.path) in shown(dialog)
        assert "MIT" in shown(dialog)
        table = named(dialog, QTableView, "Thành phần và giấy phép")
        assert ["Qt, PySide6-Essentials, shiboken6", "LGPL 3.0", "cửa sổ"] in cells(table)
        assert button(dialog, "Đóng")

    with in_dialog(look):
        window.actions_by_name["about"].trigger()


def test_a_built_program_says_where_the_licence_texts_are(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "giay-phep").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    def look(dialog: QDialog) -> None:
        assert str(tmp_path / "giay-phep") in shown(dialog)

    with in_dialog(look):
        window.actions_by_name["about"].trigger()


def test_every_package_that_goes_along_is_named_with_its_licence() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)) - NOT_SHIPPED
    told = {name.strip().lower() for names, _, _ in PARTS for name in names.split(",")}

    assert locked <= told, locked - told
    assert all(licence for _, licence, _ in PARTS)


def test_ctrl_f1_shows_every_key_of_the_menus_in_a_table(window: MainWindow) -> None:
    def look(dialog: QDialog) -> None:
        table = named(dialog, QTableView, "Phím tắt")
        rows = cells(table)
        assert {keys for _, keys, _ in rows} >= {item.keys for item in MENU_ITEMS if item.keys}
        assert ["Bảng số liệu", "F2", "Sửa ô, giữ nội dung cũ"] in rows
        press(table, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    with in_dialog(look):
        press(window.start, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)


def test_no_two_entries_of_the_menus_have_one_key() -> None:
    keys = [QKeySequence(item.keys).toString() for item in MENU_ITEMS if item.keys]

    assert len(keys) == len(set(keys))
