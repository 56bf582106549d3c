"""How the rows of a table lie on the screen: how far a label is moved in, and which cells are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from desktop_app.forms.columns import GROUP
from desktop_app.forms.model import Indicator
from desktop_app.ui.models.shown_columns import ShownColumn

_BELOW = {"-": 1, "–": 1, "+": 2, "*": 2, "•": 2}
"""Signs in the place of a number, and how far below a numbered row they stand."""
_DOTTED = re.compile(r"\w+(\.\w+)*\.?\Z")
_DEEPEST = 6


class Span(NamedTuple):
    """A cell that takes the room of those below it and to its right."""

    row: int
    column: int
    rows: int
    columns: int


def depth_of(row: Indicator, table: str) -> int:
    """How many steps the label of a row stands below the rows that begin at the margin."""
    tail = row.key.removeprefix(f"{table}.")
    number = row.number.strip()
    if row.across or (row.kind == "heading" and not number):
        return 0
    if not number:
        return min(2, row.key.count("."))
    if tail == number or tail.endswith(f".{number}"):
        return row.key.count(".") - 1
    if _DOTTED.match(number):
        return min(_DEEPEST, number.rstrip(".").count("."))
    return _BELOW.get(number, 0)


def row_spans(rows: Sequence[Indicator], columns: Sequence[ShownColumn]) -> list[Span]:
    """Headings that stretch over all columns behind their number, and the merged words of groups."""
    places = {column.of: place for place, column in reversed([*enumerate(columns)])}
    group = places.get(GROUP, -1)
    behind_number = places.get("number", -1) + 1
    spans: list[Span] = []
    for place, row in enumerate(rows):
        start = behind_number if row.number.strip() else 0
        if row.across and len(columns) - start > 1:
            spans.append(Span(place, start, 1, len(columns) - start))
        elif group >= 0 and not row.group:
            spans.append(Span(place, group, 1, 2))
    if group >= 0:
        place = 0
        for words, members in groupby(rows, key=lambda row: row.group):
            height = len(list(members))
            if words and height > 1:
                spans.append(Span(place, group, height, 1))
            place += height
    return spans
