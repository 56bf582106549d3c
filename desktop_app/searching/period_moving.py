"""The period's own words of carried prose moved on to the next period: Quý I to Quý II, never a date."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from desktop_app.base.periods import Period
from desktop_app.forms.model import Edition
from desktop_app.forms.wording import period_words
from desktop_app.reports.prose import Prose, ProseRun
from desktop_app.searching.period_words import Named, named, names, reason_beside

_HALF = r"(?<!đầu)(?<!đầu )(?<!cuối)(?<!cuối )"
_YEAR = re.compile(
    rf"(?P<between>\s*/\s*|\s*-\s*|{_HALF},?\s*năm\s+|\s+)(?P<year>(?:19|20)\d\d)\Z", re.IGNORECASE
)
"""The year behind a period, with what joins both."""
_ROLES = ("label", "coming")
"""The period that a report is about, and the one that it looks ahead to."""


class _Period(NamedTuple):
    """A period in the words of a form, without its year, and the year."""

    words: str
    year: int


def moved_on(prose: Prose, old: tuple[Edition, Period], new: tuple[Edition, Period]) -> Prose:
    """The prose of the old report with the names of its periods as those of the new.

    What is compared with, cited or dated stays; so does a year by itself, unless the report is of a year.
    """
    targets = {name: _worded(*new, role) for role in _ROLES if (name := _name(*old, role))}

    def moved(run: ProseRun) -> ProseRun:
        return run if run.bound else run.with_text(_moved(run.text, targets, old[1]))

    return tuple(msgspec.structs.replace(p, runs=tuple(map(moved, p.runs))) for p in prose)


def _name(edition: Edition, period: Period, role: str) -> Named | None:
    """The period as the form names it; None where it names none that can be told."""
    words = period_words(edition, period)
    found = names().search(words[role])
    name = named(found) if found else None
    return name._replace(year=_year(words, role)) if name else None


def _worded(edition: Edition, period: Period, role: str) -> _Period:
    words = period_words(edition, period)
    return _Period(_YEAR.sub("", words[role].strip()), _year(words, role))


def _year(words: dict[str, str], role: str) -> int:
    return int(words["year" if role == "label" else "coming_year"])


def _moved(text: str, targets: dict[Named, _Period], old: Period) -> str:
    parts: list[str] = []
    done = 0
    for found in names().finditer(text):
        target = _target(named(found), targets, old)
        if target and not reason_beside(found, text):
            parts += [text[done : found.start()], _spelled(found.group(), target)]
            done = found.end()
    return "".join((*parts, text[done:]))


def _target(name: Named | None, targets: dict[Named, _Period], old: Period) -> _Period | None:
    if name is None or (not name.kind and old.kind != "Y"):
        return None
    known = (one for one in targets if one.kind == name.kind and name.year in (0, one.year))
    return next((targets[one] for one in known), None)


def _spelled(words: str, target: _Period) -> str:
    """The new period as the old one was spelled: with its year or without, a capital where one stood."""
    year = _YEAR.search(words)
    first = target.words[:1].upper() if words[:1].isupper() else target.words[:1].lower()
    name = first + target.words[1:]
    if not year:
        return name or words
    bare = not year["between"].strip() and not name.endswith("năm")
    return f"{name}{' năm ' if bare else year['between']}{target.year}"
