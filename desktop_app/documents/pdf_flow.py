"""The pieces that a PDF page is made of: placed paragraphs, lines, tables and the ending."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

import msgspec
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Table

from desktop_app.documents import model
from desktop_app.documents.grid import lay_out
from desktop_app.documents.pdf_fonts import Face
from desktop_app.documents.print_positions import PrintPosition
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.styles import STYLES, size_of, spacing_of

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
LEADING = 1.15
"""One "single" line of a Times face, in font sizes."""
CELL_PADDING = 3.0
LINE_AFTER = 6.0
MUCH_TEXT = 200
_ENDLESS = 1e7
"""A height in which every row of a table is measured; with less the last rows are left out."""


class PlacedParagraph(Paragraph):
    """A paragraph that notes where its key is drawn, and its heading for the outline."""

    source = ""
    heading = ""
    level = 0
    notes: list[PrintPosition] | None = None

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Two paragraphs that both belong to the key; the outline names the first."""
        parts = super().split(available_width, available_height)
        for number, part in enumerate(parts):
            part.source, part.notes = self.source, self.notes
            part.heading, part.level = (self.heading if number == 0 else ""), self.level
        return parts

    def drawOn(self, canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw, and note the place."""
        if self.source and self.notes is not None:
            left, bottom = canvas.absolutePosition(x, y)  # cells are drawn from the corner of their table
            top = canvas._pagesize[1] - bottom - self.height
            page = canvas.getPageNumber() - 1
            self.notes.append(PrintPosition(self.source, page, left, top, self.width, self.height))
        if self.heading:
            key = f"h{canvas.getPageNumber()}-{y:.0f}-{len(self.heading)}"
            canvas.bookmarkHorizontal(key, 0, y + self.height)
            below = canvas._doc.outline.currentlevel + 1  # a form may begin with a lower heading
            canvas.addOutlineEntry(self.heading, key, min(self.level - 1, below), closed=False)
        super().drawOn(canvas, x, y, _sW)


class CentredLine(Flowable):
    """A solid line in the middle of its column."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self.length = length
        self.spaceAfter = LINE_AFTER

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Takes the width it is given and a little height."""
        self.width = available_width
        return available_width, 4

    def draw(self) -> None:
        """One thin line."""
        self.canv.setLineWidth(0.7)
        left = (self.width - self.length) / 2
        self.canv.line(left, 2, left + self.length, 2)


class EndingFlow(Flowable):
    """The last paragraph and the signature: split so that two lines go with the signature.

    `room`: the height of a page; a signature that no page can hold is split itself.
    """

    def __init__(self, last: Paragraph, table: Table, room: float) -> None:
        super().__init__()
        self.last, self.table, self.room = last, table, room
        self.gap = last.getSpaceAfter()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Both below each other."""
        self.width = available_width
        _, self.last_height = self.last.wrap(available_width, available_height)
        _, self.table_height = self.table.wrap(available_width, available_height)
        self.height = self.last_height + self.gap + self.table_height
        return available_width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """As many lines as fit, two at least left for the next page; [] to move as a whole."""
        self.wrap(available_width, available_height)
        leading = self.last.style.leading
        if self.table_height + self.gap + 2 * leading > self.room:
            fits = self.last_height <= available_height
            above = [self.last] if fits else self.last.split(available_width, available_height)
            return [*above, self.table] if above else []
        room = min(available_height, self.last_height - 2 * leading)
        if room < 2 * leading:
            return []
        parts = self.last.split(available_width, room)
        return [parts[0], EndingFlow(parts[1], self.table, self.room)] if len(parts) == 2 else []

    def draw(self) -> None:
        """The paragraph above, the table below."""
        self.last.drawOn(self.canv, 0, self.table_height + self.gap)
        self.table.drawOn(self.canv, 0, 0)


class Flow:
    """Turns blocks of the model into flowables, noting places as they are drawn."""

    def __init__(self, face: Face, settings: PrintSettings) -> None:
        self.face, self.settings = face, settings
        self.places: list[PrintPosition] = []
        self._room = 0.0
        self.styles = {name: self._style(name) for name in STYLES}

    def blocks(self, blocks: Sequence[model.Block], room: float) -> list[Flowable]:
        """The flowables of a section; room: the height in points that one of its pages has."""
        self._room = room
        return [self._block(block) for block in blocks]

    def _block(self, block: model.Block) -> Flowable:
        if isinstance(block, model.Paragraph):
            return self.paragraph(block)
        if isinstance(block, model.DrawnLine):
            return CentredLine(block.length * mm)
        if isinstance(block, model.Ending):
            return EndingFlow(self.paragraph(block.last), self.table(block.table), self._room)
        return self.table(block)

    def paragraph(self, paragraph: model.Paragraph) -> PlacedParagraph:
        """One paragraph; typed text is escaped, it can never become markup."""
        style = STYLES[paragraph.style]
        text = "".join(self._run(run) for run in paragraph.runs) or "&nbsp;"
        placed = PlacedParagraph(text, self.styles[paragraph.style])
        placed.source, placed.notes = paragraph.source, self.places
        if style.level:
            placed.heading, placed.level = paragraph.text[:120], style.level
        return placed

    def table(self, table: model.Table) -> Table:
        """A table with repeated head; rows stay whole unless taller than a page.

        WORKAROUND(reportlab 5.1): splitting inside a row fails on a cell that stands in the middle of
        its row, so a table in which something is taller than a page has all its cells at the top.
        """
        made = self._table(table, tall=False)
        made.wrap(sum(table.widths) * mm, _ENDLESS)
        heights = made._rowHeights
        head = sum(heights[: len(table.head)])
        if _tallest(table, heights) + head <= self._room:
            return made
        return self._table(table, tall=True)

    def _table(self, table: model.Table, *, tall: bool) -> Table:
        rows = (*table.head, *table.rows)
        widths = [width * mm for width in table.widths]
        content, commands = [], list(_RULED if table.ruled else _UNRULED)
        for line in lay_out(rows, len(widths)):
            cells: list[object] = []
            for place in line:
                if place.cell is None:
                    cells.append("")
                    continue
                span = widths[place.column : place.column + place.cell.columns]
                cell = _unmerged(place.cell) if tall else place.cell
                cells.append(self._cell(cell, sum(span) - 2 * CELL_PADDING, place, commands))
                if not (place.cell.top or tall):
                    here = (place.column, place.row)
                    commands.append(("VALIGN", here, here, "MIDDLE"))
            content.append(cells)
        return Table(
            content, colWidths=widths, style=commands, repeatRows=len(table.head),
            splitByRow=1, splitInRow=int(tall), hAlign="LEFT",
        )  # fmt: skip

    def _cell(self, cell: model.Cell, width: float, place, commands: list[tuple]) -> object:
        """A plain string where one line of one face will do, else flowables; spans as commands."""
        here = (place.column, place.row)
        if (cell.columns, cell.rows) != (1, 1):
            there = (place.column + cell.columns - 1, place.row + cell.rows - 1)
            commands.append(("SPAN", here, there))
        if len(cell.content) == 1 and isinstance(cell.content[0], model.Paragraph):
            only = cell.content[0]
            if plain := self._one_line(only, width):
                style = self.styles[only.style]
                commands.append(("FONT", here, here, style.fontName, style.fontSize, style.leading))
                if style.alignment != TA_LEFT:
                    side = "CENTER" if style.alignment == TA_CENTER else "RIGHT"
                    commands.append(("ALIGN", here, here, side))
                return plain
        return [self._block(part) for part in cell.content]

    def _one_line(self, paragraph: model.Paragraph, width: float) -> str:
        """The printable text when it needs no wrapping, no markup and no place; else ""."""
        if paragraph.source or len(paragraph.runs) != 1:
            return ""
        (run,) = paragraph.runs
        style = self.styles[paragraph.style]
        if run.bold or run.italic or "\n" in run.text or style.spaceBefore:
            return ""
        text = self.face.printable(run.text)
        return text if stringWidth(text, style.fontName, style.fontSize) <= width else ""

    def _run(self, run: model.Run) -> str:
        text = escape(self.face.printable(run.text)).replace("\n", "<br/>")
        if run.bold:
            text = f"<b>{text}</b>"
        return f"<i>{text}</i>" if run.italic else text

    def _style(self, name: str) -> ParagraphStyle:
        style, settings = STYLES[name], self.settings
        size = size_of(style, settings)
        before, after, line = spacing_of(style, settings)
        return ParagraphStyle(
            name, fontName=self.face.names[style.bold, style.italic], fontSize=size,
            leading=size * LEADING * line, alignment=_ALIGN[style.align], spaceBefore=before,
            spaceAfter=after, keepWithNext=style.keep_next, allowWidows=0, allowOrphans=0,
            firstLineIndent=settings.indent * mm if style.body and style.align == "justify" else 0,
            splitLongWords=1,
        )  # fmt: skip


def _unmerged(cell: model.Cell) -> model.Cell:
    """A merged cell with much text keeps to its first row, which can be split over pages."""
    letters = sum(len(part.text) for part in cell.content if isinstance(part, model.Paragraph))
    return msgspec.structs.replace(cell, rows=1) if letters > MUCH_TEXT else cell


def _tallest(table: model.Table, heights: Sequence[float]) -> float:
    """The height of the tallest thing that must not be split: a row, or rows under one merged cell."""
    tallest = 0.0
    for number, row in enumerate((*table.head, *table.rows)):
        rows = max((cell.rows for cell in row.cells), default=1)
        tallest = max(tallest, sum(heights[number : number + rows]))
    return tallest


_PADDING = [
    ("LEFTPADDING", (0, 0), (-1, -1), CELL_PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), CELL_PADDING),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
_RULED = (
    *_PADDING,
    ("GRID", (0, 0), (-1, -1), 0.5, black),
    ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.5, black),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
)
_UNRULED = (
    *_PADDING,
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)
