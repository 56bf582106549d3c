"""What a cell of a file brings for a row of the form: its figure, and words that stood behind it."""

from __future__ import annotations

import re

from desktop_app.base.numbers import number_and_words, show_number
from desktop_app.base.text import clean
from desktop_app.forms.model import Indicator
from desktop_app.forms.values import read_value
from desktop_app.word_import.likeness import same_words
from desktop_app.word_import.pieces import Piece

NO_ROW = "dòng này của mẫu không ghi số liệu"
WITH_WORDS = "trong tệp ghi «{text}»; phần chữ đã chuyển sang cột Ghi chú"
_SPACES = re.compile(r"(?<=\d)\s+(?=\d)")
_TOLD = 60


def figure_pieces(place: str, written: str, indicator: Indicator, note: str) -> list[Piece]:
    """The figure; words behind it go to the note, or are the unit of the row.

    note: the key of the row's note, "" where the table has none: then all of it stays in the cell.
    """
    text = clean(written)
    if indicator.kind == "heading":
        return [Piece(place, text, doubt=NO_ROW)]
    joined = _SPACES.sub("", text) if re.fullmatch(r"[\d.,\s]+%?", text) else text
    value = read_value(indicator.kind, text, indicator.choices)
    if value.state == "unreadable" and read_value(indicator.kind, joined).state == "number":
        text = joined
        value = read_value(indicator.kind, text, indicator.choices)
    if value.state != "unreadable":
        return [Piece(place, text, "entry", (indicator.key,), text)]
    number, words = number_and_words(text)
    if number is None or read_value(indicator.kind, show_number(number)).state != "number":
        return [Piece(place, text, "entry", (indicator.key,), text, doubt=value.problem)]
    figure = text[: len(text) - len(words)].strip()
    if same_words(words, indicator.unit):
        return [Piece(place, text, "entry", (indicator.key,), figure)]
    if not note:
        return [Piece(place, text, "entry", (indicator.key,), text, doubt=value.problem)]
    doubt = WITH_WORDS.format(text=text[:_TOLD])
    return [
        Piece(place, figure, "entry", (indicator.key,), figure, doubt=doubt),
        Piece(place, words, "entry", (note,), words),
    ]
