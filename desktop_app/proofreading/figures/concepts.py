"""The words of a text as the form would say them: phrases that mean one thing become one concept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.forms.model import Edition

_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.;:()]")
_EMPTY = frozenset(
    ("số", "tổng", "lượng", "các", "của", "được", "đã", "và", "theo", "tại", "có", "cho", "là", "việc", "về",
     "trong", "thuộc", "do", "qua", "nhưng", "bị", "ở", "với", "những", "này", "đó", "đến", "vào", "ra", "để",
     "tỷ", "lệ", "hiện", "nay", "như", "cả", "từ", "trên", "một", "toàn", "kỳ", "năm", "quý", "báo", "cáo",
     "sau", "so", "khi", "đang", "thời", "điểm", "liệu", "theo", "phải", "mà", "thì", "còn", "lại", "quy",
     "định", "thực", "đạt", "gồm", "cùng", "lên", "xuống",
     "ngày", "tháng")
)  # fmt: skip
"""Syllables that tell no row from another."""
_OLD_TONES = {
    f"{first}{old}": f"{new}{second}"
    for first, second, olds, news in (
        ("o", "a", "àáảãạ", "òóỏõọ"),
        ("o", "e", "èéẻẽẹ", "òóỏõọ"),
        ("u", "y", "ỳýỷỹỵ", "ùúủũụ"),
    )
    for old, new in zip(olds, news, strict=True)
}
_OLD = re.compile(f"(?<!q)(?:{'|'.join(_OLD_TONES)})(?![^\\W\\d_])")


class Concept(NamedTuple):
    """A concept and the place of its words."""

    name: str
    begin: int
    end: int


class Lexicon:
    """The synonyms of an edition, ready to read with."""

    def __init__(self, edition: Edition) -> None:
        self._phrases: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}  # by the first word of a phrase
        for synonym in edition.synonyms:
            name = " ".join(_syllables(synonym.words[0]))
            for words in synonym.words:
                phrase = tuple(_syllables(words))
                self._phrases.setdefault(phrase, name)
                self._longest[phrase[0]] = max(self._longest.get(phrase[0], 1), len(phrase))

    def read(self, text: str) -> list[Concept]:
        """The concepts of the text in their order; words that tell nothing are left out."""
        words = list(_words(text))
        found: list[Concept] = []
        place = 0
        while place < len(words):
            length, name = self._phrase(text, words, place)
            if length > 1 or name not in _EMPTY:
                found.append(Concept(name, words[place].begin, words[place + length - 1].end))
            place += length
        return found

    def names(self, text: str) -> frozenset[str]:
        """The concepts of the text."""
        return frozenset(concept.name for concept in self.read(text))

    def _phrase(self, text: str, words: list[Concept], place: int) -> tuple[int, str]:
        """The longest phrase that begins here: how many words, and its concept."""
        longest = self._longest.get(words[place].name, 0)
        for length in range(min(longest, len(words) - place), 0, -1):
            some = words[place : place + length]
            name = self._phrases.get(tuple(word.name for word in some))
            if name is not None and not _BREAK.search(text, some[0].end, some[-1].begin):
                return length, name
        return 1, words[place].name


def _words(text: str) -> Iterator[Concept]:
    for match in _WORD.finditer(text):
        if not match.group().isdigit():
            yield Concept(_spelled(match.group()), *match.span())


def _syllables(text: str) -> list[str]:
    return [_spelled(word) for word in _WORD.findall(text)]


def _spelled(word: str) -> str:
    """In small letters, with the tone where today's schools put it."""
    small = word.casefold()
    return small if small.isascii() else _OLD.sub(lambda found: _OLD_TONES[found.group()], small)
