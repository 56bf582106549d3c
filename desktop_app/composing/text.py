"""Texts of the report as they are printed: numbers, dates, lists with their punctuation."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.base import known_keys
from desktop_app.base.dates import day_and_month, read_date
from desktop_app.composing.title_lines import in_lines
from desktop_app.composing.typed_marks import BULLETS
from desktop_app.documents.model import Paragraph, plain
from desktop_app.documents.styles import STYLES
from desktop_app.forms.model import Edition
from desktop_app.forms.wording import fill
from desktop_app.reports.filled_report import FilledReport, words_of

BLANK_NUMBER = "\u00a0" * 8
BLANK_DAY = "\u00a0" * 5
"""Room to write by hand while a number or date is open (Nghị định 30/2020/NĐ-CP, Điều 15)."""


class Printed:
    """The report's words: entries of the head, or the form's own text while nothing is typed."""

    def __init__(self, filled: FilledReport) -> None:
        self.filled = filled
        self.edition: Edition = filled.plan.edition
        self.words: dict[str, str] = words_of(filled)

    def entry(self, key: str) -> str:
        """What stands under a key of the head, or the form's default; "" for nothing, or no such key."""
        typed = self.filled.text(key).strip()
        field = self.filled.plan.fields.get(key)
        return typed or (self.fill(field.default) if field else "")

    def lines(self, key: str) -> list[str]:
        """The lines of an entry, without list marks and end punctuation."""
        return bare_lines(self.entry(key))

    def fill(self, text: str, more: Mapping[str, str] | None = None) -> str:
        """A text of the form with the words of this report in its places."""
        return fill(text, self.words | dict(more or {}))

    def number(self, open_: bool = False) -> str:
        """Number and symbol, "415/BC-VP": a leading zero under ten, room while there is none."""
        number = "" if open_ else self.entry(known_keys.NUMBER)
        if number.isdecimal() and len(number) == 1:
            number = f"0{number}"
        symbol = self.entry(known_keys.SYMBOL).upper()
        return f"{number or BLANK_NUMBER}/{symbol}" if symbol else number or BLANK_NUMBER

    def date(self, open_: bool = False) -> str:
        """ "ngày 15 tháng 3 năm 2023", with room for day and month while the date is open."""
        typed = "" if open_ else self.entry(known_keys.DATE)
        day = read_date(typed)
        if typed and day is None:
            return typed
        parts = {"day": BLANK_DAY, "month": BLANK_DAY, "year": self.words["year"]}
        if day:
            digits, month = day_and_month(day)
            parts = {"day": digits, "month": month, "year": str(day.year)}
        return fill(self.edition.head.day_words, parts)


def bare_lines(text: str) -> list[str]:
    """Lines with words in them, without list marks and end punctuation."""
    lines = (line.strip().lstrip(BULLETS).rstrip(";.,").strip() for line in text.split("\n"))
    return [line for line in lines if line]


def styled(style: str, text: str, source: str = "") -> Paragraph:
    """A paragraph in a style, in capitals where the style asks for them."""
    return plain(style, text.upper() if STYLES[style].upper else text, source)


def titled(style: str, text: str, width: float, source: str = "") -> Paragraph:
    """The same, in lines of about one length where it is wider than `width` mm."""
    text = text.upper() if STYLES[style].upper else text
    return plain(style, in_lines(style, text, width), source)


def listed(lines: list[str], mark: str = "") -> list[str]:
    """Lines of a list: each ends ";", the last ends "."."""
    ends = [";"] * (len(lines) - 1) + ["."]
    return [f"{mark}{line}{end}" for line, end in zip(lines, ends, strict=True)] if lines else []
