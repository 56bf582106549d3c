"""Let Ctrl+Z and Ctrl+Y through text fields: undo belongs to the whole report, not to a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_report_shortcut(event: QEvent) -> bool:
    """Whether a field is asked if it wants Ctrl+Z or Ctrl+Y for itself; it never does."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in _OURS)
