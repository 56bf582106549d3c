"""The rows of an appendix's table: what each column prints beside each indicator, or in added lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec

from desktop_app.base import known_keys
from desktop_app.composing.table_heads import Columns
from desktop_app.composing.text import Printed
from desktop_app.documents.model import Cell, Paragraph, Row, Run, plain
from desktop_app.forms.columns import cell_key, last_line, line_key
from desktop_app.forms.heads import Column
from desktop_app.forms.model import Appendix, Indicator, ValueKind
from desktop_app.forms.values import is_numeric

_ROMAN = re.compile(r"[IVX]+\Z")
_FIGURE = re.compile(r"[\d.,]+%?\Z")
TALL = 600
"""Letters beyond which a row may be split over pages; its cells then stand at the top."""


def appendix_rows(printed: Printed, appendix: Appendix, columns: Columns) -> tuple[Row, ...]:
    """Every printed row; a choice that prints several lines takes as many rows."""
    if appendix.head.repeats:
        rows = list(_added_lines(printed, appendix, columns))
    else:
        rows = _TableRows(printed, appendix, columns).all()
    return tuple(_at_top(row) if _is_tall(row) else row for row in rows)


def _is_tall(row: Row) -> bool:
    return any(
        sum(len(p.text) for p in cell.content if isinstance(p, Paragraph)) > TALL for cell in row.cells
    )


def _at_top(row: Row) -> Row:
    return Row(tuple(msgspec.structs.replace(cell, top=True) for cell in row.cells))


def _added_lines(printed: Printed, appendix: Appendix, columns: Columns) -> Iterator[Row]:
    """Each line that was added with its number; one empty line where there is none."""
    texts = printed.filled.entries
    last = last_line((key for key, entry in texts.items() if entry.text.strip()), appendix)
    for line in range(1, max(last, 1) + 1):
        cells = []
        for column in columns.all:
            if column.of == "number":
                content: tuple[Paragraph, ...] = (plain("cell_center", str(line)),)
            else:
                content = _value(printed, line_key(appendix.head.key, line, column))
            cells.append(Cell(content, top=False))
        yield Row(tuple(cells))


class _TableRows:
    """The rows of one table, with what they have in common."""

    def __init__(self, printed: Printed, appendix: Appendix, columns: Columns) -> None:
        self.printed, self.columns = printed, columns
        self.rows = appendix.indicators
        self.note_spans = _note_spans(printed, appendix)

    def all(self) -> list[Row]:
        """Every row, those of a group beside its merged cell."""
        rows: list[Row] = []
        for _, members in groupby(self.rows, key=lambda row: row.group):
            together = tuple(members)
            height = sum(map(_height, together))
            for row in together:
                rows += self._lines(row, height if row is together[0] else 0)
        return rows

    def _lines(self, row: Indicator, group_height: int) -> list[Row]:
        """group_height: the rows of the group that begins here, 0 inside of one."""
        if row.across:
            return [Row(self._across(row, group_height))]
        units = row.unit.split("\n") if row.unit else [f"{c.word} = {c.code}" for c in row.choices]
        height = _height(row)
        first: list[Cell] = []
        for column in self.columns.all:
            first += self._cells(row, column, units, group_height)
        if height == 1:
            return [Row(tuple(first))]
        printed = {column.of for column in self.columns.all}
        further = [
            Row(self._answer(row, choice.label, unit if "unit" in printed else ""))
            for choice, unit in zip(row.choices[1:], units[1:], strict=True)
        ]
        return [Row(tuple(first)), *further]

    def _cells(self, row: Indicator, column: Column, units: list[str], group_height: int) -> tuple[Cell, ...]:
        """What the column prints in the (first) line of the row; nothing under a note from above."""
        height = _height(row)
        if column.of == "number":
            return (Cell((_centred(row, row.number),), rows=height, top=False),)
        if column.of == "label":
            return self._labels(row, group_height)
        if column.of == "unit" and height == 1:
            return (Cell(tuple(_centred(row, unit) for unit in units if unit), top=False),)
        if column.of == "unit":
            return (Cell((_centred(row, units[0]),)),)
        if column.of == "note":
            span = self.note_spans[row.key]
            return (Cell(_note(self.printed, row), rows=span, top=False),) if span else ()
        key = cell_key(row, column)
        content = _value(self.printed, key, row) if key else ()
        return (Cell(content, rows=height, top=False),)

    def _labels(self, row: Indicator, group_height: int) -> tuple[Cell, ...]:
        """The label's cells: beside the merged cell of its group, or across both columns."""
        label = Cell((_label(row),), columns=self._label_span(row), top=False)
        return (*_group(row, group_height), label)

    def _label_span(self, row: Indicator) -> int:
        return 2 if self.columns.grouped and not row.group else 1

    def _answer(self, row: Indicator, label: str, unit: str) -> tuple[Cell, ...]:
        """A further printed line of a choice."""
        words = Cell((plain("cell_italic", label),), columns=self._label_span(row))
        return (words, Cell((_centred(row, unit),))) if unit else (words,)

    def _across(self, row: Indicator, group_height: int) -> tuple[Cell, ...]:
        """A heading over all columns, beside its number where the table begins with numbers."""
        beside = [*_group(row, group_height)]
        if row.number and self.columns.all[0].of == "number":
            beside.insert(0, Cell((_centred(row, row.number),), top=False))
            label = row.label
        else:
            label = f"{row.number} {row.label}".strip()
        taken = len(beside) + (1 if row.group and not group_height else 0)
        style = "cell_italic" if row.italic else "cell_strong"
        return (*beside, Cell((plain(style, label, row.key),), self.columns.across - taken, top=False))


def _group(row: Indicator, height: int) -> tuple[Cell, ...]:
    """The merged cell of the group that begins with the row."""
    return (Cell((plain("cell", row.group),), rows=height, top=False),) if row.group and height else ()


def _height(row: Indicator) -> int:
    """How many printed rows the indicator takes."""
    return len(row.choices) if row.choice_rows and row.choices else 1


def _label(row: Indicator) -> Paragraph:
    if _ROMAN.match(row.number):
        return plain("cell_strong", row.label, row.key)
    style = "cell_strong" if row.strong or row.across else "cell_italic" if row.italic else "cell"
    runs: tuple[Run, ...] = (Run(row.label),)
    if row.remark:
        runs = (Run(f"{row.label} ("), Run(row.remark, italic=True), Run(")"))
    return Paragraph(style, runs, row.key)


def _note_spans(printed: Printed, appendix: Appendix) -> dict[str, int]:
    """How many printed rows the note of each row covers; 0 under one that covers it from above."""
    if not printed.edition.head.merged_notes:
        return {row.key: _height(row) for row in appendix.indicators}
    spans: dict[str, int] = {}
    for note, members in groupby(appendix.indicators, key=lambda row: _note_text(printed, row)):
        together = list(members)
        merged = note and len(together) > 1
        spans |= {row.key: 0 if merged else _height(row) for row in together}
        if merged:
            spans[together[0].key] = sum(map(_height, together))
    return spans


def _centred(row: Indicator, text: str) -> Paragraph:
    if row.strong or row.across or _ROMAN.match(row.number):
        return plain("cell_center_strong", text)
    return plain("cell_center_italic" if row.italic and text != row.number else "cell_center", text)


def _value(printed: Printed, key: str, row: Indicator | None = None) -> tuple[Paragraph, ...]:
    """Figures to the right, codes in the middle, words to the left, a line a paragraph."""
    text = printed.filled.shown(key)
    if not text:
        return ()
    kind: ValueKind = printed.filled.plan.kind(key)
    strong = "_strong" if row and row.strong else ""
    source = "" if row and key == row.key else key
    if is_numeric(kind) and _FIGURE.match(text.removeprefix("-") if source else text):
        return (plain(f"cell_right{strong}", text, source),)
    if kind in ("choice", "yes_no", "date") or text == "-":
        return (plain(f"cell_center{strong}", text, source),)
    return tuple(plain(f"cell{strong}", line, key) for line in text.split("\n") if line.strip())


def _note(printed: Printed, row: Indicator) -> tuple[Paragraph, ...]:
    text = _note_text(printed, row)
    return tuple(plain("cell", line, known_keys.note_of(row.key)) for line in text.split("\n") if line)


def _note_text(printed: Printed, row: Indicator) -> str:
    """What the clerk noted, else what the form itself prints there."""
    return printed.filled.text(known_keys.note_of(row.key)).strip() or row.note
