"""A hit shown where it is entered: its letters selected, in the colour of what was found."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

FOUND = "found"
"""The property by which the style sheet knows a field that shows a hit."""


def select_letters(field: QLineEdit | QPlainTextEdit, start: int, end: int) -> None:
    """Select these letters of a plain field."""
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    first, length = units(text[:start]), units(text[start:end])
    if isinstance(field, QLineEdit):
        field.setSelection(first, length)
    else:
        cursor = field.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(first + length, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
    mark(field, found=True)


def mark(field: QWidget, *, found: bool) -> None:
    """Give the selection the colour of what was found, or its own again."""
    field.setProperty(FOUND, found)
    field.style().unpolish(field)
    field.style().polish(field)


def is_marked(field: QWidget) -> bool:
    """Whether the field shows a hit."""
    return bool(field.property(FOUND))


def unmark_within(whole: QWidget) -> None:
    """Selections inside get their own colour again, and stay."""
    for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
        for field in whole.findChildren(kind):
            if is_marked(field):
                mark(field, found=False)


def units(text: str) -> int:
    """The length of the text as Qt counts it: some letters are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
