"""The widget that a key goes to, for lines that press keys."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget, "no key goes anywhere"
    return widget
