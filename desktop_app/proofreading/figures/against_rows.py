"""Numbers in the words that are not those of the rows they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from desktop_app.base.numbers import decimals
from desktop_app.checking.findings import Finding
from desktop_app.checking.plan import Plan
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.linking import Link, linked
from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.rows import Row, row_index
from desktop_app.proofreading.figures.speaking import Spoken, table_of, titles
from desktop_app.proofreading.passages import Passage, is_prose

SURE = 0.56
"""How well the words must fit a row whose number is another."""
CLOSE = 0.06
"""Another row that fits almost as well and has the number is the one that is meant."""
NEARLY = 0.08
"""A row that has the number is meant even where its words fit so much less."""
MOST_COUNTS = 40
"""Counts of one paragraph that are tried as parts of a sum; a longer one is a table in words."""

_ELSEWHEN = re.compile(
    r"\b(?:so với|cùng kỳ|(?:năm|quý|kỳ|tháng) trước|phấn đấu|mục tiêu|dự kiến|chỉ tiêu|đến năm|trước đây|"
    r"trước khi|mỗi|bình quân|thêm|riêng|có thể|sẽ|cao nhất|thấp nhất)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:còn(?: lại| thiếu| dôi dư)?|thiếu|thừa)(?: có)?\s*$", re.IGNORECASE)
_REST_BEHIND = re.compile(r"(?: ?[^\W\d_]+,?){0,6}? còn lại\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;.:(]")
_YEAR = re.compile(r"\bnăm (20\d\d)\b", re.IGNORECASE)
MILLION = Decimal(1_000_000)


def read(context: Context, texts: Iterable[Passage]) -> Iterator[Finding]:
    """The numbers that are not those of the rows they speak of."""
    prose = [passage for passage in texts if is_prose(context.filled, passage)]
    said = [(passage, one, found) for passage in prose for one, found in linked(context.plan, passage)]
    settled = {link.row.key for _, one, found in said if (link := equal_row(context, one, found))}
    others: dict[str, set[str]] = {}
    for passage, one, found in said:
        unsettled = tuple(link for link in found if link.row.key not in settled)
        if not unsettled or unsettled[0].score < found[0].score - CLOSE or is_ahead(context, passage):
            continue
        foreign = others.setdefault(passage.key, set())
        foreign.add(_of_another(context, one, found))
        same = equal_row(context, one, found)
        if same and same.score >= unsettled[0].score - NEARLY:
            continue
        link = _different(context, passage, one, unsettled)
        if link and not any(block and link.row.key.startswith(block) for block in foreign):
            yield _finding(context, passage, one, link.row)


def equal_row(context: Context, said: Spoken, found: tuple[Link, ...]) -> Link | None:
    """The best row that has the number."""
    return next((link for link in found if number_is(context, said.mention, link.row) is True), None)


def _different(context: Context, passage: Passage, said: Spoken, found: tuple[Link, ...]) -> Link | None:
    """The row that is surely meant and has another number."""
    best, mention = found[0], said.mention
    if best.score < SURE or mention.about or mention.part or said.paragraph.kind == "note":
        return None
    if best.row.appendix not in tables_of(context.plan, passage.key) or is_elsewhen(context, said):
        return None
    if number_is(context, mention, best.row) is not False or _is_derived(said, _figure(context, best.row)):
        return None
    rivals = (link.row for link in found[1:] if link.score >= best.score - CLOSE)
    if any(_tells_otherwise(context, passage, best.row, row) for row in rivals):
        return None
    return best if _may_be(mention, _figure(context, best.row)) else None


def _tells_otherwise(context: Context, passage: Passage, row: Row, other: Row) -> bool:
    """Whether the other row may as well be meant, and does not say the same."""
    here = other.appendix in tables_of(context.plan, passage.key)
    return here and number_of(context, other) != number_of(context, row)


def number_of(context: Context, row: Row) -> Decimal | None:
    """The figure of the row as it stands: typed, or computed where the form fills it in."""
    result = context.filled.result
    if row.key in result.values:
        value = result.values[row.key]
        return Decimal(0) if value.state == "none_arisen" else value.number
    quantity = result.computed.get(row.key) if context.plan.fills_itself(row.key) else None
    return quantity.number if quantity and not quantity.none_arisen else None


def _figure(context: Context, row: Row) -> Decimal | None:
    """The figure as words write it: money in đồng."""
    number = number_of(context, row)
    return number * MILLION if number is not None and row.kind == "money" else number


def number_is(context: Context, mention: Mention, row: Row) -> bool | None:
    """Whether the row has the number, as far as both are rounded; None while it has none."""
    number = _figure(context, row)
    if number is None:
        return None
    if mention.percent:
        step = Decimal(1).scaleb(-min(mention.decimals, decimals(number)))
        return number.quantize(step, ROUND_HALF_UP) == mention.number.quantize(step, ROUND_HALF_UP)
    return abs(number - mention.number) <= mention.slack


@lru_cache(maxsize=1024)
def tables_of(plan: Plan, key: str) -> frozenset[str]:
    """The tables that a section speaks of: that of its heading, and those its figures are held to.

    The one table "" where neither tells.
    """
    found = {table_of(row_index(plan), plan, key)} - {""}
    for figure in plan.edition.figures:
        if figure.section == key:
            others = (other if isinstance(other, str) else other.of[0] for other in figure.same_as)
            found |= {plan.appendix_of[other].head.key for other in others if other in plan.appendix_of}
    return frozenset(found or {""})


def is_ahead(context: Context, passage: Passage) -> bool:
    """Whether the section is about what is to come."""
    return any("phương hướng" in title.casefold() for title in titles(context.plan, passage.key))


def is_elsewhen(context: Context, said: Spoken) -> bool:
    """Whether the number is one of another time, a goal, a rest, or one among others."""
    paragraph, mention = said.paragraph, said.mention
    left = list(_CLAUSE.finditer(paragraph.plain, 0, mention.span[0]))
    begin = left[-1].end() if left else 0
    clause = paragraph.text[begin : mention.span[0]]
    tail = paragraph.plain[mention.span[1] : mention.span[1] + 40]
    years = {int(year) for year in _YEAR.findall(clause)}
    return bool(
        _ELSEWHEN.search(clause)
        or _ELSEWHEN.match(tail)
        or _REST.search(clause)
        or _REST_BEHIND.match(tail)
        or (years and context.period.year not in years)
    )


def _is_derived(said: Spoken, other: Decimal | None) -> bool:
    """Whether two other numbers of the paragraph make the number, or it makes the other one with another."""
    counts = [m.number for m in said.paragraph.mentions if not m.percent][:MOST_COUNTS]
    number = said.mention.number
    return not said.mention.percent and any(
        abs(one - two) == number or (one + two in (number, other) and one and two)
        for place, one in enumerate(counts)
        for two in counts[place + 1 :]
    )


def _may_be(mention: Mention, number: Decimal | None) -> bool:
    """Whether the number may have been meant; those that are far apart speak of two things."""
    return number is not None and is_slip(mention.number, number)


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one may have been typed for the other: near it, or with its digits in another order."""
    small, large = sorted((abs(one), abs(other)))
    return large <= 2 * small or large - small <= 10 or sorted(str(int(small))) == sorted(str(int(large)))


def _of_another(context: Context, said: Spoken, found: tuple[Link, ...]) -> str:
    """The key of a total that the words count quite differently: they speak of other things."""
    if not found or found[0].score < SURE or number_is(context, said.mention, found[0].row) is not False:
        return ""
    return "" if _may_be(said.mention, _figure(context, found[0].row)) else f"{found[0].row.key}."


def _finding(context: Context, passage: Passage, said: Spoken, row: Row) -> Finding:
    shown = context.filled.shown(row.key)
    sign = "%" if said.mention.percent else ""
    unit = context.plan.indicators[row.key].unit
    label = context.plan.indicators[row.key].label
    noun = f" {said.mention.noun}" if said.mention.noun else ""
    words = Words(
        f"{context.name(passage.key)}: lời văn ghi {said.mention.digits}{sign}{noun} nhưng "
        f"{context.name(row.key)} «{label}» ghi {shown}{'' if sign or unit == '%' else f' {unit.lower()}'}.",
        "Sửa cho lời văn và bảng số liệu khớp nhau.",
        f"{said.mention.digits}{sign}",
        shown,
    )
    span = said.paragraph.span(said.mention.span)
    return context.finding("figure.row", "warning", (passage.key, row.key), span, words)
