"""Print one page of the guide, or all of it, through the system's dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.services.guide import Guide, GuidePage
from desktop_app.ui.guide.guide_browser import picture, style_sheet
from desktop_app.ui.printing import NO_PRINTER
from desktop_app.ui.theme import PROSE_FACES

SENT = "Đã gửi hướng dẫn đến máy in."
FAILED = "Máy in dừng giữa chừng; hãy kiểm tra giấy và kết nối rồi in lại."
DECLINED = "Chưa in trang nào."
ROOM, POINTS = 480, 11
"""A picture is at most so wide on paper, in points."""


def print_guide(guide: Guide, pages: Sequence[GuidePage], parent: QWidget) -> str:
    """Ask for a printer and print these pages; returns the sentence to say."""
    if not QPrinterInfo.availablePrinterNames():
        return NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return DECLINED
    return send(guide, pages, printer)


def send(guide: Guide, pages: Sequence[GuidePage], printer: QPrinter) -> str:
    """Print these pages, each from a new sheet on; returns the sentence to say."""
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)  # the document brings 2 cm of its own
    document = _document(guide, pages)
    document.print_(printer)
    bad = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    return FAILED if printer.printerState() in bad else SENT


def _document(guide: Guide, pages: Sequence[GuidePage]) -> QTextDocument:
    document = QTextDocument()
    font = QFont()
    font.setFamilies(PROSE_FACES)
    font.setPointSize(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(style_sheet())
    breaks = '<p style="page-break-before:always; margin:0"></p>'
    html = breaks.join(page.html for page in pages)
    kind = QTextDocument.ResourceType.ImageResource.value
    for path in sorted((guide.folder / "hinh").glob("*.png")):
        name = f"hinh/{path.name}"
        if name in html:
            document.addResource(kind, QUrl(name), picture(guide, name, ROOM, 2.0))
    document.setHtml(html)
    return document
