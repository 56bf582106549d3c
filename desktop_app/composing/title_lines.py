"""Titles of several lines: broken where both writers break them, into lines of about one length.

No line ends within a word of several syllables, a name of a place, or between "Quý" and its number,
and no word stands alone, wherever the width allows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import inf

from desktop_app.composing.compounds import COMPOUNDS
from desktop_app.documents.metrics import text_width
from desktop_app.documents.styles import STYLES

SPARE = 0.97
"""Part of the width that a line may fill: the faces of other computers run a little wider."""
APART, STRAY, LONELY, STOP = 4.0, 0.02, 1.0, 0.03
"""What a break costs: inside a word; behind a word that belongs to the next; a word alone on its line;
and what is won by a break behind a comma. A line that is a third shorter than the longest costs 0.1."""

_ROMAN = re.compile(r"[ivx]+\Z")
_PLACES = ("tỉnh", "huyện", "xã", "phường", "quận", "phố", "trấn")
_LEADING = frozenset("và của các tại về cho theo từ đến trong trên với là những năm việc một".split())  # noqa: SIM905
_COUNTED = ("quý", "năm", "tháng", "ngày", "số", "lục", "khóa")


def in_lines(style: str, text: str, width: float) -> str:
    """The text with line ends where it takes more than one line of `width` mm in its style.

    The size is that of the style; titles do not follow the size of the body.
    """
    face = STYLES[style]
    words = text.split()
    if len(words) < 2 or text_width(text, face.size, bold=face.bold) <= width * SPARE:
        return text
    return _broken(tuple(words), width * SPARE, face.size, face.bold)


def longest(style: str, text: str) -> float:
    """The width in mm of the longest line of a text that has been broken."""
    face = STYLES[style]
    return max(text_width(line, face.size, bold=face.bold) for line in text.split("\n"))


@lru_cache(maxsize=256)
def _broken(words: tuple[str, ...], width: float, size: float, bold: bool) -> str:
    lengths = [text_width(word, size, bold=bold) for word in words]
    blank = text_width(" ", size, bold=bold)
    fewest = _fewest_lines(lengths, blank, width)
    cost, ends = _best_ends(words, lengths, blank, width, fewest)
    if cost >= APART:  # one line more, where that keeps every word whole
        cost, ends = min((cost, ends), _best_ends(words, lengths, blank, width, fewest + 1))
    if not ends:
        return " ".join(words)
    begins = [0, *ends[:-1]]
    return "\n".join(" ".join(words[begin:end]) for begin, end in zip(begins, ends, strict=True))


def _fewest_lines(lengths: Sequence[float], blank: float, width: float) -> int:
    lines, room = 1, width
    for length in lengths:
        if length > room and room < width:
            lines, room = lines + 1, width
        room -= length + blank
    return lines


def _best_ends(
    words: Sequence[str], lengths: Sequence[float], blank: float, width: float, count: int
) -> tuple[float, list[int]]:
    """The least cost, and where each of `count` lines then ends; [] where one word is wider than a line."""
    whole = (sum(lengths) + blank * (len(words) - count)) / count
    costs = [0.0] + [_cost(words, place) for place in range(1, len(words))] + [0.0]
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in range(count):
        following: dict[int, tuple[float, list[int]]] = {}
        for begin, (spent, ends) in best.items():
            length = -blank
            for end in range(begin + 1, len(words) + 1):
                length += lengths[end - 1] + blank
                if length > width:
                    break
                alone = LONELY if end == begin + 1 else 0.0
                cost = spent + ((length - whole) / width) ** 2 + costs[end] + alone
                if end not in following or cost < following[end][0]:
                    following[end] = (cost, [*ends, end])
        best = following
    return best.get(len(words), (inf, []))


def _cost(words: Sequence[str], place: int) -> float:
    """What a break before the word at `place` costs."""
    left, right = words[place - 1], words[place]
    if left[-1:] in ",;:.)":
        return -STOP
    if _belong_together(words, place):
        return APART
    if left.casefold() in _LEADING or left == "-":
        return STRAY * 4
    return STRAY if right.casefold() not in _LEADING else 0.0


def _belong_together(words: Sequence[str], place: int) -> bool:
    left, right = words[place - 1].casefold(), words[place].casefold().strip(",;:.)")
    if f"{left.strip('(')} {right}" in COMPOUNDS:
        return True
    if left.strip("(") in _COUNTED and (right[:1].isdigit() or _ROMAN.match(right)):
        return True
    if left.isdigit() and right in ("tháng", "năm"):
        return True
    if (_ROMAN.match(left) or left in ("đầu", "cuối")) and right == "năm":
        return True
    return _in_name(words, place)


def _in_name(words: Sequence[str], place: int) -> bool:
    """Within a name: "tỉnh Hà Giang", also in capitals, where two syllables are taken for the name."""
    left, right = words[place - 1], words[place]
    if not right[:1].isupper():
        return False
    capitals = right.isupper() and left.isupper()
    if left.casefold() in _PLACES:
        return True
    if capitals:
        return place > 1 and words[place - 2].casefold() in _PLACES
    return left[:1].isupper() and not left.isupper() and not right.isupper()
