"""Central documents of which a source tells the day or the successor, held against what a passage says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from desktop_app.base.dates import short_date
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.citations.parse import citations_in
from desktop_app.proofreading.citations.register import Mention, documents_of, mentions_in
from desktop_app.proofreading.citations.symbols import KnownDocument, Symbol, known_documents
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage


def read_known(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Days that are not the true ones, and documents that were replaced by the day of the report."""
    documents = documents_of(m for passage in passages for m in mentions_in(passage))
    cited = {symbol.identity for d in documents if (symbol := d.mentions[0].citation.symbol)}
    for document in documents:
        for mention in document.mentions:
            if (known := _known(mention)) and known.day:
                yield from _true_day(context, mention, known.day)
        first = document.mentions[0]
        if (known := _known(first)) and known.replaced_by:
            yield from _replaced(context, first, known, cited)


def _known(mention: Mention) -> KnownDocument | None:
    symbol = mention.citation.symbol
    if not symbol:
        return None
    table = known_documents()
    return table.get(symbol.spelled) or table.get(f"0{symbol.spelled}")


def _true_day(context: Context, mention: Mention, true: date) -> Iterator[Finding]:
    """A number without a year comes again each year: then day and month, or the year, must be those known."""
    citation = mention.citation
    if not citation.day or not citation.day.day or citation.shared or citation.day.day == true:
        return
    day = citation.day.day
    same = day.year == true.year or (day.day, day.month) == (true.day, true.month)
    if not (same or (citation.symbol and citation.symbol.year)):
        return
    words = Words(
        f"{citation.title} ban hành ngày {short_date(true)}, ở đây ghi ngày {citation.day.words}.",
        f"Ghi «{short_date(true)}».", citation.day.words, short_date(true),
    )  # fmt: skip
    yield context.finding("D9.day", "warning", (mention.key,), citation.day.span, words)


def _replaced(
    context: Context, mention: Mention, known: KnownDocument, cited: set[tuple[str, int | None, str]]
) -> Iterator[Finding]:
    successor = citations_in(known.replaced_by)[0]
    since = known.replaced_from or (successor.day.day if successor.day else None)
    symbol: Symbol | None = successor.symbol
    if not since or not context.day or context.day < since or (symbol and symbol.identity in cited):
        return
    when = f" từ ngày {short_date(since)}" if known.replaced_from else ""
    words = Words(
        f"{mention.citation.title} đã được thay thế{when} bằng {known.replaced_by}.",
        "Xem lại căn cứ: tại ngày báo cáo văn bản này không còn áp dụng.",
        f"dẫn {mention.citation.title}", known.replaced_by,
    )  # fmt: skip
    yield context.finding("D9.replaced", "warning", (mention.key,), mention.citation.core, words)
