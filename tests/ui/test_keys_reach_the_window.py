"""No field keeps a key of the window for itself: export, undo and the others work wherever one types."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.actions import MENU_ITEMS
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView

KEYS = [item.keys for item in MENU_ITEMS if item.keys]
PASSED = 0


def keeps(field: QWidget, keys: str) -> bool:
    """Whether the field, asked as Qt asks it before a shortcut is looked up, wants these keys."""
    pressed = QKeySequence(keys)[0]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def fields(window: QWidget) -> list[QWidget]:
    inside = [w for w in window.findChildren(QWidget) if w.window() is window]  # no lists that pop up
    return [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_no_field_of_an_open_report_keeps_a_key_of_the_window(window: MainWindow, view: ReportView) -> None:
    for tab in view.tab_names():
        view.show_tab(tab)
    kept = {(w.accessibleName(), keys) for w in fields(window) for keys in KEYS if keeps(w, keys)}

    assert kept == set()


def test_no_field_of_the_list_keeps_a_key_of_the_window(window: MainWindow) -> None:
    kept = {(w.accessibleName(), keys) for w in fields(window) for keys in KEYS if keeps(w, keys)}

    assert kept == set()


@contextmanager
def x11() -> Iterator[str]:
    """A display of X11 without a screen, where fields of one line have keys that no other system has."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing)], pass_fds=[writing], stderr=-3)
    try:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def test_on_x11_neither() -> None:
    with x11() as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
        }
        names = [f"{Path(__file__).name}::{name}" for name in globals() if name.startswith("test_no_field")]
        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", *names],
            cwd=Path(__file__).parent, env=environment, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
    if "Could not load the Qt platform plugin" in run.stderr + run.stdout:
        pytest.skip("the libraries of Qt for X11 are not installed")

    assert run.returncode == PASSED, run.stdout
