"""Our prose to a QTextDocument and back; list items carry their mark "- " or "+ " as typed."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from desktop_app.base.text import clean
from desktop_app.reports.prose import MARKS, Prose, ProseParagraph, ProseRun, from_plain

FACE = int(QTextFormat.Property.UserProperty)
"""Where a character format keeps the run that it shows, with what of it cannot be seen."""


def show_prose(document: QTextDocument, prose: Prose) -> None:
    """Replace the document's text by the prose."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    insert_prose(cursor, prose)
    cursor.endEditBlock()


def insert_prose(cursor: QTextCursor, prose: Prose) -> None:
    """Put the prose in at the cursor, a paragraph a block."""
    for number, paragraph in enumerate(prose):
        if number:
            cursor.insertBlock()
        mark = MARKS.get(paragraph.kind, "")
        for run in (ProseRun(mark), *paragraph.runs):
            if run.text:
                cursor.insertText(run.text, _format(run))


def read_prose(document: QTextDocument) -> Prose:
    """The document's paragraphs, blank ones left out."""
    paragraphs: list[ProseParagraph] = []
    block = document.begin()
    while block.isValid():
        runs = _runs(block)
        if any(run.text.strip() for run in runs):
            paragraphs.append(_paragraph(runs))
        block = block.next()
    return tuple(paragraphs)


def pasted_prose(source: QMimeData) -> Prose:
    """What is on the clipboard as clean prose: words, bold, italic and list items, nothing else."""
    if not source.hasHtml():
        return from_plain(source.text())
    document = QTextDocument()
    document.setHtml(source.html())
    paragraphs: list[ProseParagraph] = []
    block = document.begin()
    while block.isValid():
        runs = _runs(block, plain_bold=block.blockFormat().headingLevel() > 0)
        if any(run.text.strip() for run in runs):
            paragraph = _paragraph(runs)
            kind = "dash" if block.textList() is not None else paragraph.kind
            paragraphs.append(ProseParagraph(kind, paragraph.runs))
        block = block.next()
    return tuple(paragraphs)


def _runs(block: QTextBlock, plain_bold: bool = False) -> list[ProseRun]:
    """The stretches of one face in a block."""
    runs: list[ProseRun] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if fragment.isValid():
            run = _run(fragment.charFormat(), clean(fragment.text().replace("\ufffc", "")).replace("\n", " "))
            runs.append(msgspec.structs.replace(run, bold=False) if plain_bold else run)
        place += 1
    return runs


def _paragraph(runs: list[ProseRun]) -> ProseParagraph:
    """The runs without their list mark, which becomes the kind of the paragraph."""
    first, *rest = [run for run in runs if run.text]
    lead = first.text.lstrip()
    for kind, mark in MARKS.items():
        if lead.startswith(mark):
            return ProseParagraph(kind, (first.with_text(lead[len(mark) :].lstrip()), *rest))
    return ProseParagraph("text", (first.with_text(lead), *rest))


def _format(run: ProseRun) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
    style.setFontItalic(run.italic)
    style.setProperty(FACE, msgspec.json.encode(run.with_text("")).decode())
    return style


def _run(style: QTextCharFormat, text: str) -> ProseRun:
    """The run that the format shows; bold and italic as they are seen, since keys change them."""
    face = style.property(FACE)
    run = msgspec.json.decode(face, type=ProseRun) if face else ProseRun("")
    bold = style.fontWeight() >= QFont.Weight.DemiBold
    return msgspec.structs.replace(run, text=text, bold=bold, italic=style.fontItalic())
