"""Small pictures of the printed pages, each drawn when it is first looked at."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.ui.page_image import page_image
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.theme import EDGE


class PagePictures(QAbstractListModel):
    """One row for each page, as sharp as the screen on which the parent stands."""

    size = QSize(92, 130)

    def __init__(self, pages: PdfPages, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages, self._shown_on = pages, parent
        self._drawn: dict[tuple[int, float], QPixmap] = {}

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
            drawn = page, self._shown_on.devicePixelRatioF()
            if drawn not in self._drawn:
                self._drawn[drawn] = self._draw(*drawn)
            return self._drawn[drawn]
        return None

    def _draw(self, page: int, ratio: float) -> QPixmap:
        room = QSizeF(self.size) * ratio
        fitted = QSizeF(*self._pages.sizes[page]).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        picture = QPixmap.fromImage(page_image(self._pages, page, fitted.toSize()))
        painter = QPainter(picture)
        painter.setPen(EDGE)
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
