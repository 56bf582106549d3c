"""Paint a finding as wrapped text that is laid out once, not at every repaint."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QStaticText, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop_app.ui import theme
from desktop_app.ui.models.findings_model import FindingsModel

EDGE = 4
MOST_KEPT = 400


class FindingDelegate(QStyledItemDelegate):
    """Text in the colour of its level; a choice is a plain fill."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._laid_out: dict[tuple[str, int], QStaticText] = {}

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The finding in its row."""
        model = index.model()
        assert isinstance(model, FindingsModel)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        painter.setPen(theme.LEVEL_COLOURS[model.findings[index.row()].level])
        text = self._text(index.data(Qt.ItemDataRole.DisplayRole), option.rect.width())
        painter.drawStaticText(QPointF(option.rect.topLeft()) + QPointF(EDGE, EDGE / 2), text)

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of the wrapped text."""
        width = self._view.columnWidth(0)
        text = self._text(index.data(Qt.ItemDataRole.DisplayRole), width)
        return QSize(width, round(text.size().height()) + EDGE)

    def _text(self, words: str, width: int) -> QStaticText:
        known = self._laid_out.get((words, width))
        if known is None:
            if len(self._laid_out) > MOST_KEPT:
                self._laid_out.clear()
            known = QStaticText(words.replace("\n", "\u2028"))
            known.setTextFormat(Qt.TextFormat.PlainText)
            known.setTextWidth(width - 2 * EDGE)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            known.setTextOption(option)
            known.prepare(font=self._view.font())
            self._laid_out[words, width] = known
        return known
