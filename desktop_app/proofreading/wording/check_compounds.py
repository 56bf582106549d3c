"""Syllables that are Vietnamese and wrong beside their neighbour: "triểm khai", "hành chinh"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import normalize

import msgspec

from desktop_app.base.paths import resources
from desktop_app.base.text import without_marks
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.old_codes import old_code
from desktop_app.proofreading.wording.pieces import pieces
from desktop_app.proofreading.wording.syllables import is_syllable

MOST = 40
"""No more in one passage: it is no Vietnamese prose then."""
_PAIR = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]{1,7}) (?=(?P<second>[^\W\d_]{1,7})(?![\w-]))")


class _Compounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `resources/proofreading/compounds.toml`."""

    compounds: str
    syllables: str


class _Known:
    """The words of the file, by either half."""

    def __init__(self) -> None:
        file = resources() / "proofreading" / "compounds.toml"
        read = msgspec.convert(tomllib.loads(file.read_text("utf-8")), _Compounds)
        self.syllables = frozenset(read.syllables.split())
        self.firsts: dict[str, list[str]] = {}
        self.seconds: dict[str, list[str]] = {}
        for word in re.split(r"[|\n]", read.compounds.strip()):
            first, _, second = word.partition(" ")
            self.seconds.setdefault(first, []).append(second)
            self.firsts.setdefault(second, []).append(first)


@lru_cache(maxsize=1)
def _known() -> _Known:
    return _Known()


def read_compounds(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """A syllable that only almost makes a word with the one beside it."""
    for passage in passages:
        if passage.key in context.plan.fields:
            continue
        wrong = {
            piece.span(*found.span(which)): (found[which], meant)
            for piece in pieces(passage.text)
            if not old_code(piece.text)
            for found in _PAIR.finditer(piece.text)
            for which, meant in _slips(found["first"], found["second"])
        }
        for span, (written, meant) in wrong.items() if len(wrong) <= MOST else ():
            words = Words(
                f"«{written}» có phải là «{meant}»?",
                "Sửa lỗi gõ; nếu đúng là chữ này thì bỏ qua lưu ý.", written, meant,
            )  # fmt: skip
            yield context.finding("word.compound", "warning", (passage.key,), span, words)


@lru_cache(maxsize=16384)
def _slips(first: str, second: str) -> tuple[tuple[str, str], ...]:
    """Which half is wrong, and what it is meant to be; none where both are known."""
    known = _known()
    found = [
        ("first", meant)
        for meant in known.firsts.get(second.lower(), ())
        if first.islower() and _is_slip(first, meant)
    ]
    found += [
        ("second", meant)
        for meant in known.seconds.get(first.lower(), ())
        if second.islower() and _is_slip(second, meant)
    ]
    return tuple(found) if len({meant for _, meant in found}) == 1 else ()


def _is_slip(written: str, meant: str) -> bool:
    if written in _known().syllables or not is_syllable(written):
        return False
    if sorted(normalize("NFD", written)) == sorted(normalize("NFD", meant)):
        return False  # "hoá", whose tone may stand on either letter
    return without_marks(written) == without_marks(meant) or _one_letter_apart(written, meant)


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter was missed, doubled or hit beside; the first must be right, and most of the others."""
    if len(one) < 3 or one[0] != other[0]:
        return False
    if len(one) == len(other):
        return sum(map(str.__ne__, one, other)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:place] + long[place + 1 :] == short for place in range(len(long))
    )
