"""How long a text runs in a Times face, in mm, without any font file at hand.

Times New Roman, Liberation Serif and Tinos share these advance widths; the rules of the page
are measured against the text above them (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.1, II.2,
II.5), also in a Word file written on a computer that has none of the three.
"""

from __future__ import annotations

import unicodedata

MM_PER_POINT = 25.4 / 72

_REGULAR = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 "
    "500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 "
    "722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 "
    "444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 "
    "200 480 541"
)
_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 "
    "500 500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 "
    "722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 "
    "444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 "
    "220 394 520"
)
"""Thousandths of the size for the letters from the blank to the tilde."""

_WIDTHS = {bold: [int(w) for w in text.split()] for bold, text in ((False, _REGULAR), (True, _BOLD))}
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "–": "-", "…": "m"})


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of the text on one line in mm; marks over and under letters take no room."""
    widths = _WIDTHS[bold]
    letters = unicodedata.normalize("NFD", text.translate(_PLAIN))
    units = 0
    for letter in letters:
        if unicodedata.combining(letter):
            continue
        place = ord(letter) - 32
        units += widths[place] if 0 <= place < len(widths) else 556
    return units * size / 1000 * MM_PER_POINT
