"""One name spelled in several ways: offices against their official names, others against themselves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.checking.findings import Finding, Span
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import Piece, pieces
from desktop_app.proofreading.wording.syllables import is_syllable
from desktop_app.proofreading.wording.vocabulary import vocabulary


class _Spelled(NamedTuple):
    """A name at a place."""

    name: str
    key: str
    span: Span


_BRAND = re.compile(r"(?<![\w/.-])[A-Za-z][A-Za-z0-9]*(?:[- ][A-Za-z][A-Za-z0-9]*)?(?![\w/-])")
_HEADS = (
    "Trung tâm|Cổng|Trang|Hệ thống|Cơ sở dữ liệu|Bộ phận|Ban Chỉ đạo|Ban Quản lý|Kho|Nền tảng|Đài|Văn phòng"
)
_HEADED = re.compile(rf"(?<!\w)(?:{_HEADS})(?:[ ][^\W\d_]+){{3,4}}(?!\w)")
_WHOLE = re.compile(
    r"(?<!\w)(?:Ban [Cc]hỉ đạo|Bộ phận [Mm]ột [Cc]ửa|Cổng [Dd]ịch vụ công [Qq]uốc gia|Tổ [Cc]ông tác)(?!\w)"
)
"""Names that are whole without the words behind them."""
_VERBS = ("xây dựng",)
"""Names that in small letters are what the office does: "Sở xây dựng kế hoạch"."""


def read_names(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Names that are spelled in several ways; passages: all of the report."""
    brands: list[_Spelled] = []
    headed: list[_Spelled] = []
    for passage in passages:
        if passage.key in context.plan.fields:
            continue
        for piece in pieces(passage.text):
            yield from _offices(context, passage, piece)
            brands += _found(_brands(piece), passage, piece)
            headed += _found(_HEADED.finditer(piece.text), passage, piece)
            headed += _found(_WHOLE.finditer(piece.text), passage, piece)
    yield from _variants(context, brands, lambda name: re.sub(r"[^a-z0-9]", "", name.lower()))
    yield from _variants(context, headed, lambda name: name.lower().replace("hoá", "hóa"))


def _found(matches: Iterable[re.Match[str]], passage: Passage, piece: Piece) -> list[_Spelled]:
    return [_Spelled(m.group(), passage.key, piece.span(*m.span())) for m in matches]


def _brands(piece: Piece) -> Iterator[re.Match[str]]:
    """Names that are not Vietnamese: two capitals apart, or a foreign word with a capital."""
    for found in _BRAND.finditer(piece.text):
        parts = re.split(r"[- ]", found.group())
        if all(_is_foreign(part) for part in parts):
            yield found
        elif len(parts) == 2 and _is_foreign(parts[0]):
            only = re.compile(re.escape(parts[0])).match(piece.text, found.start())
            if only:
                yield only


def _is_foreign(word: str) -> bool:
    return len(word) > 3 and not is_syllable(word) and any(c.isupper() for c in word)


def _variants(
    context: Context, spelled: Sequence[_Spelled], plain: Callable[[str], str]
) -> Iterator[Finding]:
    """For each name with several spellings, one finding at the first place of each rarer one."""
    by_name: defaultdict[str, list[_Spelled]] = defaultdict(list)
    for each in spelled:
        by_name[plain(each.name)].append(each)
    for places in by_name.values():
        count = Counter(each.name for each in places)
        if len(count) < 2:
            continue
        usual = max(count, key=lambda name: (count[name], -[e.name for e in places].index(name)))
        for name in count:
            if name != usual:
                odd = next(each for each in places if each.name == name)
                said = " và ".join(f"«{other}» ({n} lần)" for other, n in count.most_common())
                words = Words(
                    f"Một tên viết nhiều cách: {said}.",
                    "Thống nhất một cách viết trong cả báo cáo.",
                    name,
                    usual,
                )
                yield context.finding("word.name", "note", (odd.key,), odd.span, words)


@lru_cache(maxsize=1)
def _office_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """Any spelling of the official names behind "Sở" or "Bộ", and plain spelling -> official name."""
    official = {_plain(name): name for name in vocabulary().offices}
    loose = sorted((_loose(name) for name in vocabulary().offices), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:Sở|Bộ)[ ]+(?P<name>{'|'.join(loose)})(?!\w)", re.I), official


def _plain(name: str) -> str:
    words = re.sub(r"[-–,]", " ", name.lower().replace("hoá", "hóa")).split()
    return " ".join(word for word in words if word != "và")


def _loose(name: str) -> str:
    words = [word.replace("hóa", "h(?:óa|oá)") for word in _plain(name).split()]
    return r"(?:\s*[-–,]\s*|\s+và\s+|\s+)".join(words)


def _offices(context: Context, passage: Passage, piece: Piece) -> Iterator[Finding]:
    pattern, official = _office_pattern()
    for found in pattern.finditer(piece.text):
        name = found["name"]
        right = official.get(_plain(name), "")
        if not right or not found.group()[0].isupper() or name.replace("hoá", "hóa") == right:
            continue
        if name in _VERBS:
            continue
        if piece.text[found.end() : found.end() + 2] in (" -", " và"[:2]) and _goes_on(
            piece.text, found.end()
        ):
            continue
        words = Words(
            f"«{found.group()}»: tên chính thức là «{found.group()[:2]} {right}».",
            "Viết đúng tên cơ quan.", name, right,
        )  # fmt: skip
        yield context.finding("word.name", "note", (passage.key,), piece.span(*found.span("name")), words)


def _goes_on(text: str, end: int) -> bool:
    """Whether a longer name begins with the name that was found."""
    return bool(re.match(r"\s*(?:-|và)\s+[A-ZĐ]", text[end : end + 8]))
