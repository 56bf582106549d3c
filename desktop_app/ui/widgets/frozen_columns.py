"""The first columns of a wide table, kept in sight over it while it scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop_app.ui.models.appendix_model import AppendixModel
from desktop_app.ui.widgets.cell_editor import AppendixDelegate
from desktop_app.ui.widgets.table_head import TableHead


class FrozenColumns(QTableView):
    """The number and the label of each row; what is chosen and where it stands is the table's."""

    def __init__(self, table: QTableView, model: AppendixModel, count: int) -> None:
        super().__init__(table)
        self._table, self.count = table, count
        self.wanted = True
        """Whether the table is wider than the room for it."""
        self.setModel(model)
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(AppendixDelegate(self))
        self.setHorizontalHeader(TableHead(model.columns, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView { border: none; border-right: 2px solid #bcc5cf; }")
        self.setWordWrap(True)
        self.setAutoScroll(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(table)
        for way in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            way(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in range(count, model.columnCount()):
            self.setColumnHidden(column, True)
        for span in model.spans():
            along = min(span.columns, count - span.column)
            if along > 1 or (along == 1 and span.rows > 1):
                self.setSpan(span.row, span.column, span.rows, along)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.verticalHeader().sectionResized.connect(self._follow_row)
        self.hide()

    def lie_over(self) -> None:
        """Lie over the table's own first columns, as high and as wide as those; away where all have room."""
        self.setVisible(self.wanted)
        if not self.wanted:
            return
        table = self._table
        for column in range(self.count):
            self.setColumnWidth(column, table.columnWidth(column))
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, table.rowHeight(row))
        head = table.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(head)
        edge = table.frameWidth()
        width = sum(table.columnWidth(column) for column in range(self.count))
        self.setGeometry(edge, edge, width + 1, head + table.viewport().height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def _follow_row(self, row: int, _before: int, height: int) -> None:
        if self.isVisible():
            self.setRowHeight(row, height)
