"""Reporting periods (2023-Q1, 2023-6M, 2023-9M, 2023-Y, 2023-M7): order, names and neighbours."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.base.errors import UserFault

MONTH = "M"
"""What a form calls every month in one word; a period is of the kind M1 to M12."""
_ROMAN = ("I", "II", "III", "IV")
_LAST_MONTHS = {"Q1": 3, "Q2": 6, "6M": 6, "Q3": 9, "9M": 9, "Q4": 12, "Y": 12}
_QUARTER_MONTHS = 3

KINDS = tuple(
    kind
    for month in range(1, 13)
    for kind in (f"M{month}", *(name for name, last in _LAST_MONTHS.items() if last == month))
)
"""The kinds in the order in which a year meets their ends."""

_SPELLING = re.compile(r"(\d{4})-([A-Z0-9]{1,3})\Z", re.ASCII)
_AFTER = {"Q1": "Q2", "Q2": "Q3", "6M": "9M", "Q3": "Q4", "9M": "Y", "Q4": "Q1", "Y": "Q1"}


class Period(NamedTuple):
    """One reporting period of a year; `kind` is one of KINDS. Sorts by year, then by end."""

    year: int
    kind: str

    def __str__(self) -> str:
        return f"{self.year}-{self.kind}"

    @property
    def is_month(self) -> bool:
        """Whether it is one of the twelve months."""
        return self.kind.startswith(MONTH)

    @property
    def group(self) -> str:
        """The kind by which a form words it: MONTH for every month, else the kind itself."""
        return MONTH if self.is_month else self.kind

    @property
    def last_month(self) -> int:
        """The month of the year in which it ends."""
        return int(self.kind[1:]) if self.is_month else _LAST_MONTHS[self.kind]

    @property
    def first_month(self) -> int:
        """The month of the year with which it begins."""
        if self.is_month:
            return self.last_month
        return self.last_month - _QUARTER_MONTHS + 1 if self.kind.startswith("Q") else 1

    def rank(self) -> tuple[int, int]:
        """Where the period stands in time, for sorting."""
        return (self.year, KINDS.index(self.kind))

    def next(self) -> Period:
        """The period whose report comes next: month after month, quarter after quarter, year after year."""
        if self.is_month:
            return Period(self.year + self.last_month // 12, f"{MONTH}{self.last_month % 12 + 1}")
        return Period(self.year + 1 if self.kind in ("Q4", "Y") else self.year, _AFTER[self.kind])


def read_period(text: str) -> Period:
    """The period that the text names, such as "2023-Q1"; refuses one that does not exist."""
    found = _SPELLING.match(text.strip().upper())
    if found and found.group(2) in KINDS and 1990 <= int(found.group(1)) <= 2199:
        return Period(int(found.group(1)), found.group(2))
    raise UserFault(
        f"Kỳ báo cáo «{text[:40]}» không có; hãy ghi năm và kỳ, ví dụ 2023-Q1, 2023-6M, 2023-9M, 2023-Y "
        "hoặc 2023-M7."
    )


def kind_name(kind: str) -> str:
    """ "Quý I", "6 tháng đầu năm", "Tháng 7", "Năm": how a kind is called on the screen."""
    if kind.startswith("Q"):
        return f"Quý {_ROMAN[int(kind[1:]) - 1]}"
    if kind.startswith(MONTH):
        return f"Tháng {kind[1:]}"
    return "Năm" if kind == "Y" else f"{kind[0]} tháng đầu năm"


def period_name(period: Period) -> str:
    """ "Quý I/2023", "Tháng 7/2025", "Năm 2025"."""
    between = "/" if period.kind[0] in "QM" else " "
    return f"{kind_name(period.kind)}{between}{period.year}"
