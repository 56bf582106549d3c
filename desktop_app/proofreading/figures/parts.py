"""Parts that do not make the whole that they are listed for, and a part above its whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from desktop_app.checking.findings import Finding, Span
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.lists import PartList, part_lists
from desktop_app.proofreading.figures.mentions import Mention, one_slip_apart, shown_like
from desktop_app.proofreading.figures.nouns import is_kind_of, same
from desktop_app.proofreading.figures.paragraphs import paragraphs
from desktop_app.proofreading.passages import Passage

NEAR = Decimal("0.1")
ABOVE = Decimal("0.3")
"""A list that is not said to be complete is taken for one when its sum misses the whole by so little:
the first where it is below, the second where it is above, which only parts that overlap explain.
"""

TIGHT = Decimal("0.2")
"""The same for a list of nothing but parts, whatever they are called."""
MANY = 3
"""Parts of such a list that is in no bracket."""

SLIP = Decimal("0.05")
"""The same for parts that a semicolon ends, behind which the sentence counts on."""

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
    """The lists of each passage against their wholes."""
    for passage in passages:
        said: set[Span] = set()
        for part_list in part_lists(paragraphs(passage.text)):
            for finding in _judged(context, passage, part_list):
                if finding.span and finding.span not in said:
                    said.add(finding.span)
                    yield finding


def _judged(context: Context, passage: Passage, listed: PartList) -> Iterator[Finding]:
    """The part that is too large, or else the sum that misses its whole."""
    whole = _whole(listed)
    for number, part in enumerate(listed.parts):
        if _too_large(listed, whole, number):
            yield _part_finding(context, passage, listed, whole, part)
            return
    if missed := _missed(listed, whole):
        yield _sum_finding(context, passage, listed, whole, missed)


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


def _missed(listed: PartList, whole: Mention) -> Sequence[Mention]:
    """The parts that should make the whole and do not; none where they do, or need not."""
    if len(listed.parts) < 2 or any(part.about for part in (*listed.parts, whole)):
        return ()
    outer = [part for number, part in enumerate(listed.parts) if number not in listed.nested]
    alike = [part for part in outer if same(part.noun, whole.noun)]
    kin = [part for part in outer if same(part.noun, whole.noun) or is_kind_of(part.noun, whole.noun)]
    tight = listed.tight and len(outer) == len(listed.parts)
    whole_list = tight or all(";" in words for words in listed.words[1:])
    for wanted in listed.wholes:
        for parts in (outer, alike, kin, listed.parts):
            if _some_make(wanted, parts, whole_list=whole_list):
                return ()
    if tight and _missed_by_little(listed, whole, outer):
        return outer
    if len(first := _before_semicolon(listed, outer)) > 1 and _nearly_make(whole, first):
        return () if _sum(first) == whole.number else first
    parts = alike if len(alike) > 1 and len(alike) >= len(outer) - 1 else kin
    if len(parts) < 2 or len(parts) < len(outer):
        return ()
    complete = listed.kind == "all" or _is_complete(listed, whole, _sum(parts))
    return parts if complete and _sum(parts) else ()


def _sum(parts: Sequence[Mention]) -> Decimal:
    return sum((part.number for part in parts), Decimal(0))


def _missed_by_little(listed: PartList, whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether a list of nothing but parts almost makes the whole; parts "trong đó" only count above it."""
    total = _sum(parts)
    told = listed.kind == "all" and (listed.closed or len(parts) >= MANY)
    above = listed.kind == "some" and total > whole.number and not _OVERLAP.search(" ".join(listed.words))
    near = abs(total - whole.number) <= max(Decimal(2), TIGHT * whole.number)
    return near and (told or above)


def _before_semicolon(listed: PartList, outer: Sequence[Mention]) -> Sequence[Mention]:
    """The parts up to the first semicolon where commas part them: "tồn 95, mới 2.010; giải quyết …"."""
    if listed.nested or any(home is not listed.home for home in listed.homes):
        return ()
    gaps = [listed.home.plain[one.span[1] : other.span[0]] for one, other in pairwise(outer)]
    first = next((number for number, gap in enumerate(gaps, 1) if ";" in gap), 0)
    return outer[:first]


def _nearly_make(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether parts of the very thing miss the whole by a slip."""
    total = _sum(parts)
    alike = all(part.noun and same(part.noun, whole.noun) for part in parts)
    return alike and (abs(total - whole.number) <= SLIP * whole.number or one_slip_apart(total, whole.number))


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
    context: Context, passage: Passage, listed: PartList, whole: Mention, missed: Sequence[Mention]
) -> Finding:
    parts, shown = " + ".join(part.digits for part in missed), shown_like(_sum(missed), missed)
    words = Words(
        f"{context.name(passage.key)}: ghi tổng {whole.said} nhưng các số thành phần {parts} = {shown}.",
        "Xem lại số tổng và từng số thành phần trong câu.",
        whole.digits,
        shown,
    )
    return context.finding("sum.parts", "warning", (passage.key,), listed.home.span(whole.span), words)


def _part_finding(
    context: Context, passage: Passage, listed: PartList, whole: Mention, part: Mention
) -> Finding:
    home = listed.homes[listed.parts.index(part)]
    words = Words(
        f"{context.name(passage.key)}: {part.said} lớn hơn số chung {whole.said}; "
        "số bộ phận không thể vượt số chung.",
        "Xem lại hai số này.",
        part.digits,
        f"≤ {whole.digits}",
    )
    return context.finding("sum.part", "warning", (passage.key,), home.span(part.span), words)
