"""How a section is called on the screen: by the numbers over it, else by its words, never by a key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from desktop_app.forms.model import Section

PLAIN_TITLES = {"opening": "Phần mở đầu", "closing": "Câu kết"}
"""Parts of the body that are printed without a heading."""
LONGEST = 60
"""Letters of a title that a sentence repeats."""
_NUMBER = re.compile(r"([IVXLCDM]+|[0-9]+|\w)( \([0-9]+\))?")
_LEVELS = {"part": 1, "heading": 2, "item": 3}
_COUNTED = re.compile(r"\w+(\.\w+)*")


def section_numbers(sections: Iterable[Section]) -> dict[str, str]:
    """Section -> "II.4.a", the numbers over it; "" where it has none of its own, or not alone."""
    found: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for section in sections:
        depth = section.depth if section.level == "point" else _LEVELS.get(section.level, 0)
        own = section.number.strip().rstrip(".)/ ").lstrip("(")
        own = own if _COUNTED.fullmatch(own) else ""
        if depth:
            above = [(level, number) for level, number in above if level < depth]
        found[section.key] = _spelled(section.key, own, [number for _, number in above])
        if depth:
            above.append((depth, own))
    times = Counter(found.values())
    return {key: number if times[number] == 1 else "" for key, number in found.items()}


def _spelled(key: str, own: str, above: list[str]) -> str:
    """The key where it ends with the number that is printed, else the numbers one below the other."""
    if not own:
        return ""
    if key.rpartition(".")[2].casefold() == own.casefold():
        return key
    return ".".join(filter(None, (*above, own)))


def section_names(sections: Iterable[Section]) -> dict[str, str]:
    """Section -> how a sentence calls it: "Mục II.4.a", "Mục «Kiến nghị»", "Phần mở đầu"."""
    sections = tuple(sections)
    numbers = section_numbers(sections)
    return {section.key: _name(section, numbers[section.key]) for section in sections}


def section_lines(sections: Iterable[Section]) -> dict[str, str]:
    """The same without the word «Mục»: "II.4.a", «Kiến nghị»."""
    return {key: name.removeprefix("Mục ") for key, name in section_names(sections).items()}


def words_of_section(section: Section) -> str:
    """Its title, else what is to be written there."""
    title = " ".join(section.title.split()).rstrip(":")
    return title or PLAIN_TITLES.get(section.key, "") or " ".join(section.hint.split()).rstrip(".:")


def _name(section: Section, number: str) -> str:
    words = words_of_section(section)
    if section.level == "plain":
        return words or "Đoạn không có đề mục"
    if number:
        return f"Mục {number}"
    short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    return f"Mục «{short}»" if short else "Mục không có đề mục"


def part_name(tab: str) -> str:
    """ "Phần II", "Phần A"; a tab that is called by words keeps them."""
    return f"Phần {tab}" if is_number(tab) else tab


def is_number(tab: str) -> bool:
    """Whether the tab is called by a number or a letter."""
    return _NUMBER.fullmatch(tab) is not None
