"""What stands on a page of a PDF: letters with their places, and lines, for a printer."""

from __future__ import annotations

import ctypes
from collections import defaultdict

import msgspec
import pypdfium2
from pypdfium2 import raw

_BLANKS = (0, 9, 10, 13, 32, 160)
_NAME_BYTES = 200


class Letters(msgspec.Struct, frozen=True):
    """Letters of one face and size: text, and for each letter where its line of writing begins.

    Points from the top left of the page.
    """

    bold: bool
    italic: bool
    size: float
    text: str
    places: tuple[tuple[float, float], ...]


class Stroke(msgspec.Struct, frozen=True):
    """A straight line and its width, in points from the top left."""

    begin: tuple[float, float]
    end: tuple[float, float]
    width: float


class PageContent(msgspec.Struct, frozen=True):
    """All letters and lines of a page of this size in points."""

    size: tuple[float, float]
    letters: tuple[Letters, ...]
    strokes: tuple[Stroke, ...]


def read_page(page: pypdfium2.PdfPage) -> PageContent:
    """The content of a page that this program has made: text in a Times face and straight lines."""
    size = page.get_size()
    return PageContent(size, tuple(_letters(page, size[1])), tuple(_strokes(page, size[1])))


def _letters(page: pypdfium2.PdfPage, height: float) -> list[Letters]:
    """Blanks and what the library adds at line ends are left out."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    found: defaultdict[tuple[bytes, float], list[tuple[str, float, float]]] = defaultdict(list)
    for number in range(raw.FPDFText_CountChars(text)):
        letter = raw.FPDFText_GetUnicode(text, number)
        if letter in _BLANKS or raw.FPDFText_IsGenerated(text, number) == 1:
            continue
        if raw.FPDFText_IsHyphen(text, number) == 1:
            letter = ord("-")  # else the library tells of a word that goes on in the next line
        raw.FPDFText_GetCharOrigin(text, number, x, y)
        raw.FPDFText_GetFontInfo(text, number, name, _NAME_BYTES, flags)
        face = (name.value, raw.FPDFText_GetFontSize(text, number))
        found[face].append((chr(letter), x.value, height - y.value))
    text.close()
    return [
        Letters(
            b"Bold" in font, b"Italic" in font, round(size, 2),
            "".join(letter for letter, _, _ in here), tuple((x, y) for _, x, y in here),
        )
        for (font, size), here in found.items()
    ]  # fmt: skip


def _strokes(page: pypdfium2.PdfPage, height: float) -> list[Stroke]:
    strokes: list[Stroke] = []
    width, x, y = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        raw.FPDFPageObj_GetStrokeWidth(piece, width)
        matrix = piece.get_matrix()
        last = (0.0, 0.0)
        for number in range(raw.FPDFPath_CountSegments(piece)):
            segment = raw.FPDFPath_GetPathSegment(piece, number)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            across, up = matrix.on_point(x.value, y.value)
            here = (across, height - up)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
                strokes.append(Stroke(last, here, width.value * abs(matrix.d)))
            last = here
    return strokes
