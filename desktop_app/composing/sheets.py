"""The appendices of a report as sheets: figures as numbers, sums and rates as formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from desktop_app.base import known_keys
from desktop_app.documents.sheets import HEAD_ROWS, Format, Sheet, SheetCell
from desktop_app.forms.columns import MOST_LINES, cell_key, columns_of, line_key
from desktop_app.forms.expression import Arithmetic, Call, Key, Node, Number
from desktop_app.forms.heads import Column, tab_name
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.forms.wording import fill
from desktop_app.reports.filled_report import FilledReport, words_of
from desktop_app.reports.lines import count_lines

MOST_FORMULA = 8000
"""Letters of a formula; spreadsheet programs take 8192."""
WIDTHS = {"number": 8.0, "label": 62.0, "unit": 16.0, "figure": 22.0, "note": 30.0}
MANY, WIDTH = 0.7, 30.0
"""What is left of a width where there are more columns than usual; that of a column of words."""
LONGEST_NAME = 31
_UNFIT = re.compile(r"[\[\]:*?/\\]")
MORE_LINES = 10
"""Empty lines behind those of a list, to write in."""
_FORMS: dict[str, Format] = {
    "count": "count", "decimal": "decimal", "money": "decimal", "percent": "percent",
}  # fmt: skip


def compose_sheets(filled: FilledReport) -> tuple[Sheet, ...]:
    """One sheet for each appendix, named as its tab."""
    taken: set[str] = set()
    return tuple(_sheet(filled, appendix, taken) for appendix in filled.plan.edition.appendices)


def sheet_name(tab: str, taken: set[str]) -> str:
    """The tab's name as spreadsheet programs take it: at most 31 letters, some of none, none twice."""
    name = _UNFIT.sub("-", tab).strip("' ")[:LONGEST_NAME] or "-"
    number, unique = 1, name
    while unique.casefold() in taken:
        number += 1
        unique = f"{name[: LONGEST_NAME - 4]} {number}"
    taken.add(unique.casefold())
    return unique


def _sheet(filled: FilledReport, appendix: Appendix, taken: set[str]) -> Sheet:
    edition, head = filled.plan.edition, appendix.head
    columns = columns_of(appendix, edition.head.columns)
    words = words_of(filled)
    rows = _lines(filled, appendix) if head.repeats else _rows(filled, appendix, columns)
    return Sheet(
        name=sheet_name(tab_name(edition.head, head), taken),
        title=fill(head.title, words),
        head=tuple(_head(column, words, own=bool(appendix.columns)) for column in columns),
        rows=tuple(rows),
        widths=tuple(_width(column, len(columns)) for column in columns),
    )


def _head(column: Column, words: Mapping[str, str], *, own: bool) -> str:
    """The title, behind the words that stand over it; the usual columns go by their titles alone."""
    title = fill(column.title, words)
    return f"{fill(column.over, words)}: {title}" if own and column.over else title


def _width(column: Column, count: int) -> float:
    """In letters; less for each of many columns."""
    if column.of in WIDTHS:
        wide = WIDTHS[column.of]
        return wide if count <= len(WIDTHS) or column.of == "number" else wide * MANY
    return WIDTHS["figure"] * MANY if column.kind not in ("", "text") or column.of != "value" else WIDTH


def _rows(
    filled: FilledReport, appendix: Appendix, columns: Sequence[Column]
) -> Iterator[tuple[SheetCell, ...]]:
    places = _places(filled, appendix, columns)
    for row in appendix.indicators:
        yield tuple(_cell(filled, row, column, places) for column in columns)


def _places(filled: FilledReport, appendix: Appendix, columns: Sequence[Column]) -> dict[str, str]:
    """Key -> where it stands, "D5"; what a sum over the year was before stands nowhere, and is a number."""
    places: dict[str, str] = {}
    for at, column in enumerate(columns):
        for number, row in enumerate(appendix.indicators, start=HEAD_ROWS + 1):
            if column.of != "note" and (key := cell_key(row, column)):
                places[key] = f"{_letters(at)}{number}"
            if column.of == "cumulative" and key:
                earlier = known_keys.earlier_of(key)
                if (before := filled.result.value(earlier).number) is not None:
                    places[earlier] = f"{before:f}"
    return places


def _letters(column: int) -> str:
    """ "A" for 0, "AB" for 27."""
    above, here = divmod(column, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + here)


def _cell(filled: FilledReport, row: Indicator, column: Column, places: dict[str, str]) -> SheetCell:
    strong = row.kind == "heading" or row.strong
    if column.of == "number":
        return SheetCell(row.number, centred=True, strong=strong)
    if column.of == "label":
        label = f"{row.label} ({row.remark})" if row.remark else row.label
        return SheetCell(label, strong=strong)
    if column.of == "unit":
        answers = "; ".join(f"{choice.word} = {choice.code}" for choice in row.choices)
        return SheetCell(" ".join(row.unit.split()) or answers, centred=True)
    if column.of == "note":
        return SheetCell(filled.text(known_keys.note_of(row.key)) or row.note, locked=False)
    key = cell_key(row, column)
    return _figure(filled, key, places) if key else SheetCell()


def _lines(filled: FilledReport, appendix: Appendix) -> Iterator[tuple[SheetCell, ...]]:
    """The lines that were added, and some to add more."""
    for line in range(1, min(count_lines(filled, appendix) + MORE_LINES, MOST_LINES) + 1):
        yield tuple(
            SheetCell(str(line), centred=True)
            if column.of == "number"
            else _figure(filled, line_key(appendix.head.key, line, column), {})
            for column in appendix.columns
        )


def _figure(filled: FilledReport, key: str, places: Mapping[str, str]) -> SheetCell:
    """The typed figure; a live formula where the form computes it and nobody has said otherwise."""
    kind = filled.plan.kind(key)
    form = _FORMS.get(kind, "text")
    value = filled.result.value(key)
    number = _scaled(value.number, form)
    formula = filled.plan.formula_of.get(key)
    quantity = filled.result.computed.get(key)
    computed = _scaled(quantity.number, form) if quantity and not quantity.none_arisen else None
    if quantity and quantity.none_arisen and filled.text(known_keys.RATE_OF_NOTHING):
        return SheetCell(filled.shown(key), locked=False)
    if formula and (value.state == "blank" or (number is not None and number == computed)):
        text = filled.computed_text(key)
        return SheetCell(text, computed, _spelled(formula.expression, places), form, locked=False)
    if number is not None and form != "text":
        return SheetCell(number=number, form=form, locked=False)
    return SheetCell(filled.shown(key), locked=False, centred=kind in ("choice", "yes_no"))


def _scaled(number: Decimal | None, form: Format) -> Decimal | None:
    """A percent is stored as its hundredth, as a spreadsheet wants it."""
    return number / 100 if number is not None and form == "percent" else number


class _NoSpelling(Exception):
    """The expression cannot be written over the cells of its sheet."""


def _spelled(node: Node, places: Mapping[str, str]) -> str:
    """The cell's formula; "" where a spreadsheet has none for the expression: the number stands alone."""
    try:
        return f"={_formula(node, places)}"
    except _NoSpelling:
        return ""


def _formula(node: Node, places: Mapping[str, str]) -> str:
    """The expression over the cells of the figures; blank parts give a blank, 0 over 0 gives "-"."""
    match node:
        case Key(key=key) if key in places:
            return places[key]
        case Number(value=value):
            return f"{value:f}"
        case Call(name="total", arguments=parts):
            known = [part for part in parts if not _is_nowhere(part, places)] or parts
            cells = ",".join(_formula(part, places) for part in known)
            return _short(f'IF(COUNT({cells})=0,"",SUM({cells}))')
        case Call(name="rate", arguments=(part, whole)):
            top, bottom = _formula(part, places), _formula(whole, places)
            return _short(f'IF(COUNT({top},{bottom})<2,"",IF({bottom}=0,"-",{top}/{bottom}))')
        case Arithmetic(sign=sign, left=left, right=right):
            return _short(f"({_formula(left, places)}{sign}{_formula(right, places)})")
    raise _NoSpelling


def _is_nowhere(part: Node, places: Mapping[str, str]) -> bool:
    """Whether it is what a sum was before, of which nothing is known."""
    return isinstance(part, Key) and known_keys.is_earlier(part.key) and part.key not in places


def _short(formula: str) -> str:
    """The same; each rate repeats its parts, so that a nest of them grows without end."""
    if len(formula) > MOST_FORMULA:
        raise _NoSpelling
    return formula
