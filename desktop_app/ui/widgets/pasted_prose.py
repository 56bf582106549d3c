"""What is on the clipboard as clean prose: words, bold, italic, lists with their numbers, tables by rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextListFormat

from desktop_app.reports.prose import ParagraphKind, Prose, ProseParagraph, ProseRun, from_plain
from desktop_app.ui.widgets.prose_document import paragraph_of, runs_of

CELLS_APART = "; "
"""Between the cells of a row: prose has no tables, a row becomes a paragraph."""
_BULLETS: tuple[tuple[ParagraphKind, re.Pattern[str]], ...] = (
    ("dash", re.compile(r"([·•▪§\uf0b7\uf0a7]\s+|[–—-]\s{2,})")),
    ("plus", re.compile(r"o\s{2,}")),
)
"""How Word spells its bullets on the clipboard; the letter o is that of the second level."""
_NUMBER = re.compile(r"(\d+(?:\.\d+)*[.)]?|[a-zđ][.)]|[ivx]+[.)])\s{2,}", re.IGNORECASE)
_NUMBERED = QTextListFormat.Style.ListDecimal.value
"""The first of Qt's styles that count; from here on downwards all do."""
_Cell = tuple[int, int, int]


def pasted_prose(source: QMimeData) -> Prose:
    """Nothing else of Word and the web comes along."""
    if not source.hasHtml():
        return from_plain(source.text())
    document = QTextDocument()
    document.setHtml(source.html())
    made: list[ProseParagraph] = []
    last: _Cell | None = None
    for block in _blocks(document):
        runs = runs_of(block, plain_bold=block.blockFormat().headingLevel() > 0)
        if not any(run.text.strip() for run in runs):
            continue
        cell = _cell_of(block)
        if cell and last and cell[:2] == last[:2]:
            between = " " if cell == last else CELLS_APART
            made[-1] = ProseParagraph("text", (*made[-1].runs, ProseRun(between), *runs))
        else:
            made.append(ProseParagraph("text", tuple(runs)) if cell else _paragraph(block, runs))
        last = cell
    return tuple(made)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _cell_of(block: QTextBlock) -> _Cell | None:
    """Table, row and column that the block lies in."""
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    if table is None:
        return None
    cell = table.cellAt(cursor)
    return table.firstPosition(), cell.row(), cell.column()


def _paragraph(block: QTextBlock, runs: list[ProseRun]) -> ProseParagraph:
    """A number that the list draws becomes text; a bullet becomes the mark of an item."""
    listed, made = block.textList(), paragraph_of(runs)
    if listed is None:
        return _as_word_spells(made)
    if listed.format().style().value <= _NUMBERED:
        return ProseParagraph("text", (ProseRun(f"{listed.itemText(block)} "), *made.runs))
    return ProseParagraph("plus" if listed.format().indent() > 1 else "dash", made.runs)


def _as_word_spells(made: ProseParagraph) -> ProseParagraph:
    """Word writes bullets and numbers of its lists as text, with many blanks behind."""
    first, *rest = made.runs
    for kind, bullet in _BULLETS:
        if found := bullet.match(first.text):
            return ProseParagraph(kind, (first.with_text(first.text[found.end() :]), *rest))
    if found := _NUMBER.match(first.text):
        text = f"{found[1]} {first.text[found.end() :]}"
        return ProseParagraph(made.kind, (first.with_text(text), *rest))
    return made
