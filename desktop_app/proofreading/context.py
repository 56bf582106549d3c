"""What a reader may look at beside the words: the report, the one before it, the form, the day."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from desktop_app.base import known_keys
from desktop_app.base.dates import read_date
from desktop_app.base.periods import Period
from desktop_app.checking.findings import Finding, Span
from desktop_app.checking.plan import Plan
from desktop_app.forms.model import Edition, Level
from desktop_app.proofreading.passages import Passage
from desktop_app.reports.filled_report import FilledReport


class Words(NamedTuple):
    """What a finding says: its sentence, what to do, and both sides."""

    message: str
    advice: str
    found: str = ""
    expected: str = ""


class Context:
    """A report at one moment and the report of the period before, None where there is none.

    Never changed; what is expensive to look up is kept.
    """

    def __init__(self, filled: FilledReport, previous: FilledReport | None = None) -> None:
        self.filled = filled
        self.previous = previous

    @property
    def plan(self) -> Plan:
        """The compiled form."""
        return self.filled.plan

    @property
    def edition(self) -> Edition:
        """The form."""
        return self.filled.plan.edition

    @cached_property
    def period(self) -> Period:
        """The reporting period."""
        return self.filled.report.period

    @cached_property
    def day(self) -> date | None:
        """The day of the report, None while none is written or it is no day."""
        return read_date(self.filled.text(known_keys.DATE))

    def name(self, key: str) -> str:
        """How the place is called: "Mục I.3", "Phụ lục 1, dòng 7.1", "Ghi chú của Phụ lục 1, dòng 7.1"."""
        row = known_keys.row_of(key)
        name = self.plan.names.get(row, row)
        return name if row == key else f"Ghi chú của {name}"

    def finding(
        self, code: str, level: Level, keys: tuple[str, ...], span: Span | None, words: Words
    ) -> Finding:
        """A finding of the prose at the span of the first key's text, in the order of the form."""
        order = len(self.plan.checks) + self.plan.order.get(known_keys.row_of(keys[0]), 0)
        return Finding(
            code, level, keys, words.message, words.advice, words.found, words.expected,
            order=order, found_by="prose", span=span,
        )  # fmt: skip


def excerpt(passage: Passage, span: Span, most: int = 60) -> str:
    """The words of the span, short enough for a sentence."""
    words = " ".join(passage.text[span[0] : span[1]].split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
