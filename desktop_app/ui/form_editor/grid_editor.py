"""Editors inside a grid of the form editor: a line, several lines, or a closed list."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.form_editor.grid_model import GridColumn, GridModel
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.widgets.cell_editor import CellLine, CellLines
from desktop_app.ui.widgets.report_keys import is_report_key

Hint: TypeAlias = QStyledItemDelegate.EndEditHint
LONG = 50
HIGH = 110
MOST_LINES = 3
_FILLED = "filled"


class CellList(QComboBox):
    """A closed list; a letter chooses, Enter goes on."""

    def __init__(self, column: GridColumn, parent: QWidget) -> None:
        super().__init__(parent)
        for value, words in column.options:
            self.addItem(words, value)


class GridDelegate(QStyledItemDelegate):
    """Opens the editor that fits a cell."""

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """The editor of the cell."""
        model = index.model()
        assert isinstance(model, GridModel)
        column, text = model.columns[index.column()], str(index.data(Qt.ItemDataRole.EditRole) or "")
        editor: QWidget
        if column.options:
            editor = self._list(column, parent)
        elif column.wraps and ("\n" in text or len(text) > LONG):
            editor = CellLines(parent)
        else:
            editor = CellLine(parent)
        editor.setAccessibleName(column.head)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802
        """What stands there, selected, so that the first key replaces it; what is typed since stays."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, CellList):
            editor.blockSignals(True)
            editor.setCurrentIndex(max(0, editor.findData(text)))
            editor.blockSignals(False)
        elif isinstance(editor, CellLines):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, CellLine):
            editor.setText(text)
            editor.selectAll()

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        """Hand over what was typed."""
        if isinstance(editor, CellList):
            model.setData(index, editor.currentData())
        else:
            model.setData(index, editor.property("plainText" if isinstance(editor, CellLines) else "text"))

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Over its cell; several lines get room below it."""
        box, view = option.rect, editor.parentWidget()
        if isinstance(editor, CellLines) and view is not None:
            box.setHeight(max(box.height(), min(HIGH, view.height() - 4)))
            box.moveBottom(min(box.bottom(), max(box.height(), view.height() - 2)))
        editor.setGeometry(box)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        """Room for a finger, and a few lines of a long text."""
        size = super().sizeHint(option, index)
        most = option.fontMetrics.lineSpacing() * MOST_LINES + 8
        return QSize(size.width(), min(max(26, size.height() + 6), most))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and Tab end several lines and lists too; Alt+Enter breaks a line."""
        if is_report_key(event):
            event.ignore()
            return True
        wants = isinstance(editor, CellLines | CellList) and event.type() == QEvent.Type.KeyPress
        if wants and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            return self._ended(editor, event) or super().eventFilter(editor, event)
        return super().eventFilter(editor, event)

    def _ended(self, editor: QWidget, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(editor, CellLines) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                editor.insertPlainText("\n")
            else:
                self._close(editor, Hint.SubmitModelCache)
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = event.key() == Qt.Key.Key_Backtab
            self._close(editor, Hint.EditPreviousItem if back else Hint.EditNextItem)
            return True
        return False

    def _list(self, column: GridColumn, parent: QWidget) -> CellList:
        """A click takes an answer at once."""
        editor = CellList(column, parent)
        editor.activated.connect(lambda _: self.commitData.emit(editor))
        return editor

    def _close(self, editor: QWidget, hint: Hint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)
