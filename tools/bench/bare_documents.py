"""The same words and tables through bare reportlab and bare python-docx, as anybody would write it."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from desktop_app.documents import model
from desktop_app.documents.fonts import find_families
from desktop_app.documents.grid import lay_out


def bare_pdf(document: model.Document) -> bytes:
    """Platypus with a paragraph in every cell that holds words, one embedded face."""
    pdfmetrics.registerFont(TTFont("Bare", str(find_families()[0].regular)))
    style = getSampleStyleSheet()["Normal"].clone("bare", fontName="Bare", fontSize=12, leading=14)
    story: list[Flowable] = []
    for block in _blocks(document):
        if isinstance(block, model.Paragraph):
            story.append(Paragraph(escape(block.text), style))
        else:
            cells = [
                [Paragraph(escape(text), style) if text else "" for text in row] for row in _texts(block)
            ]
            grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
            widths = [width * 72 / 25.4 for width in block.widths]
            story.append(Table(cells, colWidths=widths, style=grid, repeatRows=len(block.head), splitInRow=1))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def bare_docx(document: model.Document) -> bytes:
    """python-docx with add_paragraph and add_table, cells filled row by row."""
    word = docx.Document()
    for block in _blocks(document):
        if isinstance(block, model.Paragraph):
            word.add_paragraph(block.text)
            continue
        texts = _texts(block)
        table = word.add_table(rows=len(texts), cols=len(block.widths))
        for row, line in zip(table.rows, texts, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _blocks(document: model.Document) -> list[model.Paragraph | model.Table]:
    blocks: list[model.Paragraph | model.Table] = []
    for block in (b for section in document.sections for b in section.blocks):
        if isinstance(block, model.Ending):
            blocks += [block.last, block.table]
        elif not isinstance(block, model.DrawnLine):
            blocks.append(block)
            blocks += _notes(block)
    return blocks


def _notes(block: model.Block) -> list[model.Paragraph]:
    """The words of the footnotes, which a bare library has no place for, after their paragraph."""
    runs = block.runs if isinstance(block, model.Paragraph) else ()
    return [model.plain("body", run.note) for run in runs if run.note]


def _texts(table: model.Table) -> list[list[str]]:
    grid = lay_out((*table.head, *table.rows), len(table.widths))
    return [[_text(place.cell) if place.cell else "" for place in row] for row in grid]


def _text(cell: model.Cell) -> str:
    return " ".join(part.text for part in cell.content if isinstance(part, model.Paragraph))
