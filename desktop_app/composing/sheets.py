"""The appendices of a report as sheets: figures as numbers, sums and rates as formulas."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.base import known_keys
from desktop_app.documents.sheets import HEAD_ROWS, Format, Sheet, SheetCell
from desktop_app.forms.expression import Arithmetic, Call, Key, Node, Number
from desktop_app.forms.heads import tab_name
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.reports.filled_report import FilledReport

FIGURE_COLUMN = "D"
MOST_FORMULA = 8000
"""Letters of a formula; spreadsheet programs take 8192."""
WIDTHS = (8.0, 62.0, 16.0, 22.0, 30.0)
_FORMS: dict[str, Format] = {
    "count": "count", "decimal": "decimal", "money": "decimal", "percent": "percent",
}  # fmt: skip


def compose_sheets(filled: FilledReport) -> tuple[Sheet, ...]:
    """One sheet for each appendix, named as its tab."""
    return tuple(_sheet(filled, appendix) for appendix in filled.plan.edition.appendices)


def _sheet(filled: FilledReport, appendix: Appendix) -> Sheet:
    head = appendix.head
    places = {row.key: n for n, row in enumerate(appendix.indicators, start=HEAD_ROWS + 1)}
    return Sheet(
        name=tab_name(filled.plan.edition.head, head),
        title=head.title,
        head=(head.number_head, head.label_head, head.unit_head, head.figure_head, head.note_head),
        rows=tuple(_row(filled, row, places) for row in appendix.indicators),
        widths=WIDTHS,
    )


def _row(filled: FilledReport, row: Indicator, places: dict[str, int]) -> tuple[SheetCell, ...]:
    label = f"{row.label} ({row.remark})" if row.remark else row.label
    unit = " ".join(row.unit.split()) or "; ".join(f"{choice.word} = {choice.code}" for choice in row.choices)
    strong = row.kind == "heading"
    note = filled.text(known_keys.note_of(row.key)) or row.note
    return (
        SheetCell(row.number, centred=True, strong=strong),
        SheetCell(label, strong=strong),
        SheetCell(unit, centred=True),
        _figure(filled, row, places),
        SheetCell(note, locked=False),
    )


def _figure(filled: FilledReport, row: Indicator, places: dict[str, int]) -> SheetCell:
    """The typed figure; a live formula where the form computes it and nobody has said otherwise."""
    if row.kind == "heading":
        return SheetCell()
    form = _FORMS.get(row.kind, "text")
    value = filled.result.value(row.key)
    number = _scaled(value.number, form)
    formula = filled.plan.formula_of.get(row.key)
    quantity = filled.result.computed.get(row.key)
    computed = _scaled(quantity.number, form) if quantity and not quantity.none_arisen else None
    if quantity and quantity.none_arisen and filled.text(known_keys.RATE_OF_NOTHING):
        return SheetCell(filled.shown(row.key), locked=False)
    if formula and (value.state == "blank" or (number is not None and number == computed)):
        text = filled.computed_text(row.key)
        return SheetCell(text, computed, _spelled(formula.expression, places), form, locked=False)
    if number is not None and form != "text":
        return SheetCell(number=number, form=form, locked=False)
    return SheetCell(filled.shown(row.key), locked=False, centred=row.kind in ("choice", "yes_no"))


def _scaled(number: Decimal | None, form: Format) -> Decimal | None:
    """A percent is stored as its hundredth, as a spreadsheet wants it."""
    return number / 100 if number is not None and form == "percent" else number


class _NoSpelling(Exception):
    """The expression cannot be written over the cells of its sheet."""


def _spelled(node: Node, places: dict[str, int]) -> str:
    """The cell's formula; "" where a spreadsheet has none for the expression: the number stands alone."""
    try:
        return f"={_formula(node, places)}"
    except _NoSpelling:
        return ""


def _formula(node: Node, places: dict[str, int]) -> str:
    """The expression over the cells of the figures; blank parts give a blank, 0 over 0 gives "-"."""
    match node:
        case Key(key=key) if key in places:
            return f"{FIGURE_COLUMN}{places[key]}"
        case Number(value=value):
            return f"{value:f}"
        case Call(name="total", arguments=parts):
            cells = ",".join(_formula(part, places) for part in parts)
            return _short(f'IF(COUNT({cells})=0,"",SUM({cells}))')
        case Call(name="rate", arguments=(part, whole)):
            top, bottom = _formula(part, places), _formula(whole, places)
            return _short(f'IF(COUNT({top},{bottom})<2,"",IF({bottom}=0,"-",{top}/{bottom}))')
        case Arithmetic(sign=sign, left=left, right=right):
            return _short(f"({_formula(left, places)}{sign}{_formula(right, places)})")
    raise _NoSpelling


def _short(formula: str) -> str:
    """The same; each rate repeats its parts, so that a nest of them grows without end."""
    if len(formula) > MOST_FORMULA:
        raise _NoSpelling
    return formula
