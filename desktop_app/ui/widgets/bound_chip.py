"""How a number that follows a figure looks in an editor, and how one types beside it without joining it."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop_app.base import known_keys
from desktop_app.reports.bound_numbers import BEFORE, read_bound
from desktop_app.reports.filled_report import FilledReport
from desktop_app.ui.widgets.prose_document import bound_in, without_bound

_KEEP = QTextCursor.MoveMode.KeepAnchor


def leave_chip(editor: QTextEdit) -> None:
    """What is typed at either end of a bound number is no part of it; inside, it changes the number."""
    cursor = editor.textCursor()
    style = editor.currentCharFormat()
    if not cursor.hasSelection() and bound_in(style) and not _is_inside(cursor):
        editor.setCurrentCharFormat(without_bound(style))


def _is_inside(cursor: QTextCursor) -> bool:
    if cursor.atBlockStart() or cursor.atBlockEnd():
        return False
    ahead, behind = QTextCursor(cursor.document()), QTextCursor(cursor.document())
    ahead.setPosition(cursor.position())  # a format is that of the letter in front
    behind.setPosition(cursor.position() + 1)
    return bound_in(ahead.charFormat()) == bound_in(behind.charFormat()) != ""


def chip_at(cursor: QTextCursor) -> tuple[str, QTextCursor] | None:
    """What the number around the cursor follows, and that number selected."""
    block, inside = cursor.block(), cursor.positionInBlock()
    for start, length, bound in _chips(block):
        if start <= inside <= start + length:
            found = QTextCursor(block)
            found.setPosition(block.position() + start)
            found.setPosition(block.position() + start + length, _KEEP)
            return bound, found
    return None


def chip_of(document: QTextDocument, key: str) -> QTextCursor | None:
    """The first number that follows the key, selected."""
    block = document.begin()
    while block.isValid():
        for start, length, bound in _chips(block):
            known = read_bound(bound)
            if known and key in known.keys:
                found = QTextCursor(block)
                found.setPosition(block.position() + start)
                found.setPosition(block.position() + start + length, _KEEP)
                return found
        block = block.next()
    return None


def _chips(block: QTextBlock) -> list[tuple[int, int, str]]:
    """Where bound numbers stand in a block, how long they are, and what they follow."""
    found: list[tuple[int, int, str]] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if fragment.isValid() and (bound := bound_in(fragment.charFormat())):
            found.append((fragment.position() - block.position(), fragment.length(), bound))
        place += 1
    return found


def number_before(cursor: QTextCursor) -> QTextCursor | None:
    """The digits that are selected, or that end at the cursor, selected; None without any."""
    if cursor.hasSelection():
        text = cursor.selectedText().strip()
        return cursor if text[:1].isdigit() and len(text) < 30 else None
    text = cursor.block().text()[: cursor.positionInBlock()]
    digits = text[len(text.rstrip("0123456789.,%")) :].lstrip(".,")
    if not digits[:1].isdigit():
        return None
    found = QTextCursor(cursor)
    found.movePosition(QTextCursor.MoveOperation.PreviousCharacter, _KEEP, len(digits))
    return found


def tip(filled: FilledReport, bound: str) -> str:
    """What the number follows, in words."""
    known = read_bound(bound)
    if known is None:
        return ""
    names = [_name(filled, key) for key in sorted(known.keys)]
    return f"Số này theo {'; '.join(names)}. Sửa nguồn thì số đổi theo; Ctrl+G để đổi hoặc tách."


def _name(filled: FilledReport, key: str) -> str:
    row = key.removeprefix(BEFORE)
    if known_keys.is_named_number(row):
        return f"số «{known_keys.number_name(row)}» nêu trong lời văn"
    before = " của kỳ trước" if key != row else ""
    return f"{filled.plan.names.get(row, 'một dòng không còn trong mẫu')}{before}"
