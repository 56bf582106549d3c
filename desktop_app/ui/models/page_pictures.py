"""Small pictures of the printed pages, each drawn when it is first looked at."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.ui.page_image import page_image
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.theme import EDGE


class PagePictures(QAbstractListModel):
    """One row for each page."""

    size = QSize(92, 130)

    def __init__(self, pages: PdfPages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._drawn: dict[int, QPixmap] = {}

    def show_again(self) -> None:
        """Another PDF is open."""
        self.beginResetModel()
        self._drawn.clear()
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One row for each page."""
        return 0 if parent is not None and parent.isValid() else len(self._pages.sizes)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number and the picture."""
        page = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(page + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            if page not in self._drawn:
                self._drawn[page] = self._draw(page)
            return self._drawn[page]
        return None

    def _draw(self, page: int) -> QPixmap:
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        room = QSizeF(self.size) * ratio
        fitted = QSizeF(*self._pages.sizes[page]).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        picture = QPixmap.fromImage(page_image(self._pages, page, fitted.toSize()))
        painter = QPainter(picture)
        painter.setPen(EDGE)
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
