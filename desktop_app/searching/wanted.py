"""What is looked for, as a pattern over plain text: with or without marks, case and whole words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache

import msgspec

from desktop_app.base.text import clean

MARK = "[\u0300-\u036f]"
"""A mark that stands behind its letter, as in text that no keyboard of Windows writes."""
_BARRED = {"đ": "d", "Đ": "D"}
"""The letters that Unicode does not take apart."""
_ALIKE = ("-\u2010\u2011\u2012\u2013\u2014\u2212", '"\u201c\u201d\u201e\u00ab\u00bb', "'\u2018\u2019\u02bc")
"""Signs that Word exchanges for each other while one types."""
_LATIN = (range(0x41, 0x250), range(0x1E00, 0x1F00))


class Wanted(msgspec.Struct, frozen=True):
    """Words as the clerk typed them, and how exactly they are meant."""

    words: str
    marks: bool = False
    """Only with these very marks: "bàn" is neither "bản" nor "ban"."""
    case: bool = False
    whole: bool = False
    """Only as words of their own: "an" is not in "ban"."""


def pattern_of(wanted: Wanted) -> re.Pattern[str] | None:
    """What matches the words in any spelling that is meant; None when nothing is looked for.

    A stretch of blanks matches any other; marks may be joined with their letter or follow it.
    """
    parts = [_part(cluster, wanted) for cluster in _clusters(clean(wanted.words).strip())]
    if not parts:
        return None
    inner = "".join(parts)
    return re.compile(rf"(?<!\w){inner}(?!\w)" if wanted.whole else inner)


def _clusters(words: str) -> list[str]:
    """Each letter with its marks, each stretch of blanks as one."""
    return re.findall(rf"\s+|\S{MARK}*", words)


def _apart(cluster: str) -> tuple[str, str]:
    """The letter and its marks; what comes apart otherwise, as Korean does, is one letter."""
    apart = unicodedata.normalize("NFD", cluster)
    return (apart[0], apart[1:]) if re.fullmatch(f"{MARK}*", apart[1:]) else (cluster[0], cluster[1:])


def _part(cluster: str, wanted: Wanted) -> str:
    if cluster.isspace():
        return r"\s+"
    letter, marks = _apart(cluster)
    if alike := next((signs for signs in _ALIKE if letter in signs), ""):
        return _one_of(set(alike)) + (re.escape(marks) if wanted.marks else f"{MARK}*")
    cases = {letter} if wanted.case else {letter, *_single(letter.lower()), *_single(letter.upper())}
    if wanted.marks:
        spelled = {form for case in cases for form in _spellings(case + marks)}
        return f"(?:{'|'.join(sorted(map(re.escape, spelled), key=len, reverse=True))})(?!{MARK})"
    bare = {_BARRED.get(case, case) for case in cases}
    same = set(map(_single, (unicodedata.normalize("NFC", case + marks) for case in cases)))
    return f"{_one_of(same.union(*map(_with_marks, bare)) - {''})}{MARK}*"


def _single(letter: str) -> str:
    """Nothing for the few whose other case is two letters long."""
    return letter if len(letter) == 1 else ""


def _spellings(cluster: str) -> set[str]:
    return {unicodedata.normalize("NFC", cluster), cluster}


def _one_of(letters: set[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(letters)))}]"


def _with_marks(letter: str) -> frozenset[str]:
    """The letter with and without every mark."""
    return frozenset({letter, *_marked()[letter]})


@cache
def _marked() -> dict[str, set[str]]:
    """Bare letter -> every Latin letter that is this one with marks."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for letter in map(chr, (code for part in _LATIN for code in part)):
        bare = unicodedata.normalize("NFD", letter)[0]
        found[_BARRED.get(bare, bare)].add(letter)
    return found
