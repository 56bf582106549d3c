"""A form that was edited after a report was made: the report says so, and nothing changes silently."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import build
from desktop_app.ui.main_window import MainWindow
from tests.support.real import ROOT
from tests.support.screen import button, shown
from tests.ui.conftest import give_up

Key = Qt.Key
SAID = "Mẫu báo cáo đã được sửa sau khi báo cáo này được lập"


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """The resources of the program, copied so that a form can be edited."""
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    return tmp_path / "resources"


def opened(qtbot: QtBot, folder: Path, resources: Path, report: str) -> MainWindow:
    services = build(folder, resources)
    window = MainWindow(services)
    qtbot.addWidget(window, before_close_func=give_up)
    window.show()
    window.open_report(report or services.library.create("2026-Q1"))
    return window


def close(window: MainWindow) -> None:
    window.close()
    window.services.file.close()


def test_the_edited_form_is_said_until_the_clerk_takes_it(qtbot: QtBot, tmp_path, resources: Path) -> None:
    folder = tmp_path / "data"
    first = opened(qtbot, folder, resources, "")
    assert SAID not in shown(first.messages)
    close(first)
    form = resources / "forms/cchc/2025/form-1.toml"
    form.write_text(form.read_text("utf-8").replace("Kiểm tra CCHC", "Kiểm tra công tác CCHC"), "utf-8")

    second = opened(qtbot, folder, resources, "2026-Q1")
    assert SAID in shown(second.messages)
    QTest.keyClick(button(second.messages, "Chuyển sang mẫu đã sửa"), Key.Key_Space)
    assert SAID not in shown(second.messages)
    close(second)

    third = opened(qtbot, folder, resources, "2026-Q1")
    assert SAID not in shown(third.messages)
    close(third)


def test_a_form_whose_files_were_only_written_again_is_the_same(qtbot: QtBot, tmp_path, resources) -> None:
    folder = tmp_path / "data"
    close(opened(qtbot, folder, resources, ""))
    form = resources / "forms/cchc/2025/form-1.toml"
    form.write_bytes(form.read_bytes())

    window = opened(qtbot, folder, resources, "2026-Q1")
    assert SAID not in shown(window.messages)
    close(window)
