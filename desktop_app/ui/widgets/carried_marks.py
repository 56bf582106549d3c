"""Paragraphs of the period before in an editor: grey until they are touched or confirmed."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop_app.reports.confirming import confirmed, unconfirmed
from desktop_app.reports.filled_report import FilledReport
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.theme import FAINT


def greyed(editor: QTextEdit, filled: FilledReport, key: str) -> list[QTextEdit.ExtraSelection]:
    """The paragraphs that nobody has looked at, in grey."""
    waiting = unconfirmed(filled, key)
    found: list[QTextEdit.ExtraSelection] = []
    for place, block in enumerate(_paragraphs(editor)) if waiting else ():
        if place in waiting:
            grey = QTextEdit.ExtraSelection()
            grey.cursor = QTextCursor(block)
            grey.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            grey.format.setForeground(FAINT)
            found.append(grey)
    return found


def confirm_paragraph(editor: QTextEdit, bridge: SessionBridge, key: str) -> bool:
    """Confirm the paragraph at the cursor and go to the next that waits; False where none does."""
    bridge.settle()
    waiting = unconfirmed(bridge.session.filled, key)
    blocks = _paragraphs(editor)
    here = editor.textCursor().blockNumber()
    place = next((n for n, block in enumerate(blocks) if block.blockNumber() == here), -1)
    if not waiting:
        return False
    if place in waiting:
        bridge.edit(key, confirmed(bridge.session.filled, key, place))
    left = sorted(unconfirmed(bridge.session.filled, key))
    if left:
        following = next((n for n in left if n > place), left[0])
        editor.setTextCursor(QTextCursor(_paragraphs(editor)[following]))
    return True


def _paragraphs(editor: QTextEdit) -> list[QTextBlock]:
    """The blocks that are paragraphs: those without words are none."""
    found: list[QTextBlock] = []
    block = editor.document().begin()
    while block.isValid():
        if block.text().strip():
            found.append(block)
        block = block.next()
    return found
