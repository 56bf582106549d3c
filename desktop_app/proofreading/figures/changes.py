"""Rests and changes that the words compute: "còn lại 03", "từ 14 xuống còn 03, giảm 11"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from desktop_app.base.numbers import show_number
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.nouns import head
from desktop_app.proofreading.figures.paragraphs import Paragraph, paragraphs, sentence_at, sentences
from desktop_app.proofreading.passages import Passage

MOST_PARTS = 6
"""Counts before a rest that are tried as its parts; more are a story, not a subtraction."""
NEAR_REST = 2
"""By how many a rest that is only called "còn" may miss to be taken for a slip."""

_REST = re.compile(r"\bcòn(?P<lai> lại)?(?: có| là)?\s*$", re.IGNORECASE)
_REST_BEHIND = re.compile(r"(?: ?[^\W\d_]+,?){0,6}? còn lại\b", re.IGNORECASE)
_FROM = re.compile(r"(?P<way>[^.;,]*)\btừ\s*$", re.IGNORECASE)
_WAY = re.compile(r"\b(?:(?P<up>tăng|nâng)|(?P<down>giảm|hạ))\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:lên|xuống|còn|thành|đến)(?: còn| thành| đến)?\s*$", re.IGNORECASE)
_BY = re.compile(r"\b(?:tăng|giảm)(?: thêm| được)?\s*$", re.IGNORECASE)
_COMPARED = re.compile(r"[^\d.;()]{0,60}\b(?:so với|cùng kỳ)\b[^\d.;()]{0,60}\(\s*", re.IGNORECASE)


def read(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Rests and changes that do not follow from the numbers before them."""
    for passage in passages:
        for paragraph in paragraphs(passage.text):
            for place in range(1, len(paragraph.mentions)):
                yield from _rest(context, passage, paragraph, place)
                yield from _change(context, passage, paragraph, place)
                yield from _compared(context, passage, paragraph, place)


def _rest(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    rest = paragraph.mentions[place]
    before = _REST.search(paragraph.plain, 0, rest.span[0])
    behind = _REST_BEHIND.match(paragraph.plain, rest.span[1])
    if not (before or behind) or rest.percent or rest.about or not rest.noun:
        return
    counts = _earlier(paragraph, place)
    if len(counts) < 2:
        return
    whole = max(counts, key=lambda one: one.number)
    parts = [one for one in counts if one is not whole]
    if _follows(rest, counts):
        return
    wanted = whole.number - sum(part.number for part in parts)
    sure = bool(behind or (before and before["lai"]))
    if wanted < 0 or (not sure and abs(wanted - rest.number) > NEAR_REST) or len(parts) > 2:
        return
    taken = " - ".join(part.digits for part in parts)
    words = Words(
        f"{context.name(passage.key)}: còn lại ghi {rest.digits} {rest.noun} nhưng {whole.digits} - {taken} "
        f"= {show_number(wanted)}.",
        "Xem lại số còn lại và các số đứng trước.",
        rest.digits,
        show_number(wanted),
    )
    yield context.finding("sum.rest", "warning", (passage.key,), paragraph.span(rest.span), words)


def _earlier(paragraph: Paragraph, place: int) -> list[Mention]:
    """The counts of the same thing before it, in its sentence and the two before."""
    rest = paragraph.mentions[place]
    number = sentence_at(paragraph, rest.span[0])
    begin = sentences(paragraph.plain)[max(0, number - 2)][0]
    counts = [
        one
        for one in paragraph.mentions[:place]
        if one.span[0] >= begin and not one.percent and head(one.noun) == head(rest.noun)
    ]
    return counts[-MOST_PARTS:]


def _follows(rest: Mention, counts: list[Mention]) -> bool:
    """Whether some count less some others is the rest."""
    for whole in counts:
        others = [one.number for one in counts if one is not whole]
        for size in range(len(others) + 1):
            if any(whole.number - sum(taken) == rest.number for taken in combinations(others, size)):
                return True
    return False


def _change(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    """From one number to another: the way that is named, and by how much."""
    one, other = paragraph.mentions[place - 1], paragraph.mentions[place]
    begin = max(0, one.span[0] - 60)
    start = _FROM.search(paragraph.plain, begin, one.span[0])
    between = paragraph.plain[one.span[1] : other.span[0]]
    if not start or len(between) > 40 or not _TO.search(between) or one.percent != other.percent:
        return
    way = next(iter(_WAY.finditer(start["way"])), None)
    up, down = bool(way and way["up"]), bool(way and way["down"])
    risen = other.number - one.number
    if (up and risen < 0) or (down and risen > 0):
        word = "tăng" if up else "giảm"
        words = Words(
            f"{context.name(passage.key)}: ghi {word} từ {_said(one)} đến {_said(other)}, "
            f"nhưng {one.digits} {'lớn' if risen < 0 else 'nhỏ'} hơn {other.digits}.",
            "Xem lại hai số hoặc từ tăng, giảm.",
            other.digits,
            f"{'≥' if up else '≤'} {one.digits}",
        )
        yield context.finding("sum.way", "warning", (passage.key,), paragraph.span(other.span), words)
    elif place + 1 < len(paragraph.mentions):
        yield from _amount(context, passage, paragraph, place)


def _amount(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    one, other, by = paragraph.mentions[place - 1 : place + 2]
    between = paragraph.plain[other.span[1] : by.span[0]]
    if not _BY.search(between) or len(between) > 50 or by.about or any(sign in between for sign in ".;"):
        return
    gap = abs(other.number - one.number)
    meant = [gap]
    if by.percent and one.number:
        meant.append((100 * gap / one.number).quantize(Decimal(1).scaleb(-by.decimals)))
    if by.number in meant or (
        by.percent and any(abs(by.number - one) <= 1 for one in meant) and not by.decimals
    ):
        return
    if by.percent != one.percent and not by.percent:
        return
    words = Words(
        f"{context.name(passage.key)}: từ {_said(one)} đến {_said(other)} là {show_number(meant[-1])}"
        f"{'%' if by.percent else ''}, nhưng ghi {_said(by)}.",
        "Tính lại mức tăng, giảm.",
        _said(by),
        f"{show_number(meant[-1])}{'%' if by.percent else ''}",
    )
    yield context.finding("sum.change", "warning", (passage.key,), paragraph.span(by.span), words)


def _compared(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    """ "27 văn bản, tăng 4 văn bản so với quý trước (23 văn bản)"."""
    if place + 1 >= len(paragraph.mentions):
        return
    now, by, then = paragraph.mentions[place - 1 : place + 2]
    plain = paragraph.plain
    way = _BY.search(plain, now.span[1], by.span[0])
    if not way or not _COMPARED.fullmatch(plain, by.span[1], then.span[0]) or by.percent:
        return
    if len({head(one.noun) for one in (now, by, then)} - {""}) > 1 or now.about or then.about:
        return
    rises = "tăng" in way.group().casefold()
    wanted = now.number - then.number if rises else then.number - now.number
    if by.number == wanted:
        return
    words = Words(
        f"{context.name(passage.key)}: {now.digits} so với {then.digits} là "
        f"{'tăng' if rises else 'giảm'} {show_number(wanted)}, nhưng ghi {by.digits}.",
        "Tính lại mức tăng, giảm.",
        by.digits,
        show_number(wanted),
    )
    yield context.finding("sum.change", "warning", (passage.key,), paragraph.span(by.span), words)


def _said(mention: Mention) -> str:
    return f"{mention.digits}%" if mention.percent else mention.digits
