"""A table on the pages of a PDF: cells of flowables, cut at the foot of a page by the rules of row_breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from typing import NamedTuple

from reportlab.platypus import Flowable

from desktop_app.documents.pdf_tags import Element
from desktop_app.documents.row_breaks import Cut, Rows

THIN = 0.5
"""Width in points of the lines of a ruled table."""
TINY = 0.01


class Edges(NamedTuple):
    """Margins inside the cells in points, and whether lines are drawn around them."""

    side: float
    top: float
    bottom: float
    ruled: bool


class PdfCell(NamedTuple):
    """A cell at its row and column; its parts have been wrapped to its width."""

    row: int
    column: int
    rows: int
    columns: int
    width: float
    parts: tuple[Flowable, ...]
    top: bool

    @property
    def height(self) -> float:
        """The height of its parts, each with the room that its style wants above and below."""
        return sum(map(_height, self.parts))


class PdfRows(NamedTuple):
    """Rows of cells with their heights."""

    cells: tuple[PdfCell, ...]
    heights: tuple[float, ...]

    @property
    def joined(self) -> list[bool]:
        """Whether each row hangs together with the next by a merged cell."""
        joined = [False] * len(self.heights)
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows - 1):
                joined[row] = True
        return joined


def laid(cells: Iterable[PdfCell], count: int, edges: Edges) -> PdfRows:
    """The cells with the heights of their rows; what a merged cell lacks is added to its last row."""
    cells = tuple(cells)
    heights = [edges.top + edges.bottom] * count
    for cell in sorted(cells, key=lambda c: c.rows):
        wanted = cell.height + edges.top + edges.bottom
        under = sum(heights[cell.row : cell.row + cell.rows])
        heights[cell.row + cell.rows - 1] += max(0.0, wanted - under)
    return PdfRows(cells, tuple(heights))


class Measures(NamedTuple):
    """Widths of the columns, margins of the cells, the height of a page; all in points.

    least: what stands on each side of a row that is split.
    """

    widths: Sequence[float]
    edges: Edges
    page: float
    least: float


class PdfTable(Flowable):
    """The rows under a head that each page repeats, and what ends the table, such as a note."""

    def __init__(self, head: PdfRows, body: PdfRows, ending: Sequence[Flowable], measures: Measures) -> None:
        super().__init__()
        self.head, self.body, self.ending, self.measures = head, body, tuple(ending), measures
        self.widths, self.edges, self.page, self.least = measures
        self.width = sum(self.widths)
        self.hAlign = "LEFT"
        self.elements: list[Element] = []
        above = sum(head.heights)
        if above > self.page / 2:  # a head that would leave no room for rows is printed once
            moved = tuple(c._replace(row=c.row + len(head.heights)) for c in body.cells)
            self.body = PdfRows((*head.cells, *moved), (*head.heights, *body.heights))
            self.head = PdfRows((), ())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The width of its columns, the height of its rows."""
        for part in self.ending:
            part.wrap(self.width, available_height)
        self.height = sum(self.head.heights) + sum(self.body.heights) + self._ending_height()
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The table above and the table below, or [] where nothing of it should stand above."""
        room = available_height - sum(self.head.heights)
        rows = self._rows()
        if self._ending_height() > rows.page / 2 and sum(self.body.heights) <= room:
            return [self._with(self.body, ()), *self.ending]
        cut = rows.cut(room)
        if cut == Cut(0) and available_height >= self.page - TINY:
            cut = self._forced(room)
        above, below = self._cut(cut) if cut != Cut(0) else (None, self.body)
        if above is None:
            return []
        return [self._with(above, ()), self._with(below, self.ending)]

    def draw(self) -> None:
        """Head, rows and lines from above, then what ends the table."""
        canvas, begun = self.canv, bool(self.elements)
        if not begun:
            self.elements.append(Element("Table", canvas.whole) if self.edges.ruled else canvas.whole)
        with canvas.artifact() if begun else nullcontext():
            top = self._draw_rows(self.head, self.height, "TH")
        top = self._draw_rows(self.body, top, "TD")
        if self.edges.ruled:
            with canvas.artifact():
                self._rule()
        for part in self.ending:
            part.drawOn(canvas, 0, top - part.getSpaceBefore() - part.height)
            top -= _height(part)

    def _draw_rows(self, rows: PdfRows, top: float, kind: str) -> float:
        """The cells of the rows below `top`, each an element of its own; where they end."""
        tops, rows_of = _tops(rows.heights, top), {}
        for cell in rows.cells:
            if self.edges.ruled and not self.canv.silent:
                if cell.row not in rows_of:
                    rows_of[cell.row] = Element("TR", self.elements[0])
                self.canv.cell = Element(kind, rows_of[cell.row], _spans(cell))
            self._draw_cell(cell, tops)
            self.canv.cell = None
        return tops[-1]

    def _rows(self) -> Rows:
        page = self.page - sum(self.head.heights)
        return Rows(self.body.heights, self.body.joined, self._ending_height(), page, self.least)

    def _ending_height(self) -> float:
        return sum(map(_height, self.ending))

    def _with(self, body: PdfRows, ending: Sequence[Flowable]) -> PdfTable:
        part = PdfTable(self.head, body, ending, self.measures)
        part.elements = self.elements
        return part

    def _forced(self, room: float) -> Cut:
        """On a page of its own something must stand: the rows that fit, else part of the first one."""
        row, used = 0, 0.0
        while row < len(self.body.heights) and used + self.body.heights[row] <= room:
            used += self.body.heights[row]
            row += 1
        return Cut(row) if row else Cut(0, room)

    def _cut(self, cut: Cut) -> tuple[PdfRows | None, PdfRows]:
        """The rows above and below; None above where no line of a row that is split fits there."""
        last = cut.row + (1 if cut.inside else 0)
        tops = _tops((*self.body.heights[: cut.row], cut.inside), 0.0)
        above: list[PdfCell] = []
        below: list[PdfCell] = []
        for cell in self.body.cells:
            end = cell.row + cell.rows
            if end <= cut.row:
                above.append(cell)
            elif cell.row >= last:
                below.append(cell._replace(row=cell.row - cut.row))
            else:
                room = tops[cell.row] - tops[last] - self.edges.top - self.edges.bottom
                first, second = _shared(cell, room)
                above.append(cell._replace(rows=last - cell.row, parts=first))
                begin = max(cell.row, cut.row)
                below.append(cell._replace(row=begin - cut.row, rows=end - begin, parts=second))
        if cut.inside and not any(cell.parts for cell in above if cell.row + cell.rows == last):
            return None, self.body
        return laid(above, last, self.edges), laid(below, len(self.body.heights) - cut.row, self.edges)

    def _draw_cell(self, cell: PdfCell, tops: Sequence[float]) -> None:
        upper, lower = tops[cell.row], tops[cell.row + cell.rows]
        spare = upper - lower - cell.height - self.edges.top - self.edges.bottom
        y = upper - self.edges.top - (0 if cell.top else max(0.0, spare / 2))
        x = sum(self.widths[: cell.column]) + self.edges.side
        for part in cell.parts:
            part.drawOn(self.canv, x, y - part.getSpaceBefore() - part.height)
            y -= _height(part)

    def _rule(self) -> None:
        """Each stretch of line once, however many cells it borders."""
        lines: list[tuple[float, float, float, float]] = []
        top, lefts = self.height, _lefts(self.widths)
        for rows in (self.head, self.body):
            if rows.heights:
                tops = _tops(rows.heights, top)
                lines += _grid_lines(rows, tops, lefts)
                top = tops[-1]
        self.canv.setLineWidth(THIN)
        self.canv.setLineCap(2)
        self.canv.lines(lines)
        self.canv.setLineCap(0)


def _spans(cell: PdfCell) -> str:
    if cell.rows == cell.columns == 1:
        return ""
    return f"/A<</O/Table/RowSpan {cell.rows}/ColSpan {cell.columns}>>"


def _height(part: Flowable) -> float:
    return part.getSpaceBefore() + part.height + part.getSpaceAfter()


def _shared(cell: PdfCell, room: float) -> tuple[tuple[Flowable, ...], tuple[Flowable, ...]]:
    """The parts of a cell that fit in the room above, and those for the next page."""
    above: list[Flowable] = []
    for place, part in enumerate(cell.parts):
        if part.getSpaceBefore() + part.height <= room + TINY:
            above.append(part)
            room -= _height(part)
            continue
        pieces = part.split(cell.width, room - part.getSpaceBefore()) if room > part.getSpaceBefore() else []
        for piece in pieces or (part,):  # a split takes the lines of the part away, also when it fails
            piece.wrap(cell.width, room)
        if len(pieces) == 2:
            return (*above, pieces[0]), (pieces[1], *cell.parts[place + 1 :])
        return tuple(above), cell.parts[place:]
    return cell.parts, ()


def _tops(heights: Sequence[float], top: float) -> list[float]:
    """The upper edge of each row, and the lower one of the last."""
    tops = [top]
    for height in heights:
        tops.append(tops[-1] - height)
    return tops


def _lefts(widths: Sequence[float]) -> list[float]:
    lefts = [0.0]
    for width in widths:
        lefts.append(lefts[-1] + width)
    return lefts


def _grid_lines(
    rows: PdfRows, tops: Sequence[float], lefts: Sequence[float]
) -> list[tuple[float, float, float, float]]:
    """Lines above, below and between, as long as no merged cell is in their way."""
    height, width = len(rows.heights), len(lefts) - 1
    owner = [[-1] * width for _ in range(height)]
    for number, cell in enumerate(rows.cells):
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                owner[row][column] = number
    lines = []
    for row in range(height + 1):
        free = [row in (0, height) or owner[row - 1][c] != owner[row][c] for c in range(width)]
        lines += [(lefts[a], tops[row], lefts[b], tops[row]) for a, b in _stretches(free)]
    for column in range(width + 1):
        free = [column in (0, width) or owner[r][column - 1] != owner[r][column] for r in range(height)]
        lines += [(lefts[column], tops[a], lefts[column], tops[b]) for a, b in _stretches(free)]
    return lines


def _stretches(free: Sequence[bool]) -> list[tuple[int, int]]:
    """From and to of each run of places without anything in the way."""
    stretches: list[tuple[int, int]] = []
    begin = -1
    for place, is_free in enumerate((*free, False)):
        if is_free and begin < 0:
            begin = place
        elif not is_free and begin >= 0:
            stretches.append((begin, place))
            begin = -1
    return stretches
