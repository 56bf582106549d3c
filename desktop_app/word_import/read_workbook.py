"""Read the sheets of a workbook as tables, numbers written as offices write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from desktop_app.base.errors import UserFault
from desktop_app.base.numbers import show_number
from desktop_app.base.text import clean
from desktop_app.word_import.container import Container
from desktop_app.word_import.contents import (
    Block,
    WordCell,
    WordFile,
    WordParagraph,
    WordRow,
    WordRun,
    WordTable,
)
from desktop_app.word_import.markup import Node, local
from desktop_app.word_import.read_body import MOST_COLUMNS, MOST_ROWS

BOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_PERCENTS = frozenset({"9", "10"})
"""Forms of numbers that every workbook has without saying them (ECMA-376, Part 1, 18.8.30)."""
_MOST_DIGITS = 12


class _Cell(NamedTuple):
    """A cell with something in it: row and column from 0."""

    row: int
    column: int
    text: str


def read_workbook(content: bytes, name: str, step: Callable[[int], None] = lambda count: None) -> WordFile:
    """Each sheet as lines above a table; raises UserFault for what is no workbook.

    name: of the file, for sentences. step: told how many sheets are read; may raise.
    """
    container = Container(content, name)
    if container.has_macros():
        raise UserFault(f"Tệp {name} có chứa chương trình (macro) nên không nhận; hãy lưu thành kiểu .xlsx.")
    if not container.has(BOOK):
        raise UserFault(f"Tệp {name} không phải bảng tính Excel (.xlsx); hãy chọn tệp khác.")
    strings = _strings(container)
    percents = _percent_styles(container)
    blocks: list[Block] = []
    for number, part in enumerate(sheet_parts(container), 1):
        step(number)
        root = container.tree(part)
        blocks += _sheet(list(_cells(root, strings, percents, name)), _merged(root), number)
    return WordFile(tuple(blocks))


def sheet_parts(container: Container) -> list[str]:
    """The parts that hold the sheets of a workbook, in their order."""
    relations = container.relations(BOOK).values()
    sheets = [one.target for one in relations if one.kind == "worksheet" and container.has(one.target)]
    return sorted(sheets, key=_in_order)


def _in_order(part: str) -> tuple[int, str]:
    digits = "".join(filter(str.isdigit, part.rpartition("/")[2]))
    return (int(digits[:6] or 0), part)


def _strings(container: Container) -> list[str]:
    """The texts that cells name by number."""
    if not container.has("xl/sharedStrings.xml"):
        return []
    return [_text(item) for item in container.tree("xl/sharedStrings.xml")]


def _text(item: Node) -> str:
    """The words of a string, of runs perhaps; how they are pronounced is left out."""
    parts = (each for each in item.iter() if local(each) == "t")
    said = (each for each in parts if (above := each.getparent()) is None or local(above) != "rPh")
    return clean("".join(each.text or "" for each in said))


def _percent_styles(container: Container) -> frozenset[str]:
    """The styles of cells that show a hundred times the number with "%"."""
    if not container.has("xl/styles.xml"):
        return frozenset()
    forms = set(_PERCENTS)
    found: list[str] = []
    for node in container.tree("xl/styles.xml").iter():
        if local(node) == "numFmt" and "%" in node.get("formatCode", ""):
            forms.add(node.get("numFmtId", ""))
        if local(node) == "cellXfs":
            found = [str(at) for at, xf in enumerate(node) if xf.get("numFmtId", "") in forms]
    return frozenset(found)


def _cells(root: Node, strings: list[str], percents: frozenset[str], name: str) -> Iterator[_Cell]:
    for node in root.iter():
        if local(node) != "c":
            continue
        place = _place(node.get("r", ""))
        text = _shown(node, strings, node.get("s", "") in percents)
        if place is None or not text.strip():
            continue
        if place[0] >= MOST_ROWS or place[1] >= MOST_COLUMNS:
            raise UserFault(
                f"Tệp {name} có bảng quá {show_number(Decimal(MOST_ROWS))} dòng hoặc quá {MOST_COLUMNS} cột, "
                "không phải phụ lục của báo cáo; chưa nhập gì."
            )
        yield _Cell(*place, text)


def _place(reference: str) -> tuple[int, int] | None:
    """(1, 27) for AB2."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _shown(node: Node, strings: list[str], percent: bool) -> str:
    """What the cell shows; a formula its last result."""
    kind = node.get("t", "n")
    if kind == "inlineStr":
        return _text(node)
    value = next((each.text or "" for each in node if local(each) == "v"), "")
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value[:9]) < len(strings) else ""
    if kind in ("str", "b", "e"):
        return clean(value) if kind == "str" else {"1": "Có", "0": "Không"}.get(value, "")
    return _number(value, percent)


def _number(value: str, percent: bool) -> str:
    """A stored number without the dust of its last binary digit."""
    try:
        number = Decimal(value) * (100 if percent else 1)
        number = Decimal(f"{number:.{_MOST_DIGITS}g}")
    except (InvalidOperation, ValueError):
        return ""
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return value
    plain = number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    return f"{show_number(plain)}%" if percent else show_number(plain)


def _merged(root: Node) -> dict[tuple[int, int], tuple[int, int]]:
    """Place of a cell inside a merged one -> the place of its first."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for node in root.iter():
        ends = [_place(end) for end in node.get("ref", "").split(":")] if local(node) == "mergeCell" else []
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            continue
        (top, left), (bottom, right) = ends[0], ends[1]
        for row in range(top, min(bottom, top + MOST_ROWS) + 1):
            for column in range(left, min(right, left + MOST_COLUMNS) + 1):
                found[row, column] = (top, left)
    return found


def _sheet(
    cells: list[_Cell], merged: dict[tuple[int, int], tuple[int, int]], number: int
) -> Iterator[Block]:
    """Lines of a single cell at the top, then everything below as a table."""
    texts = {(cell.row, cell.column): cell.text for cell in cells}
    rows = sorted({cell.row for cell in cells})
    width = max((cell.column for cell in cells), default=-1) + 1
    while rows and sum(cell.row == rows[0] for cell in cells) == 1:
        text = next(cell.text for cell in cells if cell.row == rows[0])
        yield WordParagraph((WordRun(text),), at=rows.pop(0) + 1)
    if rows:
        made = [_row(row, width, texts, merged) for row in range(rows[0], rows[-1] + 1)]
        yield WordTable(tuple(made), number)


def _row(
    row: int, width: int, texts: dict[tuple[int, int], str], merged: dict[tuple[int, int], tuple[int, int]]
) -> WordRow:
    made: list[WordCell] = []
    for column in range(width):
        top, left = merged.get((row, column), (row, column))
        if left < column:
            made[-1] = WordCell(made[-1].paragraphs, made[-1].column, made[-1].columns + 1, made[-1].covered)
            continue
        text = texts.get((row, column), "")
        paragraphs = (WordParagraph((WordRun(text),)),) if text else ()
        made.append(WordCell(paragraphs, column, 1, top < row))
    return WordRow(tuple(made))
