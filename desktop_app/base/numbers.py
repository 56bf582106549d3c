"""Turn number text typed the Vietnamese way (1.023.023 · 83,33) into Decimal, and back."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

MOST_DIGITS = 15
"""A figure of an administrative report is never longer; more is a stuck key or a wrong paste."""

_PLAIN = re.compile(r"[0-9]+(,[0-9]+)?\Z", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3}((\.[0-9]{3})+|( [0-9]{3})+)(,[0-9]+)?\Z", re.ASCII)
_ENGLISH_POINT = re.compile(r"[0-9]+\.[0-9]+\Z", re.ASCII)
_ENGLISH_GROUPS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\Z", re.ASCII)
_DIGITS_ONLY = re.compile(r"[0-9.,\s]+\Z", re.ASCII)
_LEADING = re.compile(r"\s*([0-9][0-9. ]*(?:,[0-9]+)?)(?![0-9])", re.ASCII)
_PLAIN_LETTERS = str.maketrans(
    {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " ")
    | {"．": ".", "，": ",", "％": "%"}
)
TO_NOTES = ", phần giải thích ghi ở cột Ghi chú"
"""Where words beside a number belong, in a table that has notes."""


def plain_letters(text: str) -> str:
    """The same with the digits, spaces and signs of every day; pages and PDF hold others."""
    return text if text.isascii() else text.translate(_PLAIN_LETTERS)


class NotANumber(Exception):
    """The text is not one clear number; its text is a Vietnamese sentence, a question if need be."""


def read_number(text: str) -> Decimal:
    """The number that the text writes the Vietnamese way; raises NotANumber with a sentence.

    Dots or spaces group thousands and must group exactly three digits, the comma begins the decimals; a
    full stop behind it says nothing.
    `12.5` and `1,234.5` are English spellings: read as Vietnamese they would be ten or a
    thousand times off, so they are questions, never guesses. Negative numbers are read; whether
    one may stand in a row is the row's business.
    """
    body = plain_letters(text).strip()
    sign, digits = ("-", body[1:].strip()) if body[:1] in ("-", "−") else ("", body)
    if len(digits) > MOST_DIGITS and _DIGITS_ONLY.match(digits) and _count(digits) > MOST_DIGITS:
        raise NotANumber(f"số dài quá {MOST_DIGITS} chữ số; hãy kiểm tra lại")
    whole = digits[:-1] if digits.endswith(".") else digits
    if _PLAIN.match(whole) or _GROUPED.match(whole):
        return Decimal(sign + whole.replace(".", "").replace(" ", "").replace(",", "."))
    raise NotANumber(_why_not(digits))


def _count(digits: str) -> int:
    return sum(letter.isdigit() for letter in digits)


def _why_not(digits: str) -> str:
    """The sentence for text that is not a Vietnamese number."""
    if _ENGLISH_POINT.match(digits):
        comma, joined = digits.replace(".", ","), digits.replace(".", "")
        return f"«{digits}» chưa rõ: bạn muốn ghi {comma} hay {joined}? Dấu phẩy là phần thập phân"
    if _ENGLISH_GROUPS.match(digits):
        meant = digits.replace(",", "\0").replace(".", ",").replace("\0", ".")
        return f"«{digits}» viết theo kiểu Anh; bạn muốn ghi {meant} phải không"
    line = digits.split("\n", 1)[0]
    shown = line if line == digits and len(line) <= 40 else line[:40].rstrip() + "…"
    return f"«{shown}» không phải là một con số; chỉ gõ chữ số{TO_NOTES}"


def leading_number(text: str) -> Decimal | None:
    """The number at the head of words ("9 phòng ban" -> 9), or None: a suggestion, never a value."""
    return number_and_words(text)[0]


def number_and_words(text: str) -> tuple[Decimal | None, str]:
    """The number at the head and the words behind it; None where what follows is no word."""
    found = _LEADING.match(plain_letters(text))
    words = text[found.end() :].strip() if found else ""
    if not found or (not words[:1].isalpha() and words[:1] != "("):
        return None, text
    try:
        return read_number(found.group(1).strip().rstrip(".")), words
    except NotANumber:
        return None, text


def decimals(number: Decimal) -> int:
    """How many decimals the number was written with (83.30 -> 2, 100 -> 0)."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def show_number(number: Decimal, most_decimals: int | None = None) -> str:
    """The number as an office prints it: 1.023.023 · 83,33; rounded half up to `most_decimals`.

    Without a limit every typed decimal stays; with one, trailing zeros go (100.00 -> 100).
    """
    if most_decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-most_decimals), ROUND_HALF_UP)
        number = number.normalize() if number else Decimal(0)
    return f"{number:,f}".replace(",", "\0").replace(".", ",").replace("\0", ".")
