"""The headings that were found as sections of a draft, each with its key, its level and its tab."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from desktop_app.base.text import clean
from desktop_app.form_editing.keys import TakenKeys, new_section_key
from desktop_app.form_import.found import FoundForm, FoundSection
from desktop_app.form_import.outline import LINE
from desktop_app.forms.model import Section

OPENING, CLOSING = "opening", "closing"
_Level = Literal["part", "heading", "item", "point"]
_LEVELS: tuple[_Level, ...] = ("part", "heading", "item")
MOST_TEXT = 2000


def sections_of(found: FoundForm, taken: TakenKeys) -> tuple[Section, ...]:
    """The sections between a place for the opening and one for the closing; none for a form of tables."""
    if not found.sections:
        return ()
    made = list(_sections(found.sections, taken))
    first, last = made[0].tab, made[-1].tab
    return (
        Section(OPENING, "plain", first),
        *made,
        Section(CLOSING, "plain", last, default=clean(found.closing)[:MOST_TEXT]),
    )


def _sections(found: tuple[FoundSection, ...], taken: TakenKeys) -> Iterator[Section]:
    above: list[str] = []
    tab = ""
    for key in (OPENING, CLOSING):
        taken.add(key)
    for one in found:
        if one.depth == LINE:
            key = new_section_key("", "", taken)
            taken.add(key)
            yield Section(key, "line", tab or key, title=clean(one.title)[:MOST_TEXT], prose=False)
            continue
        above = above[: one.depth - 1]
        key = new_section_key(one.number, above[-1] if above else "", taken)
        taken.add(key)
        above.append(key)
        tab = key if one.depth == 1 or not tab else tab
        title = clean(one.title)[:MOST_TEXT]
        level: _Level = _LEVELS[one.depth - 1] if one.depth <= len(_LEVELS) else "point"
        yield Section(
            key, level, tab, clean(one.number), title, one.prose, max(4, one.depth),
            run_in=one.prose and title.endswith(":"),
        )  # fmt: skip
