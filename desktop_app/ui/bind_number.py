"""Bind the number at the cursor of an editor to a figure, or let it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.reports.binding import ToBind, bound_texts
from desktop_app.reports.succession import shown_before
from desktop_app.services.library import Library
from desktop_app.ui import first_use
from desktop_app.ui.dialogs.ask import ask, tell
from desktop_app.ui.dialogs.insert_number import Asked, ask_number
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.bound_chip import chip_at, number_before
from desktop_app.ui.widgets.prose_document import insert_runs
from desktop_app.ui.widgets.prose_editor import ProseEditor

if TYPE_CHECKING:
    from desktop_app.proofreading.figures.offers import Offer


ALL = "Gắn số trùng với bảng"
NONE = "Không còn số nào trong lời văn gắn được với dòng mà câu nói tới."
QUESTION = (
    "{count} số trong lời văn gắn được, ví dụ «{text}» ở mục {place} với {row}. Gắn tất cả? Chữ trong câu "
    "không đổi; số trùng với bảng thì từ đó sửa bảng là câu đổi theo, số chỉ có trong lời văn thì quy tắc "
    "của mẫu đọc ngay trong câu."
)


def bind_all(bridge: SessionBridge, window: QWidget) -> None:
    """Offer to bind every number of the prose that its row has, or that is a figure of the prose."""
    bridge.settle()
    filled = bridge.session.filled
    wanted: dict[str, list[ToBind]] = {}
    found: list[Offer] = first_use.offers(filled)
    for offer in found:
        wanted.setdefault(offer.key, []).append(ToBind(offer.span, offer.bound))
    texts = bound_texts(filled, wanted)
    if not texts:
        tell(window, NONE)
        return
    first = next((offer for offer in found if offer.row in filled.plan.indicators), found[0])
    names, count = filled.plan.names, sum(map(len, wanted.values()))
    question = QUESTION.format(count=count, text=first.text, place=first.key, row=names[first.row])
    if ask(window, question, "Gắn tất cả", "Không gắn"):
        bridge.edit_many(ALL, texts)


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
