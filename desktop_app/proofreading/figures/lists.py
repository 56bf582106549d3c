"""Wholes and the parts that a sentence lists for them: "44 nhiệm vụ, gồm: 39 … và 05 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.nouns import counts_time, is_kind_of, same
from desktop_app.proofreading.figures.paragraphs import (
    Paragraph,
    is_inside,
    items_below,
    sentence_at,
    sentences,
)
from desktop_app.proofreading.figures.parallel import is_tight, other_things_from

Kind = Literal["all", "some", "told"]
"""Whether the parts are said to be all of the whole ("gồm"), some of it ("trong đó"), or only follow it."""

_OPENER = re.compile(
    r"(?P<some>\btrong (?:số )?(?:đó|này)\b|\btrong đó\b|(?<=, )kết quả(?: cho thấy| có)?\b)|"
    r"(?P<all>\b(?:bao gồm|gồm có|gồm|chia ra|cụ thể(?: là| như sau)?)\b)|"
    r"(?P<bracket>\()|(?P<colon>:)",
    re.IGNORECASE,
)
_CLOSER = re.compile(
    r"\b(?:so với|tổng|(?:tăng|giảm)(?= (?:thêm |được |khoảng |gần |hơn )?\d| so với)|"
    r"ngoài ra|đồng thời|bên cạnh đó|bình quân|tương ứng|kế hoạch đề ra|"
    r"trung bình|"
    r"không bao gồm|chưa bao gồm|không tính|chưa tính|chưa kể|không kể|thay cho)\b",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"\b(?:mỗi|bình quân|thứ|lần|sau|(?<!kỳ )(?<!quý )(?<!năm )(?<!tháng )trước|từ|đạt|bằng|chiếm|giai đoạn|"
    r"tăng|giảm|thêm|thiếu|so với)\s*$",
    re.IGNORECASE,
)
_NESTED = re.compile(r"\b(?:trong đó|gồm|bao gồm)\b", re.IGNORECASE)
_NO_LIST = re.compile(
    rf"(?:{_OPENER.pattern})|\s*(?:tăng|giảm|so với|thêm|vượt|bằng|chiếm|cùng kỳ|(?:năm|quý|kỳ) trước)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r":\s*\d")
FEW = 5
"""Counts of a sentence that may be a whole and its parts without a word that says so."""
_GIVEN = re.compile(r"\b(?:có|giao|trong|tổng số|tiếp nhận|phát hiện|đề ra|đăng ký)\b", re.IGNORECASE)
_IN_ALL = re.compile(r"\s*(?:- )?(?:trong|qua|trên) (?:[^\W\d_]+ ){0,4}", re.IGNORECASE)
MOST_WHOLES, MOST_PARTS = 8, 60
"""Numbers that are tried as a whole, and as its parts; longer lists are tables in words."""
FAR = 90
"""Letters between a whole and the colon or bracket that opens its parts; more are another thought."""


class PartList(msgspec.Struct, frozen=True):
    """Parts that are listed for a whole.

    wholes: the quantities that may be meant, the likeliest first. nested: parts of parts. where
    each stands: in `home` the wholes, in `homes` the parts. tight: nothing but parts, one after the
    other; closed: they end with their bracket.
    """

    kind: Kind
    home: Paragraph
    wholes: tuple[Mention, ...]
    parts: tuple[Mention, ...]
    homes: tuple[Paragraph, ...]
    words: tuple[str, ...]
    nested: frozenset[int] = frozenset()
    tight: bool = False
    closed: bool = False


def part_lists(found: tuple[Paragraph, ...]) -> Iterator[PartList]:
    """Every list of parts in the paragraphs of a passage."""
    for place, paragraph in enumerate(found):
        if not paragraph.mentions and not paragraph.plain.rstrip().endswith(":"):
            continue
        for opener in _OPENER.finditer(paragraph.plain):
            yield from _opened(found, place, opener)
        if paragraph.kind == "note":
            yield from _footnote(found, paragraph)
        yield from _implied(paragraph)
        yield from _among(paragraph)


def _opened(found: tuple[Paragraph, ...], place: int, opener: re.Match[str]) -> Iterator[PartList]:
    paragraph = found[place]
    kind: Kind = "some" if opener["some"] else "all"
    begin, end = opener.end(), _end(paragraph, opener)
    loose = bool(opener["bracket"] or opener["colon"])
    if opener["colon"] and not _opens(paragraph, opener.start()):
        return
    if opener["bracket"] and _NO_LIST.match(paragraph.plain, opener.end()):
        return  # "(trong đó …" is opened by its words, "(giảm 32 phòng so với …" is a change
    wholes = _wholes(paragraph, opener.start(), FAR if loose else 400)
    if opener["colon"]:
        label = paragraph.plain.rfind(";", 0, opener.start())
        wholes = tuple(whole for whole in wholes if whole.span[0] > label)
    if not wholes:
        return
    if not paragraph.plain[begin:].strip(" :"):
        yield from _items(found, place, kind, wholes)
        return
    parts = _parts(paragraph, begin, end)
    if (goes_on := other_things_from(paragraph, parts)) and not opener["bracket"]:
        parts, end = parts[:goes_on], paragraph.plain.find(";", parts[goes_on - 1].span[1])
    if len(parts) > MOST_PARTS or (loose and len(parts) < 2):
        return
    listed = _list(kind, paragraph, wholes, [(paragraph, part) for part in parts], begin)
    tight = is_tight(paragraph, parts, begin, end)
    yield msgspec.structs.replace(listed, tight=tight, closed=bool(opener["bracket"]))


def _opens(paragraph: Paragraph, colon: int) -> bool:
    """Whether the colon opens parts; not that of "gồm:", nor those of "công chức: 57; viên chức: 30"."""
    begin = sentences(paragraph.plain)[sentence_at(paragraph, colon)][0]
    if _LABEL.search(paragraph.plain, begin, colon):
        return False
    before = _OPENER.search(paragraph.plain, max(begin, colon - 14), colon)
    return not before or bool(paragraph.within(before.end(), colon))


def _end(paragraph: Paragraph, opener: re.Match[str]) -> int:
    """Where the parts end: with the bracket, else with the sentence or a word that leads elsewhere."""
    plain, begin = paragraph.plain, opener.end()
    if opener["bracket"]:
        depth = 1
        for place in range(begin, len(plain)):
            depth += {"(": 1, ")": -1}.get(plain[place], 0)
            if not depth:
                return place
        return len(plain)
    end = sentences(plain)[sentence_at(paragraph, opener.start())][1]
    before = plain.rfind("(", 0, opener.start())
    if (
        before >= 0
        and plain.find(")", before, opener.start()) < 0
        and (close := plain.find(")", begin, end)) > 0
    ):
        end = close
    closer = _CLOSER.search(plain, begin, end)
    return closer.start() if closer else end


def _wholes(paragraph: Paragraph, before: int, far: int) -> tuple[Mention, ...]:
    """What may be the whole, nearest first: in the sentence, or where it has none in the one before."""
    number = sentence_at(paragraph, max(0, before - 1))
    spans = sentences(paragraph.plain)
    for begin, _ in (spans[number], spans[number - 1] if number and far > FAR else spans[number]):
        found = [
            mention
            for mention in paragraph.within(begin, before)
            if not mention.percent and not counts_time(mention.noun) and before - mention.span[1] <= far
        ]
        if found:
            return tuple(reversed(found[-MOST_WHOLES:]))
    return ()


def _parts(paragraph: Paragraph, begin: int, end: int) -> list[Mention]:
    """The counts of the region."""
    return [
        mention
        for mention in paragraph.within(begin, end)[: MOST_PARTS + 1]
        if not mention.percent
        and not counts_time(mention.noun)
        and mention.part != "denominator"
        and not _NO_PART.search(paragraph.plain[max(0, mention.span[0] - 12) : mention.span[0]])
    ]


def _items(
    found: tuple[Paragraph, ...], place: int, kind: Kind, wholes: tuple[Mention, ...]
) -> Iterator[PartList]:
    """The parts as list items below: the first count of each."""
    pairs: list[tuple[Paragraph, Mention]] = []
    for item in items_below(found, place):
        if counts := _parts(item, 0, len(item.plain)):
            pairs.append((item, counts[0]))
    if len(pairs) > 1:
        yield _list(kind, found[place], wholes, pairs, 0)


def _footnote(found: tuple[Paragraph, ...], note: Paragraph) -> Iterator[PartList]:
    """A footnote that lists the parts of the number before its anchor, a list for each noun."""
    place, anchor = note.anchor
    home = found[place]
    wholes = _wholes(home, anchor, FAR)
    parts = _parts(note, 0, len(note.plain))
    groups: list[list[Mention]] = []
    for part in parts:
        group = next((g for g in groups if same(g[0].noun, part.noun)), None)
        groups.append([part]) if group is None else group.append(part)
    listed = ";" in note.plain or re.match(r"\s*(?:gồm|bao gồm|cụ thể)\b", note.plain, re.IGNORECASE)
    if not wholes or not listed or _CLOSER.search(note.plain):
        return
    mixed = all(is_kind_of(part.noun, wholes[0].noun) for part in parts)
    for group in [parts] if mixed else groups:
        fitting = tuple(
            w for w in wholes if same(w.noun, group[0].noun) or (mixed and is_kind_of(group[0].noun, w.noun))
        )
        if len(group) > 1 and fitting:
            yield _list("all", home, fitting, [(note, part) for part in group], 0)


def _implied(paragraph: Paragraph) -> Iterator[PartList]:
    """ "Được giao 18 nhiệm vụ; đã hoàn thành 15, đang thực hiện 3": no word opens the parts."""
    for begin, end in sentences(paragraph.plain):
        counts = [m for m in paragraph.within(begin, end) if not m.percent and not is_inside(paragraph, m)]
        openers = _OPENER.finditer(paragraph.plain, begin, end)
        opened = any(
            not (found["bracket"] or _LABEL.match(paragraph.plain, found.start())) for found in openers
        )
        if not 3 <= len(counts) <= FEW or opened:
            continue
        whole, *parts = counts
        given = _GIVEN.search(paragraph.plain, begin, whole.span[0])
        named = whole.noun or "tổng" in paragraph.plain[begin : whole.span[0]].casefold()
        alike = all(same(part.noun, whole.noun) and not part.part for part in counts)
        if given and alike and named and whole.number >= max(part.number for part in parts):
            pairs = [(paragraph, part) for part in parts]
            yield _list("told", paragraph, (whole,), pairs, whole.span[1])


def _among(paragraph: Paragraph) -> Iterator[PartList]:
    """ "Trong 21 trường hợp … có 13 khiển trách, 06 cảnh cáo, 02 buộc thôi việc"."""
    for begin, end in sentences(paragraph.plain):
        counts = paragraph.within(begin, end)
        if len(counts) < 3 or not _IN_ALL.fullmatch(paragraph.plain, begin, counts[0].span[0]):
            continue
        parts = [one for one in counts[1:] if not one.percent and not counts_time(one.noun)]
        start = paragraph.plain.rfind(" có ", counts[0].span[1], parts[0].span[0] + 1) if parts else -1
        if start >= 0 and 2 <= len(parts) <= MOST_PARTS:
            listed = _list("some", paragraph, (counts[0],), [(paragraph, part) for part in parts], start)
            yield msgspec.structs.replace(listed, tight=is_tight(paragraph, parts, start, end))


def _list(
    kind: Kind,
    home: Paragraph,
    wholes: tuple[Mention, ...],
    pairs: Sequence[tuple[Paragraph, Mention]],
    begin: int,
) -> PartList:
    """The list with the words of each part, and which of them are parts of parts."""
    words: list[str] = []
    nested: set[int] = set()
    depth_until = -1
    for number, (paragraph, mention) in enumerate(pairs):
        plain = paragraph.plain
        last = pairs[number - 1] if number else None
        start = last[1].span[1] if last and last[0] is paragraph else begin
        after = pairs[number + 1] if number + 1 < len(pairs) else None
        stop = after[1].span[0] if after and after[0] is paragraph else len(plain)
        words.append(plain[start:stop])
        between = plain[start : mention.span[0]]
        if number and last and last[0] is paragraph:
            if _nests(between):
                depth_until = _closes(plain, mention.span[0])
            elif mention.span[0] >= depth_until:
                depth_until = -1
        if depth_until >= 0:
            nested.add(number)
    parts = tuple(mention for _, mention in pairs)
    homes = tuple(paragraph for paragraph, _ in pairs)
    return PartList(kind, home, wholes, parts, homes, tuple(words), frozenset(nested))


def _nests(between: str) -> bool:
    """Whether the words between two parts open a list below the first; a bracket that closes does not."""
    return bool(_NESTED.search(between)) or between.count("(") > between.count(")")


def _closes(plain: str, begin: int) -> int:
    """Where parts of a part end: with their bracket or the next semicolon."""
    ends = [place for sign in ");" if (place := plain.find(sign, begin)) >= 0]
    return min(ends, default=len(plain))
