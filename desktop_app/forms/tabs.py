"""The parts of a report as the clerk works through them: which holds which key, and how each is called."""

from __future__ import annotations

from desktop_app.forms.columns import cells_of
from desktop_app.forms.heads import tab_name, table_name
from desktop_app.forms.model import Edition
from desktop_app.forms.section_names import is_number, part_name

ANNEXES = "phụ lục"
"""How the law calls tables behind a report."""
GENERAL = "general"
"""Where head and foot are entered."""


def tab_titles(edition: Edition) -> dict[str, str]:
    """Tab -> its short name, in their order: "Chung", "I" to "IV", "PL1" to "PL7"."""
    titles = {GENERAL: "Chung"} | {section.tab: section.tab for section in edition.sections}
    return titles | {a.head.key: tab_name(edition.head, a.head) for a in edition.appendices}


def tab_names(edition: Edition) -> dict[str, str]:
    """Tab -> how a sentence calls it: "Chung", "Phần II", "Phụ lục 1"."""
    names = {GENERAL: "Chung"} | {section.tab: part_name(section.tab) for section in edition.sections}
    return names | {a.head.key: table_name(edition.head, a.head) for a in edition.appendices}


def tables_word(edition: Edition) -> str:
    """What the tables are called together: "phụ lục" where the form calls them so, or holds them in one."""
    annexes = edition.annex is not None or edition.head.appendix_word.casefold() == ANNEXES
    return "phụ lục" if annexes else "bảng số liệu"


def prose_tabs(edition: Edition) -> str:
    """The parts with prose in words: "các phần I đến IV", "phần II", "các thẻ có lời văn"; "" without any."""
    tabs = list(dict.fromkeys(section.tab for section in edition.sections if section.prose))
    if len(tabs) < 2:
        return "".join(f"phần {tab}" if is_number(tab) else f"thẻ {tab}" for tab in tabs)
    return f"các phần {tabs[0]} đến {tabs[-1]}" if all(map(is_number, tabs)) else "các thẻ có lời văn"


def tabs_of_keys(edition: Edition) -> dict[str, str]:
    """Key -> the tab that holds it, for every key of the edition except notes."""
    tabs = {field.key: GENERAL for field in edition.fields}
    of_section = {section.key: section.tab for section in edition.sections}
    tabs |= of_section
    tabs |= {figure.key: of_section.get(figure.section, GENERAL) for figure in edition.figures}
    tabs |= {row.key: a.head.key for a in edition.appendices for row in a.indicators}
    tabs |= {cell.key: a.head.key for a in edition.appendices if a.columns for cell in cells_of(a)}
    return tabs
