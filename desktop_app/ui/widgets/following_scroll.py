"""A page that scrolls: the place where the next letter goes is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

ROOM = 60
"""Pixels that stay free above and below the cursor, where there are so many."""


class FollowingScroll(QScrollArea):
    """Follows focus and cursor in what it holds, and remembers who had the focus last."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.last: QWidget | None = None
        self._shown: QWidget | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self._inner = inner
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # once editors have grown to their texts
        self._soon.timeout.connect(self._follow)
        for field in inner.findChildren(QWidget):
            if isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit):
                field.cursorPositionChanged.connect(self._follow_soon)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self.verticalScrollBar().rangeChanged.connect(self._follow_soon)

    def come_back(self, first: QWidget | None) -> None:
        """Focus the place that had it last, else the first; where nothing is entered, what scrolls."""
        target = self.last or first or self
        if target is self:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    def show_place(self, field: QWidget) -> None:
        """Keep the cursor of this field in sight until another takes the focus here."""
        self._shown = field
        self._soon.start()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now and self._inner.isAncestorOf(now):
            self.last, self._shown = now, None
            self._soon.start()

    def _follow_soon(self) -> None:
        if self._followed():
            self._soon.start()

    def _followed(self) -> QWidget | None:
        """Whose cursor is to be seen now."""
        return self._shown or (self.last if self.last and self.last.hasFocus() else None)

    def _follow(self) -> None:
        field = self._followed()
        if field is None:
            return
        place = _cursor_of(field)
        top = field.mapTo(self._inner, place.topLeft()).y()
        room = max(0, min(ROOM, (self.viewport().height() - place.height()) // 2))
        self.ensureVisible(0, top + place.height() // 2, 0, room + place.height() // 2)


def _cursor_of(field: QWidget) -> QRect:
    """Where in the field the next letter goes; all of a field of one line."""
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.cursorRect().translated(field.viewport().pos())
    return field.rect()
