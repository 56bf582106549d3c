"""A passage in pieces: paragraphs and footnotes without list marks, addresses of the network blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from desktop_app.checking.findings import Span
from desktop_app.proofreading.passages import NOTE_FILL, lines, notes_in, without_notes

WORD = re.compile(r"[^\W\d_]+")
"""A stretch of letters."""
_ADDRESS = re.compile(
    r"https?://[^\s()]+|www\.[^\s()]+|[^\s@()]{1,60}@[^\s()]+"
    r"|(?<![\w.-])[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,4}\.(?:vn|com|org|net)(?![\w-])[^\s()]*"
)
FILL = "\u2060"
"""Stands for each letter that is none of the prose; the same as for footnotes."""
assert FILL == NOTE_FILL


class Piece(NamedTuple):
    """One paragraph, list item or footnote; `begin` is the place of its text in the passage."""

    begin: int
    kind: Literal["text", "item", "note"]
    text: str

    def span(self, begin: int, end: int) -> Span:
        """A place of the text as a place of the passage."""
        return (self.begin + begin, self.begin + end)


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a passage, footnotes last."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    for begin, line in lines(without_notes(text)):
        mark = 2 if line.startswith(("- ", "+ ")) else 0
        if line.strip():
            yield Piece(begin + mark, "item" if mark else "text", _blanked(line[mark:]))
    for begin, end in notes_in(text):
        yield Piece(begin, "note", _blanked(text[begin:end]))


def _blanked(text: str) -> str:
    if "." not in text and "@" not in text:
        return text
    return _ADDRESS.sub(lambda found: FILL * len(found.group()), text)


@lru_cache(maxsize=4096)
def sentence_begins(text: str) -> frozenset[int]:
    """The places where a sentence of the piece begins: its first letter, and after . ? ! …"""
    begins = {found.start() for found in re.finditer(r"(?:\A|[.?!…:⏎])[\s“\"(\u2060/]*(?=[^\W_])", text)}
    return frozenset(_letter(text, place) for place in begins)


def _letter(text: str, place: int) -> int:
    found = re.compile(r"[^\W_]").search(text, place)
    return found.start() if found else place
