"""Periods that several forms claim: told; which of them gets such a period is an order kept elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import KINDS, MONTH, Period, period_name, read_period
from desktop_app.form_editing.places import PlacedFault
from desktop_app.forms.catalogue import serves
from desktop_app.forms.heads import Head, PeriodWording
from desktop_app.forms.written import WrittenEdition

YEARS_LOOKED_AT = 3
MOST_NAMED = 3


class Claim(NamedTuple):
    """Another form that is there, and the kinds of period that it words."""

    head: Head
    periods: tuple[PeriodWording, ...]


def claimed_twice(written: WrittenEdition, others: Sequence[Claim]) -> Iterator[PlacedFault]:
    """The first periods that other forms would serve too, in one sentence; told, never refused."""
    try:
        first = read_period(written.head.valid_from)
    except UserFault:
        return  # its own fault says so
    mine = Claim(msgspec.structs.replace(written.head, draft=False), written.periods)
    periods: set[Period] = set()
    names: list[str] = []
    for other in others:
        if other.head.id != written.head.id and not other.head.draft:
            shared = [period for period in _from(first) if _both_serve(mine, other, period)]
            periods.update(shared)
            names += [f"«{other.head.name}»"] if shared else []
    if names:
        when = [period_name(period) for period in sorted(periods, key=Period.rank)]
        yield PlacedFault(
            ("head", "valid_from"),
            f"Kỳ {', '.join(when[:MOST_NAMED])}{' …' if len(when) > MOST_NAMED else ''} còn có mẫu "
            f"{_listed(names)} dùng được; mẫu nào đứng trước trong thứ tự thì được dùng.",
            "note",
        )


def _listed(names: Sequence[str]) -> str:
    """The first few, and how many more."""
    more = f" và {len(names) - MOST_NAMED} mẫu khác" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def _from(first: Period) -> Iterator[Period]:
    """The periods of some years from the first one on."""
    for year in range(first.year, max(first.year, date.today().year) + YEARS_LOOKED_AT):
        for kind in KINDS:
            period = Period(year, kind)
            if not kind.startswith(MONTH) or kind == f"{MONTH}1":
                yield period


def _both_serve(one: Claim, other: Claim, period: Period) -> bool:
    try:
        return serves(one.head, one.periods, period) and serves(other.head, other.periods, period)
    except UserFault:
        return False
