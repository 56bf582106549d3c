"""The columns of a table, and the keys of what is entered beside a row's figure or in added lines.

Every reader of a table asks here which columns it has: those that it names itself, or the usual
ones (number, group, label, unit, figure, note) with the heads of its appendix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.base import known_keys
from desktop_app.forms.heads import ANY_WIDTH, Column, Columns
from desktop_app.forms.model import Appendix, Edition, Indicator
from desktop_app.forms.values import is_numeric

MOST_LINES = 500
"""Lines that a clerk may add to a table that repeats."""
GROUP = "group"
"""The key of the merged cells at the left of the labels, where rows have them."""

_ADDED = frozenset({"count", "decimal", "money"})
_ENTERED = frozenset({"value", "before", "last_year", "cumulative", "formula"})
_FILLED = re.compile(r"\{[a-z_]+\}")
_WORD = re.compile(r"(?<![\w.])[^\W\d]\w*(?![\w.]|\s*\()")


def columns_of(appendix: Appendix, widths: Columns | None = None) -> tuple[Column, ...]:
    """The columns in printing order; widths: those of the edition, where the table says nothing."""
    if appendix.columns:
        return appendix.columns
    head, ranges = appendix.head, appendix.head.columns or widths or Columns()
    over = head.result_head
    return (
        Column("number", "number", head.number_head, width=ranges.number),
        Column("label", "label", head.label_head, width=ranges.label),
        Column("unit", "unit", head.unit_head, over, width=ranges.unit),
        Column("figure", "figure", head.figure_head, over, width=ranges.figure),
        Column("note", "note", head.note_head, width=ranges.note),
    )


def has_groups(appendix: Appendix) -> bool:
    """Whether merged cells stand at the left of the labels."""
    return any(row.group for row in appendix.indicators)


def has_notes(appendix: Appendix) -> bool:
    """Whether something can be noted beside its rows."""
    return not appendix.columns or any(column.of == "note" for column in appendix.columns)


def group_width(appendix: Appendix, widths: Columns) -> tuple[float, float]:
    """Least and most of the column of merged cells."""
    return ANY_WIDTH if appendix.columns else (appendix.head.columns or widths).group


def is_entered(column: Column) -> bool:
    """Whether the column holds further values of its rows, each under a key of its own."""
    return column.of in _ENTERED


def cell_key(row: Indicator, column: Column) -> str:
    """The key of what is entered in the column; that of the row for its figure, of its note for notes.

    "" where nothing is: in words of the row, beside a heading, and where a sum over words would stand.
    """
    if row.kind == "heading" or not (column.of in ("figure", "note") or is_entered(column)):
        return ""
    if column.of == "figure":
        return row.key
    if column.of == "note":
        return known_keys.note_of(row.key)
    if column.of == "cumulative" and row.kind not in _ADDED:
        return ""
    if column.of == "formula" and not is_numeric(row.kind):
        return ""
    return f"{row.key}.{column.key}"


def cells_of(appendix: Appendix) -> Iterator[Indicator]:
    """Each further value of each row as a row of its own, named by row and column."""
    further = [column for column in appendix.columns if is_entered(column)]
    if appendix.head.repeats:
        yield from (row for n in range(1, MOST_LINES + 1) for row in _line(appendix, n, further))
        return
    for row in appendix.indicators:
        yield from (_cell(row, column, further) for column in further if cell_key(row, column))


def values_of(appendix: Appendix) -> Iterator[Indicator]:
    """Each row with its further values behind it; not what stands in added lines."""
    further = [column for column in appendix.columns if is_entered(column)]
    for row in appendix.indicators:
        yield row
        yield from (_cell(row, column, further) for column in further if cell_key(row, column))


def typed_values(appendix: Appendix) -> list[Indicator]:
    """The rows and cells that somebody is to fill: none that is brought from elsewhere or added up."""
    if not appendix.columns:
        return [row for row in appendix.indicators if row.kind != "heading"]
    entered = {column.key for column in appendix.columns if column.of == "value"}
    rows = {row.key for row in appendix.indicators}
    return [
        value
        for value in values_of(appendix)
        if value.kind != "heading" and (value.key in rows or value.key.rpartition(".")[2] in entered)
    ]


def line_key(table: str, line: int, column: Column) -> str:
    """The key of one cell of an added line, counted from 1."""
    return f"{table}.{line}.{column.key}"


def read_line_key(key: str, appendix: Appendix) -> tuple[int, str] | None:
    """Line and column of a key of a table that repeats; None for every other key."""
    parts = key.removeprefix(f"{appendix.head.key}.").split(".")
    if not appendix.head.repeats or len(parts) != 2 or not parts[0].isascii() or not parts[0].isdecimal():
        return None
    return int(parts[0]), parts[1]


def last_line(keys: Iterable[str], appendix: Appendix) -> int:
    """The last line that has an entry among the keys; 0 without one."""
    found = (read_line_key(key, appendix) for key in keys if key.startswith(f"{appendix.head.key}."))
    return max((place[0] for place in found if place), default=0)


def shares_cells(edition: Edition) -> bool:
    """Whether any table has columns that are filled from earlier reports."""
    return any(c.of in ("before", "last_year", "cumulative") for a in edition.appendices for c in a.columns)


def _line(appendix: Appendix, number: int, columns: list[Column]) -> Iterator[Indicator]:
    for column in columns:
        yield Indicator(
            key=line_key(appendix.head.key, number, column),
            number=str(number),
            label=plain_title(column),
            kind=column.kind or "text",
        )


def _cell(row: Indicator, column: Column, further: list[Column]) -> Indicator:
    """The cell with the row's words; a relation of the row holds for its figure alone."""
    kind = column.kind or row.kind
    return Indicator(
        key=cell_key(row, column),
        number=row.number,
        label=f"{row.label} ({plain_title(column)})",
        kind=kind,
        unit=row.unit,
        choices=row.choices if kind == "choice" else (),
        was=tuple(f"{old}.{column.key}" for old in row.was),
        formula=_formula(row, column, further),
        fill="auto" if column.of in ("formula", "cumulative") else "",
    )


def _formula(row: Indicator, column: Column, further: list[Column]) -> str:
    """How the cell follows from its neighbours; "" where it is typed."""
    key = cell_key(row, column)
    if column.of == "cumulative":
        return f"total({row.key}, {known_keys.earlier_of(key)})"
    if column.of != "formula":
        return ""
    keys = {"figure": row.key} | {other.key: cell_key(row, other) for other in further}
    return _WORD.sub(lambda found: keys.get(found.group(), found.group()), column.formula)


def plain_title(column: Column) -> str:
    """Its title on one line, for sentences about any period."""
    return _FILLED.sub("…", " ".join(column.title.split()))
