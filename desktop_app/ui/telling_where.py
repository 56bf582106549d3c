"""Sentences that send the clerk to another place first, in the words of her form."""

from __future__ import annotations

from desktop_app.forms.model import Edition
from desktop_app.forms.tabs import prose_tabs, tables_word
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.report_view import ReportView

NO_PLACE_FOR_NOTE = (
    "Chú thích được chèn vào lời văn: hãy đặt con trỏ ngay sau chữ cần chú thích ở {parts}, rồi bấm lại "
    "Ctrl+Alt+F."
)
NO_PLACE_FOR_NUMBER = (
    "Số liệu được chèn vào câu: hãy đặt con trỏ vào chỗ cần số, hoặc ngay sau một số đã gõ, ở {parts}, rồi "
    "bấm lại Ctrl+G."
)
NO_PROSE = "Mẫu báo cáo này không có phần lời văn."
NO_TAB_TO_MARK = "Hãy mở {parts} rồi đánh dấu thẻ đó."


def tell_where(view: ReportView, sentence: str) -> None:
    """That something is done in the prose, and in which parts."""
    parts = _prose_parts(view.session.filled.plan.edition)
    tell(view, sentence.format(parts=parts) if parts else NO_PROSE)


def tell_what_is_marked(view: ReportView) -> None:
    """Which tabs are marked as complete."""
    edition = view.session.filled.plan.edition
    tables = f"một {tables_word(edition)}" if edition.appendices else ""
    *others, last = filter(None, ("thẻ Chung", _prose_parts(edition), tables))
    parts = f"{', '.join(others)} hoặc {last}" if others else last
    tell(view, NO_TAB_TO_MARK.format(parts=parts))


def _prose_parts(edition: Edition) -> str:
    """Where prose is written: "một trong các phần I đến IV"; "" for nowhere."""
    parts = prose_tabs(edition)
    return f"một trong {parts}" if parts.startswith("các ") else parts
