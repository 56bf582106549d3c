"""Let the keys of the window through fields of text, which on some systems want them for themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSpinBox

_OURS = (
    QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo,  # the whole report's, not a field's
    QKeySequence("Ctrl+E"),  # on Linux a field of one line takes it as "to the end of the line"
    QKeySequence("Ctrl+Shift+E"),
)  # fmt: skip


def is_report_key(event: QEvent) -> bool:
    """Whether a field is asked if it wants a key of the window for itself; it never does."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    pressed = QKeySequence(event.keyCombination())
    return any(pressed == key if isinstance(key, QKeySequence) else event.matches(key) for key in _OURS)


class _LetThrough(QObject):
    """A filter over a field that is Qt's own."""

    def eventFilter(self, field: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ignore the question, so that the window gets the key."""
        if is_report_key(event):
            event.ignore()
            return True
        return super().eventFilter(field, event)


def let_through(field: QLineEdit | QSpinBox) -> None:
    """Make a field of Qt's own leave the keys of the window to it."""
    line = field.findChild(QLineEdit)  # a spin box is asked too
    for part in (field, line) if line else (field,):
        part.installEventFilter(_LetThrough(part))
