"""Send the pages of the preview to a printer, and say in one sentence how it went."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.documents.pdf_pages import Area, PdfPages
from desktop_app.ui.page_image import page_image

NO_PRINTER = "Máy này chưa có máy in nào; hãy cài máy in, hoặc xuất PDF rồi in ở máy khác."
FAILED = "Máy in dừng giữa chừng; hãy kiểm tra giấy và kết nối rồi in lại từ trang {page}."
DONE = "Đã gửi {count} trang đến máy in."
LEFT = "Chưa in trang nào."
FINEST = 600
"""Dots per inch; finer is not seen on paper, but fills the memory of a page four times over."""
BAND_PIXELS = 4_000_000
"""A page goes to the printer in bands of 16 MB: at 600 dots the whole of it would take 140."""


def print_document(pages: PdfPages, parent: QWidget, first: int = 1) -> str:
    """Ask for printer, copies, range and both sides, then print; returns what to tell the clerk.

    first: the page to begin with, such as that of the first appendix.
    """
    if not QPrinterInfo.availablePrinterNames():
        return NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages.sizes))
    printer.setFromTo(first, len(pages.sizes))
    dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return LEFT
    return print_pages(pages, printer)


def print_pages(pages: PdfPages, printer: QPrinter) -> str:
    """Draw the chosen pages on the printer, each in its own orientation."""
    printer.setResolution(min(FINEST, printer.resolution()))
    first = max(1, printer.fromPage())
    last = printer.toPage() or len(pages.sizes)
    painter = QPainter()
    for number in range(first, last + 1):
        width, height = pages.sizes[number - 1]
        ways = QPageLayout.Orientation
        printer.setPageOrientation(ways.Landscape if width > height else ways.Portrait)
        begun = painter.begin(printer) if number == first else printer.newPage()
        if not begun:
            if painter.isActive():
                painter.end()
            return FAILED.format(page=number)
        size = printer.pageLayout().fullRectPixels(printer.resolution()).size()
        for band in bands(size):
            painter.drawImage(0, band.top, page_image(pages, number - 1, size, band))
    painter.end()
    return DONE.format(count=last - first + 1)


def bands(size: QSize) -> Iterator[Area]:
    """A drawn page cut across, from above."""
    rows = max(1, BAND_PIXELS // size.width())
    for top in range(0, size.height(), rows):
        yield Area(0, top, size.width(), min(rows, size.height() - top))
