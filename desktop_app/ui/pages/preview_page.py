"""The preview: the very PDF, made anew in the background while typing, and printing from it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, QSize, QTimer
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.documents.places import Places
from desktop_app.reports.session import Changes
from desktop_app.services.parts import Parts
from desktop_app.services.print_settings import keep_settings, read_settings
from desktop_app.ui.dialogs.print_settings import PrintSettingsDialog
from desktop_app.ui.models.page_pictures import PagePictures
from desktop_app.ui.pages.page import Page
from desktop_app.ui.printing import print_document
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.tasks import Task

PAUSE_MS = 120
ZOOM_STEP = 1.2
SPACING = 10
NARROW = 900
ABOVE = 160
"""Pixels that stay in sight above the place that was jumped to."""


class PreviewPage(Page):
    """Pages with thumbnails, zoom and page number; a click goes to where the text is entered."""

    def __init__(self, parts: Parts, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._press, self._preferences = parts.press, parts.preferences
        self._places = Places()
        self._wanted = ""
        self._task: Task | None = None
        self._stale = False
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = self._make_view()
        self._pictures = PagePictures(self.document, self)
        self._thumbnails = self._make_thumbnails()
        self._said = QLabel("Đang tạo bản in…")
        row = QHBoxLayout()
        row.addWidget(self._thumbnails)
        row.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(self._controls())
        layout.addLayout(row, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self.view.pageNavigator().currentPageChanged.connect(self._show_number)
        self._make()

    def go_to(self, key: str) -> None:
        """Scroll to where the key is printed, now or as soon as the pages are made."""
        self._wanted = key
        if place := self._places.of(key):
            self._wanted = ""
            # Not by the navigator: fitted to the width, it jumps by the zoom that is not shown.
            top = self._top_of(place.page) + place.top * self._page_scale(place.page)
            self.view.verticalScrollBar().setValue(round(top) - ABOVE)

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
        """Beside the tabs the page itself is worth more than the small ones."""
        super().resizeEvent(event)
        self._thumbnails.setVisible(event.size().width() > NARROW)

    def showEvent(self, event: QEvent) -> None:  # noqa: N802
        """Catch up with what was edited on other tabs."""
        super().showEvent(event)
        if self._stale:
            self._pause.start()

    def print(self) -> None:
        """Ask for a printer and print these pages."""
        self._print(1)

    def print_appendices(self) -> None:
        """The same, from the first appendix on."""
        first = self.session.plan.edition.appendices[0].head.key
        place = self._places.of(first)
        self._print(place.page + 1 if place else 1)

    def _print(self, first: int) -> None:
        if self.document.pageCount() == 0:
            self._said.setText("Bản in chưa tạo xong; hãy đợi một lát rồi in.")
            return
        self._said.setText(print_document(self.document, self, first))

    def follow(self, key: str) -> None:
        """Go to the key once the pages that are being made are shown."""
        self._wanted = key

    def set_up(self) -> None:
        """Choose what the decree leaves open; the pages follow."""
        dialog = PrintSettingsDialog(read_settings(self._preferences), self)
        if dialog.exec():
            keep_settings(self._preferences, dialog.settings())
            self._make()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click on the page goes to the place where the text is entered."""
        released = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        if released and (key := self._key_at(event.position())):
            self.bridge.go_to(key)
            return True
        return super().eventFilter(watched, event)

    # -- making the pages --

    def _make(self) -> None:
        """One at a time, the newest wins."""
        if self._task:
            self._stale = True
            return
        self._stale = False
        document = self._press.compose(self.session, read_settings(self._preferences))
        self._task = Task(lambda task: self._press.pdf(document, task.step))
        self._task.done.connect(self._show)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    def _ended(self) -> None:
        self._task = None
        if self._stale and self.isVisible():
            self._pause.start()

    def _show(self, made: tuple[bytes, Places]) -> None:
        """Put the new pages in, at the same page, place and zoom."""
        content, self._places = made
        at = (self.view.horizontalScrollBar().value(), self.view.verticalScrollBar().value())
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._pictures.show_again()
        self._number.setMaximum(max(1, self.document.pageCount()))
        self._number.setSuffix(f" / {self.document.pageCount()}")
        self.view.horizontalScrollBar().setValue(at[0])
        self.view.verticalScrollBar().setValue(at[1])
        self._said.setText("")
        if self._wanted:
            QTimer.singleShot(0, self, lambda: self.go_to(self._wanted))  # once the view is laid out

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, UserFault | EnvironmentFault):
            raise fault
        self._said.setText(f"● {fault}")

    # -- looking at them --

    def _make_view(self) -> QPdfView:
        """All pages below each other, as wide as there is room."""
        view = QPdfView(self)
        view.setDocument(self.document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setPageSpacing(SPACING)
        view.setAccessibleName("Trang in")
        view.viewport().installEventFilter(self)
        return view

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
        row = QHBoxLayout()
        for text, name, act in (
            ("−", "Thu nhỏ", lambda: self._zoom(1 / ZOOM_STEP)),
            ("+", "Phóng to", lambda: self._zoom(ZOOM_STEP)),
            ("Vừa bề ngang", "Vừa bề ngang", lambda: self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)),
            ("Cả trang", "Cả trang", lambda: self.view.setZoomMode(QPdfView.ZoomMode.FitInView)),
            ("Thiết lập…", "Thiết lập in", self.set_up),
            ("In…", "In", self.print),
            ("In phụ lục…", "Chỉ in các phụ lục", self.print_appendices),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        self._number = QSpinBox()
        self._number.setMinimum(1)
        self._number.setPrefix("Trang ")
        self._number.setAccessibleName("Số trang")
        self._number.valueChanged.connect(lambda number: self._show_page(number - 1))
        row.addWidget(self._number)
        row.addWidget(self._said)
        row.addStretch(1)
        return row

    def _zoom(self, factor: float) -> None:
        now = self.view.zoomFactor()
        if self.view.zoomMode() != QPdfView.ZoomMode.Custom:
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(4.0, max(0.3, now * factor)))

    def _show_page(self, page: int) -> None:
        if page != self.view.pageNavigator().currentPage():
            self.view.pageNavigator().jump(page, QPointF())

    def _show_number(self, page: int) -> None:
        self._number.blockSignals(True)
        self._number.setValue(page + 1)
        self._number.blockSignals(False)

    def _key_at(self, point: QPointF) -> str:
        """The key printed at a point of the viewport."""
        x = point.x() + self.view.horizontalScrollBar().value()
        y = point.y() + self.view.verticalScrollBar().value()
        for page in range(self.document.pageCount()):
            size, scale = self.document.pagePointSize(page), self._page_scale(page)
            top = self._top_of(page)
            if y <= top + size.height() * scale:
                middle = (self.view.viewport().width() - size.width() * scale) / 2
                left = max(self.view.documentMargins().left(), middle)
                return self._places.at(page, (x - left) / scale, (y - top) / scale)
        return ""

    def _top_of(self, page: int) -> float:
        """Where a page begins, in pixels from the top of all pages."""
        above = (
            round(self.document.pagePointSize(n).height() * self._page_scale(n)) + self.view.pageSpacing()
            for n in range(page)
        )
        return self.view.documentMargins().top() + sum(above)

    def _page_scale(self, page: int) -> float:
        """Pixels of the screen for one point of a page."""
        size = self.document.pagePointSize(page)
        return self._scale(size.width(), size.height(), self.logicalDpiX() / 72)

    def _scale(self, width: float, height: float, dots: float) -> float:
        """Pixels of the screen for one point of the page."""
        margins, room = self.view.documentMargins(), self.view.viewport()
        across = (room.width() - margins.left() - margins.right()) / width
        if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return across
        if self.view.zoomMode() == QPdfView.ZoomMode.FitInView:
            down = (room.height() - self.view.pageSpacing()) / height
            return min(across, down)
        return self.view.zoomFactor() * dots
