"""Mark a tab of the open report as «Đã nhập xong», or take the mark back."""

from __future__ import annotations

from desktop_app.reports.marks import mark_step, marked_tabs
from desktop_app.ui.session_bridge import SessionBridge


def is_marked(bridge: SessionBridge, tab: str) -> bool:
    """Whether the clerk has called the entries of the tab complete."""
    filled = bridge.session.filled
    return tab in marked_tabs(filled.plan, filled.entries)


def toggle_mark(bridge: SessionBridge, tab: str) -> None:
    """One step: what is being typed is handed over first, since it would take the mark back."""
    bridge.settle()
    plan = bridge.session.filled.plan
    bridge.edit_many(*mark_step(plan, [tab], complete=not is_marked(bridge, tab)))
