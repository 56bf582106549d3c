"""Syllables that are not Vietnamese, and tones placed in two ways in one report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop_app.checking.findings import Finding, Span
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.old_codes import old_code
from desktop_app.proofreading.wording.pieces import WORD, Piece, pieces, sentence_begins
from desktop_app.proofreading.wording.syllables import in_style, is_syllable, tone_style
from desktop_app.proofreading.wording.vocabulary import listed

MOST = 40
"""No more of one kind in one passage: it is no Vietnamese prose then."""
LONGEST = 7
"""No syllable has more letters (nghiêng)."""


def read_spelling(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Syllables that cannot be, in each passage by itself."""
    for passage in passages:
        if passage.key in context.plan.fields:
            continue
        readable = [piece for piece in pieces(passage.text) if not old_code(piece.text)]
        wrong = [(p, m) for p in readable for m in WORD.finditer(p.text) if _is_wrong(p, m)]
        for piece, found in wrong[:MOST] if len(wrong) <= MOST else ():
            words = Words(
                f"«{found.group()}» không phải là âm tiết tiếng Việt.",
                "Sửa lỗi gõ; nếu là tên riêng hoặc từ nước ngoài thì bỏ qua lỗi này.", found.group(),
            )  # fmt: skip
            yield context.finding(
                "word.syllable", "warning", (passage.key,), piece.span(*found.span()), words
            )


def _is_wrong(piece: Piece, found: re.Match[str]) -> bool:
    """Whether a word in small letters, or the first of a sentence, is no syllable and nothing else."""
    word = found.group()
    if is_syllable(word) or len(word) < 2 or _is_joined(piece.text, found.span()):
        return False
    if not (word.islower() or (word[1:].islower() and found.start() in sentence_begins(piece.text))):
        return False
    if re.search("[fjwz]", word) or (word.isascii() and len(word) < 3):
        return False
    return word.lower() not in listed("foreign") and word not in listed("names")


def _is_joined(text: str, span: Span) -> bool:
    """Whether a digit, a hyphen, an apostrophe or the like makes the word a part of something longer."""
    around = text[max(0, span[0] - 1) : span[0]] + text[span[1] : span[1] + 1]
    return any(c.isdigit() or c in "-–'’_@/&\u2060" for c in around) or bool(
        re.match(r"\.\w", text[span[1] : span[1] + 2]) and text[span[1] + 1 : span[1] + 2].islower()
    )


class _Toned(NamedTuple):
    style: str
    word: str
    key: str
    span: Span


def read_tones(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Both placements of tones are right; a report that mixes them is told once, at the rarer one."""
    toned = [
        _Toned(style, found.group(), passage.key, piece.span(*found.span()))
        for passage in passages
        if passage.key not in context.plan.fields
        for piece in pieces(passage.text)
        for found in _TONED.finditer(piece.text)
        if (style := tone_style(found.group()))
    ]
    count = Counter(each.style for each in toned)
    if len(count) < 2:
        return
    rarer = min(count, key=lambda style: (count[style], style == "old"))
    other = "old" if rarer == "new" else "new"
    first = next(each for each in toned if each.style == rarer)
    right = in_style(first.word, other)
    words = Words(
        f"Dấu thanh đặt theo hai kiểu: «{first.word}» ({count[rarer]} lần) "
        f"và kiểu «{right}» ({count[other]} lần).",
        "Cả hai kiểu đều đúng; nên thống nhất một kiểu trong cả báo cáo.", first.word, right,
    )  # fmt: skip
    yield context.finding("word.tone", "note", (first.key,), first.span, words)


_TONED = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{0,3}(?:[òóỏõọ][ae]|[ùúủũụ]y|o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.I
)
