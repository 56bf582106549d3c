"""Blocks of the model as the pieces of a PDF page, in the styles of the one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable
from reportlab.platypus.paraparser import ParaFrag

from desktop_app.documents import model
from desktop_app.documents.grid import lay_out
from desktop_app.documents.pdf_fonts import Face
from desktop_app.documents.pdf_footnotes import Footnote
from desktop_app.documents.pdf_pieces import CentredLine, EndingFlow, PlacedLine, PlacedParagraph
from desktop_app.documents.pdf_table import Edges, Measures, PdfCell, PdfRows, PdfTable, laid
from desktop_app.documents.print_positions import PrintPosition
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.styles import STYLES, keeps_next, size_of, spacing_of, table_ending
from desktop_app.documents.text_lines import CELL_BOTTOM, CELL_EDGE, CELL_TOP, LEADING

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
_RULED = Edges(CELL_EDGE * mm, CELL_TOP, CELL_BOTTOM, ruled=True)
_UNRULED = Edges(CELL_EDGE * mm, 0, 0, ruled=False)
_ENDLESS = 1e7
NOTE = "footnote"
RISE, SMALL = 0.35, 0.6
"""How far the number of a footnote is raised, and its size, in sizes of the text around it."""


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
        made: list[Flowable] = []
        taken = 0
        for number, block in enumerate(blocks):
            following = blocks[number + 1 :]
            if number < taken:
                continue
            if isinstance(block, model.Table):
                ending = table_ending(following)
                taken = number + 1 + len(ending)
                made.append(self.table(block, ending))
                continue
            made.append(self._block(block))
            if following and not keeps_next(block, following[0]):
                made[-1].keepWithNext = 0
        return made

    def _block(self, block: model.Block) -> Flowable:
        if isinstance(block, model.Paragraph):
            return self.paragraph(block)
        if isinstance(block, model.DrawnLine):
            return CentredLine(block.length * mm)
        if isinstance(block, model.Ending):
            return EndingFlow(self.paragraph(block.last), self.table(block.table), self._room)
        return self.table(block)

    def paragraph(self, paragraph: model.Paragraph) -> PlacedParagraph:
        """One paragraph; typed text becomes fragments as it stands, it can never become markup."""
        style = STYLES[paragraph.style]
        frags = list(self._fragments(paragraph))
        if not paragraph.text:  # also a number alone needs a letter beside it that says where the line is
            frags.insert(0, self._fragment(paragraph.style, model.Run("\xa0")))
        placed = self._placed(paragraph.style, frags, paragraph.source)
        if style.level:
            placed.heading, placed.level = " ".join(paragraph.text.split())[:120], style.level
        return placed

    def table(self, table: model.Table, ending: Sequence[model.Paragraph] = ()) -> PdfTable:
        """A table with repeated head, and the paragraphs that end it."""
        edges = _RULED if table.ruled else _UNRULED
        widths = [width * mm for width in table.widths]
        least = 2 * LEADING * STYLES["cell"].size + edges.top + edges.bottom
        measures = Measures(widths, edges, self._room, least)
        head, body = self._rows(table.head, widths, edges), self._rows(table.rows, widths, edges)
        return PdfTable(head, body, [self.paragraph(part) for part in ending], measures)

    def _rows(self, rows: Sequence[model.Row], widths: Sequence[float], edges: Edges) -> PdfRows:
        cells: list[PdfCell] = []
        for line in lay_out(rows, len(widths)):
            for place in line:
                if place.cell is None:
                    continue
                down = min(place.cell.rows, len(rows) - place.row)
                along = min(place.cell.columns, len(widths) - place.column)
                width = sum(widths[place.column : place.column + along]) - 2 * edges.side
                parts = tuple(self._part(part, width) for part in place.cell.content)
                cells.append(PdfCell(place.row, place.column, down, along, width, parts, place.cell.top))
        return laid(cells, len(rows), edges)

    def _part(self, part: model.Paragraph | model.DrawnLine, width: float) -> Flowable:
        """A part of a cell, wrapped: a line where one line of one face will do, else a paragraph."""
        made = (self._one_line(part, width) if isinstance(part, model.Paragraph) else None) or self._block(
            part
        )
        made.wrap(width, _ENDLESS)
        return made

    def _one_line(self, paragraph: model.Paragraph, width: float) -> PlacedLine | None:
        """The paragraph as a line, when it needs no wrapping."""
        if len(paragraph.runs) != 1:
            return None
        (run,) = paragraph.runs
        style = self.styles[paragraph.style]
        if run.bold or run.italic or "\n" in run.text or STYLES[paragraph.style].level:
            return None
        text = self.face.printable(run.text)
        wide = stringWidth(text, style.fontName, style.fontSize)
        return PlacedLine(text, wide, style, paragraph.source, self.places) if wide <= width else None

    def _fragments(self, paragraph: model.Paragraph) -> Iterator[ParaFrag]:
        for notes, run in _gathered(paragraph.runs):
            if notes:
                yield self._number(paragraph, notes)
                continue
            for number, line in enumerate(self.face.printable(run.text).split("\n")):
                if number:
                    yield self._fragment(paragraph.style, model.Run(""), lineBreak=True)
                if line:
                    yield self._fragment(paragraph.style, model.Run(line, run.bold, run.italic))

    def _number(self, paragraph: model.Paragraph, runs: Sequence[model.Run]) -> ParaFrag:
        """The raised numbers of footnotes, with what they point to."""
        notes = tuple(Footnote(run.text, self._note(run, paragraph.source)) for run in runs)
        return self._raised(paragraph.style, ",".join(run.text for run in runs), footnotes=notes)

    def _note(self, run: model.Run, source: str) -> PlacedParagraph:
        """The paragraph at the foot of the page: its number and the words."""
        words = model.Paragraph(NOTE, (model.Run(f" {run.note}"),), source)
        return self._placed(NOTE, [self._raised(NOTE, run.text), *self._fragments(words)], source)

    def _placed(self, style: str, frags: list[ParaFrag], source: str) -> PlacedParagraph:
        placed = PlacedParagraph(None, self.styles[style], frags=frags)
        placed.source, placed.notes, placed.elements = source, self.places, []
        return placed

    def _raised(self, style: str, number: str, **more: object) -> ParaFrag:
        made = self._fragment(style, model.Run(number), **more)
        made.rise, made.fontSize = made.fontSize * RISE, made.fontSize * SMALL
        return made

    def _fragment(self, name: str, run: model.Run, **more: object) -> ParaFrag:
        """What reportlab's own parser makes of a stretch of text, without its parsing."""
        style, made = STYLES[name], self.styles[name]
        bold, italic = style.bold or run.bold, style.italic or run.italic
        return ParaFrag(
            text=run.text, fontName=self.face.names[bold, italic], fontSize=made.fontSize, bold=int(bold),
            italic=int(italic), textColor=black, rise=0, greek=0, link=[], us_lines=[], **more,
        )  # fmt: skip

    def _style(self, name: str) -> ParagraphStyle:
        style, settings = STYLES[name], self.settings
        size = size_of(style, settings)
        before, after, line = spacing_of(style, settings)
        return ParagraphStyle(
            name, fontName=self.face.names[style.bold, style.italic], fontSize=size,
            leading=size * LEADING * line, alignment=_ALIGN[style.align], spaceBefore=before,
            spaceAfter=after, keepWithNext=style.keep_next,
            allowWidows=name == NOTE, allowOrphans=name == NOTE,
            firstLineIndent=settings.indent * mm if style.body and style.align == "justify" else 0,
            splitLongWords=1,
        )  # fmt: skip


def _gathered(runs: Sequence[model.Run]) -> Iterator[tuple[list[model.Run], model.Run]]:
    """Each run, but the numbers of footnotes that stand side by side together with the last of them."""
    together: list[model.Run] = []
    for number, run in enumerate(runs):
        if not run.note:
            yield [], run
            continue
        together.append(run)
        if number + 1 == len(runs) or not runs[number + 1].note:
            yield together, run
            together = []
