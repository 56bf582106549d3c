"""Documents across a report: two days for one, their order in a register, their first mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.base.dates import short_date
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.citations.check_symbols import has_central_issuer, issuer_of
from desktop_app.proofreading.citations.register import (
    Document,
    Mention,
    documents_of,
    mentions_in,
    plain_subject,
)
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage


def read_documents(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What is wrong between the places of a document; passages: all of the report."""
    mentions = [mention for passage in passages for mention in mentions_in(passage)]
    for document in documents_of(mentions):
        yield from _two_days(context, document)
        yield from _two_subjects(context, document)
        yield from _first_mention(context, document)
        yield from _again_in_full(context, document)


def _two_days(context: Context, document: Document) -> Iterator[Finding]:
    if len(document.days) < 2:
        return
    odd, other = _odd(context, document)
    assert odd.citation.day and other.citation.day
    words = Words(
        f"{odd.citation.title} có hai ngày khác nhau: {odd.citation.day.words} ({context.name(odd.key)}) "
        f"và {other.citation.day.words} ({context.name(other.key)}).",
        "Xem ngày trên văn bản rồi ghi thống nhất ở mọi chỗ.",
        f"ngày {odd.citation.day.words}", f"ngày {other.citation.day.words}",
    )  # fmt: skip
    keys = tuple(dict.fromkeys((odd.key, other.key)))
    yield context.finding("D3", "warning", keys, odd.citation.day.span, words)


def _odd(context: Context, document: Document) -> tuple[Mention, Mention]:
    """The mention that is more likely wrong, and one of another day."""
    dated = [mention for mention in document.mentions if mention.day]
    count = {day: sum(m.day == day for m in dated) for day in document.days}

    def doubt(mention: Mention) -> tuple[bool, bool, int]:
        assert mention.day
        symbol = mention.citation.symbol
        late = context.day is not None and mention.day > context.day
        return (late, bool(symbol and symbol.year and symbol.year != mention.day.year), -count[mention.day])

    odd = max(reversed(dated), key=doubt)
    return odd, next(m for m in dated if m.day != odd.day)


def _two_subjects(context: Context, document: Document) -> Iterator[Finding]:
    """One number for two documents: what they are about has not a word in common."""
    told = [m for m in document.mentions if len(_content(m)) >= 4]
    if len(document.days) > 1 or len(told) < 2 or not told[0].citation.symbol:
        return
    first = told[0]
    for other in told[1:]:
        if not _content(first) & _content(other):
            words = Words(
                f"{other.citation.title} được nêu với hai nội dung: «{first.citation.subject}» "
                f"({context.name(first.key)}) và «{other.citation.subject}» ({context.name(other.key)}).",
                "Xem lại số văn bản: có thể một số ghi cho hai văn bản.",
            )  # fmt: skip
            keys = tuple(dict.fromkeys((other.key, first.key)))
            yield context.finding("D3.subject", "note", keys, other.citation.span, words)
            return


_COMMON = {
    "năm",
    "của",
    "các",
    "việc",
    "thực",
    "hiện",
    "ban",
    "hành",
    "kế",
    "hoạch",
    "quy",
    "định",
    "triển",
    "khai",
}


def _content(mention: Mention) -> set[str]:
    words = plain_subject(mention.citation.subject).replace(",", " ").split()
    return {word for word in words if len(word) > 1 and not word.isdigit()} - _COMMON


def _first_mention(context: Context, document: Document) -> Iterator[Finding]:
    """The first mention says number, day and issuer; what it is about for documents from above."""
    first = document.mentions[0]
    citation = first.citation
    if citation.kind in ("Luật", "Bộ luật", "Pháp lệnh") or not _is_cited(context, first):
        return
    lacks = _lacks(document, first)
    if not lacks:
        return
    dated = next((m for m in document.mentions if m.day), None)
    hint = ""
    if dated and dated.citation.day and "ngày ban hành" in lacks:
        hint = f" Ngày {dated.citation.day.words} có ở {context.name(dated.key)}."
    words = Words(
        f"{citation.title}: lần đầu viện dẫn chưa ghi {' và '.join(lacks)}.{hint}",
        "Lần đầu ghi đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu; "
        "các lần sau chỉ ghi tên loại, số và ký hiệu.",
        "", f"có {', '.join(lacks)}",
    )  # fmt: skip
    yield context.finding("D7", "note", (first.key,), citation.core, words)


def _is_cited(context: Context, mention: Mention) -> bool:
    """Whether the place cites: head and foot of the report do not."""
    return mention.key not in context.plan.fields


_DATED_BEFORE = re.compile(r"ngày\s+\d{1,2}/\d{1,2}/\d{4},?\s+[^.;]{0,60}ban hành\s+\Z", re.IGNORECASE)
"""The day stands in front: "Ngày 11/5/2016, UBND tỉnh ban hành Kế hoạch …"."""


def _lacks(document: Document, first: Mention) -> list[str]:
    citation = first.citation
    lacks = [] if citation.symbol else ["ký hiệu" if citation.number else "số, ký hiệu"]
    if not citation.day and not _DATED_BEFORE.search(first.before):
        lacks.append("ngày ban hành")
    if citation.kind and has_central_issuer(citation) and not issuer_of(first):
        lacks.append("cơ quan ban hành")
    return lacks


def _again_in_full(context: Context, document: Document) -> Iterator[Finding]:
    """A later mention in the prose that says day, issuer and subject once more."""
    full = [m for m in document.mentions if m.citation.day and m.citation.issuer and m.citation.subject]
    if len(full) < 2 or not context.plan.is_prose(full[1].key) or full[0] != document.mentions[0]:
        return
    later = full[1]
    words = Words(
        f"{later.citation.title} đã viện dẫn đầy đủ ở {context.name(full[0].key)}, ở đây ghi lại cả ngày, "
        "cơ quan và trích yếu.",
        "Từ lần thứ hai chỉ cần ghi tên loại, số và ký hiệu.", later.citation.title,
    )  # fmt: skip
    yield context.finding("D7.again", "note", (later.key,), later.citation.span, words)


def places(context: Context, document: Document) -> str:
    """The places of a document in one line, each once."""
    return "; ".join(dict.fromkeys(context.name(mention.key) for mention in document.mentions))


def day_words(document: Document) -> str:
    """The days that a document is given: one, or all where they differ."""
    return " / ".join(short_date(day) for day in document.days)
