"""A document as one place names it: kind, number and symbol, day, issuer, subject."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.checking.findings import Span
from desktop_app.proofreading.citations.days import WrittenDay
from desktop_app.proofreading.citations.symbols import Symbol


class Citation(NamedTuple):
    """One mention. What the place does not say is "" or None.

    span: kind to subject; core: kind, number and symbol alone; shared: its day and issuer are those
    of the next document of an enumeration.
    """

    kind: str
    symbol: Symbol | None
    number: str
    day: WrittenDay | None
    issuer: str
    subject: str
    span: Span
    core: Span
    shared: bool = False

    @property
    def title(self) -> str:
        """ "Kế hoạch số 82/KH-VP", "Nghị định 68", "Luật Giao dịch điện tử"."""
        if self.symbol:
            return (
                f"{self.kind} số {self.symbol.spelled}".strip() if self.kind else f"Số {self.symbol.spelled}"
            )
        if self.number:
            return f"{self.kind} {self.number}"
        return f"{self.kind} {self.subject}".strip()

    def moved(self, by: int) -> Citation:
        """The same mention in a text that begins `by` characters earlier."""
        day = self.day._replace(span=_moved(self.day.span, by)) if self.day else None
        return self._replace(day=day, span=_moved(self.span, by), core=_moved(self.core, by))


def _moved(span: Span, by: int) -> Span:
    return (span[0] + by, span[1] + by)


def plain_name(name: str) -> str:
    """The name of an agency for comparing: short forms written out, small letters, one spelling."""
    name = re.sub(r"\bUBND\b", "ủy ban nhân dân", name)
    name = re.sub(r"\bHĐND\b", "hội đồng nhân dân", name)
    name = name.lower().replace("uỷ", "ủy").replace("hoá", "hóa")
    return " ".join(re.sub(r"[-–,]", " ", name).split())
