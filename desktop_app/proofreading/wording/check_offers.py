"""What reviewers of an office often change before the signature: offers, one of each kind in a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from desktop_app.checking.findings import Finding, Span
from desktop_app.proofreading.citations.register import mentions_in
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import pieces

CLOSING = "closing"
FORMAL = ("opening", CLOSING)
"""Sections in which the agency is named in full in any case."""
_OFFICE = "Theo quy tắc riêng của nhiều cơ quan; không bắt buộc."
_WRITTEN_OUT = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "Uỷ ban": "Ủy ban",
    "uỷ ban": "ủy ban",
}


_OFFICES = ("UBND", "HĐND")
"""Offered to be written out where the report does so elsewhere."""


def read_offers(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Offers; passages: all of the report."""
    found: dict[str, list[tuple[str, Span]]] = {}
    full: Counter[str] = Counter()
    for passage in passages:
        if not context.plan.is_prose(passage.key):
            continue
        cited = [mention.citation.core for mention in mentions_in(passage)]
        for short, whole in _WRITTEN_OUT.items():
            if passage.key not in FORMAL:
                full[whole] += passage.text.count(whole)
            for place in re.finditer(rf"(?<![\w/-]){short}(?![\w/-])", passage.text):
                if not any(begin <= place.start() < end for begin, end in cited):
                    found.setdefault(short, []).append((passage.key, place.span()))
        yield from _letters(context, passage)
        if passage.key == CLOSING:
            yield from _sent(context, passage)
    for short, places in found.items():
        key, span = places[0]
        if short in _OFFICES and not full[_WRITTEN_OUT[short]]:
            continue
        words = Words(
            f"«{short}» có {len(places)} chỗ trong lời văn, chỗ khác viết «{_WRITTEN_OUT[short]}»; "
            "bản ký thường viết đầy đủ.",
            _OFFICE, short, _WRITTEN_OUT[short],
        )  # fmt: skip
        yield context.finding("offer.write_out", "note", (key,), span, words)


def _letters(context: Context, passage: Passage) -> Iterator[Finding]:
    """ "Văn bản số 12/UBND-NC" is a letter."""
    for mention in mentions_in(passage):
        citation = mention.citation
        if (
            citation.kind == "Văn bản"
            and citation.symbol
            and not citation.symbol.kind
            and citation.symbol.groups[1:]
        ):
            begin = citation.core[0]
            words = Words(
                f"«{citation.title}»: ký hiệu không có tên loại là của công văn.",
                "Nên ghi «Công văn số …».", "Văn bản", "Công văn",
            )  # fmt: skip
            yield context.finding(
                "offer.letter", "note", (passage.key,), (begin, begin + len("Văn bản")), words
            )


def _sent(context: Context, passage: Passage) -> Iterator[Finding]:
    for piece in pieces(passage.text):
        for found in re.finditer(r"(?<!kính )(?<!Kính )(?<!\w)gửi(?=\s+[A-ZĐỦ])", piece.text):
            words = Words("Báo cáo gửi cấp trên thường ghi «kính gửi».", _OFFICE, "gửi", "kính gửi")
            yield context.finding("offer.kindly", "note", (passage.key,), piece.span(*found.span()), words)
