"""A button that shows what was picked, cut where there is no room, and asks for another when pressed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

ROOM = 34
"""What the rim takes of the width."""


class PickButton(QPushButton):
    """Enter presses it as a click does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setProperty("pick", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show these."""
        self._words = words
        self.setToolTip(words)
        self._fit()

    def words(self) -> str:
        """What is shown, uncut."""
        return self._words

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as every button; as wide as there is room."""
        return QSize(ROOM, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the words to the room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter asks too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room = max(ROOM, self.width() - ROOM)
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))
