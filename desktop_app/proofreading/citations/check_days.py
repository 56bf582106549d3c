"""Days of a passage: after the report, in no calendar, against the symbol, without zeros, backward."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from desktop_app.base import known_keys
from desktop_app.base.dates import short_date
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.citations.days import backward_stretches, days_in
from desktop_app.proofreading.citations.register import Mention, mentions_in
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage

GRACE = timedelta(days=31)
"""A report without a day is dated within a month after its period."""


def read_days(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What is wrong with days in each passage by itself."""
    for passage in passages:
        for mention in mentions_in(passage):
            yield from _cited(context, mention)
        if passage.key not in (known_keys.DATE, known_keys.DEADLINE):
            yield from _written(context, passage)


def _cited(context: Context, mention: Mention) -> Iterator[Finding]:
    citation = mention.citation
    if citation.shared or not citation.day or not citation.day.day:
        return
    day, span = citation.day.day, citation.day.span
    latest = context.day or _latest(context)
    if day > latest:
        known = "ngày của báo cáo" if context.day else "thời gian làm báo cáo của kỳ này"
        yield context.finding(
            "D1", "error" if context.day else "warning", (mention.key,), span,
            Words(
                f"{citation.title} ghi ngày {citation.day.words}, sau {known} ({short_date(latest)}).",
                "Xem lại ngày ban hành trên văn bản; thường là nhầm năm.",
                f"ngày {citation.day.words}", f"không sau {short_date(latest)}",
            ),
        )  # fmt: skip
    year = citation.symbol.year if citation.symbol else None
    if year and year != day.year:
        yield context.finding(
            "D4", "error", (mention.key,), span,
            Words(
                f"{citation.title} có năm {year} trong ký hiệu nhưng ghi ngày {citation.day.words}.",
                "Xem lại năm trong ký hiệu và ngày ban hành.",
                f"ngày {citation.day.words}", f"năm {year}",
            ),
        )  # fmt: skip


def _latest(context: Context) -> date:
    period = context.period
    return date(period.year, period.last_month, monthrange(period.year, period.last_month)[1]) + GRACE


def _written(context: Context, passage: Passage) -> Iterator[Finding]:
    keys = (passage.key,)
    for written in days_in(passage.text):
        if written.day is None:
            words = Words(
                f"Ngày {written.words} không có trong lịch.", "Ghi lại ngày, tháng cho đúng.", written.words
            )
            yield context.finding("D0", "error", keys, written.span, words)
        elif (zeros := written.with_zeros) != written.words:
            words = Words(
                f"«{written.words}» thiếu số 0 ở trước: ngày dưới 10 và tháng 1, 2 ghi hai chữ số.",
                f"Ghi «{zeros}».", written.words, zeros,
            )  # fmt: skip
            yield context.finding("D6", "note", keys, written.span, words)
    for stretch in backward_stretches(passage.text):
        words = Words(
            f"«{' '.join(stretch.words.split())}»: thời điểm cuối sớm hơn thời điểm đầu.",
            "Xem lại năm của hai mốc thời gian.", stretch.words,
        )  # fmt: skip
        yield context.finding("D2", "error", keys, stretch.span, words)
