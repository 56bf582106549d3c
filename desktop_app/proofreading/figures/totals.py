"""Totals that stand behind their parts, fractions upside down, a count above its cumulative one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from desktop_app.base.numbers import show_number
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.mentions import NEAR_WORDS, Mention, shown_like
from desktop_app.proofreading.figures.nouns import is_kind_of, same
from desktop_app.proofreading.figures.paragraphs import Paragraph, paragraphs, sentence_at, sentences
from desktop_app.proofreading.passages import Passage

NEAR = Decimal("0.2")
"""By how much of the total its parts may miss it to be its parts at all."""
MOST_PARTS = 12

_TOTAL = re.compile(
    r"\btổng(?: (?P<word>[^\W\d_]+)(?:(?: [^\W\d_]+){0,7} (?:là|có|được|đạt|:))?)?\s*:?\s*$", re.IGNORECASE
)
_ANY = frozenset({"số", "cộng", "là", "có", "được"})
_MOVED = re.compile(r"\b(?:tăng|giảm|thêm|so với|bằng|đạt)\s*$", re.IGNORECASE)
_BEYOND = re.compile(r"\b(?:vượt|kế hoạch|chỉ tiêu|dự toán|mục tiêu|điểm|xếp|lượt)\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:lũy kế|luỹ kế|cộng dồn|(?:từ|tính từ) đầu năm)\b", re.IGNORECASE)
_IN_PERIOD = re.compile(r"\b(?:trong|riêng)(?: (?:quý|tháng|kỳ|tuần))\b|\bquý này\b", re.IGNORECASE)
_RATE = r"[^\d()%;,]{2,40}\d+(?:,\d+)?\s?%"
_RATES = re.compile(rf"\({_RATE}(?:\s*[,;]{_RATE}){{1,9}}\s*\)")
HUNDRED_NEAR = 12
"""By how much rates may miss a hundred to be the parts of one whole."""
_CLAUSE = re.compile(r"[;.:(]|, (?=lũy|luỹ|cộng dồn|tính từ|từ đầu)")


def read(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What a number behind others says of them."""
    for passage in passages:
        for paragraph in paragraphs(passage.text):
            for place in range(len(paragraph.mentions)):
                yield from _total(context, passage, paragraph, place)
                yield from _fraction(context, passage, paragraph, place)
                yield from _so_far(context, passage, paragraph, place)
            yield from _hundred(context, passage, paragraph)


# -- "31 nghị quyết, 78 quyết định, tổng số 109 văn bản" --


def _total(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    total = paragraph.mentions[place]
    found = _TOTAL.search(paragraph.plain, max(0, total.span[0] - NEAR_WORDS), total.span[0])
    if total.percent or total.about or not found:
        return
    parts = _before(paragraph, place, (found["word"] or "số").casefold())
    if len(parts) < 2 or any(_makes(parts[first:], total) for first in range(len(parts) - 1)):
        return
    made = sum((part.number for part in parts), Decimal(0))
    if abs(made - total.number) > max(Decimal(2), NEAR * total.number):
        return
    sum_of, shown = " + ".join(part.digits for part in parts), shown_like(made, parts)
    words = Words(
        f"{context.name(passage.key)}: ghi tổng {total.said} nhưng {sum_of} = {shown}.",
        "Xem lại số tổng và các số đứng trước.",
        total.digits,
        shown,
    )
    yield context.finding("sum.total", "warning", (passage.key,), paragraph.span(total.span), words)


def _before(paragraph: Paragraph, place: int, word: str) -> list[Mention]:
    """The counts of its sentence before the total, of the same thing or of a kind of it.

    word: what "tổng" counts; that of "tổng thu" leads to each of its parts.
    """
    total, plain = paragraph.mentions[place], paragraph.plain
    begin = sentences(plain)[sentence_at(paragraph, total.span[0])][0]
    starts = [0, *(mention.span[1] for mention in paragraph.mentions)]
    named = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    return [
        one
        for number, one in enumerate(paragraph.mentions[:place])
        if number >= place - MOST_PARTS
        and one.span[0] >= begin
        and not (one.percent or one.about or one.part)
        and one.scale == total.scale
        and (same(one.noun, total.noun) or is_kind_of(one.noun, total.noun))
        and (word in _ANY or named.search(plain, starts[number], one.span[0]))
        and not _MOVED.search(plain, max(0, one.span[0] - NEAR_WORDS), one.span[0])
    ]


def _makes(parts: list[Mention], total: Mention) -> bool:
    slack = total.slack + sum(part.slack for part in parts)
    return abs(sum(part.number for part in parts) - total.number) <= slack


# -- "đã khắc phục 86/68 tồn tại" --


def _fraction(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    """A part above its whole, where one of both was counted before."""
    part, *rest = paragraph.mentions[place : place + 2]
    if part.part != "numerator" or not rest or part.number <= rest[0].number or not part.noun:
        return
    begin, end = sentences(paragraph.plain)[sentence_at(paragraph, part.span[0])]
    known = {one.number for one in paragraph.mentions[:place] if same(one.noun, part.noun)}
    if not known & {part.number, rest[0].number} or _BEYOND.search(paragraph.plain, begin, end):
        return
    words = Words(
        f"{context.name(passage.key)}: {part.digits}/{rest[0].digits} {part.noun}: số bộ phận không thể vượt "
        "số chung.",
        "Xem lại hai số này; có thể đã ghi ngược.",
        f"{part.digits}/{rest[0].digits}",
        f"{rest[0].digits}/{part.digits}",
    )
    span = paragraph.span((part.span[0], rest[0].span[1]))
    yield context.finding("sum.part", "warning", (passage.key,), span, words)


# -- "(tốt 45%, khá 40%, trung bình 25%)" --


def _hundred(context: Context, passage: Passage, paragraph: Paragraph) -> Iterator[Finding]:
    """Rates in one bracket, one label each, that nearly make a hundred and do not."""
    for bracket in _RATES.finditer(paragraph.plain):
        rates = paragraph.within(*bracket.span())
        made = sum((rate.number for rate in rates), Decimal(0))
        rounded = len(rates) * Decimal(1).scaleb(-max(rate.decimals for rate in rates))
        if rounded < abs(made - 100) <= HUNDRED_NEAR:
            shown = " + ".join(f"{rate.digits}%" for rate in rates)
            words = Words(
                f"{context.name(passage.key)}: {shown} = {show_number(made)}%, cộng lại phải là 100%.",
                "Xem lại các tỷ lệ trong ngoặc.",
                f"{show_number(made)}%",
                "100%",
            )
            span = paragraph.span((rates[0].span[0], rates[-1].span[1]))
            yield context.finding("rate.hundred", "warning", (passage.key,), span, words)


# -- "trong quý mở 54 lớp; lũy kế từ đầu năm 45 lớp" --


def _so_far(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    """A cumulative count below the one of the period beside it."""
    so_far = paragraph.mentions[place]
    if so_far.percent or not so_far.noun or not _SO_FAR.search(_clause(paragraph, place)):
        return
    for before in range(max(0, place - 3), place):
        one = paragraph.mentions[before]
        clause = _clause(paragraph, before)
        alike = same(one.noun, so_far.noun) and one.noun and not one.percent and not one.part
        if alike and one.number > so_far.number and _IN_PERIOD.search(clause) and not _SO_FAR.search(clause):
            words = Words(
                f"{context.name(passage.key)}: lũy kế ghi {so_far.said}, ít hơn {one.said} của riêng kỳ này.",
                "Xem lại số lũy kế và số trong kỳ.",
                so_far.digits,
                f"ít nhất {one.digits}",
            )
            span = paragraph.span(so_far.span)
            yield context.finding("sum.so_far", "warning", (passage.key,), span, words)
            return


def _clause(paragraph: Paragraph, place: int) -> str:
    """The words that lead to a number: behind the number or the sign before it."""
    mention = paragraph.mentions[place]
    begin = paragraph.mentions[place - 1].span[1] if place else 0
    return _CLAUSE.split(paragraph.plain[begin : mention.span[0]])[-1]
