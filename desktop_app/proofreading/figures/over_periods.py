"""Cumulative figures over two periods: no fall within a year, and no rise but what the period brought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from desktop_app.base.numbers import show_number
from desktop_app.base.periods import period_name
from desktop_app.checking.findings import Finding
from desktop_app.forms.values import is_numeric
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.nouns import head
from desktop_app.proofreading.figures.paragraphs import Paragraph, paragraphs, sentence_at, sentences
from desktop_app.proofreading.passages import Passage, is_prose, passages
from desktop_app.reports.filled_report import FilledReport

_TOTAL = re.compile(r"\bl[ũu][ỹy] k[ếe]\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:trong|riêng)(?: trong)? (?:kỳ|quý|tháng|6 tháng|năm)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
FAR = 80
"""Letters between "lũy kế" and its number."""
ALIKE = 0.6
"""How many words of two sentences must be the same for both to speak of one thing."""


class Cumulative(msgspec.Struct, frozen=True):
    """A cumulative number of the words, what the period brought where it is said, and its sentence."""

    paragraph: Paragraph
    total: Mention
    before: Mention | None
    now: Mention | None
    words: frozenset[str]


def read(context: Context, texts: Iterable[Passage]) -> Iterator[Finding]:
    """What cannot follow from the report before; silent without one of the same year and form."""
    previous = context.previous
    read_all = tuple(texts)
    if previous is None or previous.plan is not context.plan:
        return
    if previous.report.period.year != context.period.year:
        return
    yield from _fallen_rows(context, previous)
    before = {passage.key: passage for passage in passages(previous) if is_prose(previous, passage)}
    for passage in read_all:
        if passage.key in before:
            yield from _in_words(context, previous, passage, before[passage.key])


# -- rows --


def _fallen_rows(context: Context, previous: FilledReport) -> Iterator[Finding]:
    for key in _cumulative_rows(context):
        now, then = _value(context.filled, key), _value(previous, key)
        if now is None or then is None or now >= then:
            continue
        words = Words(
            f"{context.name(key)} là số lũy kế, ghi {context.filled.shown(key)}, nhỏ hơn "
            f"{previous.shown(key)} của {period_name(previous.report.period)}.",
            "Số lũy kế trong năm không giảm; xem lại số của kỳ này và kỳ trước.",
            context.filled.shown(key),
            f"≥ {previous.shown(key)}",
        )
        yield context.finding("period.fell", "warning", (key,), None, words)


def _cumulative_rows(context: Context) -> list[str]:
    """The rows whose label or remark says that they are cumulative, and what such a rate counts as done."""
    found: dict[str, None] = {}
    for row in context.edition.indicators:
        if is_numeric(row.kind) and _TOTAL.search(f"{row.label} {row.remark}"):
            found[row.key] = None
            if row.rate_of:
                found[row.rate_of[0]] = None
    return list(found)


def _value(filled: FilledReport, key: str) -> Decimal | None:
    value = filled.result.values.get(key)
    if value is not None:
        return value.number
    quantity = filled.result.computed.get(key) if filled.plan.fills_itself(key) else None
    return quantity.number if quantity else None


# -- words --


def _in_words(
    context: Context, previous: FilledReport, passage: Passage, before: Passage
) -> Iterator[Finding]:
    then = list(_cumulatives(before.text))
    name = period_name(previous.report.period)
    for now in _cumulatives(passage.text):
        same = next((one for one in then if _speak_of_one(now, one)), None)
        if same is None:
            continue
        if now.before and now.before.number != same.total.number:
            yield _start_finding(context, passage, now, (now.before, same.total), name)
        elif now.total.number < same.total.number:
            yield _fell_finding(context, passage, now, same.total, name)
        elif now.now and now.total.number != same.total.number + now.now.number:
            yield _sum_finding(context, passage, now, (now.now, same.total), name)


def _cumulatives(text: str) -> Iterator[Cumulative]:
    """Every cumulative number of a text, with what stands beside it."""
    for paragraph in paragraphs(text):
        for found in _TOTAL.finditer(paragraph.plain):
            behind = paragraph.within(found.end(), found.end() + FAR)
            total = next((one for one in behind if not one.percent and not one.about), None)
            if total is None:
                continue
            number = sentence_at(paragraph, found.start())
            begin, end = sentences(paragraph.plain)[number]
            words = frozenset(word.casefold() for word in _WORD.findall(paragraph.plain[begin:end]))
            yield Cumulative(
                paragraph, total, _subtracted(paragraph, total), _of_now(paragraph, total), words
            )


def _subtracted(paragraph: Paragraph, total: Mention) -> Mention | None:
    """The total before, where the words subtract it."""
    after = paragraph.within(total.span[1], len(paragraph.plain))[:1]
    between = paragraph.plain[total.span[1] : after[0].span[0]] if after else ""
    return after[0] if after and between.strip() in ("-", "–", "−") else None


def _of_now(paragraph: Paragraph, total: Mention) -> Mention | None:
    """What the period brought of the same thing: "trong kỳ 120 lượt"."""
    for found in _NOW.finditer(paragraph.plain):
        behind = paragraph.within(found.end(), found.end() + FAR)
        for one in behind[:1]:
            if one is not total and not one.percent and not one.about and head(one.noun) == head(total.noun):
                return one
    return None


def _speak_of_one(now: Cumulative, then: Cumulative) -> bool:
    """Whether two sentences of two reports say the same of one thing."""
    if head(now.total.noun) != head(then.total.noun):
        return False
    both = now.words & then.words
    return len(both) >= ALIKE * min(len(now.words), len(then.words))


def _fell_finding(context: Context, passage: Passage, now: Cumulative, then: Mention, name: str) -> Finding:
    words = Words(
        f"{context.name(passage.key)}: số lũy kế {now.total.digits} nhỏ hơn {then.digits} của {name}.",
        "Số lũy kế trong năm không giảm; xem lại số của kỳ này và kỳ trước.",
        now.total.digits,
        f"≥ {then.digits}",
    )
    return context.finding(
        "period.fell", "warning", (passage.key,), now.paragraph.span(now.total.span), words
    )


def _start_finding(
    context: Context, passage: Passage, now: Cumulative, pair: tuple[Mention, Mention], name: str
) -> Finding:
    written, then = pair
    words = Words(
        f"{context.name(passage.key)}: số lũy kế kỳ trước ghi {written.digits} nhưng {name} ghi "
        f"{then.digits}.",
        "Lấy lại số lũy kế của kỳ trước.",
        written.digits,
        then.digits,
    )
    return context.finding("period.start", "warning", (passage.key,), now.paragraph.span(written.span), words)


def _sum_finding(
    context: Context, passage: Passage, now: Cumulative, pair: tuple[Mention, Mention], name: str
) -> Finding:
    brought, then = pair
    total = show_number(then.number + brought.number)
    words = Words(
        f"{context.name(passage.key)}: lũy kế ghi {now.total.digits} nhưng lũy kế của {name} {then.digits} "
        f"+ trong kỳ {brought.digits} = {total}.",
        "Xem lại số trong kỳ và hai số lũy kế.",
        now.total.digits,
        total,
    )
    return context.finding("period.sum", "warning", (passage.key,), now.paragraph.span(now.total.span), words)
