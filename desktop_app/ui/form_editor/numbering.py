"""Numbers of rows and headings: which comes next, and which level of an outline a number stands for."""

from __future__ import annotations

import re

from desktop_app.form_editing.actions_rows import to_roman

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""As Vietnamese offices count."""
_ROMAN = re.compile(r"([IVXL]+)([.)]*)\Z")
_DIGITS = re.compile(r"(.*?)([0-9]+)([.)]*)\Z")
_LETTER = re.compile(rf"(.*?)([{LETTERS}])([.)]*)\Z")
_MOST_ROMAN = 60
_HEADED = re.compile(rf"\s*([IVXL]+[.)]|[0-9]+(?:\.[0-9]+)*[.)]?|[{LETTERS}]\))\s+(.*)\Z", re.DOTALL)


def next_number(number: str) -> str:
    """The number after this one: II. after I., 2.2 after 2.1, đ) after d); "" after what is no number."""
    if found := _ROMAN.match(number):
        value = next((n for n in range(1, _MOST_ROMAN) if to_roman(n) == found[1]), 0)
        return f"{to_roman(value + 1)}{found[2]}" if value else ""
    if found := _DIGITS.match(number):
        return f"{found[1]}{int(found[2]) + 1}{found[3]}"
    if found := _LETTER.match(number):
        place = LETTERS.index(found[2]) + 1
        return f"{found[1]}{LETTERS[place]}{found[3]}" if place < len(LETTERS) else ""
    return ""


def headed(line: str) -> tuple[str, str]:
    """Number and title of a line such as "1. Cải cách thể chế"; no number where it has none."""
    found = _HEADED.match(line)
    return (found[1], found[2].strip()) if found else ("", line.strip())


def level_by(number: str, otherwise: str) -> str:
    """The level of the outline that a number is usually printed on."""
    if _ROMAN.match(number):
        return "part"
    if number[:1].isdigit():
        return "heading" if number.strip(".)").count(".") == 0 else "item"
    return "item" if _LETTER.match(number) else otherwise
