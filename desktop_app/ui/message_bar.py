"""A quiet line below the page: what was done, what went wrong, and one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.ui.widgets.plain_label import PlainLabel


class MessageBar(QFrame):
    """Hidden until something is said; the next message, Escape or "Đóng" takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self._text.setAccessibleName("Thông báo")
        self._act = QPushButton()
        self._do: Callable[[], object] = lambda: None
        self._act.clicked.connect(lambda: self._do())
        self._other = QPushButton()
        self._do_other: Callable[[], object] = lambda: None
        self._other.clicked.connect(lambda: self._do_other())
        close = QPushButton("Đóng")
        close.setToolTip("Esc")
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.hide)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._other)
        row.addWidget(close)
        self.hide()

    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def say(self, sentence: str, act: str = "", do: Callable[[], object] | None = None) -> None:
        """Good news."""
        self._show(sentence, "bar", act, do)

    def offer(self, act: str, do: Callable[[], object]) -> None:
        """One more thing to do about what was just said."""
        self._other.setText(act)
        self._do_other = do
        self._other.show()

    def complain(self, sentence: str, act: str = "", do: Callable[[], object] | None = None) -> None:
        """A fault, as its one sentence, and what can be done about it."""
        self._show(f"● {sentence}", "trouble", act, do)

    def _show(self, sentence: str, kind: str, act: str, do: Callable[[], object] | None) -> None:
        self.setProperty("bar", kind == "bar")
        self.setProperty("trouble", kind == "trouble")
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(sentence)
        self._other.hide()
        self._act.setVisible(bool(do))
        self._act.setText(act)
        self._do = do or (lambda: None)
        self.show()
