"""Days and stretches of time as prose writes them, with their places, real days or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.checking.findings import Span

DAY = (
    r"(?P<day>\d{1,2})(?:[ ]?[/.-][ ]?(?P<month>\d{1,2})[ ]?[/.-][ ]?(?P<year>\d{4})"
    r"|\s+tháng\s+(?P<month_word>\d{1,2})\s+năm\s+(?P<year_word>\d{4}))(?![\d/])"
)
"""A day with its year: 07/10/2020 or "07 tháng 10 năm 2020"."""
_DAY = re.compile(rf"(?<![\d/.,-]){DAY}", re.ASCII)
_PART = r"(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?"
_RANGE = re.compile(
    rf"(?<![\d/.,-]){_PART}\s*(?:đến(?:\s+hết)?|tới|-|–)\s*{_PART}(?![\d/])", re.ASCII | re.IGNORECASE
)
_MONTHS = re.compile(
    r"(?<!\w)tháng\s+(\d{1,2})/(\d{4})\s*(?:đến(?:\s+hết)?|-|–)\s*(?:tháng\s+)?(\d{1,2})/(\d{4})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_YEARS = re.compile(r"giai đoạn\s+((?:19|20)\d\d)\s*(?:đến|-|–)\s*((?:19|20)\d\d)(?!\d)", re.ASCII | re.I)


class WrittenDay(NamedTuple):
    """A day as it is written; `day` is None when no calendar has it (31/02/2023)."""

    words: str
    day: date | None
    span: Span
    year: int
    digits: tuple[str, str]
    """Day and month as typed."""

    @property
    def with_zeros(self) -> str:
        """The same day with the zeros of Nghị định 30/2020/NĐ-CP: days under 10, months 1 and 2."""
        day, month = (digits.lstrip("0") or "0" for digits in self.digits)
        wanted = (
            self.digits[0] if int(day) > 9 else f"0{day}",
            self.digits[1] if int(month) > 2 else f"0{month}",
        )
        begin, text = 0, self.words
        for typed, right in zip(self.digits, wanted, strict=True):
            place = text.index(typed, begin)
            text = text[:place] + right + text[place + len(typed) :]
            begin = place + len(right)
        return text


class Stretch(NamedTuple):
    """A stretch of time whose end comes before its beginning."""

    words: str
    span: Span


def written_day(found: re.Match[str], begin: int = 0) -> WrittenDay:
    """The day of a match of DAY, its place counted from `begin`."""
    month = found["month"] or found["month_word"]
    year = int(found["year"] or found["year_word"])
    start, end = found.start("day"), found.end("year") if found["year"] else found.end("year_word")
    words = found.string[start:end]
    return WrittenDay(
        words, real_day(year, int(month), int(found["day"])), (begin + start, begin + end), year,
        (found["day"], month),
    )  # fmt: skip


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_in(text: str) -> Iterator[WrittenDay]:
    """Every day with a year that the text writes."""
    return (written_day(found) for found in _DAY.finditer(text))


def backward_stretches(text: str) -> Iterator[Stretch]:
    """From a day to an earlier day, from a month to an earlier one, from a year to an earlier one."""
    for found in _RANGE.finditer(text):
        if _ends_early(found.groups()):
            yield Stretch(found.group(), found.span())
    for found in _MONTHS.finditer(text):
        first, last = (int(found[2]), int(found[1])), (int(found[4]), int(found[3]))
        if last < first:
            yield Stretch(found.group(), found.span())
    for found in _YEARS.finditer(text):
        if found[2] < found[1]:
            yield Stretch(found.group(), found.span())


def _ends_early(parts: tuple[str | None, ...]) -> bool:
    """Whether the second day comes first; a first day without a year may be of the year before."""
    day, month, year, last_day, last_month, last_year = parts
    if not year or not last_year:
        return False
    first = real_day(int(year), int(month or 0), int(day or 0))
    last = real_day(int(last_year), int(last_month or 0), int(last_day or 0))
    return first is not None and last is not None and last < first
