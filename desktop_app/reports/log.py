"""Steps as the log keeps them: only the stretch of a text that changed, and back to whole texts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from desktop_app.base.errors import DamagedFile
from desktop_app.base.log_row import LogRow, StepKind
from desktop_app.reports.history import Change, Step
from desktop_app.reports.report import NOTHING, Entry

WHOLE = 200
"""A text up to this length is kept whole on both sides, so that the log can be read by itself."""
ALL = -1
"""Stands for the place where a change begins when both sides are whole texts."""
WAS_CARRIED, IS_CARRIED = 1, 2
"""What `LogRow.carried` adds up."""


class Version(NamedTuple):
    """What a key held once: the entry, and when and by whom and how it came to be.

    made_at is None for what the report began with. place: the row's name on an earlier form, where
    it stood there.
    """

    entry: Entry
    kind: StepKind | None
    made_at: datetime | None
    made_by: str
    place: str = ""


def rows_of(steps: Iterable[Step], last_row: int, made_at: str, made_by: str) -> list[LogRow]:
    """The rows that the steps add to a log whose last row has the number `last_row`."""
    changed = [(step, change) for step in steps for change in step.changes]
    return [
        LogRow(
            number, step.id, step.kind, step.label, made_at, made_by, change.key,
            *_narrowed(change.before.text, change.after.text),
            carried=change.before.carried * WAS_CARRIED + change.after.carried * IS_CARRIED,
        )
        for number, (step, change) in enumerate(changed, start=last_row + 1)
    ]  # fmt: skip


def steps_of(rows: Iterable[LogRow], entries: Mapping[str, Entry]) -> Iterator[Step]:
    """The steps of rows, the last one first, walked back from the entries of today.

    One step for each row: `recall` joins those of one id.
    """
    now = dict(entries)
    for row in rows:
        after = now.get(row.key, NOTHING)
        now[row.key] = before = entry_before(row, after)
        yield Step(row.step, row.label, (Change(row.key, before, after),), row.act)


class Stretch(NamedTuple):
    """The rows of a log between two moves of the report: from this number, up to but not with that."""

    since: int = 0
    until: int = sys.maxsize


WHOLE_LOG = Stretch()


def versions_of(
    rows: Iterable[LogRow], today: Entry, stretch: Stretch = WHOLE_LOG, place: str = ""
) -> Iterator[Version]:
    """Every version of one key in the stretch, the last one first, the one that it began with last."""
    entry = today
    for row in rows:
        if row.number < stretch.since:
            return
        if row.number < stretch.until:
            yield Version(entry, row.act, datetime.fromisoformat(row.made_at), row.made_by, place)
        entry = entry_before(row, entry)
    if not stretch.since:
        yield Version(entry, None, None, "", place)


def entry_before(row: LogRow, after: Entry) -> Entry:
    """The entry before the row; raises DamagedFile when the row does not end in `after`."""
    text = exchanged(after.text, row.at, row.after, row.before)
    if text is None:
        raise DamagedFile("Lịch sử sửa không khớp với nội dung hiện có; tệp dữ liệu có thể đã hỏng.")
    return Entry(text, bool(row.carried & WAS_CARRIED))


def exchanged(text: str, at: int, old: str, new: str) -> str | None:
    """The text with the stretch `old` at this place exchanged for `new`; None when it is not there."""
    if at == ALL:
        return new if text == old else None
    end = at + len(old)
    return text[:at] + new + text[end:] if at <= len(text) and text[at:end] == old else None


def _narrowed(before: str, after: str) -> tuple[int, str, str]:
    """Where the two begin to differ, and both from there to where they are the same again."""
    if len(before) <= WHOLE and len(after) <= WHOLE:
        return ALL, before, after
    at = _same(before, after)
    before, after = before[at:], after[at:]
    tail = _same(before[::-1], after[::-1])
    return at, before[: len(before) - tail], after[: len(after) - tail]


def _same(one: str, other: str) -> int:
    """How many letters the two have in common at their head."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
