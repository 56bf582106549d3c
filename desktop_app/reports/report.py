"""One agency's report for one period: what is stored of it, as frozen records."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from desktop_app.base.periods import Period, read_period

Status = Literal["draft", "entered", "ready"]
"""Still being entered; every tab marked as complete; and nothing open any more."""
STATUS_WORDS: dict[Status, str] = {
    "draft": "Bản nháp",
    "entered": "Đã nhập xong",
    "ready": "Sẵn sàng trình ký",
}


class Entry(msgspec.Struct, frozen=True):
    """What stands under one key: text as typed (prose in its stored spelling, see prose.py).

    carried: taken over from the period before and not touched since.
    """

    text: str
    carried: bool = False


NOTHING = Entry("")


class Report(msgspec.Struct, frozen=True):
    """What is stored of a report beside its entries.

    last_log_row: its number in the log of edits.
    """

    id: str
    edition_id: str
    period_text: str
    status: Status = "draft"
    previous_id: str = ""
    changed_at: datetime | None = None
    last_log_row: int = 0

    @property
    def period(self) -> Period:
        """The reporting period."""
        return read_period(self.period_text)


class Summary(msgspec.Struct, frozen=True):
    """One line in the list of reports."""

    id: str
    edition_id: str
    period_text: str
    agency: str
    status: Status
    previous_id: str
    changed_at: datetime
    errors: int
    warnings: int
    notes: int

    @property
    def period(self) -> Period:
        """The reporting period."""
        return read_period(self.period_text)
