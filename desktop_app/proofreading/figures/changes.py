"""Rests and changes that the words compute: "còn lại 03", "từ 14 xuống còn 03, giảm 11"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from desktop_app.base.numbers import show_number
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.mentions import NEAR_WORDS, Mention, one_slip_apart, shown_like
from desktop_app.proofreading.figures.nouns import head, same
from desktop_app.proofreading.figures.paragraphs import Paragraph, paragraphs, sentence_at, sentences
from desktop_app.proofreading.passages import Passage

MOST_PARTS = 6
"""Counts before a rest that are tried as its parts; more are a story, not a subtraction."""
NEAR_REST = 2
"""By how many a rest that is only called "còn" may miss to be taken for a slip."""

_REST = re.compile(
    r"\b(?:còn(?P<lai> lại| thiếu)?(?: có| là)?|(?P<not>chưa (?!hoàn thành\b)[^\W\d_]+(?: [^\W\d_]+)?))\s*$",
    re.IGNORECASE,
)
_REST_BEHIND = re.compile(r"(?: ?[^\W\d_]+,?){0,6}? còn lại\b", re.IGNORECASE)
_FROM = re.compile(r"(?P<way>[^.;,]*)\btừ\s*$", re.IGNORECASE)
_WAY = re.compile(r"\b(?:(?P<up>tăng|nâng)|(?P<down>giảm|hạ))\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:lên|xuống|còn|thành|đến)(?: còn| thành| đến)?\s*$", re.IGNORECASE)
_BY = re.compile(r"\b(?:tăng|giảm)(?: thêm| được)?\s*$", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm (20\d\d)\s*:?(?: [^\W\d_]+){0,3}\s*$", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:(?:quý|năm|kỳ|tháng) trước|cùng kỳ|trước (?:khi )?(?:sắp xếp|sáp nhập))\b[^\d.;]*$", re.IGNORECASE
)
_NOW = re.compile(
    r"\b(?:(?:quý|năm|kỳ|tháng) (?:này|nay)|sau (?:khi )?(?:sắp xếp|sáp nhập)|hiện nay|đến nay)\b[^\d.;]*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"[^\d.;()]{0,60}\b(?:so với|cùng kỳ)\b(?:[^\d.;()]{0,60}\(\s*|[^\d.,;()]{0,20})", re.IGNORECASE
)


def read(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Rests and changes that do not follow from the numbers before them."""
    for passage in passages:
        for paragraph in paragraphs(passage.text):
            for place in range(1, len(paragraph.mentions)):
                yield from _rest(context, passage, paragraph, place)
                yield from _change(context, passage, paragraph, place)
                yield from _compared(context, passage, paragraph, place)
                yield from _then_and_now(context, passage, paragraph, place)


def _rest(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    rest = paragraph.mentions[place]
    before = _REST.search(paragraph.plain, max(0, rest.span[0] - NEAR_WORDS), rest.span[0])
    behind = _REST_BEHIND.match(paragraph.plain, rest.span[1])
    if not (before or behind) or rest.percent or rest.about:
        return
    if not rest.noun and not (
        before and before["lai"] and all(not one.noun for one in _near(paragraph, place))
    ):
        return
    counts = _earlier(paragraph, place)
    if len(counts) < 2 or (before and before["not"] and len(counts) > 2):
        return
    whole = max(counts, key=lambda one: one.number)
    parts = [one for one in counts if one is not whole]
    if _follows(rest, counts):
        return
    wanted = whole.number - sum(part.number for part in parts)
    sure = bool(behind or (before and before["lai"]))
    if wanted < 0 or (not sure and not _is_near(wanted, rest.number)) or len(parts) > 2:
        return
    taken, shown = " - ".join(part.digits for part in parts), shown_like(wanted, counts)
    words = Words(
        f"{context.name(passage.key)}: còn lại ghi {rest.said} nhưng {whole.digits} - {taken} = {shown}.",
        "Xem lại số còn lại và các số đứng trước.",
        rest.digits,
        shown,
    )
    yield context.finding("sum.rest", "warning", (passage.key,), paragraph.span(rest.span), words)


def _is_near(wanted: Decimal, number: Decimal) -> bool:
    return abs(wanted - number) <= NEAR_REST or one_slip_apart(wanted, number)


def _near(paragraph: Paragraph, place: int) -> list[Mention]:
    """The two numbers before it: "giao 57, hiện có 52, còn thiếu 05"."""
    return list(paragraph.mentions[max(0, place - 2) : place])


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
    moved = any(word in between.casefold() for word in ("lên", "xuống", "còn", "thành"))
    if moved and ((up and risen < 0) or (down and risen > 0)):
        word = "tăng" if up else "giảm"
        words = Words(
            f"{context.name(passage.key)}: ghi {word} từ {_said(one)} đến {_said(other)}, "
            f"nhưng {one.digits} {'lớn' if risen < 0 else 'nhỏ'} hơn {other.digits}.",
            "Xem lại hai số hoặc từ tăng, giảm.",
            other.digits,
            f"{'≥' if up else '≤'} {one.digits}",
        )
        yield context.finding("sum.way", "warning", (passage.key,), paragraph.span(other.span), words)
        return
    if place > 1 and "(" in paragraph.plain[paragraph.mentions[place - 2].span[1] : one.span[0]]:
        yield from _amount_before(context, passage, paragraph, place)
    if place + 1 < len(paragraph.mentions):
        yield from _amount(context, passage, paragraph, place)


def _amount_before(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    """ "Giảm 46 phòng (từ 152 phòng xuống 106 phòng)"."""
    by, one, other = paragraph.mentions[place - 2 : place + 1]
    way = _BY.search(paragraph.plain, max(0, by.span[0] - NEAR_WORDS), by.span[0])
    if way and same(by.noun, other.noun) and not (by.percent or one.percent or by.about):
        rises = "tăng" in way.group().casefold()
        yield from _by_how_much(context, passage, paragraph, (one, other, by), rises=rises)


def _amount(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    one, other, by = paragraph.mentions[place - 1 : place + 2]
    between = paragraph.plain[other.span[1] : by.span[0]]
    if not _BY.search(between) or len(between) > 50 or by.about or any(sign in between for sign in ".;"):
        return
    if not by.percent and not same(by.noun, other.noun):
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
    if not way or not _COMPARED.fullmatch(plain, by.span[1], then.span[0]):
        return
    if not (same(now.noun, by.noun) or by.percent) or not same(now.noun, then.noun):
        return
    if now.about or then.about or now.part or then.part:
        return
    yield from _by_how_much(
        context, passage, paragraph, (then, now, by), rises="tăng" in way.group().casefold()
    )


def _then_and_now(context: Context, passage: Passage, paragraph: Paragraph, place: int) -> Iterator[Finding]:
    """ "quý trước 8.120 lượt, quý này 9.744 lượt, tăng 1.624 lượt"."""
    if place + 1 >= len(paragraph.mentions):
        return
    one, other, by = paragraph.mentions[place - 1 : place + 2]
    way = _BY.search(paragraph.plain, other.span[1], by.span[0])
    if not way or not (same(one.noun, other.noun) and same(one.noun, by.noun)):
        return
    order = _in_time(paragraph, place)
    if order and not (one.percent or other.percent or by.percent or by.about):
        then, now = order
        rises = "tăng" in way.group().casefold()
        yield from _by_how_much(context, passage, paragraph, (then, now, by), rises=rises)


def _in_time(paragraph: Paragraph, place: int) -> tuple[Mention, Mention] | None:
    """The number before the place and that at it, the earlier first, where words tell which is."""
    one, other = paragraph.mentions[place - 1], paragraph.mentions[place]
    begin = paragraph.mentions[place - 2].span[1] if place > 1 else 0
    before, between = slice(begin, one.span[0]), slice(one.span[1], other.span[0])
    years = [_YEAR.search(paragraph.text[words]) for words in (before, between)]
    if years[0] and years[1] and years[0][1] != years[1][1]:
        return (one, other) if years[0][1] < years[1][1] else (other, one)
    if "so với" in paragraph.plain[between] and paragraph.plain[between].endswith("("):
        return other, one
    told = _THEN.search(paragraph.plain[before]) and _NOW.search(paragraph.plain[between])
    return (one, other) if told else None


def _by_how_much(
    context: Context,
    passage: Passage,
    paragraph: Paragraph,
    numbers: tuple[Mention, Mention, Mention],
    *,
    rises: bool,
) -> Iterator[Finding]:
    """The rise or fall that is named, against the two numbers that it lies between."""
    then, now, by = numbers
    wanted = now.number - then.number if rises else then.number - now.number
    shown = shown_like(wanted, numbers)
    if by.percent and not now.percent:
        if not then.number or abs(100 * wanted / then.number - by.number) <= Decimal(1).scaleb(-by.decimals):
            return
        shown = f"{show_number(100 * wanted / then.number, 2)}%"
    if by.number == wanted:
        return
    words = Words(
        f"{context.name(passage.key)}: {now.digits} so với {then.digits} là "
        f"{'tăng' if rises else 'giảm'} {shown}, nhưng ghi {by.digits}.",
        "Tính lại mức tăng, giảm.",
        by.digits,
        shown,
    )
    yield context.finding("sum.change", "warning", (passage.key,), paragraph.span(by.span), words)


def _said(mention: Mention) -> str:
    return f"{mention.digits}%" if mention.percent else mention.digits
