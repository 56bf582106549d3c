"""What of a report goes where in another form, and what finds no place there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

import msgspec

from desktop_app.base import known_keys
from desktop_app.checking.plan import Plan
from desktop_app.forms.values import read_value, show_computed
from desktop_app.reports.bound_numbers import rebound
from desktop_app.reports.explanations import read_explanation
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import in_words, read_prose, write_prose
from desktop_app.reports.report import Entry


class TrayItem(msgspec.Struct, frozen=True, rename={"key": "from"}):
    """What found no place in the form: its key on the form before, what it was called, its words."""

    key: str
    label: str
    text: str


class Moved(NamedTuple):
    """The entries in the other form, the tray among them, and for each old key its new one ("" = tray)."""

    entries: dict[str, Entry]
    places: dict[str, str]


def succeed(old: Plan, new: Plan, entries: Mapping[str, Entry], *, carried: bool = False) -> Moved:
    """The entries of a report on the old form as those of one on the new form.

    A row or section of the new form names its `was`: the keys that it follows. Prose of several is
    put one after the other, figures of several are added up. What no key takes goes to the tray, so
    that no word is lost. carried: mark prose as taken over and not yet touched.
    """
    typed = {key: entry for key, entry in entries.items() if not known_keys.is_about_report(key)}
    written = {key: entry for key, entry in typed.items() if entry.text.strip()}
    if old is new:
        return _settled(new, written)
    heirs = heirs_of(new)
    blank = {each: key for key, was in heirs.items() for each in was if each not in written}
    moved = Moved({}, {})
    for key in (*new.sections, *new.indicators):
        _inherit(new, key, [each for each in heirs.get(key, ()) if each in written], written, moved)
    for key, entry in written.items():
        if key not in moved.places:
            there = _place_of(new, key, entry, moved, blank)
            _put(moved, key, there, entry.text if there else _in_tray(old, key, entry))
    _rebind(new, heirs, moved)
    if carried:
        prose = {
            key: Entry(entry.text, carried=True) for key, entry in moved.entries.items() if new.is_prose(key)
        }
        moved.entries.update(prose)
    return moved


def shown_before(filled: FilledReport, previous: FilledReport | None) -> dict[str, str]:
    """What the report of the period before shows in the rows of this form; {} without such a report."""
    return shown_by(filled.plan, previous)


def shown_by(plan: Plan, previous: FilledReport | None) -> dict[str, str]:
    """What an earlier report shows in the rows and cells of this form; {} without such a report."""
    if previous is None:
        return {}
    shown = {key: previous.shown(key) for key in previous.plan.indicators}
    return shown if previous.plan is plan else inherited(plan, shown)


def _settled(plan: Plan, written: Mapping[str, Entry]) -> Moved:
    """Entries of an earlier state of the same form: the tray takes what has no row any more."""
    moved = Moved({}, {})
    for key, entry in written.items():
        stays = plan.is_key(key)
        _put(moved, key, key if stays else "", entry.text if stays else f"{key}\n{entry.text}")
    kept = {key: entry for key, entry in written.items() if moved.places[key] == key}
    return Moved(moved.entries | kept, moved.places)


def inherited(new: Plan, shown: Mapping[str, str]) -> dict[str, str]:
    """What the rows of the new form showed under the old one; "" where several do not add up."""
    heirs = heirs_of(new)
    found: dict[str, str] = {}
    for key in new.indicators:
        texts = [shown[each] for each in heirs.get(key, ()) if shown.get(each)]
        found[key] = texts[0] if len(texts) == 1 else _sum(new, key, texts)
    return found


def tray(entries: Mapping[str, Entry]) -> list[TrayItem]:
    """What found no place and is still there."""
    found: list[TrayItem] = []
    for key, entry in entries.items():
        if known_keys.is_tray(key) and entry.text:
            label, _, words = entry.text.partition("\n")
            found.append(TrayItem(key.removeprefix(known_keys.TRAY), label, words))
    return found


def heirs_of(new: Plan) -> dict[str, tuple[str, ...]]:
    """New key -> the old keys that it takes; an old key goes to the first that names it.

    A form that names no key of one before keeps them all.
    """
    named = {key: section.was for key, section in new.sections.items()}
    named |= {key: row.was for key, row in new.indicators.items()}
    if not any(named.values()):
        return {key: (key,) for key in named}
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for key, was in named.items():
        found[key] = tuple(each for each in was if each not in taken)
        taken.update(was)
    return found


def _rebind(new: Plan, heirs: Mapping[str, tuple[str, ...]], moved: Moved) -> None:
    """Bound numbers follow the rows that took over their figures alone; others become plain words."""
    alone = {was[0]: key for key, was in heirs.items() if len(was) == 1}

    def place(key: str) -> str:
        return alone.get(key) or (key if key in new.figures or known_keys.is_named_number(key) else "")

    for key, entry in moved.entries.items():
        if new.is_prose(key) and (prose := rebound(read_prose(entry.text), place)):
            moved.entries[key] = Entry(write_prose(prose), entry.carried)


def _inherit(new: Plan, key: str, sources: list[str], written: Mapping[str, Entry], moved: Moved) -> None:
    """Put what stands under the sources under the key, where it fits there."""
    texts = [written[each].text for each in sources]
    if new.is_prose(key):
        text = write_prose(tuple(part for stored in texts for part in read_prose(stored)))
    elif len(texts) == 1:
        text = texts[0] if _fits(new, key, texts[0]) else ""
    else:
        text = _sum(new, key, texts)
    if text and sources:
        moved.entries[key] = Entry(text, carried=all(written[each].carried for each in sources))
        moved.places.update(dict.fromkeys(sources, key))


def _place_of(new: Plan, key: str, entry: Entry, moved: Moved, blank: Mapping[str, str]) -> str:
    """Where what is no row and no prose goes; "" is the tray. blank: the heirs of rows left empty."""
    if known_keys.is_earlier(key):
        cell = key.removeprefix(known_keys.EARLIER)
        heir = known_keys.earlier_of(moved.places.get(cell) or blank.get(cell, ""))
        return heir if new.is_key(heir) else ""
    if known_keys.is_note(key):
        row = known_keys.row_of(key)
        heir = known_keys.note_of(moved.places.get(row) or blank.get(row, ""))
        return heir if new.is_key(heir) else ""
    if key in new.figures or key in new.lines:
        return key if _fits(new, key, entry.text) else ""
    kept = key in new.fields or known_keys.is_tray(key) or known_keys.is_named_number(key)
    return key if kept else ""


def _put(moved: Moved, key: str, there: str, text: str) -> None:
    """Write it there, behind what another entry has brought; in the tray where there is no place."""
    target = there or known_keys.TRAY + key
    if before := moved.entries.get(target):
        text = before.text + ("\n" if known_keys.is_tray(target) else "; ") + text
    moved.entries[target] = Entry(text)
    moved.places[key] = there


def _in_tray(old: Plan, key: str, entry: Entry) -> str:
    """What it was called, and its words below: prose and reasons without their stored spelling."""
    if known_keys.is_explanation(key):
        reason = read_explanation(entry.text)
        return f"Giải trình\n{reason.text if reason else entry.text}"
    label = old.names.get(known_keys.row_of(key), key)
    label = f"Ghi chú của {label}" if known_keys.is_note(key) else label
    return f"{label}\n{in_words(entry.text, prose=old.is_prose(key))}"


def _fits(new: Plan, key: str, text: str) -> bool:
    """Whether the row can hold it: an answer must be one of its choices, a number no heading's."""
    kind = new.kind(key)
    return kind != "heading" and read_value(kind, text, new.choices(key)).state != "unreadable"


def _sum(new: Plan, key: str, texts: list[str]) -> str:
    """The sum of counts; "" where there is nothing to add up, or something that is no number."""
    numbers = [number for text in texts if (number := read_value("count", text).number) is not None]
    if new.kind(key) != "count" or not texts or len(numbers) != len(texts):
        return ""
    return show_computed("count", sum(numbers, Decimal(0)), none_arisen=False)
