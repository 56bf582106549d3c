"""Which table of the form a line above a table names: by its name, its number or its title."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.checking.plan import Plan
from desktop_app.forms.heads import table_name
from desktop_app.word_import.likeness import plain_words

MOST_TITLE = 60
"""Words of number, title and tie of an appendix on one line."""
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMANS = tuple(ten + one for ten in _TENS for one in _ONES)[1:]
"""I to XCIX, in small letters."""
_COUNTED = re.compile(rf"([0-9]{{1,3}})(?![0-9])|({'|'.join(sorted(ROMANS, key=len, reverse=True))})\Z")
_OPEN = re.compile(r"\{[a-z_]+\}")


def hint_of(plan: Plan, text: str) -> int | None:
    """The place of the table: "Biểu mẫu 3", "Phụ lục III", "Biểu 01a/CCHC"; None where none is named."""
    words = plain_words(text)
    if (named := _named(plan, words)) is not None:
        return named
    if not 1 < len(words) <= MOST_TITLE:
        return None
    names = (plain_words(plan.edition.head.appendix_word), ("phu", "luc"), ("bieu", "mau"), ("bieu",))
    name = next((name for name in names if words[: len(name)] == name), None)
    found = _COUNTED.match(words[len(name)]) if name and len(words) > len(name) else None
    if found is None:
        return None
    number = int(found[1]) if found[1] else ROMANS.index(found[2]) + 1
    numbers = [appendix.head.number for appendix in plan.edition.appendices]
    return numbers.index(number) if number in numbers else None


def titled(plan: Plan, text: str) -> int | None:
    """The place of the table with this title, where no other has it; None for every other line."""
    words = " ".join(plain_words(text))
    found = [place for place, title in enumerate(_titles(plan)) if title.fullmatch(words)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4)
def _titles(plan: Plan) -> tuple[re.Pattern[str], ...]:
    """The words of each title; anything where the form names the period."""
    parts = (
        [re.escape(" ".join(plain_words(p))) for p in _OPEN.split(a.head.title)]
        for a in plan.edition.appendices
    )
    return tuple(re.compile(r"\s*.*?\s*".join(one)) for one in parts)


def _named(plan: Plan, words: tuple[str, ...]) -> int | None:
    """The table that has a name of its own with which the words begin; the longest of several."""
    best: tuple[int, int] | None = None
    headings = {plain_words(f"{section.number} {section.title}") for section in plan.edition.sections}
    for place, appendix in enumerate(plan.edition.appendices):
        own = plain_words(table_name(plan.edition.head, appendix.head)) if appendix.head.name else ()
        longer = best is None or len(own) > best[0]
        if own and own not in headings and words[: len(own)] == own and longer:
            best = (len(own), place)
    return best[1] if best else None
