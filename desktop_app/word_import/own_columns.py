"""Tables whose columns a form names itself, known again by the words of their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.checking.plan import Plan
from desktop_app.forms.heads import Column
from desktop_app.forms.model import Appendix
from desktop_app.word_import.columns import MOST_HEAD_ROWS, Columns, Role
from desktop_app.word_import.contents import WordRow, WordTable
from desktop_app.word_import.likeness import plain_words

LEAST_ALIKE = 0.6
"""The part of a form's columns that a table must show to be one of it."""
_PLACE = re.compile(r"\{[a-z_]+\}")
_ROLES: dict[str, Role] = {
    "number": "number", "label": "label", "unit": "unit", "figure": "figure", "note": "note",
}  # fmt: skip


class OwnTable(NamedTuple):
    """What a table is: rows of its head, the words over each column, the form's columns, who may be meant.

    places: the tables of the form that have these columns; roles: as for the usual tables.
    """

    heads: int
    over: tuple[str, ...]
    columns: tuple[Column | None, ...]
    places: tuple[int, ...]
    repeats: bool

    @property
    def roles(self) -> Columns:
        """The role of each column of the grid."""
        return tuple(_ROLES.get(column.of, "other") if column else "other" for column in self.columns)


class OwnColumns:
    """All tables of a form that name their columns."""

    def __init__(self, plan: Plan) -> None:
        self._tables: list[tuple[int, Appendix, tuple[_Known, ...]]] = [
            (place, appendix, tuple(_Known(column, _pattern(column)) for column in appendix.columns))
            for place, appendix in enumerate(plan.edition.appendices)
            if appendix.columns
        ]

    def table(self, table: WordTable) -> OwnTable | None:
        """What the table is; None for one whose head no table of the form has."""
        if not self._tables:
            return None
        width = max((cell.column + cell.columns for row in table.rows for cell in row.cells), default=0)
        best: OwnTable | None = None
        most = LEAST_ALIKE
        for heads in range(1, min(MOST_HEAD_ROWS, len(table.rows)) + 1):
            over = _over(table.rows[:heads], width)
            for place, appendix, known in self._tables:
                columns = _columns(over, known)
                alike = len({id(column) for column in columns if column}) / len(known)
                if best and alike == most and best.heads == heads and best.repeats == appendix.head.repeats:
                    best = best._replace(places=(*best.places, place))
                elif alike > most or (not best and alike == most):
                    most, repeats = alike, appendix.head.repeats
                    best = OwnTable(heads, over, columns, (place,), repeats)
        return best

    def column(self, place: int, head: str) -> Column | None:
        """The column of a table of the form that has these words as its head."""
        known = next((known for at, _, known in self._tables if at == place), ())
        words = _plain(head)
        return next((each.column for each in known if each.pattern.fullmatch(words)), None)


class _Known(NamedTuple):
    """A column of the form, and what its head looks like in a file."""

    column: Column
    pattern: re.Pattern[str]


def _pattern(column: Column) -> re.Pattern[str]:
    """The words of the head, those over it perhaps before them; anything where the period is named."""
    title, over = _words(column.title), _words(column.over)
    return re.compile(f"(?:{over} )?{title}" if over else title)


def _words(text: str) -> str:
    parts = [re.escape(_plain(part)) for part in _PLACE.split(text)]
    return r"\s*.*?\s*".join(parts)


def _plain(text: str) -> str:
    return " ".join(plain_words(text))


def _over(rows: Sequence[WordRow], width: int) -> tuple[str, ...]:
    """All words that stand over each column, from above."""
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for cell in row.cells:
            for at in range(cell.column, min(cell.column + cell.columns, width)):
                if cell.text and not cell.covered:
                    texts[at].append(cell.text)
    return tuple(" ".join(parts) for parts in texts)


def _columns(over: Sequence[str], known: Sequence[_Known]) -> tuple[Column | None, ...]:
    """The form's column of each column of the grid; a label may stand over two, all others once."""
    left = list(known)
    found: list[Column | None] = []
    for at, head in enumerate(over):
        words = _plain(head)
        before = found[-1] if found else None
        if before and before.of == "label" and head == over[at - 1]:
            found.append(before)
            continue
        one = next((each for each in left if words and each.pattern.fullmatch(words)), None)
        if one:
            left.remove(one)
        found.append(one.column if one else None)
    return tuple(found)
