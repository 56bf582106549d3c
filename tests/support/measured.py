"""A PDF measured: where each text and each line stands on its page, in mm from the top left."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

MM = 25.4 / 72


class Drawn(NamedTuple):
    """One stretch of text, or one line (with an empty text)."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float = 0.0
    font: str = ""

    @property
    def middle(self) -> float:
        """The horizontal middle."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """The length."""
        return self.right - self.left


def measured(content: bytes) -> tuple[list[Drawn], list[Drawn]]:
    """All texts and all lines in the order in which they were drawn."""
    texts: list[Drawn] = []
    lines: list[Drawn] = []
    with pypdfium2.PdfDocument(content) as file:
        for number, page in enumerate(file):
            height = page.get_height()
            words = page.get_textpage()
            for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=words):
                box = _box(piece.get_bounds(), height)
                size = piece.get_font_size() * abs(piece.get_matrix().d)
                texts.append(Drawn(number, piece.extract(), *box, size, piece.get_font().get_base_name()))
            for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
                lines.append(Drawn(number, "", *_box(piece.get_bounds(), height)))
    return texts, lines


def _box(bounds: tuple[float, float, float, float], height: float) -> tuple[float, float, float, float]:
    left, bottom, right, top = bounds
    return left * MM, (height - top) * MM, right * MM, (height - bottom) * MM
