"""Sums inside the words: "a - b = c", parts that do not make their whole, a part above its whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from desktop_app.base.numbers import show_number
from desktop_app.checking.findings import Finding, Span
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.lists import PartList, part_lists
from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.nouns import is_kind_of, same
from desktop_app.proofreading.figures.paragraphs import Paragraph, paragraphs
from desktop_app.proofreading.passages import Passage

NEAR = Decimal("0.1")
ABOVE = Decimal("0.3")
"""A list that is not said to be complete is taken for one when its sum misses the whole by so little:
the first where it is below, the second where it is above, which only parts that overlap explain.
"""

_SIGN = re.compile(r"(?: ?[^\W\d_]+){0,5}\s*(?P<sign>[-–−+=])\s*")
_WAITS = re.compile(r"\b(?:trong hạn|trong thời hạn|đang|còn lại|chưa đến hạn|chờ)\b", re.IGNORECASE)
_DONE = re.compile(
    r"(?<!chưa )\b(?:hoàn thành|giải quyết xong|xử lý xong|đã (?:giải quyết|xử lý|xong))\b", re.I
)
_NOT = re.compile(r"\b(?:không|chưa) ([^\W\d_]+ [^\W\d_]+)", re.IGNORECASE)
_OVERLAP = re.compile(
    r"\b(?:nữ|đảng viên|dân tộc|trẻ em|tôn giáo|thạc sĩ|tiến sĩ|đại học|cao đẳng|lần đầu|riêng)\b",
    re.IGNORECASE,
)


def read(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What the sentences' own numbers contradict."""
    for passage in passages:
        found = paragraphs(passage.text)
        for paragraph in found:
            yield from _equations(context, passage, paragraph)
        said: set[Span] = set()
        for part_list in part_lists(found):
            for finding in _judged(context, passage, part_list):
                if finding.span and finding.span not in said:
                    said.add(finding.span)
                    yield finding


# -- a - b = c --


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


# -- parts and wholes --


def _judged(context: Context, passage: Passage, listed: PartList) -> Iterator[Finding]:
    """The part that is too large, or else the sum that misses its whole."""
    whole = _whole(listed)
    for number, part in enumerate(listed.parts):
        if _too_large(listed, whole, number):
            yield _part_finding(context, passage, listed, whole, part)
            return
    if (total := _missed(listed, whole)) is not None:
        yield _sum_finding(context, passage, listed, whole, total)


def _whole(listed: PartList) -> Mention:
    """The nearest quantity that the parts can be parts of."""
    outer = [part for number, part in enumerate(listed.parts) if number not in listed.nested]
    nouns = [part.noun for part in outer or listed.parts]
    for whole in listed.wholes:
        if any(noun and same(noun, whole.noun) for noun in nouns):
            return whole
    for whole in listed.wholes:
        if all(same(noun, whole.noun) or is_kind_of(noun, whole.noun) for noun in nouns):
            return whole
    return listed.wholes[0]


def _too_large(listed: PartList, whole: Mention, number: int) -> bool:
    """Whether the part is of the very thing that the whole counts, and more."""
    part = listed.parts[number]
    noun = part.noun and same(part.noun, whole.noun)
    if number in listed.nested or part.about or whole.about or not (noun or _bare(listed)):
        return False
    others = [w for w in listed.wholes if same(w.noun, whole.noun)] or [whole]
    return all(part.number > w.number + w.slack for w in others)


def _bare(listed: PartList) -> bool:
    """Whether no part has a noun of its own: "(công chức: 57; viên chức: 30)"."""
    return not any(part.noun for part in listed.parts)


def _missed(listed: PartList, whole: Mention) -> Decimal | None:
    """The sum of the parts where they should make the whole and do not; None else."""
    if len(listed.parts) < 2 or any(part.about for part in (*listed.parts, whole)):
        return None
    outer = [part for number, part in enumerate(listed.parts) if number not in listed.nested]
    alike = [part for part in outer if same(part.noun, whole.noun)]
    kin = [part for part in outer if same(part.noun, whole.noun) or is_kind_of(part.noun, whole.noun)]
    for wanted in listed.wholes:
        for parts in (outer, alike, kin, listed.parts):
            if _some_make(wanted, parts, whole_list=all(";" in words for words in listed.words[1:])):
                return None
    parts = alike if len(alike) > 1 and len(alike) >= len(outer) - 1 else kin
    if len(parts) < 2 or len(parts) < len(outer):
        return None
    total = sum((part.number for part in parts), Decimal(0))
    complete = listed.kind == "all" or _is_complete(listed, whole, total)
    return total if complete and total else None


def _some_make(whole: Mention, parts: Sequence[Mention], *, whole_list: bool) -> bool:
    """Whether the parts make the whole: all of them, or two and more from the first on.

    A sentence without semicolons may go on to other things behind its list.
    """
    total, slack = Decimal(0), whole.slack
    for count, part in enumerate(parts, 1):
        total, slack = total + part.number, slack + part.slack
        if whole_list and count < len(parts):
            continue
        if count > 1 and abs(total - whole.number) <= slack:
            return True
    return False


def _is_complete(listed: PartList, whole: Mention, total: Decimal) -> bool:
    """Whether parts "trong đó" are plainly all: done and waiting, or a sum that all but meets the whole."""
    words = " ".join(listed.words)
    if _OVERLAP.search(words):
        return False
    if (_WAITS.search(words) and _DONE.search(words)) or _deny(listed.words):
        return True
    if listed.kind == "told":
        return False
    near = ABOVE if total > whole.number else NEAR
    return bool(whole.number) and abs(total - whole.number) <= max(Decimal(1), near * whole.number)


def _deny(parts: Sequence[str]) -> bool:
    """Whether one part is what another is not: "690 dịch vụ phát sinh …, 460 dịch vụ không phát sinh …"."""
    for part in parts:
        for found in _NOT.finditer(part):
            plain = re.compile(rf"(?<!không )(?<!chưa )\b{re.escape(found[1])}\b", re.IGNORECASE)
            if any(plain.search(other) for other in parts if other is not part):
                return True
    return False


def _sum_finding(
    context: Context, passage: Passage, listed: PartList, whole: Mention, total: Decimal
) -> Finding:
    parts = " + ".join(part.digits for part in listed.parts)
    words = Words(
        f"{context.name(passage.key)}: ghi tổng {_said(whole)} nhưng các số thành phần {parts} "
        f"= {show_number(total)}.",
        "Xem lại số tổng và từng số thành phần trong câu.",
        whole.digits,
        show_number(total),
    )
    return context.finding("sum.parts", "warning", (passage.key,), listed.home.span(whole.span), words)


def _part_finding(
    context: Context, passage: Passage, listed: PartList, whole: Mention, part: Mention
) -> Finding:
    home = listed.homes[listed.parts.index(part)]
    words = Words(
        f"{context.name(passage.key)}: {_said(part)} lớn hơn số chung {_said(whole)}; "
        "số bộ phận không thể vượt số chung.",
        "Xem lại hai số này.",
        part.digits,
        f"≤ {whole.digits}",
    )
    return context.finding("sum.part", "warning", (passage.key,), home.span(part.span), words)


def _said(mention: Mention) -> str:
    return f"{mention.digits} {mention.noun}".strip()
