"""What follows from an edit where numbers are bound: words that change along, figures that are stated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from desktop_app.checking.evaluate import difference
from desktop_app.reports.bound_numbers import (
    Before,
    bound_keys,
    detached,
    follow,
    is_stated_in_prose,
    read_bound,
    shown_number,
    stated,
)
from desktop_app.reports.filled_report import FilledReport, with_entries
from desktop_app.reports.prose import Prose, ProseRun, read_prose, write_prose
from desktop_app.reports.report import Entry


class Following(NamedTuple):
    """The prose of a report that has bound numbers, by key, and the keys that it follows."""

    prose: Mapping[str, Prose]
    keys: frozenset[str]


def following(filled: FilledReport) -> Following:
    """Which prose follows what; asked at each edit, so a stored text is looked at once."""
    found = {key: _bound_prose(filled.text(key)) for key in filled.plan.sections}
    prose = {key: one.prose for key, one in found.items() if one.prose}
    return Following(prose, frozenset(key for one in found.values() for key in one.keys))


def consequences(filled: FilledReport, edited: Mapping[str, Entry], before: Before) -> dict[str, Entry]:
    """The edited entries, and those that change along with them: one step for both.

    filled: the report before the edit. before: what the period before shows.
    """
    entries = dict(edited)
    written = [
        key
        for key in edited
        if filled.plan.is_prose(key)
        and (_bound_prose(filled.text(key)).prose or _bound_prose(edited[key].text).prose)
    ]
    for key in written:
        entries |= _settled(filled, key, edited[key], before)
    if not written and not following(filled).prose:
        return entries
    after = with_entries(filled, entries)
    now = following(after)
    changed = difference(filled.result, after.result, entries).keys
    if not written and not now.keys & changed:
        return entries
    for key, prose in now.prose.items():
        if key not in entries and not _bound_prose(after.text(key)).keys & changed:
            continue  # none of its figures moved; a key that is pressed waits for this
        moved = follow(after, prose, before)
        if moved != prose:
            entries[key] = Entry(write_prose(moved), carried=after.is_carried(key))
    return entries


def _settled(filled: FilledReport, key: str, entry: Entry, before: Before) -> dict[str, Entry]:
    """An edited prose as it is kept, and what it states of figures without a cell.

    A bound number that was typed over is a plain number from then on; one that the prose itself states takes
    the new digits, and with its last run the figure goes too. A further run of a figure that is stated
    already follows it.
    """
    old, new = read_prose(filled.text(key)), read_prose(entry.text)
    known, bound_before = {(run.bound, run.text) for run in _runs(old)}, {run.bound for run in _runs(old)}
    touched = {run for run in _runs(new) if (run.bound, run.text) not in known}
    states = {
        bound.key: run.text.strip()
        for run in touched
        if (bound := read_bound(run.bound))
        and is_stated_in_prose(filled, bound.key)
        and (run.bound in bound_before or not filled.text(bound.key))
    }
    for gone in stated(old).keys() - stated(new).keys() - _stated_elsewhere(filled, key):
        if is_stated_in_prose(filled, gone):
            states[gone] = ""

    def is_plain_now(run: ProseRun) -> bool:
        bound = read_bound(run.bound)
        if bound is None:
            return True
        if run not in touched or is_stated_in_prose(filled, bound.key):
            return False
        now = shown_number(filled, run.bound, before)
        return bool(now) and run.text != now  # one without a figure waits for it

    kept = detached(new, is_plain_now)
    text = write_prose(kept) if kept != new else entry.text
    return {key: Entry(text, entry.carried), **{figure: Entry(digits) for figure, digits in states.items()}}


def _stated_elsewhere(filled: FilledReport, key: str) -> set[str]:
    return {one for other, prose in following(filled).prose.items() if other != key for one in stated(prose)}


def _runs(prose: Prose) -> list[ProseRun]:
    return [run for paragraph in prose for run in paragraph.runs if run.bound]


class _BoundProse(NamedTuple):
    prose: Prose
    keys: frozenset[str]


@lru_cache(maxsize=256)
def _bound_prose(stored: str) -> _BoundProse:
    """The prose of a stored text, () without a bound number, and the keys that it follows."""
    prose = read_prose(stored)
    return _BoundProse(prose if _runs(prose) else (), bound_keys(prose))
