"""Reporting periods (2023-Q1, 2023-6M, 2023-9M, 2023-Y): order, neighbours and cut-off dates."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from desktop_app.base.errors import UserFault

KINDS = ("Q1", "Q2", "6M", "Q3", "9M", "Q4", "Y")
"""The kinds in the order in which a year meets them."""

_SPELLING = re.compile(r"(\d{4})-([A-Z0-9]{1,2})\Z", re.ASCII)
# The official cycle is quarter I, six months, quarter III (nine months), year; the quarters II
# and IV belong to offices that report every quarter.
_BEFORE = {"Q1": "Y", "Q2": "Q1", "6M": "Q1", "Q3": "6M", "9M": "6M", "Q4": "Q3", "Y": "9M"}
_AFTER = {"Q1": "Q2", "Q2": "Q3", "6M": "9M", "Q3": "Q4", "9M": "Y", "Q4": "Q1", "Y": "Q1"}
# Nghị định 09/2019/NĐ-CP, Điều 12: figures run from day 15 to day 14: (months back from the
# last month of the period at whose day 15 it starts, last month).
_CUT_OFF = {
    "Q1": (3, 3), "Q2": (3, 6), "6M": (6, 6), "Q3": (3, 9),
    "9M": (9, 9), "Q4": (3, 12), "Y": (12, 12),
}  # fmt: skip


class Period(NamedTuple):
    """One reporting period of a year; `kind` is one of KINDS. Sorts by year, then by end."""

    year: int
    kind: str

    def __str__(self) -> str:
        return f"{self.year}-{self.kind}"

    def rank(self) -> tuple[int, int]:
        """Where the period stands in time, for sorting."""
        return (self.year, KINDS.index(self.kind))

    def previous(self) -> Period:
        """The period whose report comes just before this one in the reporting cycle."""
        kind = _BEFORE[self.kind]
        return Period(self.year - 1 if self.kind == "Q1" else self.year, kind)

    def next(self) -> Period:
        """The period whose report comes next: quarter after quarter, nine months, year."""
        return Period(self.year + 1 if self.kind in ("Q4", "Y") else self.year, _AFTER[self.kind])

    def last_year(self) -> Period:
        """The same period one year earlier."""
        return Period(self.year - 1, self.kind)

    def cut_off(self) -> tuple[date, date]:
        """First and last day of the figures (Nghị định 09/2019/NĐ-CP, Điều 12)."""
        back, last = _CUT_OFF[self.kind]
        year, month = (self.year, last - back) if last > back else (self.year - 1, last - back + 12)
        return date(year, month, 15), date(self.year, last, 14)


def read_period(text: str) -> Period:
    """The period that the text names, such as "2023-Q1"; refuses one that does not exist."""
    found = _SPELLING.match(text.strip().upper())
    if found and found.group(2) in KINDS and 1990 <= int(found.group(1)) <= 2199:
        return Period(int(found.group(1)), found.group(2))
    raise UserFault(
        f"Kỳ báo cáo «{text[:40]}» không có; hãy ghi năm và kỳ, ví dụ 2023-Q1, 2023-6M, 2023-9M hoặc 2023-Y."
    )
