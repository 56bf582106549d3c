"""The line above the printed pages: what is going on, how printing went, and "Dừng" while it goes on."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.ui.printing import PrintJob, is_good
from desktop_app.ui.widgets.plain_label import PlainLabel


class PrintingLine(QWidget):
    """A sentence; no room is kept for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = PlainLabel()
        self._said.setWordWrap(True)
        self._halt = QPushButton("Dừng")
        self._halt.setAccessibleName("Dừng in")
        self._halt.clicked.connect(self.stop)
        self._halt.hide()
        self._job: PrintJob | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._said, 1)
        layout.addWidget(self._halt)

    @property
    def text(self) -> str:
        """The sentence that stands there."""
        return self._said.text()

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way."""
        return self._job is not None

    def say(self, text: str) -> None:
        """Show the sentence, "" for none."""
        self._said.setText(text)
        self.setVisible(bool(text))

    def send(self, pages: PdfPages, printer: QPrinter, remark: str = "") -> None:
        """Print in the background, and say how far it is and how it went; remark: beside good news."""
        job = self._job = PrintJob(pages, printer)
        job.moved.connect(lambda page: self._say_page(page, job.count))
        job.done.connect(lambda said: self.say(f"{said} {remark}".strip() if is_good(said) else said))
        job.failed.connect(self.complain)
        job.ended.connect(self._ended)
        self.say("Đang gửi đến máy in…")
        self._halt.show()
        job.start()

    def _say_page(self, page: int, count: int) -> None:
        if page:
            self.say(f"Đang in trang {page} / {count}…")

    def stop(self) -> None:
        """Send no further page."""
        if self._job:
            self._job.stop()

    def complain(self, fault: Exception) -> None:
        """Say what went wrong; a fault of ours is raised."""
        if not isinstance(fault, UserFault | EnvironmentFault):
            raise fault
        self.say(f"● {fault}")

    def _ended(self) -> None:
        self._job = None
        self._halt.hide()
