"""Bind the number at the cursor of an editor to a figure, or let it go."""

from __future__ import annotations

from desktop_app.reports.succession import shown_before
from desktop_app.services.library import Library
from desktop_app.ui.dialogs.insert_number import Asked, ask_number
from desktop_app.ui.widgets.bound_chip import chip_at, number_before
from desktop_app.ui.widgets.prose_document import insert_runs
from desktop_app.ui.widgets.prose_editor import ProseEditor


def bind_number(editor: ProseEditor, library: Library) -> None:
    """Ask for the figure of the number that is selected, that the cursor is in or behind, or of a new one."""
    editor.bridge.settle()
    cursor = editor.textCursor()
    chip = chip_at(cursor) if not cursor.hasSelection() else None
    cursor = chip[1] if chip else number_before(cursor) or cursor
    filled = editor.bridge.session.filled
    before = shown_before(filled, library.before(filled))
    asked = Asked(filled, editor.key, cursor.selectedText(), lambda: before, bool(chip))
    runs = ask_number(asked, editor)
    editor.setFocus()
    if runs:
        insert_runs(cursor, runs)
        editor.setTextCursor(cursor)
        editor.bridge.settle()  # one undo takes back this number and no word
