"""The rows of a table as the form prints them; what somebody filled in is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from desktop_app.form_import.found import FoundColumn, FoundRow, FoundTable
from desktop_app.form_import.kinds import answers_in, depth_of, kind_of
from desktop_app.form_import.table_heads import is_counting, is_value, read_head, width_of
from desktop_app.forms.model import Choice
from desktop_app.word_import.contents import WordCell, WordRow, WordTable
from desktop_app.word_import.likeness import plain_words

_DOTS = re.compile(r"[….·_\s]+")
_REMARK = re.compile(r"(.*\S)\s*\((.+)\)\s*\Z", re.DOTALL)
MOST_WITH_REMARK = 600
_FIGURES = re.compile(r"[\d.,]*\d[\d.,]*\s*%?")


class TableReader:
    """Reads the rows of one table below its head, one after another."""

    def __init__(self, table: WordTable, columns: tuple[FoundColumn, ...], begin: int) -> None:
        self._table, self._columns, self._begin = table, columns, begin
        self._width = width_of(table)
        self._heads = [row for row in table.rows[:begin] if row.cells]
        self._group = ""
        self.rows: list[FoundRow] = []
        self.blank = self.filled = self.words = 0
        self.notes: dict[int, str] = {}

    def read(self) -> None:
        """All rows; a row that only goes on from the one above gives that one another answer."""
        heads = {_texts(row) for row in self._heads}
        for number, row in enumerate(self._table.rows[self._begin :], self._begin + 1):
            texts = _texts(row)
            if texts in heads or is_counting(row):
                continue
            if not any(texts) or all(_DOTS.fullmatch(text) for text in texts if text):
                self.blank += 1
                continue
            self._row(row, f"Bảng {self._table.at}, dòng {number}")

    def _row(self, row: WordRow, place: str) -> None:
        cells = {column.of: self._in(row, column) for column in self._columns}
        own = [cell for cell in row.cells if not cell.covered and cell.text]
        label_column = next((c for c in self._columns if c.of == "label"), None)
        if len(own) == 1 and label_column and self._stretches(own[0], label_column):
            self._heading(own[0], place)
            return
        covered = [of for of in ("number", "figure") if cells.get(of) and all(c.covered for c in cells[of])]
        unit = _joined(cells.get("unit", []), "\n")
        if len(covered) == 2 and self.rows:
            self._answer(_joined(cells.get("label", [])), unit)
            return
        numbers, labels = cells.get("number", []), cells.get("label", [])
        if numbers and not labels and numbers[0].columns > 1:  # number and label in one merged cell
            numbers, labels = [], numbers
        label, remark, faces = self._label(labels)
        number = _number(_joined(numbers))
        if not label and not number:
            self.blank += 1
            return
        self._count_values(row)
        kind, choices = kind_of(label, unit)
        if note := _joined(cells.get("note", []), "\n"):
            self.notes[len(self.rows)] = note
        self.rows.append(
            FoundRow(
                number, label, unit, group=self._group, remark=remark, kind=kind, choices=choices,
                strong=faces[0], italic=faces[1], place=place,
            )
        )  # fmt: skip

    def _in(self, row: WordRow, column: FoundColumn) -> list[WordCell]:
        """The cells of the row that begin in the column."""
        return [cell for cell in row.cells if column.first <= cell.column <= column.last]

    def _stretches(self, cell: WordCell, label: FoundColumn) -> bool:
        last = cell.column + cell.columns - 1
        return cell.column <= label.first and last > label.last and last >= self._width - 2

    def _heading(self, cell: WordCell, place: str) -> None:
        """A label that stretches over all columns, its number in front of it perhaps."""
        text = _flat(cell.text)
        found = re.match(r"([IVXLC]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+(?=\S)", text)
        number = found[0].strip() if found else ""
        strong = all(p.bold for p in cell.paragraphs if p.text.strip())
        self.rows.append(
            FoundRow(
                number, text[found.end() :] if found else text, kind="heading", across=True, strong=strong,
                place=place,
            )
        )  # fmt: skip

    def _answer(self, label: str, unit: str) -> None:
        """One more printed row of a choice."""
        before = self.rows[-1]
        answers = answers_in(unit or label)
        known = {choice.code: choice for choice in before.choices or answers_in(before.unit)}
        for choice in answers:
            known[choice.code] = Choice(choice.code, choice.word, label if unit else "")
        if answers and len(known) >= 2:
            self.rows[-1] = msgspec.structs.replace(
                before, unit="", kind="choice", choices=tuple(known.values()), choice_rows=True
            )
        elif label or unit:
            self.words += 1

    def _label(self, cells: list[WordCell]) -> tuple[str, str, tuple[bool, bool]]:
        """The label, its part in brackets in italics, whether it is bold, italic; keeps the block label."""
        spread = [cell for cell in cells if cell.columns == 1] if len(cells) > 1 else []
        if len(spread) > 1 or (cells and cells[0].covered and len(cells) > 1):
            if not cells[0].covered:
                self._group = _flat(cells[0].text)
            cells = cells[1:]
        else:
            self._group = ""
        text = _flat("\n".join(cell.text for cell in cells if not cell.covered))
        parts = [p for cell in cells if not cell.covered for p in cell.paragraphs if p.text.strip()]
        strong, italic = (
            bool(parts) and all(p.bold for p in parts),
            bool(parts) and all(p.italic for p in parts),
        )
        found = _REMARK.fullmatch(text) if len(text) <= MOST_WITH_REMARK else None
        if found and not italic:
            slanted = "".join(run.text for p in parts for run in p.runs if run.italic)
            if plain_words(slanted) == plain_words(found[2]):
                return found[1], found[2], (strong, italic)
        return text, "", (strong, italic)

    def _count_values(self, row: WordRow) -> None:
        """How many figures were filled in, and how many cells of values hold words."""
        for column in self._columns:
            if column.of in ("number", "label", "unit", "note"):
                continue
            text = _joined(self._in(row, column))
            if text and not is_value(text):
                self.words += 1
            elif _FIGURES.fullmatch(text):
                self.filled += 1


def read_table(
    table: WordTable, widths: tuple[float, ...], before: FoundTable | None
) -> tuple[FoundTable, TableReader]:
    """The table with its rows; before: the one above, whose columns hold where this one has no head."""
    head = read_head(table, widths)
    columns, begin = head.columns, head.rows
    goes_on = before is not None and not head.named and len(before.columns) == len(columns)
    if goes_on and before:
        columns, begin = before.columns, 0
    reader = TableReader(table, columns, begin)
    reader.read()
    rows = reader.rows
    is_filled = reader.filled > 0
    if not is_filled:
        rows = [msgspec.structs.replace(row, note=reader.notes.get(at, "")) for at, row in enumerate(rows)]
    repeats = head.named and _is_blank(rows, reader.blank)
    made = FoundTable(
        columns, () if repeats else tuple(_with_headings(rows, columns)), title=head.title,
        repeats=repeats, is_filled=is_filled, at=table.at,
    )  # fmt: skip
    return made, reader


def _is_blank(rows: list[FoundRow], blank: int) -> bool:
    """Whether nothing but numbers stands below the head: a table to be filled line by line."""
    return not any(row.label and not _DOTS.fullmatch(row.label) for row in rows) and bool(rows or blank)


def one_way(tables: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    """Numbers with and without a final dot, mixed by whoever typed them, all without it."""
    rows = [row for table in tables for row in table.rows]
    dotted = any(re.fullmatch(r"[\d.]+\.", row.number) for row in rows)
    plain = any(re.fullmatch(r"\d+(\.\d+)*", row.number) for row in rows)
    if not (dotted and plain):
        return tuple(tables)

    def without(row: FoundRow) -> FoundRow:
        number = row.number.rstrip(".") if re.fullmatch(r"[\d.]+\.", row.number) else row.number
        return msgspec.structs.replace(row, number=number)

    return tuple(msgspec.structs.replace(t, rows=tuple(map(without, t.rows))) for t in tables)


def _with_headings(rows: list[FoundRow], columns: tuple[FoundColumn, ...]) -> list[FoundRow]:
    """Rows that only head those below them: no unit where others have one, and deeper numbers follow."""
    has_units = any(c.of == "unit" for c in columns) and any(row.unit for row in rows)
    found: list[FoundRow] = []
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        deeper = below is not None and depth_of(row.number) and depth_of(below.number) > depth_of(row.number)
        roman = depth_of(row.number) == 1
        heads = row.kind == "count" and not row.choices and deeper
        if heads and ((has_units and not row.unit) or (roman and not row.unit)):
            row = msgspec.structs.replace(row, kind="heading")
        found.append(row)
    return found


def _texts(row: WordRow) -> tuple[str, ...]:
    return tuple(_flat(cell.text) for cell in row.cells)


def _joined(cells: list[WordCell], by: str = " ") -> str:
    text = "\n".join(cell.text for cell in cells if not cell.covered and cell.text)
    return text.strip() if by == "\n" else _flat(text)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _number(text: str) -> str:
    """ "1,1" of a workbook is the number 1.1."""
    return re.sub(r"(?<=\d),(?=\d)", ".", text)
