"""Dates as an office writes them: 15/3/2023 typed, the digits of "ngày 05 tháng 01" printed."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

_TYPED = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*\Z", re.ASCII)
_WORDS = re.compile(r"\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\s*\Z", re.ASCII | re.IGNORECASE)


def read_date(text: str) -> date | None:
    """The date typed as 15/3/2023 or "ngày 15 tháng 3 năm 2023"; None when it is no such date."""
    found = _TYPED.match(text) or _WORDS.match(text)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of_month(text: str) -> int | None:
    """How many days the month has in which a day was typed that it has not (31/9/2024: 30); else None."""
    found = _TYPED.match(text) or _WORDS.match(text)
    if not found or read_date(text):
        return None
    _, month, year = (int(part) for part in found.groups())
    return monthrange(year, month)[1] if 1 <= month <= 12 and year else None


def short_date(day: date) -> str:
    """15/3/2023, with the same zeros as in print."""
    return f"{'/'.join(day_and_month(day))}/{day.year}"


def day_and_month(day: date) -> tuple[str, str]:
    """The digits of "ngày 05 tháng 01": a zero before days under 10 and months 1 and 2 alone.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.
    """
    return f"{day.day:02d}", f"{day.month:02d}" if day.month < 3 else str(day.month)


def clock(moment: datetime) -> str:
    """The hour and minute for the status bar, such as 14:32."""
    return moment.strftime("%H:%M")
