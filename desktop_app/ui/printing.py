"""Send the pages of the preview to a printer in the background, and say in one sentence how it went."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QPageLayout, QPageSize, QPainter, QPen, QRawFont
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.base.errors import EnvironmentFault
from desktop_app.documents.fonts import Faces, find_families
from desktop_app.documents.pdf_content import Letters, PageContent
from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.services.print_queue import PrintQueue, service_trouble, stopped, vanished
from desktop_app.ui.tasks import Stopped, Task

NO_PRINTER = "Máy này chưa có máy in nào; hãy cài máy in, hoặc xuất PDF rồi in ở máy khác."
FAILED = "Máy in dừng giữa chừng; hãy kiểm tra giấy và kết nối rồi in lại từ trang {page}."
DONE = "Đã gửi {count} trang đến máy in."
IN_FILE = "Đã in {count} trang vào tệp {file}."
HALTED = "Đã dừng in."
NO_FONT = "Không mở được phông {family} nên chưa in được; hãy xuất PDF rồi in tệp đó."
POINTS_PER_INCH = 72


def ask_printer(pages: PdfPages, parent: QWidget, first: int = 1) -> QPrinter | str | None:
    """Ask for printer, copies, range, both sides; a sentence where there is no printer, None if declined.

    first: the page to begin with, such as that of the first appendix.
    """
    if not QPrinterInfo.availablePrinterNames():
        return NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages.sizes))
    printer.setFromTo(first, len(pages.sizes))
    dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def is_good(said: str) -> bool:
    """Whether the sentence about a job says that its pages are on their way."""
    return said.startswith((DONE.split("{")[0], IN_FILE.split("{")[0]))


class PrintJob(Task):
    """The chosen pages on their way: read here, one between two keys, then drawn and sent in another thread.

    Letters go to the printer as letters and lines as lines, so that a job is as small as the PDF.
    `done` brings the sentence to say, `failed` a fault.
    """

    def __init__(self, pages: PdfPages, printer: QPrinter) -> None:
        super().__init__(self._send)
        self._printer = printer
        self._pages = PdfPages()  # of its own: those of the preview may be made anew meanwhile
        self._pages.open(pages.content)
        self.first = max(1, printer.fromPage())
        self._last = printer.toPage() or len(pages.sizes)
        self._read: list[PageContent] = []
        self._reading = QTimer()
        self._reading.timeout.connect(self._read_page)

    @property
    def count(self) -> int:
        """How many pages it has."""
        return self._last - self.first + 1

    def start(self) -> None:
        """Begin with the first page."""
        self._reading.start(0)

    def _read_page(self) -> None:
        """One page; after the last the other thread goes on."""
        if len(self._read) < self.count and not self.is_stopping:
            self._read.append(self._pages.content_of(self.first + len(self._read) - 1))
            return
        self._reading.stop()
        self._pages.close()
        super().start()

    def _send(self, task: Task) -> str:
        """Draw all pages and hand them to the print service; the sentence to say."""
        name, file = self._printer.printerName(), self._printer.outputFileName()
        if not file and QPrinterInfo.printerInfo(name).isNull():
            return service_trouble() or vanished(name)
        queue = None if file else PrintQueue(name)
        try:
            task.step(0)
            if said := self._draw(PrinterFonts(find_families()[0]), task.step):
                return said
        except Stopped:
            return HALTED
        if queue is None:
            return IN_FILE.format(count=self.count, file=file)
        return queue.trouble(self.count) or self._state(name) or DONE.format(count=self.count)

    def _draw(self, fonts: PrinterFonts, step: Callable[[int], None]) -> str:
        """What went wrong, "" for nothing; a job that is stopped is taken back."""
        printer, painter = self._printer, QPainter()
        printer.setFullPage(True)
        try:
            for number, page in enumerate(self._read):
                step(number + 1)
                ways = QPageLayout.Orientation
                wide = page.size[0] > page.size[1]
                printer.setPageOrientation(ways.Landscape if wide else ways.Portrait)
                begun = printer.newPage() if number else painter.begin(printer)
                if not begun:
                    return FAILED.format(page=self.first + number)
                _draw_page(painter, page, printer.resolution() / POINTS_PER_INCH, fonts)
        except BaseException:
            printer.abort()
            raise
        finally:
            ended = painter.end() if painter.isActive() else True
        return "" if ended else FAILED.format(page=self.first)

    def _state(self, name: str) -> str:
        """What Qt knows of the printer, where no queue can be asked."""
        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            return vanished(name)
        bad = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        return stopped(name, self.count) if info.state() in bad else ""


class PrinterFonts:
    """The faces of the page in pixels of the printer; each is looked up once."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._known: dict[tuple[bool, bool, int], QRawFont] = {}

    def of(self, letters: Letters, pixels: int) -> QRawFont:
        """The face; raises EnvironmentFault when the computer gives another one."""
        key = (letters.bold, letters.italic, pixels)
        if key not in self._known:
            self._known[key] = self._find(*key)
        return self._known[key]

    def _find(self, bold: bool, italic: bool, pixels: int) -> QRawFont:
        family = self._faces.family
        font = QFont(family)
        font.setBold(bold)
        font.setItalic(italic)
        font.setPixelSize(pixels)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        found = QRawFont.fromFont(font)
        if found.isValid() and found.familyName().casefold() == family.casefold():
            return found
        path = {
            (False, False): self._faces.regular, (True, False): self._faces.bold,
            (False, True): self._faces.italic, (True, True): self._faces.bold_italic,
        }[bold, italic]  # fmt: skip
        QFontDatabase.addApplicationFont(str(path))
        found = QRawFont.fromFont(font)
        if not found.isValid() or found.familyName().casefold() != family.casefold():
            raise EnvironmentFault(NO_FONT.format(family=family))
        return found


def _draw_page(painter: QPainter, page: PageContent, scale: float, fonts: PrinterFonts) -> None:
    """scale: pixels of the printer for a point."""
    for letters in page.letters:
        font = fonts.of(letters, round(letters.size * scale))
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes(font.glyphIndexesForString(letters.text))
        run.setPositions([QPointF(x * scale, y * scale) for x, y in letters.places])
        painter.drawGlyphRun(QPointF(0, 0), run)
    for stroke in page.strokes:
        painter.setPen(QPen(painter.pen().color(), stroke.width * scale))
        (x, y), (to_x, to_y) = stroke.begin, stroke.end
        painter.drawLine(QPointF(x * scale, y * scale), QPointF(to_x * scale, to_y * scale))
