"""The quantities that a line of prose states, each with its sign, its noun and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import msgspec

from desktop_app.base.numbers import MOST_DIGITS, decimals, show_number
from desktop_app.checking.findings import Span
from desktop_app.proofreading.figures.masks import masked

NEAR_WORDS = 90
"""Letters before a number in which words that lead to it are looked for."""
Part = Literal["", "numerator", "denominator"]

_NUMBER = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+(?![\d.])|\d+)(?:,\d+)?(?!\d|[.,]\d)"
    r"(?P<percent>\s?%)?"
)
_FRACTION = re.compile(r"(?: ?[^\W\d_]+){0,3}\s?/\s?")
_ABOUT_BEHIND = re.compile(r"\s*(?:[^\W\d_]+ ){0,2}(?:trở lên|trở xuống)\b", re.IGNORECASE)
_SCALE = re.compile(r"\s+(nghìn|ngàn|triệu|tỷ|tỉ)\b")
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_ABOUT = re.compile(
    r"(?:\b(?:trên|hơn|gần|khoảng|dưới|xấp xỉ|tối thiểu|tối đa|ít nhất|nhiều nhất|không quá|chưa đến|"
    r"chưa tới|từ|quá)|[<>≥≤~±])\s*$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,5}")
_STOP = re.compile(
    r"\s(?:và|là|đã|đang|được|trong|của|cho|do|tại|ở|theo|với|từ|đến|so|chưa|có|đạt|bằng|chiếm|bị|về|vào|"
    r"qua|để|khi|thì|hoặc|trên|cùng|cụ|gồm|bao|còn|quá|đúng|hoàn|thuộc|không|lên|"
    r"xuống|tăng|giảm)\b.*"
)


class Mention(msgspec.Struct, frozen=True):
    """One quantity as written.

    span: of the digits with their sign, in the line. number: as meant, "4,7 triệu" with its zeros.
    slack: how far the true number may be from it, where the writing is rounded (4,7 triệu: 50.000).
    noun: the words behind it up to the next sign or small word, at most six. about: "trên 120".
    scale: "triệu", "tỷ".
    """

    span: Span
    number: Decimal
    digits: str
    percent: bool = False
    slack: Decimal = Decimal(0)
    noun: str = ""
    about: bool = False
    part: Part = ""
    scale: str = ""

    @property
    def said(self) -> str:
        """The number as it stands, with what it counts."""
        return " ".join(word for word in (self.digits, self.scale, self.noun) if word)

    @property
    def decimals(self) -> int:
        """How many decimals it is written with."""
        return len(self.digits.rpartition(",")[2]) if "," in self.digits else 0


@lru_cache(maxsize=4096)
def mentions(line: str) -> tuple[Mention, ...]:
    """Every quantity of a line, from left to right; numbers that are too long to be one are left out."""
    plain = masked(line)
    found: list[Mention] = []
    for match in _NUMBER.finditer(plain):
        if sum(letter.isdigit() for letter in match.group()) <= MOST_DIGITS:
            found.append(_mention(plain, match))
    return tuple(_fractions(plain, found))


def one_slip_apart(one: Decimal, other: Decimal) -> bool:
    """Whether one digit was mistyped, or two changed places."""
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    return sum(map(str.__ne__, first, second)) == 1 or sorted(first) == sorted(second)


def _mention(plain: str, match: re.Match[str]) -> Mention:
    percent = bool(match["percent"])
    digits = match.group().removesuffix("%").strip()
    number = Decimal(digits.replace(".", "").replace(" ", "").replace(",", "."))
    end = match.end()
    slack, word = Decimal(0), ""
    if not percent and (scale := _SCALE.match(plain, end)):
        slack = Decimal(5).scaleb(_SCALES[scale[1]] - decimals(number) - 1)
        number, end, word = number.scaleb(_SCALES[scale[1]]), scale.end(), scale[1]
    before = _ABOUT.search(plain, max(0, match.start() - 16), match.start())
    about = bool(before or _ABOUT_BEHIND.match(plain, end))
    return Mention(match.span(), number, digits, percent, slack, _noun(plain, end), about, scale=word)


def shown_like(number: Decimal, others: Iterable[Mention]) -> str:
    """A computed number as the others are written: in tỷ where all of them are."""
    scales = {one.scale for one in others}
    if len(scales) != 1 or not (scale := scales.pop()):
        return show_number(number)
    exact = number.scaleb(-_SCALES[scale])
    whole = exact.to_integral_value()
    return f"{show_number(whole if exact == whole else exact.normalize())} {scale}"


def _noun(plain: str, end: int) -> str:
    """The words that follow at once."""
    begin = end + 1 if plain[end : end + 1] == " " else end
    found = _NOUN.match(plain, begin)
    return _STOP.sub("", f" {found.group()}").strip() if found else ""


def _fractions(plain: str, found: list[Mention]) -> list[Mention]:
    """Pairs such as 90/101 marked as part and whole; 2023/2024 or 1/2/3 are none."""
    marked = list(found)
    for place in range(len(found) - 1):
        one, other = found[place], found[place + 1]
        between = plain[one.span[1] : other.span[0]]
        if one.percent or other.percent or not _FRACTION.fullmatch(between):
            continue
        if "/" in plain[max(0, one.span[0] - 1) : one.span[0]] + plain[other.span[1] : other.span[1] + 1]:
            continue
        marked[place] = msgspec.structs.replace(one, part="numerator", noun=other.noun)
        marked[place + 1] = msgspec.structs.replace(other, part="denominator")
    return marked
