"""The outline of a form: how deep a section stands, what it stands under, which tab holds it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from desktop_app.forms.model import Section

PLAIN_DEPTH = 1
WHOLE = "Nội dung"
"""The tab of a body that has no parts."""
_DEPTHS = {"part": 1, "heading": 2, "item": 3, "plain": PLAIN_DEPTH, "line": 9}
_LONGEST_TAB = 12


def depth_of(section: Section) -> int:
    """1 for a part, 2 for a heading, 3 for an item, deeper for points; a printed line belongs above."""
    return section.depth if section.level == "point" else _DEPTHS[section.level]


def key_above(sections: Sequence[Section], depth: int) -> str:
    """The key of the section under which one of this depth would stand behind these; "" for none."""
    above = (each for each in reversed(sections) if each.level not in ("plain", "line"))
    return next((each.key for each in above if depth_of(each) < depth), "") if depth > 1 else ""


def with_tabs(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Each section in the tab of its part; what stands before the first part is in the first one's."""
    names = _part_names(sections)
    now = next(iter(names.values()), WHOLE)
    placed: list[Section] = []
    for section in sections:
        now = names.get(section.key, now)
        placed.append(section if section.tab == now else msgspec.structs.replace(section, tab=now))
    return tuple(placed)


def _part_names(sections: Sequence[Section]) -> dict[str, str]:
    """Part -> the name of its tab: its printed number, no two alike."""
    names: dict[str, str] = {}
    for order, part in enumerate((each for each in sections if each.level == "part"), 1):
        number = part.number.strip().rstrip(".):").strip()[:_LONGEST_TAB] or str(order)
        names[part.key] = number if number not in names.values() else f"{number} ({order})"
    return names
