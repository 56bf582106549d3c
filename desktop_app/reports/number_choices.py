"""The figures that a number of the prose can follow: found by words of their labels, written in four ways."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from desktop_app.base import known_keys
from desktop_app.base.text import without_marks
from desktop_app.forms.columns import values_of
from desktop_app.forms.values import is_numeric, read_value
from desktop_app.reports.bound_numbers import ABSOLUTE, BEFORE, PERCENT, ZERO_FIRST, Before, shown_number
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import ProseRun

Way = Literal["figure", "change", "part", "rate"]
WAYS: dict[Way, str] = {
    "figure": "Số liệu (186)",
    "change": "Tăng hoặc giảm so với kỳ trước (4)",
    "part": "Số này trên số kia (90/101)",
    "rate": "Tỷ lệ phần trăm của số kia (83,33%)",
}
NEEDS_OTHER: frozenset[Way] = frozenset({"part", "rate"})
NOT_YET = "…"
"""What stands for a number whose figure is not there yet."""


class Choice(NamedTuple):
    """One figure: its key, where it stands, what it is called, what it shows now."""

    key: str
    place: str
    label: str
    shown: str


def number_choices(filled: FilledReport, section: str) -> list[Choice]:
    """Every figure of the tables, those of the prose (this section's first), numbers with a name."""
    plan = filled.plan
    rows = [
        Choice(row.key, plan.names[row.key], row.label, filled.shown(row.key))
        for appendix in plan.edition.appendices
        for row in values_of(appendix)
        if is_numeric(row.kind)
    ]
    figures = sorted(plan.figures.values(), key=lambda figure: figure.section != section)
    stated = [Choice(f.key, f"Lời văn mục {f.section}", f.label, filled.text(f.key)) for f in figures]
    named = [
        Choice(key, "Lời văn", known_keys.number_name(key), text)
        for key, text in filled.texts().items()
        if known_keys.is_named_number(key)
    ]
    return [*named, *rows, *stated]


def matching(choices: Iterable[Choice], words: str, digits: str = "") -> list[Choice]:
    """Those whose place and label have all the words, with or without marks; the digits' own first."""
    wanted = without_marks(words).split()
    found = [one for one in choices if _has(one, wanted)]
    return sorted(found, key=lambda one: not (digits and same_number(one.shown, digits)))


def _has(choice: Choice, wanted: list[str]) -> bool:
    words = without_marks(f"{choice.place} {choice.label}")
    return all(word in words for word in wanted)


def same_number(one: str, other: str) -> bool:
    """Whether both texts are the same number, however they are written."""
    values = [read_value("decimal", text.strip().removesuffix("%")).number for text in (one, other)]
    return values[0] is not None and values[0] == values[1]


class Written(NamedTuple):
    """How a number is to be written: the way, the second figure where the way needs one, 05 for 5."""

    way: Way = "figure"
    other: str = ""
    zero_first: bool = False


def runs_of(
    filled: FilledReport, key: str, written: Written, before: Before = dict, digits: str = ""
) -> tuple[ProseRun, ...]:
    """The runs that follow the figure so; `digits`: what stands there already, kept where it is right."""
    zero = f"|{ZERO_FIRST}" if written.zero_first else ""
    bounds = {
        "figure": [f"{key}{zero}"],
        "change": [f"{key} - {BEFORE}{key}|{ABSOLUTE}{zero}"],
        "part": [f"{key}{zero}", f"{written.other}{zero}"],
        "rate": [f"rate({key}, {written.other})|{PERCENT}"],
    }[written.way]
    runs: list[ProseRun] = []
    for bound in bounds:
        text = shown_number(filled, bound, before) or digits or NOT_YET
        runs += [*([ProseRun("/")] if runs else []), ProseRun(text, bound=bound)]
    return tuple(runs)


_NUMBER = re.compile(r"(?<![\w/.,])\d+(?:[.,]\d+)*%?(?![\w/])")
_NEAR = 70
"""Letters around a number in which the words of a label are looked for."""


def numbers_in(text: str) -> list[tuple[int, int]]:
    """Where numbers stand in a text, those inside a symbol or a date left out."""
    return [found.span() for found in _NUMBER.finditer(text)]


def place_of_figure(text: str, label: str, value: str) -> tuple[int, int] | None:
    """Where the text states the value of what is called so; None where it does not, or in several places."""
    alike = [span for span in numbers_in(text) if same_number(text[slice(*span)], value)]
    if len(alike) < 2:
        return alike[0] if alike else None
    words = {word for word in without_marks(label).split() if len(word) > 2}
    scores = [(_nearness(text, span, words), span) for span in alike]
    (best, span), (second, _) = sorted(scores, reverse=True)[:2]
    return span if best > second else None


def _nearness(text: str, span: tuple[int, int], words: set[str]) -> Decimal:
    """The part of the words that stand around the number, those in front of it a little more."""
    ahead = without_marks(text[max(0, span[0] - _NEAR) : span[0]]).split()
    behind = without_marks(text[span[1] : span[1] + _NEAR]).split()
    return Decimal(len(words & set(ahead))) + Decimal(len(words & set(behind))) * Decimal("1.2")
