"""The pages of a finished PDF as pixels, for the screen and for a printer."""

from __future__ import annotations

import ctypes

import msgspec
import pypdfium2
from pypdfium2 import raw

from desktop_app.documents.pdf_content import PageContent, read_page

KEPT_OPEN = 8
"""Pages kept parsed: those in sight are drawn again and again, in pieces."""


class Area(msgspec.Struct, frozen=True):
    """A part of a drawn page, in pixels from its top left."""

    left: int
    top: int
    width: int
    height: int


class PdfPages:
    """An open PDF, replaced by the next one; at first it has no pages.

    The library beneath may be used by one thread only: here that of the window. Pages are drawn in
    small areas, a millisecond or two each, so nobody waits for them.
    """

    def __init__(self) -> None:
        self._file: pypdfium2.PdfDocument | None = None
        self._open: dict[int, pypdfium2.PdfPage] = {}
        self.content = b""
        self.sizes: tuple[tuple[float, float], ...] = ()
        """Width and height of each page in points."""

    def open(self, content: bytes) -> None:
        """Put another PDF in the place of this one."""
        self.close()
        file = self._file = pypdfium2.PdfDocument(content)
        self.content = content
        self.sizes = tuple(file.get_page_size(number) for number in range(len(file)))

    def close(self) -> None:
        """Give the memory back, here and now: left to Python's collector it could be in another thread."""
        self._open.clear()
        if self._file is not None:  # asked for its truth, a PDF counts its pages, also once all is shut down
            self._file.close()  # and its pages with it
        self._file, self.content, self.sizes = None, b"", ()

    def draw(self, page: int, size: tuple[int, int], area: Area, target: memoryview) -> None:
        """Draw an area of the page over what is in `target`.

        size: pixels of the whole page. target: rows of four bytes for each pixel (blue, green, red,
        unused), writable, of the size of the area; a page has no background of its own.
        """
        pixels = (ctypes.c_ubyte * (area.width * area.height * 4)).from_buffer(target)
        bitmap = raw.FPDFBitmap_CreateEx(area.width, area.height, raw.FPDFBitmap_BGRx, pixels, area.width * 4)
        place = (-area.left, -area.top, *size)
        raw.FPDF_RenderPageBitmap(bitmap, self._opened(page), *place, 0, raw.FPDF_ANNOT)
        raw.FPDFBitmap_Destroy(bitmap)

    def content_of(self, page: int) -> PageContent:
        """The letters and lines of the page; takes ten milliseconds or two."""
        return read_page(self._opened(page))

    def _opened(self, number: int) -> pypdfium2.PdfPage:
        assert self._file is not None, "pages are asked for once a PDF is open"
        page = self._open.pop(number, None) or self._file[number]
        self._open[number] = page  # the newest is the last
        if len(self._open) > KEPT_OPEN:
            self._open.pop(next(iter(self._open))).close()
        return page
