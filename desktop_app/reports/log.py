"""Acts as the log keeps them: only the stretch of a text that changed, and back to whole texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from desktop_app.base.errors import DamagedFile
from desktop_app.reports.history import Act, ActKind, Change, Step
from desktop_app.reports.report import NOTHING, Entry

WHOLE = 200
"""A text up to this length is kept whole on both sides, so that the log can be read by itself."""
ALL = -1
"""Stands for the place where a change begins when both sides are whole texts."""


class LogLine(NamedTuple):
    """One key of one act: when, who at this computer, and the stretch that changed, from `at` on.

    With `at` ALL, before and after are the whole texts.
    """

    kind: ActKind
    step_id: int
    label: str
    made_at: datetime
    made_by: str
    key: str
    at: int
    before: str
    after: str
    was_carried: bool
    is_carried: bool


class Version(NamedTuple):
    """What a key held once: the entry, and when and by whom and how it came to be.

    made_at is None for what the report began with.
    """

    entry: Entry
    kind: ActKind | None
    made_at: datetime | None
    made_by: str


def lines_of(acts: Iterable[Act], made_at: datetime, made_by: str) -> list[LogLine]:
    """The lines that the acts add to the log."""
    return [
        LogLine(
            act.kind, act.step.id, act.step.label, made_at, made_by, change.key,
            *_narrowed(change.before.text, change.after.text),
            change.before.carried, change.after.carried,
        )
        for act in acts
        for change in act.step.changes
    ]  # fmt: skip


def acts_of(lines: Iterable[LogLine], entries: Mapping[str, Entry]) -> Iterator[Act]:
    """The acts of lines, the last one first, walked back from the entries of today.

    One act for each line: `recall` joins those of one step.
    """
    now = dict(entries)
    for line in lines:
        after = now.get(line.key, NOTHING)
        now[line.key] = before = entry_before(line, after)
        yield Act(line.kind, Step(line.step_id, line.label, (Change(line.key, before, after),)))


def versions_of(lines: Iterable[LogLine], today: Entry) -> Iterator[Version]:
    """Every version of one key, the present one first, the one that it began with last."""
    entry = today
    for line in lines:
        yield Version(entry, line.kind, line.made_at, line.made_by)
        entry = entry_before(line, entry)
    yield Version(entry, None, None, "")


def entry_before(line: LogLine, after: Entry) -> Entry:
    """The entry before the line; raises DamagedFile when the line does not end in `after`."""
    text = exchanged(after.text, line.at, line.after, line.before)
    if text is None:
        raise DamagedFile("Lịch sử sửa không khớp với nội dung hiện có; tệp dữ liệu có thể đã hỏng.")
    return Entry(text, line.was_carried)


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
