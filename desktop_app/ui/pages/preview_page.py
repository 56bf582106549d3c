"""The preview: the very PDF, made anew in the background while typing, and printing from it."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.documents.print_positions import PrintPositions
from desktop_app.forms.tabs import tables_word
from desktop_app.reports.progress import still_open
from desktop_app.reports.session import Changes
from desktop_app.services import press
from desktop_app.services.print_settings import keep_settings, read_settings
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.print_settings import PrintSettingsDialog
from desktop_app.ui.models.page_pictures import PagePictures
from desktop_app.ui.pages.page import Page
from desktop_app.ui.printing import ask_printer
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.tasks import Task
from desktop_app.ui.widgets.page_layout import Fit, Spot
from desktop_app.ui.widgets.page_view import STEP, PageView
from desktop_app.ui.widgets.printing_line import PrintingLine
from desktop_app.ui.widgets.report_keys import let_through

PAUSE_MS = 120
NARROW, ROOMY, TIGHT, LEAST = 900, 760, 470, 280
"""Below the first width there are no small pages, below the second no buttons for printing, below the
third none to fit the page: beside the tabs they would push the window over the edge of a small screen."""
ABOVE = 160
"""Pixels that stay in sight above the place that was jumped to."""


class PreviewPage(Page):
    """Pages with thumbnails, zoom and page number; a click goes to where the text is entered."""

    guide_place = "xem-truoc"

    def __init__(self, services: Services, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._preferences = services.preferences
        self._tables = tables_word(bridge.session.filled.plan.edition)
        self.positions = PrintPositions()
        self._wanted = ""
        self._task: Task | None = None
        self._stale = False
        self._to_print: str | None = None
        pages = self.pages = PdfPages()
        self.destroyed.connect(lambda: pages.close())
        self.view = self._make_view()
        self._pictures = PagePictures(self.pages, self)
        self._thumbnails = self._make_thumbnails()
        self.line = PrintingLine(self)
        self.line.say("Đang tạo bản in…")
        row = QHBoxLayout()
        row.addWidget(self._thumbnails)
        row.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(self._controls())
        layout.addWidget(self.line)
        layout.addLayout(row, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.make_pages)
        self.view.current_changed.connect(self._show_number)
        self.make_pages()

    def go_to(self, key: str) -> None:
        """Scroll to where the key is printed, now or as soon as the pages are made."""
        self._wanted = key
        if place := self.positions.of(key):
            self._wanted = ""
            self.view.jump(place.page, place.top, ABOVE)

    def focus_first(self) -> None:
        """Focus the pages, so that the keys scroll them."""
        self.view.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Make the pages again after a short pause, and at once when the tab is shown again."""
        if changes.keys:
            self._stale = True
            if self.isVisible():
                self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Beside the tabs the page itself is worth more than the small ones and the buttons."""
        super().resizeEvent(event)
        width = event.size().width()
        self._thumbnails.setVisible(width > NARROW)
        for button in self._printing:
            button.setVisible(width > ROOMY)
        for button in self._fitting:
            button.setVisible(width > TIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What is left when all buttons that may go have gone."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what was edited on other tabs."""
        super().showEvent(event)
        if self._stale:
            self._pause.start()

    def print(self) -> None:
        """Ask for a printer and print these pages, as soon as they are made."""
        self._print_from("")

    def print_appendices(self) -> None:
        """The same, from the first appendix on."""
        appendices = self.session.filled.plan.edition.appendices
        if appendices:
            self._print_from(appendices[0].head.key)
        else:
            self.line.say(f"Mẫu báo cáo này không có {self._tables}; hãy in cả báo cáo.")

    def _print_from(self, key: str) -> None:
        """From the page of the key on, "" for the first."""
        if self.line.is_printing:
            self.line.say("Bản in trước chưa xong; hãy đợi, hoặc bấm «Dừng».")
        elif self._task or self._stale or not self.pages.sizes:
            self._to_print = key
            self.line.say("Đang tạo bản in; hộp chọn máy in sẽ mở khi các trang xong…")
            if not self._task:
                self.make_pages()
        else:
            self._ask_printer(key)

    def _ask_printer(self, key: str) -> None:
        place = self.positions.of(key)
        answer = ask_printer(self.pages, self, place.page + 1 if place else 1)
        if isinstance(answer, QPrinter):
            self.line.send(self.pages, answer, still_open(self.session.filled))
        else:
            self.line.say(answer or "Chưa in trang nào.")

    def follow(self, key: str) -> None:
        """Go to the key once the pages that are being made are shown."""
        self._wanted = key

    def set_up(self) -> None:
        """Choose what the decree leaves open; the pages follow."""
        dialog = PrintSettingsDialog(read_settings(self._preferences), self.session.filled.plan.edition, self)
        if dialog.exec():
            keep_settings(self._preferences, dialog.settings())
            self.make_pages()

    # -- making the pages --

    def make_pages(self) -> None:
        """Make the pages of the report as it stands, in the background; one at a time, the newest wins."""
        if self._task:
            self._stale = True
            return
        self._stale = False
        self._pause.stop()
        document = press.compose(self.session.filled, read_settings(self._preferences))
        self._task = Task(lambda task: press.pdf(document, task.step))
        self._task.done.connect(self._show)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    @property
    def is_current(self) -> bool:
        """Whether the pages shown are those of the report as it stands."""
        return self._task is None and not self._stale

    def _ended(self) -> None:
        self._task = None
        if self._stale and (self.isVisible() or self._to_print is not None):
            self._pause.start()
        elif self._to_print is not None:
            QTimer.singleShot(0, self, self._print_at_last)

    def _show(self, made: tuple[bytes, PrintPositions]) -> None:
        """Put the new pages in, at the same page, place and zoom."""
        content, self.positions = made
        self.pages.open(content)
        count = len(self.pages.sizes)
        self._number.setMaximum(max(1, count))
        self._number.setSuffix(f" / {count}")
        self.view.show_again()
        self._pictures.show_again()
        if not self.line.is_printing:
            self.line.say("")
        if self._wanted:
            self.go_to(self._wanted)

    def _print_at_last(self) -> None:
        """What was asked for before the pages were there."""
        key, self._to_print = self._to_print, None
        if key is not None:
            self._print_from(key)

    def _failed(self, fault: Exception) -> None:
        self._to_print = None
        self.line.complain(fault)

    # -- looking at them --

    def _make_view(self) -> PageView:
        """All pages below each other, as wide as there is room."""
        view = PageView(self.pages, self)
        view.setAccessibleName("Trang in")
        view.clicked.connect(self._go_to_entry)
        return view

    def _go_to_entry(self, spot: Spot) -> None:
        """Go to where the text that was clicked is entered."""
        if key := self.positions.at(spot.page, spot.left, spot.top):
            self.bridge.go_to(key)

    def _make_thumbnails(self) -> QListView:
        """Small pages to go to."""
        view = QListView()
        view.setModel(self._pictures)
        view.setFixedWidth(130)
        view.setIconSize(self._pictures.size)
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setUniformItemSizes(True)  # else every page is drawn to find its size
        view.setGridSize(self._pictures.size + QSize(8, 24))
        view.setMovement(QListView.Movement.Static)
        view.setAccessibleName("Các trang")
        view.activated.connect(lambda index: self._show_page(index.row()))
        view.clicked.connect(lambda index: self._show_page(index.row()))
        return view

    def _controls(self) -> QHBoxLayout:
        row, self._printing, self._fitting = QHBoxLayout(), [], []
        for text, name, act in (
            ("−", "Thu nhỏ", lambda: self.view.zoom_by(1 / STEP)),
            ("+", "Phóng to", lambda: self.view.zoom_by(STEP)),
            ("Vừa bề ngang", "Vừa bề ngang", lambda: self.view.fit(Fit.WIDTH)),
            ("Cả trang", "Cả trang", lambda: self.view.fit(Fit.PAGE)),
            ("Thiết lập…", "Thiết lập in", self.set_up),
            ("In…", "In", self.print),
            (f"In {self._tables}…", f"Chỉ in các {self._tables}", self.print_appendices),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
            if act in (self.set_up, self.print, self.print_appendices):
                button.hide()  # until it is known that there is room
                self._printing.append(button)
            elif text[1:]:
                self._fitting.append(button)
        self._number = QSpinBox()
        self._number.setMinimum(1)
        self._number.setPrefix("Trang ")
        self._number.setAccessibleName("Số trang")
        self._number.valueChanged.connect(lambda number: self._show_page(number - 1))
        let_through(self._number)
        row.addWidget(self._number)
        row.addStretch(1)
        return row

    def _show_page(self, page: int) -> None:
        if page != self.view.current_page():
            self.view.jump(page)

    def _show_number(self, page: int) -> None:
        self._number.blockSignals(True)
        self._number.setValue(page + 1)
        self._number.blockSignals(False)
