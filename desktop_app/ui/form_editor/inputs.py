"""Inputs of the property pane: what is typed is handed over when one leaves, or rests for a moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.ui.widgets.report_keys import is_report_key

REST_MS = 900
"""After so long without a key what was typed is taken over, though one is still in the field."""


class EditLine(QLineEdit):
    """One line."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.settle)
        self.textEdited.connect(lambda _: self._rest.start())
        self.editingFinished.connect(self.settle)

    def show_value(self, value: str) -> None:
        """Show a text, unless that is what stands here already."""
        self._rest.stop()
        self._shown = value
        if value != self.text():
            self.setText(value)

    def settle(self) -> None:
        """Hand over what was typed."""
        self._rest.stop()
        if self.text() != self._shown:
            self._shown = self.text()
            self.settled.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if is_report_key(event):
            event.ignore()
            return False
        return super().event(event)


class EditLines(QPlainTextEdit):
    """Several lines; Tab leaves."""

    settled = Signal(str)

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * (lines + 0.6)) + 10)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.settle)
        self.textChanged.connect(self._rest.start)

    def show_value(self, value: str) -> None:
        """Show a text, unless that is what stands here already."""
        self._shown = value
        if value != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(value)
            self.blockSignals(False)
        self._rest.stop()

    def settle(self) -> None:
        """Hand over what was typed."""
        self._rest.stop()
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.settled.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Leaving is enough."""
        super().focusOutEvent(event)
        self.settle()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if is_report_key(event):
            event.ignore()
            return False
        return super().event(event)


class EditChoice(QComboBox):
    """One of a closed list; what is chosen is handed over at once."""

    settled = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(options)
        self.currentIndexChanged.connect(lambda _: self.settled.emit(self.currentData() or ""))

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Another list, of values and their words."""
        self.blockSignals(True)
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.blockSignals(False)

    def show_value(self, value: str) -> None:
        """Show what is chosen."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(False)

    def settle(self) -> None:
        """Nothing ever waits here."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A wheel that scrolls the pane must not change an answer."""
        event.ignore()


class EditTick(QCheckBox):
    """Yes or no, as "1" or ""."""

    settled = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.toggled.connect(lambda on: self.settled.emit("1" if on else ""))

    def show_value(self, value: str) -> None:
        """Show yes or no."""
        self.blockSignals(True)
        self.setChecked(bool(value))
        self.blockSignals(False)

    def settle(self) -> None:
        """Nothing ever waits here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter ticks too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)


Input = EditLine | EditLines | EditChoice | EditTick
