"""Send the pages of the preview to a printer, and say in one sentence how it went."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

NO_PRINTER = "Máy này chưa có máy in nào; hãy cài máy in, hoặc xuất PDF rồi in ở máy khác."
FAILED = "Máy in dừng giữa chừng; hãy kiểm tra giấy và kết nối rồi in lại từ trang {page}."
DONE = "Đã gửi {count} trang đến máy in."
LEFT = "Chưa in trang nào."


def print_document(document: QPdfDocument, parent: QWidget, first: int = 1) -> str:
    """Ask for printer, copies, range and both sides, then print; returns what to tell the clerk.

    first: the page to begin with, such as that of the first appendix.
    """
    if not QPrinterInfo.availablePrinterNames():
        return NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pageCount())
    printer.setFromTo(first, document.pageCount())
    dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return LEFT
    return print_pages(document, printer)


def print_pages(document: QPdfDocument, printer: QPrinter) -> str:
    """Draw the chosen pages on the printer, each in its own orientation."""
    first = max(1, printer.fromPage())
    last = printer.toPage() or document.pageCount()
    painter = QPainter()
    for number in range(first, last + 1):
        size = document.pagePointSize(number - 1)
        wide = size.width() > size.height()
        ways = QPageLayout.Orientation
        printer.setPageOrientation(ways.Landscape if wide else ways.Portrait)
        begun = painter.begin(printer) if number == first else printer.newPage()
        if not begun:
            if painter.isActive():
                painter.end()
            return FAILED.format(page=number)
        target = printer.pageLayout().fullRectPixels(printer.resolution())
        picture = document.render(number - 1, target.size())
        painter.drawImage(QRect(0, 0, target.width(), target.height()), picture)
    painter.end()
    return DONE.format(count=last - first + 1)
