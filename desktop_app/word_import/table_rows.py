"""The rows of the tables of a file, each with the texts of its columns, whatever the table is built like."""

from __future__ import annotations

import msgspec

from desktop_app.word_import.columns import Columns, Role, cells_by_role, columns_of, head_rows
from desktop_app.word_import.contents import WordCell, WordRow, WordTable
from desktop_app.word_import.own_columns import OwnTable


class TableRow(msgspec.Struct, frozen=True):
    """One row below the head.

    labels: the cells of its label from left to right, one that is covered from above too; others:
    the head and text of columns that the form lacks. note_from: the row of the
    table from which a merged note goes on, -1 where it does not; goes_on: number and figure belong to the
    row above.
    """

    table: int
    number_in_table: int
    number: str = ""
    labels: tuple[str, ...] = ()
    unit: str = ""
    figure: str = ""
    note: str = ""
    others: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()  # footnotes of its cells
    note_from: int = -1
    goes_on: bool = False

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"Bảng {self.table}, dòng {self.number_in_table}"

    @property
    def label(self) -> str:
        """The label itself, without the group that stands before it."""
        return next((text for text in reversed(self.labels) if text), "")

    @property
    def words(self) -> str:
        """All of its cells on one line."""
        texts = (self.number, *self.labels, self.unit, self.figure, self.note)
        texts = (*texts, *(text for _, text in self.others))
        return " | ".join(" ".join(text.split()) for text in texts if text)


class TableReading(msgspec.Struct, frozen=True):
    """A table as rows; heads: the words of its head; shape: roles, for the next table without one."""

    rows: tuple[TableRow, ...]
    heads: tuple[str, ...]
    shape: Columns


def read_table(
    table: WordTable, units: frozenset[str], before: Columns, own: OwnTable | None = None
) -> TableReading:
    """The rows of one table; heads that come again further down are heads too.

    own: what its head says, where the form names the columns of the table itself.
    """
    heads = own.heads if own else head_rows(table)
    columns = own.roles if own else columns_of(table, heads, units, before)
    width = len(columns)
    named = [cell.text for row in table.rows[:heads] for cell in row.cells if cell.text]
    above: dict[Role, tuple[int, str]] = {}
    over = {cell.column: cell.text for row in table.rows[:heads] for cell in row.cells if cell.text}
    over |= dict(enumerate(own.over)) if own else {}
    rows: list[TableRow] = []
    again = set(named)
    for number, row in enumerate(table.rows[heads:], heads + 1):
        if heads and _is_head_again(row, again):
            named += [cell.text for cell in row.cells if cell.text]
            continue
        rows.append(_row(table.at, number, cells_by_role(row, columns, width), above, over))
    return TableReading(tuple(rows), tuple(named), columns)


def _is_head_again(row: WordRow, heads: set[str]) -> bool:
    """Whether the row only says what the head has said."""
    texts = [cell.text for cell in row.cells if cell.text]
    return len(texts) > 1 and all(text in heads for text in texts)


def _row(
    table: int, number: int, cells: list[tuple[Role, WordCell]], above: dict[Role, tuple[int, str]],
    over: dict[int, str],
) -> TableRow:  # fmt: skip
    """One row; above: the note that goes on from a row above; over: the head of each column."""
    texts: dict[Role, str] = {}
    labels: list[str] = []
    others: list[tuple[str, str]] = []
    covered: set[Role] = set()
    for role, cell in cells:
        text = cell.text
        if cell.covered:
            covered.add(role)
            if role == "label":
                labels.append("")
            continue
        if role == "label":
            labels.append(text)
        elif role == "other":
            others += [(over.get(cell.column, ""), text)] if text else []
        elif text:
            texts[role] = f"{texts[role]}\n{text}" if role in texts else text
        if role == "note":
            above["note"] = (number, text)
    from_row, _ = above.get("note", (-1, "")) if "note" in covered else (-1, "")
    footnotes = tuple(n for _, cell in cells if not cell.covered for p in cell.paragraphs for n in p.notes)
    goes_on = {"number", "figure"} <= covered
    return TableRow(
        table, number, texts.get("number", "").replace(",", "."), tuple(labels), texts.get("unit", ""),
        texts.get("figure", ""), texts.get("note", ""), tuple(others), footnotes, from_row, goes_on,
    )  # fmt: skip
