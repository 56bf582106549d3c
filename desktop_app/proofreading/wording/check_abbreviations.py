"""Abbreviations that are never introduced, are used before they are, or are two for one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.checking.findings import Finding, Span
from desktop_app.forms.model import Edition
from desktop_app.proofreading.citations.register import mentions_in
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import Piece, pieces
from desktop_app.proofreading.wording.vocabulary import listed

_SHORT = re.compile(r"(?<![\w/.&-])[A-ZĐ]{2,10}(?![\w/&]|[-.]\w)")
_ROMAN = re.compile(r"[IVXL]+\Z")
_INTRODUCED = re.compile(
    r"\((?:sau đây\s+)?(?:(?:được\s+)?(?:gọi|viết)\s+(?:chung\s+|tắt\s+)?là:?\s+)?"
    r"[“\"]?(?P<short>[A-ZĐ]{2,10})[”\"]?\)"
)


class _Use(NamedTuple):
    short: str
    key: str
    span: Span
    order: int
    meaning: str
    """The words that it is introduced for; "" where it is used."""


def read_abbreviations(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What is wrong with abbreviations; passages: all of the report, in reading order."""
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    for order, passage in enumerate(passages):
        if context.plan.is_prose(passage.key):
            for use in _uses(passage, order):
                uses[use.short].append(use)
    known = listed("abbreviations") | of_form(context.edition)
    for short, places in uses.items():
        introduced = next((use for use in places if use.meaning), None)
        if introduced is None and short not in known:
            yield _finding(
                context, "word.abbreviation", places[0],
                f"«{short}» viết tắt mà chưa ghi đầy đủ lần nào ({len(places)} lần dùng).",
                f"Lần đầu ghi đầy đủ rồi đặt «({short})» ngay sau.",
            )  # fmt: skip
        elif introduced and introduced is not places[0] and short not in known:
            yield _finding(
                context, "word.abbreviation", places[0],
                f"«{short}» dùng trước khi được giải nghĩa ở {context.name(introduced.key)}.",
                f"Ghi đầy đủ và đặt «({short})» ở lần đầu tiên.",
            )  # fmt: skip
    yield from _two_for_one(context, [use for places in uses.values() for use in places if use.meaning])


def _finding(context: Context, code: str, use: _Use, message: str, advice: str) -> Finding:
    return context.finding(code, "note", (use.key,), use.span, Words(message, advice, use.short))


def _uses(passage: Passage, order: int) -> Iterator[_Use]:
    cited = [mention.citation.core for mention in mentions_in(passage)]
    for piece in pieces(passage.text):
        if sum(c.isupper() for c in piece.text) * 2 > sum(c.isalpha() for c in piece.text):
            continue
        meanings = {m.span("short"): _meaning(piece, m) for m in _INTRODUCED.finditer(piece.text)}
        for found in _SHORT.finditer(piece.text):
            span = piece.span(*found.span())
            inside = any(begin <= span[0] < end for begin, end in cited)
            if not inside and not _ROMAN.match(found.group()):
                yield _Use(found.group(), passage.key, span, order, meanings.get(found.span(), ""))


def _meaning(piece: Piece, found: re.Match[str]) -> str:
    """The words in front of the bracket that the letters stand for; the last ones where they do not fit."""
    words = re.findall(r"[^\W\d_]+", piece.text[max(0, found.start() - 120) : found.start()])
    short = found["short"].lower()
    for length in range(len(short), min(len(words), len(short) + 3) + 1):
        stretch = words[-length:] if length else []
        initials = "".join(word[0].lower() for word in stretch)
        if initials[:1] == short[0] and _is_within(short, initials):
            return " ".join(stretch).lower()
    return " ".join(words[-len(short) :]).lower() or short


def _is_within(short: str, initials: str) -> bool:
    """Whether the letters come in the initials, in order."""
    rest = iter(initials)
    return all(letter in rest for letter in short)


def _two_for_one(context: Context, introduced: Sequence[_Use]) -> Iterator[Finding]:
    by_meaning: dict[str, _Use] = {}
    by_short: dict[str, _Use] = {}
    for use in introduced:
        other = by_meaning.setdefault(use.meaning, use)
        if other.short != use.short:
            yield _finding(
                context, "word.abbreviation_two", use,
                f"«{use.meaning}» viết tắt hai cách: «{other.short}» ({context.name(other.key)}) "
                f"và «{use.short}».",
                "Dùng một cách viết tắt trong cả báo cáo.",
            )  # fmt: skip
        first = by_short.setdefault(use.short, use)
        if first.meaning != use.meaning:
            yield _finding(
                context, "word.abbreviation_two", use,
                f"«{use.short}» được dùng cho hai nghĩa: «{first.meaning}» và «{use.meaning}».",
                "Mỗi chữ viết tắt chỉ dùng cho một nghĩa.",
            )  # fmt: skip


def of_form(edition: Edition) -> frozenset[str]:
    """The abbreviations that the form itself prints."""
    texts = [row.label for row in edition.indicators] + [section.title for section in edition.sections]
    return frozenset(short for text in texts for short in re.findall(r"(?<!\w)[A-ZĐ]{2,10}(?!\w)", text))
