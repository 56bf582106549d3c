"""What F11 asks about: the finding that is chosen, the number at the cursor, or the row of the cell."""

from __future__ import annotations

from desktop_app.reports.why import Link, why_bound, why_found, why_row
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.dialogs.why import ask_why
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.bound_chip import chip_at
from desktop_app.ui.widgets.prose_editor import ProseEditor

NOTHING = (
    "Hãy đứng ở một ô của bảng, ở một số có nền xanh trong lời văn, hoặc chọn một điều trong danh sách "
    "kiểm tra, rồi bấm lại F11."
)


def show_why(view: ReportView) -> None:
    """The chain behind what the clerk looks at; from there she may go to each of its rows."""
    view.bridge.settle()
    sentence, links = _asked(view)
    if not links:
        tell(view, NOTHING)
    elif key := ask_why(links, sentence, view):
        view.go_to(key)


def _asked(view: ReportView) -> tuple[str, list[Link]]:
    filled, now = view.session.filled, view.window().focusWidget()
    if now and view.panel.isAncestorOf(now) and (finding := view.panel.chosen()):
        return finding.message, why_found(filled, finding)
    if isinstance(now, ProseEditor) and (chip := chip_at(now.textCursor())):
        return "", why_bound(filled, now.key, chip[0])
    key = view.current_page().current_key()
    if key in filled.plan.indicators:
        return "", why_row(filled, key)
    found = view.bridge.findings.at(key) if key else []
    return (found[0].message, why_found(filled, found[0])) if found else ("", [])
