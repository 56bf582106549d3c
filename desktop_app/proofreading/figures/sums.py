"""Sums that the words write out: "1.023.023 - 1.014.395 = 8.628"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from desktop_app.base.numbers import show_number
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.paragraphs import Paragraph, paragraphs
from desktop_app.proofreading.passages import Passage

_SIGN = re.compile(r"(?: ?[^\W\d_]+){0,5}\s*(?P<sign>[-–−+=])\s*")


def read(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Chains of quantities joined by signs whose two sides differ."""
    for passage in passages:
        for paragraph in paragraphs(passage.text):
            yield from _equations(context, passage, paragraph)


def _equations(context: Context, passage: Passage, paragraph: Paragraph) -> Iterator[Finding]:
    """Chains of quantities joined by signs, one of them "="."""
    chain: list[Mention] = []
    signs: list[str] = []
    for mention in (*paragraph.mentions, None):
        sign = _sign(paragraph, chain[-1], mention) if chain and mention else ""
        if sign and mention:
            chain.append(mention)
            signs.append(sign)
            continue
        yield from _equation(context, passage, paragraph, chain, signs)
        chain, signs = ([mention] if mention else []), []


def _sign(paragraph: Paragraph, one: Mention, other: Mention) -> str:
    found = _SIGN.fullmatch(paragraph.plain, one.span[1], other.span[0])
    return found["sign"].replace("–", "-").replace("−", "-") if found else ""


def is_in_equation(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether a sign joins the quantity to one beside it."""
    place = paragraph.mentions.index(mention)
    beside = paragraph.mentions[max(0, place - 1) : place + 2]
    return any(_sign(paragraph, one, other) for one, other in pairwise(beside))


def _equation(
    context: Context, passage: Passage, paragraph: Paragraph, chain: list[Mention], signs: list[str]
) -> Iterator[Finding]:
    if signs.count("=") != 1 or len(chain) < 3:
        return
    place = signs.index("=")
    left, right = _value(chain[: place + 1], signs[:place]), _value(chain[place + 1 :], signs[place + 1 :])
    most = max(mention.decimals for mention in chain)
    slack = Decimal(1).scaleb(-most) if most else Decimal(0)
    if abs(left - right) <= slack + sum(mention.slack for mention in chain):
        return
    computed, stated = (left, right) if place else (right, left)
    written = _written(chain, signs, place)
    words = Words(
        f"{context.name(passage.key)}: {written} = {show_number(computed)}, "
        f"nhưng lời văn ghi {show_number(stated)}.",
        "Tính lại phép tính trong câu và sửa số sai.",
        show_number(stated),
        show_number(computed),
    )
    span = paragraph.span((chain[0].span[0], chain[-1].span[1]))
    yield context.finding("sum.equation", "error", (passage.key,), span, words)


def _value(chain: list[Mention], signs: list[str]) -> Decimal:
    total = chain[0].number
    for mention, sign in zip(chain[1:], signs, strict=True):
        total += -mention.number if sign == "-" else mention.number
    return total


def _written(chain: list[Mention], signs: list[str], place: int) -> str:
    """The side with the signs, as it stands in the sentence."""
    side = slice(0, place + 1) if place else slice(1, None)
    inner = signs[:place] if place else signs[1:]
    parts = [chain[side][0].digits]
    for mention, sign in zip(chain[side][1:], inner, strict=True):
        parts += [sign, mention.digits]
    return " ".join(parts)
