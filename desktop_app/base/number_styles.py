"""Numbers of a pasted block: whether it writes them the Vietnamese or the English way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from desktop_app.base.numbers import NotANumber, plain_letters, read_number, show_number

Style = Literal["vietnamese", "english"]

_ENGLISH = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?%?\Z", re.ASCII)
_EITHER = re.compile(r"-?[0-9]{1,3}[.,][0-9]{3}%?\Z", re.ASCII)
"""1.234 and 1,234 are a number in both ways, a thousand times apart."""
_MARKED = re.compile(r"[.,]")


def read_as(text: str, style: Style) -> Decimal | None:
    """The number that the text is in this way of writing; None for none."""
    body = plain_letters(text).strip()
    body = body.removesuffix("%").strip()
    if style == "english":
        return Decimal(body.replace(",", "")) if _ENGLISH.match(body) else None
    try:
        return read_number(body)
    except NotANumber:
        return None


def spelled(text: str, style: Style) -> str:
    """The text as an office here writes it; what is no number in this way stays as it is."""
    number = read_as(text, style)
    if number is None or style == "vietnamese" or not _MARKED.search(text):
        return text
    return show_number(number) + ("%" if text.strip().endswith("%") else "")


def style_of(texts: Iterable[str]) -> Style:
    """The way that most of a block can only be written in; the Vietnamese one while nothing tells."""
    marked = [text for text in texts if _MARKED.search(text)]
    here = [read_as(text, "vietnamese") for text in marked]
    there = [read_as(text, "english") for text in marked]
    pairs = list(zip(here, there, strict=True))
    only_there = sum(one is None and other is not None for one, other in pairs)
    only_here = sum(one is not None and other is None for one, other in pairs)
    return "english" if only_there > only_here else "vietnamese"


def is_in_doubt(texts: Iterable[str]) -> bool:
    """Whether a block must be looked at: something in it is a number in the English way alone, or in both.

    A block of 1.234 alone is what an office here writes.
    """
    marked = [plain_letters(text).strip() for text in texts if _MARKED.search(text)]
    english = any(read_as(t, "english") is not None and read_as(t, "vietnamese") is None for t in marked)
    return english or any(_EITHER.match(text) and "," in text for text in marked)
