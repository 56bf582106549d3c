"""The number that stands before a heading or paragraph, typed or made by Word, taken apart."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

MarkKind = Literal["", "roman", "decimal", "letter"]
_BEFORE = r"\s*(?:(?:Phần|Mục|Chương)\s+(?:thứ\s+)?)?\(?"
_ROMAN = re.compile(rf"{_BEFORE}([IVX]{{1,5}})(?:\s*[.)/:]|\s+[-–]|(?=\s+[A-ZĐÀ-Ỹ]))\s*")
_DECIMAL = re.compile(
    rf"{_BEFORE}((?:[IVX]{{1,4}}\.)?\d{{1,2}}(?:\.\d{{1,2}}){{0,4}})(?:\s*[.)/:](?!\d)|\s+[-–]\s)\s*"
)
_DOTTED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=\D)")
_MIXED = re.compile(r"\s*((?:[IVX]{1,4}\.)?(?:\d{1,2}\.)+[a-zđ])(?:\s*[.)/:]|\s)\s*")
_LETTER = re.compile(rf"{_BEFORE}([a-zđ])\s*[.)/](?=\s|[A-ZĐÀ-Ỹ])\s*")
_KINDS: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("roman", _ROMAN), ("letter", _MIXED), ("decimal", _DECIMAL), ("decimal", _DOTTED), ("letter", _LETTER),
)  # fmt: skip
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
VIETNAMESE, ENGLISH = "abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz"


class Mark(NamedTuple):
    """A number before words: its kind, its parts ("2", "1", "a"), and how many letters it takes."""

    kind: MarkKind = ""
    parts: tuple[str, ...] = ()
    length: int = 0

    @property
    def last(self) -> str:
        """The part that counts at its own level."""
        return self.parts[-1] if self.parts else ""


def mark_of(text: str) -> Mark:
    """The number with which the text begins."""
    for kind, pattern in _KINDS:
        if found := pattern.match(text):
            parts = tuple(part for part in found[1].split(".") if part)
            return Mark(kind, parts, found.end())
    return Mark()


def ordinals(part: str) -> frozenset[int]:
    """Which places the number can mean: "d" is the fourth, "e" the fifth or the sixth."""
    if part.isdecimal():
        return frozenset({int(part)})
    if part in _ROMANS:
        return frozenset({_ROMANS.index(part) + 1})
    return frozenset(letters.index(part) + 1 for letters in (VIETNAMESE, ENGLISH) if part in letters)
