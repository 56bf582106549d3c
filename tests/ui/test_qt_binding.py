"""The Qt binding keeps count of what it hands out: a session of a day must not wear it down."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count there")
def test_calls_that_return_none_do_not_use_none_up(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")

    assert sys.getrefcount(None) > before - 100
