"""List items "- " and "+ " in an editor: begun and ended by a key, gone on with by Enter."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop_app.reports.prose import MARKS


def toggle_mark(cursor: QTextCursor, mark: str) -> None:
    """Make the paragraph an item with this mark, or a plain paragraph again."""
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    text = cursor.block().text()
    if old := next((m for m in MARKS.values() if text.startswith(m)), ""):
        cursor.setPosition(cursor.position() + len(old), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    if old != mark:
        cursor.insertText(mark)
    cursor.endEditBlock()


def go_on_with_list(editor: QTextEdit) -> bool:
    """Enter in an item begins the next one; in an empty item it ends the list. Whether it did either."""
    cursor = editor.textCursor()
    text = cursor.block().text()
    mark = next((m for m in MARKS.values() if text.startswith(m)), "")
    if not mark or cursor.hasSelection() or cursor.positionInBlock() < len(mark):
        return False
    if text.strip() == mark.strip():
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        cursor.insertBlock()
        cursor.insertText(mark)
    editor.setTextCursor(cursor)
    return True
