"""A Word file as a report on a form: every word of it in a place of the form, or left over."""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period
from desktop_app.checking.plan import Plan
from desktop_app.forms.wording import fill, period_words
from desktop_app.word_import.appendices import Appendices
from desktop_app.word_import.contents import Block, WordFile, WordParagraph, WordTable
from desktop_app.word_import.foot import is_foot, read_foot
from desktop_app.word_import.found_period import period_in
from desktop_app.word_import.head import MOST_HEAD, Head, kind_place
from desktop_app.word_import.likeness import full_words, new_words, plain_words
from desktop_app.word_import.lines import lines_of
from desktop_app.word_import.pieces import Piece, Reading
from desktop_app.word_import.sections import Body
from desktop_app.word_import.table_hints import MOST_TITLE, ROMANS, hint_of, titled

LEAST_FOUND = 3
"""Headings and rows of the form below which a file is no report of this kind."""
_TITLE_LINES = 8
_NUMBERS = "I II III IV V VI VII VIII IX X 01 02 03 04 05 06 07 08 09"
_MOST_ANNEX_HEAD = 30
_TIE = re.compile(r"\(?[ \t]{0,3}kèm theo\s", re.IGNORECASE)
"""Where the line begins that ties an appendix to its report."""


def find_period(file: WordFile) -> Period | None:
    """The period that the title names, else the head of the annex; None where nothing names one."""
    blocks = unwrapped(file)
    kind = kind_place(blocks)
    if kind is not None:
        lines = [line.text for block in blocks[kind : kind + _TITLE_LINES] for line in lines_of(block)]
        for count in (4, _TITLE_LINES):
            if period := period_in(" ".join(lines[:count])):
                return period
    texts = [b.text for b in blocks if isinstance(b, WordParagraph) and 0 < len(b.text) < 300]
    about = [text for text in texts if {"cai", "cach"} <= set(full_words(text))]
    return next((period for text in about if (period := period_in(text))), None)


def read_report(
    plan: Plan, file: WordFile, name: str, period: Period, step: Callable[[int], None] = lambda count: None
) -> Reading:
    """Every piece of the file for the period; raises UserFault for what is no report of this kind."""
    blocks = unwrapped(file)
    tables = [block for block in blocks if isinstance(block, WordTable)]
    appendices = Appendices(plan)
    rows = appendices.read(tables, _hints(plan, blocks))
    step(1)
    parts = _Parts(plan, period, blocks, rows)
    pieces = parts.read()
    step(2)
    if parts.headings + appendices.matched < min(LEAST_FOUND, _most_found(plan)):
        raise UserFault(
            f"Tệp {name} không giống báo cáo theo mẫu «{plan.edition.head.name}»: không thấy các mục và phụ "
            "lục của mẫu; hãy chọn tệp khác hoặc mẫu khác."
        )
    pieces += [Piece(label, text) for label, text in file.aside]
    return Reading(name, period, plan.edition.head.id, tuple(pieces), file.remarks)


def read_tables(plan: Plan, file: WordFile, name: str, period: Period) -> Reading:
    """The tables alone, of a workbook; raises UserFault where none is of the form."""
    tables = [block for block in file.blocks if isinstance(block, WordTable)]
    appendices = Appendices(plan)
    rows = appendices.read(tables, _hints(plan, list(file.blocks)))
    if not appendices.matched:
        raise UserFault(
            f"Tệp {name} không có dòng nào của các phụ lục theo mẫu «{plan.edition.head.name}»; hãy chọn tệp "
            "khác."
        )
    pieces: list[Piece] = []
    for block in file.blocks:
        if isinstance(block, WordTable):
            pieces += rows.get(block.at) or _strange(block)
    return Reading(name, period, plan.edition.head.id, tuple(pieces))


def unwrapped(file: WordFile) -> list[Block]:
    """The blocks, with what a table of a single column only puts a frame around taken out of it."""
    found: list[Block] = []
    for block in file.blocks:
        if isinstance(block, WordTable) and all(len(row.cells) == 1 for row in block.rows):
            found += [part for row in block.rows for cell in row.cells for part in cell.paragraphs]
        else:
            found.append(block)
    return found


class _Parts:
    """Head, body, foot and annex of the blocks."""

    def __init__(self, plan: Plan, period: Period, blocks: list[Block], rows: dict[int, list[Piece]]) -> None:
        self._plan, self._blocks, self._rows = plan, blocks, rows
        self._head = Head(plan, blocks)
        self._head.read()
        self._words = period_words(plan.edition, period, self._head.agency)
        self.headings = 0

    def read(self) -> list[Piece]:
        """Every piece in the order of the file."""
        head = self._head
        annex = self._annex_at(head.at)
        foot = self._foot_at(head.at, annex)
        pieces = dict(head.pieces)
        body = Body(self._plan, self._words)
        pieces |= body.read(self._blocks, range(head.at, foot))
        self.headings = body.headings
        pieces |= read_foot(self._plan, self._blocks, range(foot, annex))
        for at, block in enumerate(self._blocks):
            if isinstance(block, WordTable) and (block.at in self._rows or at not in pieces):
                pieces[at] = self._rows.get(block.at) or _strange(block)
            elif at >= annex and at not in head.pieces:
                pieces[at] = self._annex(block)
        return [piece for at in sorted(pieces) for piece in pieces[at]]

    def _annex_at(self, start: int) -> int:
        """The first block of the annex: a line that names it, or a table of the form."""
        for at in range(start, len(self._blocks)):
            block = self._blocks[at]
            if isinstance(block, WordTable):
                if block.at in self._rows:
                    return at
            elif self._names_annex(block):
                return at
        return len(self._blocks)

    def _names_annex(self, block: WordParagraph) -> bool:
        if block.contents:
            return False
        first = block.shown.split("\n")[0].strip()
        words = plain_words(first)
        annex = self._plan.edition.annex
        alone = words in (("phu", "luc"), ("phu", "bieu"), plain_words(annex.word) if annex else None)
        most = MOST_TITLE if _TIE.search(first) else _MOST_ANNEX_HEAD
        named = hint_of(self._plan, first) is not None and len(words) <= most
        return alone or (named and not first.endswith((";", ".", ",")))

    def _foot_at(self, start: int, annex: int) -> int:
        """The first block of the foot, sought from the end of the body."""
        found = annex
        for at in range(max(start, annex - MOST_HEAD), annex):
            if is_foot(self._plan, self._blocks[at]):
                found = at
                break
        return found

    def _annex(self, block: Block) -> list[Piece]:
        """What stands around the tables of the annex: mostly words of the form."""
        edition = self._plan.edition
        known = [self._words.get("subject", ""), fill(edition.head.attached, self._words)]
        known += [
            edition.head.appendix_word,
            "phụ lục",
            edition.head.kind_of_document,
            " ".join(ROMANS[: len(edition.appendices)]),
        ]
        if edition.annex:
            known += [edition.annex.word, fill(edition.annex.title, self._words)]
        for appendix in edition.appendices:
            known += [appendix.head.name, fill(appendix.head.title, self._words)]
            known += [appendix.head.title, appendix.head.short, appendix.head.note, str(appendix.head.number)]
        pieces: list[Piece] = []
        attached = isinstance(block, WordParagraph) and plain_words(block.text)[:2] == ("kem", "theo")
        for line in lines_of(block):
            own = _TIE.split(line.text)[0]
            form = line.is_ruled or attached or not new_words(own, " ".join(known))
            pieces.append(line.to_form() if form else line.left())
        if isinstance(block, WordParagraph):
            pieces += [Piece(f"Đoạn {block.at}", note) for note in block.notes]
        return pieces


def _hints(plan: Plan, blocks: list[Block]) -> dict[int, int]:
    """Number of a table -> the appendix that the lines before it name."""
    found: dict[int, int] = {}
    named: int | None = None
    for block in blocks:
        if isinstance(block, WordTable):
            if named is not None:
                found[block.at] = named
            named = None
            continue
        hint = hint_of(plan, block.shown.split("\n")[0])
        named = named if hint is None else hint
        if named is None:
            named = titled(plan, block.shown)
    return found


def _most_found(plan: Plan) -> int:
    """Headings, rows and lists of a form, of which a small one has few; one at least."""
    sections = sum(1 for section in plan.edition.sections if section.number or section.title)
    lists = sum(1 for appendix in plan.edition.appendices if appendix.head.repeats)
    return max(1, sections + lists + len(plan.rows))


def _strange(table: WordTable) -> list[Piece]:
    """The rows of a table that the form does not have."""
    pieces: list[Piece] = []
    for number, row in enumerate(table.rows, 1):
        texts = [" ".join(cell.text.split()) for cell in row.cells if not cell.covered and cell.text]
        notes = [note for cell in row.cells for part in cell.paragraphs for note in part.notes]
        pieces += [Piece(f"Bảng {table.at}, dòng {number}", " | ".join(texts))] if texts else []
        pieces += [Piece(f"Bảng {table.at}, dòng {number}, chú thích", note) for note in notes]
    return pieces
