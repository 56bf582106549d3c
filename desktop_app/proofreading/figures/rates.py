"""Rates that the numbers of their own sentence contradict, and rates that do not make a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.base.numbers import show_number
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.mentions import NEAR_WORDS, Mention
from desktop_app.proofreading.figures.nouns import counts_time, head
from desktop_app.proofreading.figures.paragraphs import (
    Paragraph,
    is_inside,
    paragraphs,
    sentence_at,
    sentences,
)
from desktop_app.proofreading.passages import Passage

HUNDRED = Decimal(100)
MOST_DECIMALS = 2
AROUND = 8
"""Paragraphs and numbers before and behind a rate that may explain it."""
MOST_WHOLES = 300
"""Numbers that are tried as the whole of a rate."""

_OF_IT = re.compile(
    r"(?:\b(?:đạt|chiếm|bằng|tương đương|tương ứng|tức là|là)(?: tỷ lệ| khoảng)?|\btỷ lệ(?: đạt)?|[=(])"
    r"[\s:]*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[^\d().;]{0,40}\(\s*")
_MOVED = re.compile(
    r"\b(?:tăng|giảm|vượt|cao hơn|thấp hơn|thêm|tiết kiệm)(?: thêm| khoảng)?\s*$", re.IGNORECASE
)
_OF_ELSE = re.compile(
    r"\s*(?:so với|kế hoạch|chỉ tiêu|dự toán|mục tiêu|cùng kỳ|điểm|tổng điểm|dân số|diện tích|của|các|"
    r"số|trên|yêu cầu|nhu cầu|tiến độ|công suất|định mức|quy định)\b",
    re.IGNORECASE,
)
_PLANS = frozenset({"dự toán", "kế hoạch", "chỉ tiêu", "mục tiêu"})
_BEHIND = re.compile(
    r"\s*(?:so với |của |trên )?[^\d.,;:()%]{0,30}\b(?:dự toán|kế hoạch|chỉ tiêu|tổng số|tổng|mục tiêu|vốn)\b"
    r"[^\d.,;:()%]{0,30}\(?",
    re.IGNORECASE,
)
_OVER = re.compile(r"\btrên(?: tổng)?(?: số)?\s*$", re.IGNORECASE)
_STATUS = re.compile(
    r"\b(?P<good>trước(?: và|,)? đúng hạn|đúng hạn|trước hạn)\b|\b(?P<bad>quá hạn|trễ hạn)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(
    r"\b(?:trong hạn|trong thời hạn|đang giải quyết|chưa đến hạn|tạm dừng|rút)\b", re.IGNORECASE
)


def read(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """The rates of each passage against the numbers beside them."""
    for passage in passages:
        found = paragraphs(passage.text)
        for paragraph in found:
            if any(mention.percent for mention in paragraph.mentions):
                yield from _ratios(context, passage, found, paragraph)
                yield from _complements(context, passage, paragraph)


# -- a part, its whole and their rate --


def _ratios(
    context: Context, passage: Passage, found: Sequence[Paragraph], paragraph: Paragraph
) -> Iterator[Finding]:
    for place, rate in enumerate(paragraph.mentions):
        if (
            not rate.percent
            or rate.about
            or _MOVED.search(paragraph.plain, max(0, rate.span[0] - NEAR_WORDS), rate.span[0])
        ):
            continue
        part, wholes = _beside(paragraph, place)
        if part is None or not wholes or _is_known(found, paragraph, rate, part):
            continue
        whole = min(wholes, key=lambda one: abs(_rate(part, one) - rate.number))
        yield _finding(context, passage, paragraph, rate, (part, whole))


def _beside(paragraph: Paragraph, place: int) -> tuple[Mention | None, list[Mention]]:
    """The part that the rate speaks of, and what may be its whole."""
    rate = paragraph.mentions[place]
    plain = paragraph.plain
    after = paragraph.mentions[place + 1 : place + 3]
    fraction = len(after) == 2 and after[0].part == "numerator" and after[1].number
    if fraction and _BRACKET.fullmatch(plain, rate.span[1], after[0].span[0]):
        return after[0], [after[1]]
    if not _OF_IT.search(plain, max(0, rate.span[0] - NEAR_WORDS), rate.span[0]) or not place:
        return None, []
    last = paragraph.mentions[place - 1]
    if last.percent or last.about or plain[last.span[1] : rate.span[0]].count(";"):
        return None, []
    if last.part == "denominator" and last.number:
        return paragraph.mentions[place - 2], [last]
    if place > 1 and _OVER.search(plain, max(0, last.span[0] - NEAR_WORDS), last.span[0]) and last.number:
        outer = [one for one in paragraph.mentions[: place - 1] if not is_inside(paragraph, one)]
        return (outer or paragraph.mentions)[-1 if outer else place - 2], [last]
    if after and _is_whole_behind(plain, rate, last, after[0]):
        return last, [after[0]]
    if _MOVED.search(plain, max(0, last.span[0] - NEAR_WORDS), last.span[0]) or counts_time(last.noun):
        return None, []
    if of := _OF_ELSE.match(plain, rate.span[1]):
        return last, _named_before(paragraph, place - 1, of.group().strip().casefold())
    return last, _wholes(paragraph, place - 1, rate)


def _named_before(paragraph: Paragraph, place: int, name: str) -> list[Mention]:
    """The amounts before a part that are called so: "dự toán 1.250 tỷ; đã chi 937 tỷ, đạt 75% dự toán"."""
    part, plain = paragraph.mentions[place], paragraph.plain
    starts = [0, *(mention.span[1] for mention in paragraph.mentions)]
    return [
        whole
        for start, whole in zip(starts, paragraph.mentions[:place], strict=False)
        if name in _PLANS
        and re.search(rf"\b{name}\b", plain[start : whole.span[0]], re.IGNORECASE)
        and (whole.scale, head(whole.noun)) == (part.scale, head(part.noun))
        and whole.number
        and not (whole.percent or whole.about or whole.part)
    ]


def _is_whole_behind(plain: str, rate: Mention, part: Mention, whole: Mention) -> bool:
    """Whether the whole follows: "đạt 3.456 tỷ đồng, bằng 86,4% dự toán giao 4.000 tỷ đồng"."""
    alike = part.scale == whole.scale and head(part.noun) == head(whole.noun) != ""
    counts = whole.number and not (whole.percent or whole.about or whole.part)
    return bool(alike and counts and _BEHIND.fullmatch(plain, rate.span[1], whole.span[0]))


def _wholes(paragraph: Paragraph, place: int, rate: Mention) -> list[Mention]:
    """Earlier counts of the same thing, in the sentence or the one before it."""
    part = paragraph.mentions[place]
    spans = sentences(paragraph.plain)
    number = sentence_at(paragraph, part.span[0])
    if sentence_at(paragraph, rate.span[0]) != number:
        return []
    begin = spans[max(0, number - 1)][0]
    return [
        whole
        for whole in paragraph.mentions[:place]
        if whole.span[0] >= begin
        and not (whole.percent or whole.about or whole.part)
        and whole.number >= part.number
        and whole.number
        and head(whole.noun) == head(part.noun) != ""
    ]


def _is_known(found: Sequence[Paragraph], paragraph: Paragraph, rate: Mention, part: Mention) -> bool:
    """Whether the rate is that of some two numbers beside it, in whatever way they hang together."""
    near = [
        one for one in found if paragraph.kind == one.kind == "dash" or one is paragraph or one.kind == "text"
    ]
    wholes = [m for one in near for m in one.mentions if not m.percent and m.number][:MOST_WHOLES]
    at = paragraph.mentions.index(rate)
    beside = paragraph.mentions[max(0, at - AROUND) : at + AROUND]
    parts = [part, *(m for m in beside if not m.percent)]
    return any(_fits(rate, one, whole) for one in parts for whole in wholes if one is not whole)


def _rate(part: Mention, whole: Mention) -> Decimal:
    return HUNDRED * part.number / whole.number


def _fits(rate: Mention, part: Mention, whole: Mention) -> bool:
    """Whether the rate is the ratio, rounded to its decimals."""
    exact = _rate(part, whole)
    step = Decimal(1).scaleb(-rate.decimals)
    slack = HUNDRED * (part.slack + whole.slack * part.number / whole.number) / whole.number
    return abs(exact.quantize(step, ROUND_HALF_UP) - rate.number) <= slack


def _finding(
    context: Context, passage: Passage, paragraph: Paragraph, rate: Mention, ratio: tuple[Mention, Mention]
) -> Finding:
    part, whole = ratio
    exact = _rate(part, whole)
    shown = show_number(exact, max(rate.decimals, MOST_DECIMALS))
    cut = 0 < exact - rate.number < Decimal(1).scaleb(-rate.decimals)
    why = "số được cắt bớt chứ không làm tròn" if cut else "tỷ lệ không khớp hai số"
    words = Words(
        f"{context.name(passage.key)}: ghi {rate.digits}% nhưng {part.digits}/{whole.digits} = {shown}%; "
        f"{why}.",
        "Sửa tỷ lệ, hoặc xem lại hai số trong câu.",
        f"{rate.digits}%",
        f"{shown}%",
    )
    code = "rate.cut" if cut else "rate.ratio"
    return context.finding(code, "warning", (passage.key,), paragraph.span(rate.span), words)


# -- in time and late make a hundred --


def _complements(context: Context, passage: Passage, paragraph: Paragraph) -> Iterator[Finding]:
    """Rates in time and late of one thing, stated side by side."""
    pair = _in_time_and_late(paragraph)
    if pair is None or _THIRD.search(paragraph.plain):
        return
    good, bad = pair
    total = good.number + bad.number
    most = max(good.decimals, bad.decimals)
    if abs(total - HUNDRED) <= (Decimal(1).scaleb(-most) if most else 0):
        return
    first, last = sorted((good.span[0], bad.span[0]))
    if any(mention.percent for mention in paragraph.within(first + 1, last)):
        return
    words = Words(
        f"{context.name(passage.key)}: tỷ lệ đúng hạn {good.digits}% và quá hạn {bad.digits}% cộng lại được "
        f"{show_number(total)}%, phải là 100%.",
        "Xem lại hai tỷ lệ.",
        f"{show_number(total)}%",
        "100%",
    )
    yield context.finding("rate.hundred", "warning", (passage.key,), paragraph.span(bad.span), words)


def _in_time_and_late(paragraph: Paragraph) -> tuple[Mention, Mention] | None:
    """The one rate in time and the one late of the paragraph; None where there are none or several."""
    pair: dict[str, Mention] = {}
    for place, rate in enumerate(paragraph.mentions):
        before = paragraph.mentions[place - 1].span[1] if place else 0
        between = paragraph.plain[before : rate.span[0]]
        status = list(_STATUS.finditer(between))
        if not rate.percent or not status or _MOVED.search(between):
            continue
        kind = "good" if status[-1]["good"] else "bad"
        if kind in pair or rate.about:
            return None
        pair[kind] = rate
    return (pair["good"], pair["bad"]) if len(pair) == len(("good", "bad")) else None
