"""Capitals inside a sentence, and those that Nghị định 30/2020/NĐ-CP, Phụ lục II wants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from desktop_app.checking.findings import Finding
from desktop_app.proofreading.citations.register import mentions_in
from desktop_app.proofreading.citations.symbols import tables
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import WORD, Piece, pieces, sentence_begins
from desktop_app.proofreading.wording.vocabulary import listed, vocabulary

NAME_FOLLOWS = 14
"""So near behind the number or day of a document its name may begin, with a capital."""


def read_capitals(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Capitals that are wrong or missing, in each passage by itself."""
    for passage in passages:
        if passage.key in context.plan.fields:
            continue
        mentions = mentions_in(passage)
        ends = [m.citation.core[1] for m in mentions] + [
            m.citation.day.span[1] for m in mentions if m.citation.day
        ]
        behind = {place for end in ends for place in range(end, end + NAME_FOLLOWS)}
        for piece in pieces(passage.text):
            yield from _inside(context, passage, piece, behind)
            yield from _wanted(context, passage, piece)
            yield from _kinds(context, passage, piece)


def _inside(context: Context, passage: Passage, piece: Piece, behind: set[int]) -> Iterator[Finding]:
    """ "Thường xuyên Cập nhật": a verb or a small word with a capital behind a small word."""
    text = piece.text
    words = list(WORD.finditer(text))
    for number in range(1, len(words)):
        before, word = words[number - 1], words[number]
        between = text[before.end() : word.start()]
        if not _is_title(word.group()) or not before.group().islower() or between not in (" ", ", ", "; "):
            continue
        if word.start() in sentence_begins(text) or piece.begin + word.start() in behind:
            continue
        after = words[number + 1].group() if number + 1 < len(words) else ""
        if _is_slip(before.group(), between, word.group(), f"{word.group()} {after}".lower()):
            right = word.group().lower()
            said = Words(f"«{word.group()}» viết hoa giữa câu.", f"Viết «{right}».", word.group(), right)
            yield context.finding("word.capital", "note", (passage.key,), piece.span(*word.span()), said)


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


_KINDS_END = frozenset({"hoạch", "án", "trình", "định", "quyết", "thị", "tư", "luận", "báo", "số"})
"""What the names of kinds of documents end with; the name of the document follows with a capital."""


def _is_slip(before: str, between: str, word: str, follows: str) -> bool:
    if word in listed("never_capital"):
        return True
    verb = next((v for v in (follows, word.lower()) if v in listed("verbs")), "")
    if not verb or (" " not in verb and between == " " and before not in listed("before_verbs")):
        return False
    if follows in listed("never_named"):
        return before not in _KINDS_END
    if between == " ":
        return before in listed("before_verbs") or (before == "và" and verb not in listed("in_names"))
    return verb not in listed("in_names")


@lru_cache(maxsize=1)
def _capitals() -> re.Pattern[str]:
    wrong = sorted(vocabulary().capitals, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wrong))})(?!\w)")


def _wanted(context: Context, passage: Passage, piece: Piece) -> Iterator[Finding]:
    for found in _capitals().finditer(piece.text):
        wrong, right = found.group(), vocabulary().capitals[found.group()]
        if wrong.startswith("của nhân dân") and piece.text[found.end() : found.end() + 5] == " tỉnh":
            continue
        words = Words(f"«{wrong}» viết hoa chưa đúng.", _rule(right), wrong, right)
        yield context.finding("word.rule", "note", (passage.key,), piece.span(*found.span()), words)
    for found in _offices().finditer(piece.text):
        head = found["head"]
        words = Words(
            f"«{found.group()}» viết hoa chưa đúng.", f"Viết «{head.capitalize()} {found['name']}».",
            head, head.capitalize(),
        )  # fmt: skip
        yield context.finding("word.rule", "note", (passage.key,), piece.span(*found.span("head")), words)


def _rule(right: str) -> str:
    return f"Viết «{right}» (Nghị định 30/2020/NĐ-CP, Phụ lục II)."


@lru_cache(maxsize=1)
def _offices() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<head>sở|bộ)[ ](?P<name>{'|'.join(map(re.escape, vocabulary().offices))})(?!\w)"
    )


@lru_cache(maxsize=1)
def _small_kinds() -> re.Pattern[str]:
    kinds = "|".join(re.escape(kind.lower()) for kind in tables().kinds if kind != "Văn bản")
    return re.compile(rf"(?<!\w)(?<!Thông báo )(?P<kind>{kinds})[ ]số[ ]\d+[ ]?[/-]")


def _kinds(context: Context, passage: Passage, piece: Piece) -> Iterator[Finding]:
    """ "kế hoạch số 12/KH-UBND": a certain document is named with a capital."""
    for found in _small_kinds().finditer(piece.text):
        wrong = found["kind"]
        right = wrong[0].upper() + wrong[1:]
        words = Words(
            f"«{wrong} số …» nói về một văn bản cụ thể nên viết hoa.",
            _rule(right), wrong, right,
        )  # fmt: skip
        yield context.finding("word.rule", "note", (passage.key,), piece.span(*found.span("kind")), words)
