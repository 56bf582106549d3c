"""How alike two wordings are, whatever their case, accents, abbreviations and filling words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log

_WORD = re.compile(r"[a-z]+|[0-9]+|%")
_SHORT = {
    "cchc": "cai cach hanh chinh",
    "tthc": "thu tuc hanh chinh",
    "vbqppl": "van ban quy pham phap luat",
    "qppl": "quy pham phap luat",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "cbccvc": "can bo cong chuc vien chuc",
    "cbccvn": "can bo cong chuc vien chuc",
    "ccvc": "cong chuc vien chuc",
    "cbcc": "can bo cong chuc",
    "ttdt": "thong tin dien tu",
    "dvctt": "dich vu cong truc tuyen",
    "dvcqg": "dich vu cong quoc gia",
    "dvc": "dich vu cong",
    "dvsncl": "don vi su nghiep cong lap",
    "sncl": "su nghiep cong lap",
    "dvsn": "don vi su nghiep",
    "pakn": "phan anh kien nghi",
    "nsnn": "ngan sach nha nuoc",
    "cqdt": "chinh quyen dien tu",
    "cntt": "cong nghe thong tin",
    "ttg": "thu tuong",
    "vp": "van phong",
}
"""What offices write for words, without accents."""


@lru_cache(maxsize=8192)
def plain_words(text: str) -> tuple[str, ...]:
    """The words in small letters without accents, abbreviations as they stand."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return tuple(_WORD.findall("".join(c for c in letters if not unicodedata.combining(c))))


@lru_cache(maxsize=8192)
def full_words(text: str) -> tuple[str, ...]:
    """The same, abbreviations written out; what stands in brackets right behind its own words goes."""
    words: list[str] = []
    for word in plain_words(text):
        long = tuple(_SHORT.get(word, word).split())
        if len(long) > 1 and tuple(words[-len(long) :]) == long:
            continue
        words += long
    return tuple(words)


def same_words(one: str, other: str) -> bool:
    """Whether both say the same words in the same order."""
    return full_words(one) == full_words(other)


def new_words(text: str, known: str) -> bool:
    """Whether the text has words that the known one lacks; abbreviations count as their words."""
    return not set(full_words(text)) <= set(full_words(known))


class Likeness:
    """Compares wordings of one kind: words that stand in many of them say little."""

    def __init__(self, wordings: Iterable[str]) -> None:
        all_words = [set(full_words(each)) for each in wordings]
        met = Counter(word for words in all_words for word in words)
        self._unknown = log(len(all_words) + 1.0) + 0.3
        self._weights = {word: log((len(all_words) + 1) / count) + 0.3 for word, count in met.items()}
        self._known: dict[str, tuple[frozenset[str], float]] = {}

    def of(self, one: str, other: str) -> float:
        """1.0 for the same words, 0.0 for none in common."""
        first, second = full_words(one), full_words(other)
        if first == second:
            return 1.0 if first else 0.0
        (mine, my_weight), (yours, your_weight) = self._words(one), self._words(other)
        both = my_weight + your_weight
        shared = sum(self._weight(word) for word in mine & yours)
        return min(0.99, 2 * shared / both) if both else 0.0

    def _words(self, text: str) -> tuple[frozenset[str], float]:
        """The words of a text once each, and what they weigh together."""
        if text not in self._known:
            words = frozenset(full_words(text))
            self._known[text] = (words, sum(map(self._weight, words)))
        return self._known[text]

    def _weight(self, word: str) -> float:
        return self._weights.get(word, self._unknown)
