"""The rows of an appendix's table: number, label, unit, figure and note of each indicator."""

from __future__ import annotations

import re
from itertools import groupby

import msgspec

from desktop_app.base import known_keys
from desktop_app.composing.text import Printed
from desktop_app.documents.model import Cell, Paragraph, Row, Run, plain
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.forms.values import is_numeric

_ROMAN = re.compile(r"[IVX]+\Z")
_FIGURE = re.compile(r"[\d.,]+%?\Z")
TALL = 600
"""Letters beyond which a row may be split over pages; its cells then stand at the top."""


def appendix_rows(printed: Printed, appendix: Appendix, grouped: bool) -> tuple[Row, ...]:
    """Every printed row; a choice that prints several lines takes as many rows."""
    rows: list[Row] = []
    spans = _note_spans(printed, appendix)
    for _, members in groupby(appendix.indicators, key=lambda row: row.group):
        together = tuple(members)
        height = sum(map(_height, together))
        for indicator in together:
            label = _labels(indicator, grouped, height if indicator is together[0] else 0)
            rows += _lines(printed, indicator, label, spans[indicator.key])
    return tuple(_at_top(row) if _is_tall(row) else row for row in rows)


def _is_tall(row: Row) -> bool:
    return any(
        sum(len(p.text) for p in cell.content if isinstance(p, Paragraph)) > TALL for cell in row.cells
    )


def _at_top(row: Row) -> Row:
    return Row(tuple(msgspec.structs.replace(cell, top=True) for cell in row.cells))


def _height(row: Indicator) -> int:
    """How many printed rows the indicator takes."""
    return len(row.choices) if row.choice_rows and row.choices else 1


def _labels(row: Indicator, grouped: bool, height: int) -> tuple[Cell, ...]:
    """The label's cells: beside the merged cell of its group, or across both columns.

    `height`: the rows of the group that begins here, 0 inside of one.
    """
    label = Cell((_label(row),), columns=2 if grouped and not row.group else 1, top=False)
    if not (row.group and height):
        return (label,)
    return Cell((plain("cell", row.group),), rows=height, top=False), label


def _label(row: Indicator) -> Paragraph:
    if _ROMAN.match(row.number):
        return plain("cell_strong", row.label, row.key)
    style = "cell_italic" if row.italic else "cell"
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


def _lines(printed: Printed, row: Indicator, label: tuple[Cell, ...], span: int) -> list[Row]:
    height = _height(row)
    number = Cell((_centred(row, row.number),), rows=height, top=False)
    figure = Cell(_figure(printed, row), rows=height, top=False)
    note = (Cell(_note(printed, row), rows=span, top=False),) if span else ()
    units = row.unit.split("\n") if row.unit else [f"{c.word} = {c.code}" for c in row.choices]
    if height == 1:
        return [Row((number, *label, Cell(_paragraphs(row, units), top=False), figure, *note))]
    first = Row((number, *label, Cell((_centred(row, units[0]),)), figure, *note))
    further = [
        Row((Cell((plain("cell_italic", choice.label),)), Cell((_centred(row, unit),))))
        for choice, unit in zip(row.choices[1:], units[1:], strict=True)
    ]
    return [first, *further]


def _paragraphs(row: Indicator, units: list[str]) -> tuple[Paragraph, ...]:
    return tuple(_centred(row, unit) for unit in units if unit)


def _centred(row: Indicator, text: str) -> Paragraph:
    if _ROMAN.match(row.number):
        return plain("cell_center_strong", text)
    return plain("cell_center_italic" if row.italic and text != row.number else "cell_center", text)


def _figure(printed: Printed, row: Indicator) -> tuple[Paragraph, ...]:
    """Figures to the right, codes in the middle, words to the left, a line a paragraph."""
    if row.kind == "heading":
        return ()
    text = printed.filled.shown(row.key)
    if not text:
        return ()
    if is_numeric(row.kind) and _FIGURE.match(text):
        return (plain("cell_right", text),)
    if row.kind in ("choice", "yes_no") or text == "-":
        return (plain("cell_center", text),)
    return tuple(plain("cell", line, row.key) for line in text.split("\n") if line.strip())


def _note(printed: Printed, row: Indicator) -> tuple[Paragraph, ...]:
    text = _note_text(printed, row)
    return tuple(plain("cell", line, known_keys.note_of(row.key)) for line in text.split("\n") if line)


def _note_text(printed: Printed, row: Indicator) -> str:
    """What the clerk noted, else what the form itself prints there."""
    return printed.filled.text(known_keys.note_of(row.key)).strip() or row.note
