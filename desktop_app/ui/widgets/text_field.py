"""Fields of one line, several lines or a list of words, bound to one key of the report."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.report_keys import is_report_key


class TextField(QLineEdit):
    """One line; each key pressed is checked at once, leaving the field commits it."""

    def __init__(self, bridge: SessionBridge, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.key = bridge, key
        self.show_text()
        self.textEdited.connect(lambda text: bridge.type_text(key, text))
        self.editingFinished.connect(self._settle)

    def show_text(self) -> None:
        """Show the report's text, unless that is what stands here already."""
        text = self.bridge.session.filled.text(self.key)
        if text != self.text().strip() and text != self.text():
            self.setText(text)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if is_report_key(event):
            event.ignore()
            return False
        return super().event(event)

    def _settle(self) -> None:
        if self.bridge.session.unsaved:
            self.bridge.settle()


class LinesField(QPlainTextEdit):
    """Several lines; Tab leaves the field, as in every form."""

    def __init__(self, bridge: SessionBridge, key: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.key = bridge, key
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * (lines + 0.6)) + 10)
        self.show_text()
        self.textChanged.connect(self._typed)

    def show_text(self) -> None:
        """Show the report's text, unless that is what stands here already."""
        text = self.bridge.session.filled.text(self.key)
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if is_report_key(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Commit what was typed."""
        super().focusOutEvent(event)
        if self.bridge.session.unsaved:
            self.bridge.settle()

    def _typed(self) -> None:
        self.bridge.type_text(self.key, self.toPlainText())


class WordsField(QComboBox):
    """A line with words on offer; nothing is completed while typing, input methods stay safe."""

    def __init__(
        self, bridge: SessionBridge, key: str, options: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = TextField(bridge, key)
        self.setLineEdit(self.line)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's stub does not know that None means none
        self.addItems(options)
        self.show_text()
        self.activated.connect(lambda place: bridge.edit(key, self.itemText(place)))

    def show_text(self) -> None:
        """Show the report's text."""
        self.setEditText(self.line.bridge.session.filled.text(self.line.key))


class PickField(QComboBox):
    """One of a closed list of answers, stored by its key; arrow keys commit at once."""

    def __init__(
        self, bridge: SessionBridge, key: str, answers: dict[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge, self.key = bridge, key
        self.addItem("(chưa chọn)", "")
        for value, words in answers.items():
            self.addItem(words, value)
        self.show_text()
        self.currentIndexChanged.connect(lambda _: bridge.edit(key, self.currentData()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_text(self) -> None:
        """Show the report's answer."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(self.bridge.session.filled.text(self.key))))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A wheel that scrolls the page must not change an answer."""
        event.ignore()
