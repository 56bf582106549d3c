"""Small pictures of the printed pages, each drawn when it is first looked at."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument


class PagePictures(QAbstractListModel):
    """One row for each page."""

    size = QSize(92, 130)

    def __init__(self, document: QPdfDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._drawn: dict[int, QPixmap] = {}

    def show_again(self) -> None:
        """The document has changed."""
        self.beginResetModel()
        self._drawn.clear()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """One row for each page."""
        return 0 if parent is not None and parent.isValid() else self._document.pageCount()

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
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
        fitted = (
            self._document.pagePointSize(page).toSize().scaled(self.size, Qt.AspectRatioMode.KeepAspectRatio)
        )
        page_picture = QPixmap(fitted)
        page_picture.fill(Qt.GlobalColor.white)  # a page has no background of its own
        painter = QPainter(page_picture)
        painter.drawImage(0, 0, self._document.render(page, fitted))
        painter.end()
        return page_picture
