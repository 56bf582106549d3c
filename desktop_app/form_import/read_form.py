"""Read the file of an empty form, of Word or Excel, into what stands in it and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.form_import.found import FoundAnnex, FoundColumn, FoundForm, FoundRow, FoundTable
from desktop_app.form_import.kinds import kind_of
from desktop_app.form_import.offers import offers_of
from desktop_app.form_import.outline import read_outline
from desktop_app.form_import.sheets import sheet_blocks
from desktop_app.form_import.table_heads import TableHead, read_head, width_of
from desktop_app.form_import.table_rows import TableReader, one_way, read_table
from desktop_app.form_import.titles import Above, read_above, with_places
from desktop_app.word_import.container import ZIP, Container
from desktop_app.word_import.contents import Block, WordParagraph, WordTable
from desktop_app.word_import.likeness import plain_words
from desktop_app.word_import.page_setups import TableSetup, word_setups, workbook_setups
from desktop_app.word_import.read_word import read_word
from desktop_app.word_import.read_workbook import BOOK, read_workbook

MOST_TABLES = 400
FIGURE = "Số liệu"
MOST_HEAD, MOST_TOLD = 12, 200
"""Rows, and letters of each cell, by which a letterhead is known."""
_NOT_OURS = re.compile(r".*(?:cong hoa xa hoi chu nghia|noi nhan|doc lap tu do hanh phuc)")
_NOTE = re.compile(r"\s*(?:Ghi chú|Chú thích|\(?\*\)?)\s*[:.]?\s*", re.IGNORECASE)
_END = re.compile(r"\s*\./\.\Z")
_PLAIN_SHEET = re.compile(r"(?:Sheet|Trang_tính|Trang tính)\s*\d*", re.IGNORECASE)
_COMPARED = re.compile(r".*(?:so sanh|so voi|tang giam|chenh lech)")


def read_form(content: bytes, name: str, step: Callable[[int], None] = lambda count: None) -> FoundForm:
    """The form in the content of a file of this name; raises UserFault for what cannot be read.

    step: told now and then how far it is; may raise.
    """
    if content.startswith(ZIP) and Container(content, name).has(BOOK):
        file = read_workbook(content, name, step)
        reader = FormReader(name, workbook_setups(content, name))
        reader.read(sheet_blocks(file.blocks))
    else:
        file = read_word(content, name, step)
        reader = FormReader(name, word_setups(content, name))
        reader.read(file.blocks)
    reader.doubts += [f"{remark}." for remark in file.remarks]
    return reader.form()


class FormReader:
    """Walks through the blocks of a file and keeps what it finds."""

    def __init__(self, name: str, setups: dict[int, TableSetup]) -> None:
        self._name, self._setups = name, setups
        self._waiting: list[WordParagraph] = []
        self._body: list[WordParagraph] = []
        self._tables: list[FoundTable] = []
        self._annex: FoundAnnex | None = None
        self._sheet = 0
        self.doubts: list[str] = []
        self._filled = self._notes = 0

    def read(self, blocks: Iterable[Block]) -> None:
        """All blocks in their order."""
        for block in blocks:
            if isinstance(block, WordParagraph):
                self._waiting.append(block)
            else:
                self._table(block)
        self._leave()

    def form(self) -> FoundForm:
        """What was found; raises UserFault where there is no form in the file."""
        body = read_outline(self._body)
        if not self._tables and not body.sections:
            raise UserFault(
                f"Tệp {self._name} không có bảng hay đề mục nào nhận ra được là của mẫu báo cáo; hãy chọn "
                "tệp khác."
            )
        if self._filled:
            self.doubts.insert(
                0,
                f"Tệp {self._name} đã ghi số liệu ở {self._filled} ô: các số ấy"
                + (f" và {self._notes} ghi chú" if self._notes else "")
                + " không đưa vào mẫu.",
            )
        if body.left:
            first = body.left[0] if len(body.left[0]) <= 80 else f"{body.left[0][:80]}…"
            self.doubts.append(
                f"Có {len(body.left)} đoạn văn không phải đề mục nên không đưa vào mẫu, đầu là «{first}»."
            )
        tables = one_way(self._tables)
        return FoundForm(
            self._name, tables, body.sections, self._annex, body.title, tuple(dict.fromkeys(self.doubts)),
            tuple(offers_of(tables)), body.closing,
        )  # fmt: skip

    def _table(self, table: WordTable) -> None:
        setup = self._setups.get(table.at, TableSetup())
        head = read_head(table, setup.widths)
        if not self._is_ours(table, head):
            return
        above = read_above(self._waiting)
        self._waiting = []
        self._under(above.before)
        self._annex = self._annex or above.annex
        before = self._tables[-1] if self._tables else None
        made, reader = read_table(table, setup.widths, before)
        self._doubt(table, made, reader, setup)
        self._doubt_head(table, head)
        made = self._with_figure(made)
        is_new = bool(above.name or above.title) or not self._sheet_goes_on(table)
        if before and not is_new and _same(before, made):
            rows = (*before.rows, *_with_units(made.rows, before.unit))
            filled = before.is_filled or made.is_filled
            self._tables[-1] = msgspec.structs.replace(before, rows=rows, is_filled=filled)
        elif len(self._tables) >= MOST_TABLES:
            raise UserFault(f"Tệp {self._name} có trên {MOST_TABLES} bảng, không phải một mẫu báo cáo.")
        else:
            self._tables.append(_titled(made, above, setup))
        self._sheet = table.at

    def _doubt_head(self, table: WordTable, head: TableHead) -> None:
        for column in head.computed:
            self.doubts.append(
                f"Bảng {table.at}: cột «{column[:80]}» tính từ cột khác; hãy khai cách tính của cột."
            )
        for title in head.codes:
            self.doubts.append(f"Bảng {table.at}: cột «{title[:60]}» chỉ đánh số thêm nên không đưa vào mẫu.")

    def _with_figure(self, made: FoundTable) -> FoundTable:
        """A table without any column to fill in gets one."""
        if made.repeats or any(column.of == "figure" for column in made.columns):
            return made
        self.doubts.append(f"Bảng {made.at} không có cột nào để ghi số liệu nên thêm một cột «{FIGURE}».")
        last = made.columns[-1].last
        columns = (*made.columns, FoundColumn("figure", FIGURE, last + 1, last + 1))
        return msgspec.structs.replace(made, columns=columns)

    def _is_ours(self, table: WordTable, head: TableHead) -> bool:
        """Whether the table is one of the form's: not the letterhead, not who signs."""
        texts = (cell.text[:MOST_TOLD] for row in table.rows[:MOST_HEAD] for cell in row.cells)
        words = " ".join(plain_words(" ".join(texts)))
        if not words or _NOT_OURS.match(words):
            self._body += self._waiting  # the head of the report ends here
            self._waiting = []
            return False
        if not any(column.of == "label" for column in head.columns):
            self.doubts.append(f"Bảng {table.at} không có cột chỉ tiêu nên không đưa vào mẫu.")
            return False
        width, before = width_of(table), self._tables[-1] if self._tables else None
        if width >= 2 and (head.named or (before and len(before.columns) == len(head.columns))):
            return True
        if width >= 3 and len(table.rows) >= 3 and any(column.of == "number" for column in head.columns):
            self.doubts.append(f"Bảng {table.at} không có tên cột rõ ràng; hãy xem lại các cột của bảng.")
            return True
        self.doubts.append(f"Bảng {table.at} không giống một bảng số liệu nên không đưa vào mẫu.")
        return False

    def _sheet_goes_on(self, table: WordTable) -> bool:
        """Tables of a workbook never go on over two sheets."""
        sheets = self._setups.get(table.at, TableSetup()).sheet
        return not sheets or self._sheet == table.at

    def _under(self, paragraphs: Iterable[WordParagraph]) -> None:
        """What stands under a table: its note, or the text that goes on."""
        for paragraph in paragraphs:
            if self._tables and _NOTE.match(paragraph.text) and len(paragraph.text) < 1500:
                last = self._tables[-1]
                text = _END.sub("", " ".join(paragraph.shown.split()))
                note = "\n".join(filter(None, (last.note, text)))
                self._tables[-1] = msgspec.structs.replace(last, note=note)
            else:
                self._body.append(paragraph)

    def _leave(self) -> None:
        self._under(self._waiting)
        self._waiting = []

    def _doubt(self, table: WordTable, made: FoundTable, reader: TableReader, setup: TableSetup) -> None:
        place = f"Bảng {table.at}" + (f" (trang «{setup.sheet}»)" if setup.sheet else "")
        self._filled += reader.filled
        self._notes += len(reader.notes) if made.is_filled else 0
        if setup.nested:
            self.doubts.append(
                f"{place} nằm trong ô của một bảng khác; hãy xem lại các dòng lấy từ bảng này."
            )
        if reader.words:
            self.doubts.append(
                f"{place} có {reader.words} ô số liệu ghi sẵn chữ; các chữ ấy không đưa vào mẫu."
            )
        if made.repeats:
            self.doubts.append(f"{place} không có dòng nào ghi sẵn nên nhận là bảng ghi thêm từng dòng.")
        for column in made.columns:
            if not column.title.strip() and not made.repeats:
                self.doubts.append(f"{place} có cột không ghi tên; hãy đặt tên cột.")
            elif _COMPARED.match(" ".join(plain_words(f"{column.over} {column.title}"))):
                title = " ".join(column.title.split())[:60]
                self.doubts.append(f"{place}: cột «{title}» so với cột khác; hãy khai cách tính của cột.")


def _same(before: FoundTable, made: FoundTable) -> bool:
    """Whether a table only goes on: its head is that of the table before."""
    return [(c.of, c.title) for c in before.columns] == [(c.of, c.title) for c in made.columns]


def _titled(made: FoundTable, above: Above, setup: TableSetup) -> FoundTable:
    title = "\n".join(filter(None, (above.title, made.title)))
    columns = tuple(
        msgspec.structs.replace(c, title=with_places(c.title), over=with_places(c.over)) for c in made.columns
    )
    unit = "" if any(column.of == "unit" for column in columns) else above.unit
    sheet = "" if _PLAIN_SHEET.fullmatch(setup.sheet) else setup.sheet
    return msgspec.structs.replace(
        made, name=above.name, title=with_places(title), tab=sheet, landscape=setup.landscape,
        columns=columns, unit=unit, rows=_with_units(made.rows, unit),
    )  # fmt: skip


def _with_units(rows: tuple[FoundRow, ...], unit: str) -> tuple[FoundRow, ...]:
    return tuple(_with_unit(row, unit) for row in rows) if unit else rows


def _with_unit(row: FoundRow, unit: str) -> FoundRow:
    if row.unit or row.kind == "heading":
        return row
    kind, choices = kind_of(row.label, unit)
    return msgspec.structs.replace(row, unit=unit, kind=kind, choices=choices)
