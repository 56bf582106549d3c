"""Pages of a PDF as images of Qt."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from desktop_app.documents.pdf_pages import Area, PdfPages

SPARE = 2
"""Rows drawn above and below an area and cut off again: else the rim of a letter on the cut is lost."""


def page_image(pages: PdfPages, page: int, size: QSize, area: Area | None = None) -> QImage:
    """An area of a page that is drawn `size` pixels large, or all of it; white where nothing is printed."""
    area = area or Area(0, 0, size.width(), size.height())
    drawn = Area(area.left, area.top - SPARE, area.width, area.height + 2 * SPARE)
    image = QImage(drawn.width, drawn.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    pages.draw(page, (size.width(), size.height()), drawn, memoryview(image.bits()))
    return image.copy(0, SPARE, area.width, area.height)
