"""A document as text: every block on lines of its own, all words in printing order."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.documents.model import Block, Document, DrawnLine, Ending, Paragraph, Row, Run, Table

LINE_END = " ⏎ "
"""A line end inside a paragraph."""


def dump(document: Document) -> str:
    """The whole document; "[style]" before each paragraph, "|" around cells."""
    lines: list[str] = []
    for section in document.sections:
        turned = " ngang" if section.landscape else ""
        lines.append(f"=== {section.title}{turned}")
        for block in section.blocks:
            lines.extend(_block(block))
    return "\n".join(lines) + "\n"


def words(document: Document) -> list[str]:
    """Every word in printing order, heads of tables once; those of footnotes behind all others."""
    body = [p.text for section in document.sections for p in paragraphs(section.blocks)]
    return [word for part in (*body, *(run.note for run in noted(document))) for word in part.split()]


def noted(document: Document) -> list[Run]:
    """The numbers of all footnotes, with their words, in printing order."""
    every = (p for section in document.sections for p in paragraphs(section.blocks))
    return [run for paragraph in every for run in paragraph.runs if run.note]


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of the blocks in printing order, those in cells included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Ending):
            yield block.last
            yield from _in_rows(block.table)
        elif isinstance(block, Table):
            yield from _in_rows(block)


def _in_rows(table: Table) -> Iterator[Paragraph]:
    for row in (*table.head, *table.rows):
        for cell in row.cells:
            yield from (part for part in cell.content if isinstance(part, Paragraph))


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, DrawnLine):
        yield f"----- {block.length:.0f} mm"
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, Ending):
        yield _paragraph(block.last)
        yield from _block(block.table)
    else:
        yield from (_row(row, "#") for row in block.head)
        yield from (_row(row, "|") for row in block.rows)


def _paragraph(paragraph: Paragraph) -> str:
    source = f" <{paragraph.source}>" if paragraph.source else ""
    return f"[{paragraph.style}]{source} {_faces(paragraph)}"


def _faces(paragraph: Paragraph) -> str:
    parts = []
    for run in paragraph.runs:
        mark = "**" if run.bold else "_" if run.italic else ""
        parts.append(f"[{run.text}: {run.note}]" if run.note else f"{mark}{run.text}{mark}")
    return "".join(parts).replace("\n", LINE_END)


def _row(row: Row, edge: str) -> str:
    cells = []
    for cell in row.cells:
        text = " / ".join(_faces(p) for p in cell.content if isinstance(p, Paragraph))
        span = f"{{{cell.columns}x{cell.rows}}}" if (cell.columns, cell.rows) != (1, 1) else ""
        cells.append(span + text)
    return f"{edge} " + f" {edge} ".join(cells)
