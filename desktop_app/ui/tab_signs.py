"""What stands on the tab of a report: its name, its mark, its errors and warnings; and the same in words."""

from __future__ import annotations

from desktop_app.reports.progress import tab_line
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.marking import is_marked
from desktop_app.ui.session_bridge import SessionBridge

DONE = "✓"
SHORTER = {"Văn bản viện dẫn": "Viện dẫn"}


def tab_text(bridge: SessionBridge, tab: str, name: str) -> tuple[str, str, str]:
    """ "PL1✓ ●3 ▲2": what is seen; the same with the gravest sign alone; and that without its number."""
    errors, warnings = bridge.findings.count(tab)
    signs = [f"{SIGNS['error']}{errors}"] * bool(errors)
    signs += [f"{SIGNS['warning']}{warnings}"] * bool(warnings)
    done = DONE * is_marked(bridge, tab)
    name, shorter = name + done, SHORTER.get(name, name) + done
    short = [sign[:1] for sign in signs[:1]]
    return " ".join([name, *signs]), " ".join([shorter, *signs[:1]]), " ".join([shorter, *short])


def tab_words(bridge: SessionBridge, tab: str, name: str) -> str:
    """The same for the pointer and the screen reader, with how far the tab is."""
    errors, warnings = bridge.findings.count(tab)
    filled = bridge.session.filled
    name = tab_line(filled, tab) if tab in filled.plan.tabs else name
    return f"{name}: {errors} lỗi, {warnings} cảnh báo{', đã nhập xong' * is_marked(bridge, tab)}"
