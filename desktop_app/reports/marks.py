"""The marks "Đã nhập xong" of a report's tabs: set by the clerk, taken back by whatever changes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.checking.plan import Plan
from desktop_app.reports.prose import in_words
from desktop_app.reports.report import NOTHING, Entry

SET, TAKEN_BACK = "Đánh dấu đã nhập xong", "Bỏ dấu đã nhập xong"


def marked_tabs(plan: Plan, entries: Mapping[str, Entry]) -> list[str]:
    """The tabs that are marked, in their order."""
    return [tab for tab, mark in plan.marks.items() if entries.get(mark, NOTHING).text.strip()]


def marks_lost(plan: Plan, now: Mapping[str, Entry], changed: Mapping[str, Entry]) -> dict[str, Entry]:
    """The marks that these changes take back, as entries; what reads as before takes none back.

    Another kind of agency has other rows to fill, so that it takes back those of all tables with such rows.
    """
    marked = set(marked_tabs(plan, now))
    if not marked:
        return {}
    tabs: set[str] = set()
    for key, entry in changed.items():
        tab = plan.tab_of.get(known_keys.row_of(key).removeprefix(known_keys.EARLIER))
        if tab in marked and _reads_otherwise(plan, key, now.get(key, NOTHING).text, entry.text):
            tabs.add(tab)
        if key == known_keys.AGENCY_KIND:
            tabs.update(plan.tab_of[row] for row in plan.scopes)
    return {plan.marks[tab]: NOTHING for tab in plan.tabs if tab in tabs & marked}


def _reads_otherwise(plan: Plan, key: str, before: str, after: str) -> bool:
    prose = plan.is_prose(key)
    return before != after and in_words(before, prose=prose) != in_words(after, prose=prose)


def mark_step(plan: Plan, tabs: Sequence[str], *, complete: bool) -> tuple[str, dict[str, str]]:
    """Name and texts of the step that marks the tabs as complete, or takes their marks back."""
    label = f"{SET if complete else TAKEN_BACK}: {', '.join(plan.tabs[tab] for tab in tabs)}"
    return label, {plan.marks[tab]: known_keys.MARKED if complete else "" for tab in tabs}


def read_tab(plan: Plan, typed: str) -> str:
    """The tab that is meant by a name as one types it, such as pl1, II or general; raises UserFault."""
    folded = {tab.casefold(): tab for tab in plan.tabs}
    if tab := folded.get(typed.strip().casefold()):
        return tab
    raise UserFault(f"Báo cáo không có phần «{typed[:40]}»; hãy chọn trong: {', '.join(plan.tabs)}.")
