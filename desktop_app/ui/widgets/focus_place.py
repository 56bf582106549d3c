"""Where the clerk was: the field with the focus, its cursor and selection, to come back to."""

from __future__ import annotations

from typing import TypeAlias

import shiboken6
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop_app.reports.prose import MARKS
from desktop_app.ui.widgets.note_number import ANCHOR

MOST_TAKEN = 80
"""A longer selection is no word that one looks for."""
Kept: TypeAlias = QTextCursor | QPersistentModelIndex | tuple[int, int, int] | None


class FocusPlace:
    """Made while the field has the focus; the editor of a cell is left, its table kept."""

    def __init__(self, field: QWidget) -> None:
        self.field = table_of(field) or field
        self._kept = _kept(self.field)

    def come_back(self) -> bool:
        """Focus the field with its cursor as it was; False once it is gone."""
        if not shiboken6.isValid(self.field):
            return False
        field, kept = self.field, self._kept
        if isinstance(field, QTextEdit | QPlainTextEdit) and isinstance(kept, QTextCursor):
            field.setTextCursor(kept)
        elif isinstance(field, QLineEdit) and isinstance(kept, tuple):
            field.setCursorPosition(kept[0])
            if kept[1] >= 0:
                field.setSelection(kept[1], kept[2])
        elif isinstance(field, QAbstractItemView) and isinstance(kept, QPersistentModelIndex):
            field.setCurrentIndex(field.model().index(kept.row(), kept.column()))
        field.setFocus()
        return True


def table_of(field: QWidget) -> QAbstractItemView | None:
    """The table whose cell editor the field is."""
    inside = field.parentWidget()
    view = inside.parentWidget() if inside else None
    return view if isinstance(view, QAbstractItemView) and view.viewport() is inside else None


def selected_words(field: QWidget) -> str:
    """The words that are selected in a field, when they are some to look for."""
    words = ""
    if isinstance(field, QTextEdit | QPlainTextEdit):
        words = field.textCursor().selectedText()
        words = next((words.removeprefix(mark) for mark in MARKS.values() if words.startswith(mark)), words)
    elif isinstance(field, QLineEdit):
        words = field.selectedText()
    return words if len(words) <= MOST_TAKEN and words.isprintable() and ANCHOR not in words else ""


def _kept(field: QWidget) -> Kept:
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.textCursor()
    if isinstance(field, QLineEdit):
        return field.cursorPosition(), field.selectionStart(), len(field.selectedText())
    if isinstance(field, QAbstractItemView):
        return QPersistentModelIndex(field.currentIndex())
    return None
