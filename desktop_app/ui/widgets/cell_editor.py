"""Editors inside a table: one line, several lines, or a list of the form's words."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.forms.model import Indicator
from desktop_app.searching.hits import Hit
from desktop_app.ui.models.appendix_model import AppendixModel
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.widgets.line_keys import LineKeys
from desktop_app.ui.widgets.marked_cell import paint_marked
from desktop_app.ui.widgets.report_keys import is_report_key

Hint: TypeAlias = QStyledItemDelegate.EndEditHint
_LONG = 60
STEP = 16
"""Pixels by which the label of a row stands to the right of that of the row it belongs to."""


class CellLine(QLineEdit):
    """One line; what it leaves to the window is told by its delegate."""


class CellLines(QPlainTextEdit):
    """Several lines over the table; Enter closes, Alt+Enter breaks the line, as in Excel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(False)


class CellChoice(QComboBox):
    """The answers of a row; arrows step, a code chooses and Enter goes on, a click takes."""

    picked = Signal()
    clicked = Signal()

    def __init__(self, parent: QWidget, row: Indicator) -> None:
        super().__init__(parent)
        self.addItem("(để trống)", "")
        self._codes: dict[str, int] = {}
        for place, (code, word) in enumerate(answers(row), start=1):
            self.addItem(f"{code} - {word}", word if row.kind == "yes_no" else code)
            self._codes[code] = place
        self.view().pressed.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A code picks its answer; other keys as in every list."""
        place = self._codes.get(event.text())
        if place is None:
            super().keyPressEvent(event)
        else:
            self._pick(place)

    def _pick(self, place: int) -> None:
        self.setCurrentIndex(place)
        self.picked.emit()

    def _take(self, index: QModelIndex) -> None:
        self._pick(index.row())
        self.clicked.emit()


class AppendixDelegate(QStyledItemDelegate):
    """Opens the editor that fits a row; what is typed is checked with each key."""

    marked: Hit | None = None
    """What a search has found and shows here."""
    lines: LineKeys | None = None
    """The keys for whole lines, which end what is typed in a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """As always, labels moved in; in the cell that a search shows, the letters found are marked."""
        hit = self.marked
        if depth := _model(index).depth(index):
            chosen = option.state & QStyle.StateFlag.State_Selected
            fill = option.palette.highlight() if chosen else index.data(Qt.ItemDataRole.BackgroundRole)
            if fill:
                painter.fillRect(option.rect, fill)
            option = _moved_in(option, depth)
        if hit is None or _model(index).key_at(index) != hit.key:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        typed = _model(index).session.filled.text(hit.key)
        if hit.shown or shown.text.startswith(typed.replace("\n", "\u2028")):
            paint_marked(painter, shown, hit.start, hit.end)
        else:  # typed otherwise than it is shown: all of the number
            paint_marked(painter, shown, 0, len(shown.text))

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """The editor of the cell; none where nothing can be entered."""
        model = _model(index)
        key, cell = model.key_at(index), model.cell_at(index)
        if not key:
            return None  # type: ignore[return-value]  # which Qt's stub does not allow, but Qt does
        if cell and cell.kind in ("choice", "yes_no"):
            return self._choices(parent, cell)
        if self._is_long(model.session.filled.text(key), cell):
            editor = self._lines(parent, key, model)
        else:
            editor = self._line(parent, key, model)
        editor.setAccessibleName(str(model.data(index, Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    @staticmethod
    def _line(parent: QWidget, key: str, model: AppendixModel) -> QWidget:
        editor = CellLine(parent)
        editor.textEdited.connect(lambda text: model.bridge.type_text(key, text))
        return editor

    @staticmethod
    def _lines(parent: QWidget, key: str, model: AppendixModel) -> QWidget:
        editor = CellLines(parent)
        editor.textChanged.connect(lambda: model.bridge.type_text(key, editor.toPlainText()))
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802
        """The text as it was typed, selected, so that the first key replaces it."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, CellLines):
            if editor.toPlainText() != text:
                editor.blockSignals(True)
                editor.setPlainText(text)
                editor.blockSignals(False)
                editor.selectAll()
        elif isinstance(editor, CellLine):
            if editor.text() != text:
                editor.setText(text)
                editor.selectAll()
        elif isinstance(editor, QComboBox) and (cell := _model(index).cell_at(index)):
            editor.setCurrentIndex(max(0, _answer_place(editor, text, cell)))

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        """Hand the text over: recorded, checked, committed."""
        if isinstance(editor, QComboBox):
            text = editor.currentData()
        else:
            text = editor.property("plainText" if isinstance(editor, CellLines) else "text")
        model.setData(index, text, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Over its cell; several lines get room below it."""
        box = option.rect
        if isinstance(editor, CellLines):
            view = editor.parentWidget()
            assert view is not None, "an editor lies on its table"
            box.setHeight(min(max(160, box.height()), max(60, view.height() - box.top() - 4)))
            box.setWidth(max(320, box.width()))
            box.moveRight(min(box.right(), view.width() - 2))
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and Tab end the editing of several lines too; Alt+Enter breaks the line."""
        if is_report_key(event):
            event.ignore()
            return True
        if self._is_for_line(event):
            assert isinstance(editor, QWidget) and isinstance(event, QKeyEvent) and self.lines
            self._close(editor, Hint.NoHint)
            self.lines.take(event)
            return True
        if (
            isinstance(editor, CellLines)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                    editor.insertPlainText("\n")
                else:
                    self._close(editor, Hint.SubmitModelCache)
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                back = event.key() == Qt.Key.Key_Backtab
                self._close(
                    editor,
                    Hint.EditPreviousItem if back else Hint.EditNextItem,
                )
                return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        """Room for a finger, and at most six lines of a long text."""
        size = super().sizeHint(_moved_in(option, _model(index).depth(index)), index)
        lines = option.fontMetrics.lineSpacing()
        return QSize(size.width(), min(max(26, size.height() + 6), lines * 6 + 8))

    def _close(self, editor: QWidget, hint: Hint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def _is_for_line(self, event: QEvent) -> bool:
        """Whether a key pressed in a cell is one for its whole line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return self.lines is not None and self.lines.is_ours(event)

    @staticmethod
    def _is_long(text: str, cell: Indicator | None) -> bool:
        return "\n" in text or len(text) > _LONG or (cell is not None and cell.kind == "text")

    def _choices(self, parent: QWidget, row: Indicator) -> QComboBox:
        """The form's words; a code typed is handed over at once, and Enter goes down as everywhere."""
        editor = CellChoice(parent, row)
        editor.picked.connect(lambda: self.commitData.emit(editor))
        editor.clicked.connect(lambda: self.closeEditor.emit(editor, Hint.NoHint))
        return editor


def _moved_in(option: QStyleOptionViewItem, depth: int) -> QStyleOptionViewItem:
    """The same cell with less room at the left."""
    if depth == 0:
        return option
    moved, room = QStyleOptionViewItem(option), QRect(option.rect)
    room.setLeft(room.left() + STEP * depth)
    moved.rect = room
    return moved


def answers(row: Indicator) -> list[tuple[str, str]]:
    """Code and word of every answer of a choice row."""
    if row.kind == "yes_no":
        return [("1", "Có"), ("0", "Không")]
    return [(str(choice.code), choice.word) for choice in row.choices]


def _answer_place(editor: QComboBox, text: str, row: Indicator) -> int:
    for place, (code, word) in enumerate(answers(row), start=1):
        if text.strip().casefold() in (code, word.casefold()):
            return place
    return editor.findData(text)


def _model(index: AnyIndex) -> AppendixModel:
    model = index.model()
    assert isinstance(model, AppendixModel)
    return model
