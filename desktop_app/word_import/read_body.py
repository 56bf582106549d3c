"""The paragraphs and tables of a part of a Word file, whatever they are wrapped into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.numbers import show_number
from desktop_app.word_import.contents import Block, Bullet, WordCell, WordParagraph, WordRow, WordTable
from desktop_app.word_import.faces import Styles, look_of
from desktop_app.word_import.inline import Inline
from desktop_app.word_import.markup import Node, child, chosen, local, number, switch, value, w
from desktop_app.word_import.numbering import Numbering

MOST_LETTERS = 3_000_000
"""Ten times those of the longest report."""
MOST_PARAGRAPHS, MOST_ROWS, MOST_COLUMNS = 20_000, 2_000, 60
_WRAPPERS = ("sdtContent", "customXml", "smartTag", "ins", "moveTo")
_RUNNING_TEXT = 8
_LEAST_TABLE = 3
"""Columns from which a table inside a cell is one for itself, not a way to set words beside each other."""


class BodyReader:
    """Reads blocks in their order and counts them; `step` is told how far it is and may raise."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering, inline: Inline) -> None:
        self._name, self._styles, self._numbering, self._inline = name, styles, numbering, inline
        self.step: Callable[[int], None] = lambda count: None
        self._paragraphs = self._tables = self._rows = self._letters = 0
        self._numbers_rows = False

    def blocks(self, parent: Node) -> list[Block]:
        """Everything under a body, a cell, a text box or a note."""
        found: list[Block] = []
        open_end: WordParagraph | None = None  # its mark was deleted: the next paragraph goes on in it
        for node in self._inside(parent):
            if local(node) == "tbl":
                found += self._table(node)
                continue
            paragraph, boxes = self._paragraph(node)
            if open_end:
                paragraph = _one(open_end, paragraph)
            open_end = paragraph if _mark_deleted(node) else None
            found += [] if open_end else [paragraph]
            found += boxes
        return [*found, open_end] if open_end else found

    def _inside(self, parent: Node) -> Iterator[Node]:
        """The paragraphs and tables, out of what wraps them."""
        for node in parent:
            name = local(node)
            if name in ("p", "tbl"):
                yield node
            elif name == "sdt":
                content = child(node, "sdtContent")
                if content is not None and not switch(child(node, "sdtPr", "showingPlcHdr")):
                    yield from self._inside(content)
            elif name in _WRAPPERS:
                yield from self._inside(node)
            elif name == "AlternateContent":
                for version in chosen(node):
                    yield from [version] if local(version) in ("p", "tbl") else self._inside(version)
            elif name in ("altChunk", "subDoc"):
                self._inline.traits.embedded = True

    def _paragraph(self, node: Node) -> tuple[WordParagraph, list[Block]]:
        """The paragraph, and what stands in the text boxes that hang on it."""
        self._count()
        at = self._paragraphs
        properties = child(node, "pPr")
        style = value(child(properties, "pStyle"))
        look = look_of(properties).over(self._styles.look(style))
        in_contents = bool(self._inline.traits.contents)
        runs = self._inline.runs(node, style)
        self._letters += sum(len(run.text) for run in runs)
        if self._letters > MOST_LETTERS:
            raise UserFault(f"Tệp {self._name} dài hơn mọi báo cáo; chưa nhập gì.")
        boxes, self._inline.boxes = self._inline.boxes, []
        mark = ""
        bullet: Bullet = ""
        if look.list_id > 0 and (self._numbers_rows or any(run.text.strip() for run in runs)):
            mark, bullet = self._numbering.next(look.list_id, look.list_level)
        paragraph = WordParagraph(
            runs, mark, bullet, look.outline if look.outline <= _RUNNING_TEXT else -1, bool(look.centred),
            look.contents or in_contents or bool(self._inline.traits.contents), at,
        )  # fmt: skip
        return paragraph, [block for box in boxes for block in self.blocks(box)]

    def _count(self) -> None:
        self._paragraphs += 1
        if self._paragraphs % 100 == 0:
            self.step(self._paragraphs)
        if self._paragraphs > MOST_PARAGRAPHS:
            count = show_number(Decimal(MOST_PARAGRAPHS))
            raise UserFault(f"Tệp {self._name} có trên {count} đoạn, dài hơn mọi báo cáo; chưa nhập gì.")

    def _table(self, node: Node) -> list[Block]:
        """The table, then the tables that stand in its cells."""
        self._tables += 1
        at = self._tables
        nested: list[Block] = []
        rows: list[WordRow] = []
        for row in self._rows_of(node):
            self._rows += 1
            if self._rows > MOST_ROWS:
                raise UserFault(
                    f"Tệp {self._name} có bảng trên {show_number(Decimal(MOST_ROWS))} dòng, dài hơn mọi phụ "
                    "lục của báo cáo; chưa nhập gì."
                )
            cells: list[WordCell] = []
            for cell in self._cells(row):
                self._numbers_rows = not cells  # Word numbers rows by empty paragraphs of a list
                inner = self.blocks(cell)
                nested += [
                    block for block in inner if isinstance(block, WordTable) and not _is_setting(block)
                ]
                cells.append(_cell(cell, inner, cells))
            self._numbers_rows = False
            rows.append(WordRow(tuple(cells), bool(switch(child(row, "trPr", "tblHeader")))))
        return [WordTable(tuple(rows), at), *nested]

    def _rows_of(self, table: Node) -> Iterator[Node]:
        for row in _unwrapped(table, "tr"):
            if child(row, "trPr", "del") is None:
                yield row
            else:
                self._inline.traits.revised = True

    def _cells(self, row: Node) -> Iterator[Node]:
        for place, cell in enumerate(_unwrapped(row, "tc")):
            if place >= MOST_COLUMNS:
                raise UserFault(
                    f"Tệp {self._name} có bảng trên {MOST_COLUMNS} cột, không phải phụ lục của báo cáo; chưa "
                    "nhập gì."
                )
            yield cell


def _unwrapped(parent: Node, wanted: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, out of content controls."""
    for node in parent:
        name = local(node)
        if name == wanted:
            yield node
        elif name == "sdt":
            content = child(node, "sdtContent")
            if content is not None:
                yield from _unwrapped(content, wanted)
        elif name in ("customXml", "ins", "moveTo"):
            yield from _unwrapped(node, wanted)


def _cell(node: Node, inner: list[Block], before: list[WordCell]) -> WordCell:
    """One cell behind those before it in its row."""
    properties = child(node, "tcPr")
    row = node.getparent()
    while row is not None and local(row) != "tr":
        row = row.getparent()
    skipped = min(max(number(child(row, "trPr", "gridBefore"), 0), 0), MOST_COLUMNS)
    column = before[-1].column + before[-1].columns if before else skipped
    columns = min(max(number(child(properties, "gridSpan"), 1), 1), MOST_COLUMNS)
    merge = child(properties, "vMerge")
    covered = merge is not None and value(merge, "continue") == "continue"
    parts = [part for block in inner for part in _paragraphs(block)]
    return WordCell(tuple(parts), column, columns, covered)


def _paragraphs(block: Block) -> Iterator[WordParagraph]:
    """The paragraphs of what stands in a cell; a table of its own is read for itself."""
    if isinstance(block, WordParagraph):
        yield block
    elif _is_setting(block):
        yield from (part for row in block.rows for cell in row.cells for part in cell.paragraphs)


def _is_setting(table: WordTable) -> bool:
    """Whether a table inside a cell only sets words beside each other."""
    return max((len(row.cells) for row in table.rows), default=0) < _LEAST_TABLE


def _mark_deleted(node: Node) -> bool:
    properties = child(node, "pPr", "rPr")
    return properties is not None and properties.find(w("del")) is not None


def _one(first: WordParagraph, second: WordParagraph) -> WordParagraph:
    """Two paragraphs between which the mark was deleted; the second one's look stays, as in Word."""
    return msgspec.structs.replace(second, runs=first.runs + second.runs, at=first.at)
