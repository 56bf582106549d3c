"""Spaces, signs, full stops, quotes and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import Piece, pieces

LONG = 8
"""Words of a paragraph that must end with a full stop."""
UNENDED = ("opening", "closing")
"""Sections that the form itself ends."""


class _Slip(NamedTuple):
    code: str
    pattern: re.Pattern[str]
    right: str
    message: str


_BEFORE, _BEHIND = "Thừa dấu cách trước dấu «{sign}».", "Thừa dấu cách sau dấu «{sign}»."
_TWO = "Hai dấu câu liền nhau: «{sign}»."
_LACKS = "Thiếu dấu cách {where} dấu «{sign}»."
_SLIPS = tuple(
    _Slip(code, re.compile(pattern), right, message)
    for code, pattern, right, message in (
        ("word.space", r"(?<=[^\s\u2060])[ ]+([,;:!?])(?=\s|\Z|[^\W\d])", r"\1", _BEFORE),
        ("word.space", r"(?<=[\w)%”])[ ]+(\.)(?=\s|\Z|[A-ZĐ])", r"\1", _BEFORE),
        ("word.space", r"([(“])[ ]+(?=\S)", r"\1", _BEHIND),
        ("word.space", r"(?<=[^\s\u2060])[ ]+([)”])", r"\1", _BEFORE),
        ("word.space", r"(?<=[^\W\d_])([,;])(?=[^\W\d_])", r"\1 ", _LACKS.replace("{where}", "sau")),
        ("word.space", r"(?<=[a-zà-ỹ]{2})(\.)(?=[A-ZĐ][a-zà-ỹ])", r"\1 ", _LACKS.replace("{where}", "sau")),
        ("word.space", r"(?<=[^\s\u2060])([ ]{2,})(?=[^\s\u2060])", " ", "Thừa dấu cách giữa hai chữ."),
        ("word.space", r"(?<=[^\W_])(\()(?=[^\W\d_]{2})", r" \1", _LACKS.replace("{where}", "trước")),
        (
            "word.mark",
            r"(,,|;;|::|,;|;,|,\.(?!\.)|(?<![.\d])\.\.(?!\.))",
            "",
            "Hai dấu câu liền nhau: «{sign}».",
        ),
    )
)


def read_marks(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What is wrong with signs and spaces in each passage by itself."""
    for passage in passages:
        if passage.key in context.plan.fields:
            continue
        found = pieces(passage.text)
        for piece in found:
            yield from _slips(context, passage, piece)
            yield from _pairs(context, passage, piece)
        if context.plan.is_prose(passage.key):
            yield from _stops(context, passage, found)


def _slips(context: Context, passage: Passage, piece: Piece) -> Iterator[Finding]:
    for slip in _SLIPS:
        for found in slip.pattern.finditer(piece.text):
            sign = found[1]
            right = found.expand(slip.right) if slip.right else sign[-1]
            span = piece.span(*found.span())
            words = Words(slip.message.format(sign=sign), "Sửa lại dấu cách, dấu câu.", found.group(), right)
            yield context.finding(slip.code, "note", (passage.key,), span, words)


_LIST_MARK = re.compile(
    r"(?P<open>\()|(?<!\w)[^\W_]{1,2}\)|(?<![\d.])\d{1,3}(?:\.\d{1,3}){0,8}\)|(?P<shut>\))"
)


def _pairs(context: Context, passage: Passage, piece: Piece) -> Iterator[Finding]:
    """A bracket or a curly quote without its other half in the paragraph."""
    text = _without_list_marks(piece.text)
    for opens, closes in ("()", "“”"):
        first, last = text.count(opens), text.count(closes)
        if first == last:
            continue
        sign = opens if first > last else closes
        place = text.rfind(sign)
        words = Words(
            f"Đoạn có {first} dấu «{opens}» và {last} dấu «{closes}».", "Thêm hoặc bỏ dấu cho đủ cặp.", sign
        )
        yield context.finding("word.pair", "note", (passage.key,), piece.span(place, place + 1), words)


def _without_list_marks(text: str) -> str:
    """The text without the brackets of list marks, "a)"; what closes an open one stays as it is."""
    opened = 0

    def unmarked(found: re.Match[str]) -> str:
        nonlocal opened
        if found["open"]:
            opened += 1
        elif found["shut"] or opened > 0:
            opened -= 1
        else:
            return f"{found.group()[:-1]} "
        return found.group()

    return _LIST_MARK.sub(unmarked, text)


def _stops(context: Context, passage: Passage, found: tuple[Piece, ...]) -> Iterator[Finding]:
    """Long paragraphs without an end, and the one item of a list that lacks the sign of the others."""
    if passage.key in UNENDED:
        return
    body = [piece for piece in found if piece.kind != "note"]
    for number, piece in enumerate(body):
        if piece.kind == "text" and len(piece.text.split()) >= LONG and not _is_ended(piece):
            follows = number + 1 < len(body) and body[number + 1].kind == "item"
            yield _unended(context, passage, piece, ":" if follows else ".")
    for block in _lists(body):
        unended = [piece for piece in block if not _is_ended(piece)]
        if len(block) >= 3 and len(unended) == 1 and len(unended[0].text.split()) >= 4:
            yield _unended(context, passage, unended[0], "." if unended[0] is block[-1] else ";")


def _is_ended(piece: Piece) -> bool:
    words = piece.text.rstrip(" \u2060")
    return not words or words[-1] in ".;:,!?…/" or (words[-1] in ')”"' and words[-2:-1] in tuple(".!?…"))


def _unended(context: Context, passage: Passage, piece: Piece, sign: str) -> Finding:
    end = len(piece.text.rstrip(" \u2060"))
    begin = piece.text.rfind(" ", 0, end) + 1
    last = piece.text[begin:end]
    words = Words(
        f"Đoạn kết thúc bằng «{last[-40:]}» không có dấu câu.", f"Thêm dấu «{sign}».", last, f"{last}{sign}"
    )
    return context.finding("word.stop", "note", (passage.key,), piece.span(begin, end), words)


def _lists(body: list[Piece]) -> Iterator[list[Piece]]:
    block: list[Piece] = []
    for piece in body:
        if piece.kind == "item":
            block.append(piece)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_quotes(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Straight quotes in a report that has curly ones, or the other way round: told once, at the rarer."""
    straight: list[tuple[str, int]] = []
    curly: list[tuple[str, int]] = []
    for passage in passages:
        if passage.key not in context.plan.fields:
            for piece in pieces(passage.text):
                straight += [(passage.key, piece.begin + m.start()) for m in re.finditer('"', piece.text)]
                curly += [(passage.key, piece.begin + m.start()) for m in re.finditer("[“”]", piece.text)]
    if not straight or not curly:
        return
    rarer = straight if len(straight) <= len(curly) else curly
    key, place = rarer[0]
    words = Words(
        f"Báo cáo dùng cả dấu ngoặc kép thẳng ({len(straight)}) và cong ({len(curly)}).",
        "Thống nhất một kiểu; văn bản hành chính thường dùng “ ”.",
    )  # fmt: skip
    yield context.finding("word.quote", "note", (key,), (place, place + 1), words)
