"""The pieces that a PDF page is made of: placed paragraphs and lines, drawn lines, the ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from desktop_app.documents.pdf_tags import Element, TaggedCanvas
from desktop_app.documents.print_positions import PrintPosition
from desktop_app.documents.text_lines import LINE_AFTER, LINE_HEIGHT

if TYPE_CHECKING:
    from desktop_app.documents.pdf_table import PdfTable


class PlacedParagraph(Paragraph):
    """A paragraph that notes where its key is drawn, and its heading for the outline."""

    source = ""
    heading = ""
    level = 0
    notes: list[PrintPosition] | None = None
    elements: list[Element]
    """What it is in the structure of the file, once it is drawn; shared by its parts."""
    _wrapped_to = -1.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Broken into lines once for each width: a page asks again and again what has room on it."""
        if self._wrapped_to != available_width or not hasattr(self, "blPara"):  # a vain split drops the lines
            super().wrap(available_width, available_height)
            self._wrapped_to = available_width
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Two paragraphs that both belong to the key; the outline names the first."""
        parts = super().split(available_width, available_height)
        for number, part in enumerate(parts):
            part.source, part.notes = self.source, self.notes
            part.heading, part.level = (self.heading if number == 0 else ""), self.level
            part.elements = self.elements
        return parts

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw, and note the place."""
        if self.source and self.notes is not None:
            _note(self, canvas, x, y)
        if self.heading:
            key = f"h{canvas.getPageNumber()}-{y:.0f}-{len(self.heading)}"
            canvas.bookmarkHorizontal(key, 0, y + self.height)
            below = canvas._doc.outline.currentlevel + 1  # a form may begin with a lower heading
            canvas.addOutlineEntry(self.heading, key, min(self.level - 1, below), closed=False)
        if not (self.elements or canvas.cell):
            self.elements.append(Element(f"H{min(self.level, 6)}" if self.level else "P", canvas.whole))
        with canvas.marked(canvas.cell or self.elements[0]):
            super().drawOn(canvas, x, y, _sW)


class PlacedLine(Flowable):
    """A paragraph of one line and one face in a cell, which needs nothing of what a paragraph can."""

    def __init__(
        self, text: str, wide: float, style: ParagraphStyle, source: str, notes: list[PrintPosition]
    ) -> None:
        super().__init__()
        self.text, self.wide, self.style = text, wide, style
        self.source, self.notes = source, notes

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The width it is given, one line high."""
        self.width, self.height = available_width, self.style.leading
        return self.width, self.height

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw, and note the place."""
        if self.source:
            _note(self, canvas, x, y)
        spare = self.width - self.wide
        x += {TA_CENTER: spare / 2, TA_RIGHT: spare}.get(self.style.alignment, 0)
        with canvas.marked(canvas.cell or Element("P", canvas.whole)):
            canvas.setFont(self.style.fontName, self.style.fontSize, self.style.leading)
            canvas.drawString(x, y + self.height - self.style.fontSize, self.text)


def _note(piece: PlacedParagraph | PlacedLine, canvas: TaggedCanvas, x: float, y: float) -> None:
    """Note where the piece is drawn; cells are drawn from the corner of their table."""
    left, bottom = canvas.absolutePosition(x, y)
    assert piece.notes is not None, "asked only of pieces that note"
    top = canvas._pagesize[1] - bottom - piece.height
    page = canvas.getPageNumber() - 1
    piece.notes.append(PrintPosition(piece.source, page, left, top, piece.width, piece.height))


class CentredLine(Flowable):
    """A solid line in the middle of its column."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self.length = length
        self.spaceAfter = LINE_AFTER

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Takes the width it is given and a little height."""
        self.width, self.height = available_width, LINE_HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """One thin line."""
        left = (self.width - self.length) / 2
        middle = LINE_HEIGHT / 2  # clear of the marks that hang from the letters above
        with self.canv.artifact():
            self.canv.setLineWidth(0.7)
            self.canv.line(left, middle, left + self.length, middle)


class EndingFlow(Flowable):
    """The last paragraph and the signature: split so that two lines go with the signature.

    `room`: the height of a page; a signature that no page can hold is split itself.
    """

    def __init__(self, last: Paragraph, table: PdfTable, room: float) -> None:
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
