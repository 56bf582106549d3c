"""The bar beside the tabs in which one looks for words, sees every place, and puts others there."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.searching.wanted import Wanted
from desktop_app.ui.models.hits_model import HitsModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.search_parts import HitList, WordsLine
from desktop_app.ui.widgets.text_line import TextLine

NARROWEST, LOW = 250, 480
"""Pixels: the least width; the height below which there is room for the list alone."""
KEYS = "Enter: chỗ sau · Ctrl+Enter: vào đó sửa · Esc: đóng, về chỗ cũ"
Key = Qt.Key


class SearchBar(QFrame):
    """Fields, list and buttons; it says what is asked for and knows nothing of the report.

    Signals: asked when other words or choices stand there; stepped(1 or -1) to the next or previous
    place; entered to go into the one that is shown; pointed(row) when a line is chosen; the buttons.
    """

    guide_place = "tim-va-thay"
    asked = Signal()
    stepped = Signal(int)
    entered = Signal()
    pointed = Signal(int)
    other_period_asked = Signal()
    replace_asked = Signal()
    review_asked = Signal()
    replace_all_asked = Signal()
    review_left = Signal()
    closed = Signal()

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.words = WordsLine("Chữ cần tìm", self)
        self.new_words = WordsLine("Thay bằng", self)
        self.marks = QCheckBox("Đúng dấu")
        self.whole = QCheckBox("Nguyên từ")
        self.case = QCheckBox("Đúng chữ hoa, chữ thường")
        self.list = HitList(model, self)
        self._count = TextLine("Kết quả tìm", 1)
        self._said = PlainLabel()
        self._said.setAccessibleName("Thông báo của ô tìm")
        self._said.setWordWrap(True)
        self._said.hide()
        self._keys = QLabel(KEYS)
        self._keys.setProperty("quiet", True)
        self._keys.setWordWrap(True)
        self.setMinimumWidth(NARROWEST)
        self.setFocusProxy(self.words)
        self._lay_out()
        self._connect()

    def wanted(self) -> Wanted:
        """What is looked for."""
        return Wanted(
            self.words.text(), self.marks.isChecked(), self.case.isChecked(), self.whole.isChecked()
        )

    def is_strict(self) -> bool:
        """Whether a choice leaves something out."""
        return self.marks.isChecked() or self.case.isChecked() or self.whole.isChecked()

    def show_count(self, text: str) -> None:
        """How many places there are, and which one is shown."""
        self._count.setText(text)

    def say(self, sentence: str) -> None:
        """What was done, or why it was not."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def said(self) -> str:
        """What is said now."""
        return self._said.text()

    def count(self) -> str:
        """What the line of the count says."""
        return self._count.text()

    def show_replacing(self, *, replacing: bool) -> None:
        """With or without the line for the words to put in."""
        self._replacing.setVisible(replacing)

    def show_buttons(self, *, one: bool, every: bool, review: int | None) -> None:
        """Which buttons can be pressed; review: how many ticked places wait for the word, None: no review."""
        reviewing = review is not None
        for button, shown in (
            (self._one, not reviewing), (self._every, not reviewing),
            (self._sure, reviewing), (self._leave, reviewing),
        ):  # fmt: skip
            button.setVisible(shown)
        self._one.setEnabled(one)
        self._every.setEnabled(every)
        self._sure.setText(f"Thay {review or 0} chỗ")
        self._sure.setEnabled(bool(review))
        if reviewing and review and (self._every.hasFocus() or self.new_words.hasFocus()):
            self._sure.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a low screen the list is worth more than what the menu says too."""
        super().resizeEvent(event)
        roomy = event.size().height() > LOW
        self._keys.setVisible(roomy)
        self._other.setVisible(roomy)

    def event(self, event: QEvent) -> bool:
        """Escape is ours while the focus is here, also where the message line listens for it."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes; from the review it goes back to the list first."""
        if event.key() != Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.model.reviewing:
            self.review_left.emit()
        else:
            self.closed.emit()

    def _lay_out(self) -> None:
        title = QLabel("Tìm trong cả báo cáo")
        title.setProperty("heading", True)
        close = QPushButton("Đóng")
        close.setToolTip("Esc")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        choices = QGridLayout()
        choices.addWidget(self.marks, 0, 0)
        choices.addWidget(self.whole, 0, 1)
        choices.addWidget(self.case, 1, 0, 1, 2)
        self._other = QPushButton("Tìm chữ của kỳ khác")
        self._replacing = self._replace_line()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addLayout(choices)
        layout.addWidget(self._other)
        layout.addWidget(self._replacing)
        layout.addWidget(self._count)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._said)
        layout.addWidget(self._keys)

        order = (
            self.words, self.new_words, self._one, self._every, self._sure, self._leave,
            self.marks, self.whole, self.case, self._other, self.list, close,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _replace_line(self) -> QWidget:
        whole = QWidget()
        self._one, self._every = QPushButton("Tha&y"), QPushButton("Thay tất &cả…")
        self._sure, self._leave = QPushButton("Thay"), QPushButton("Thôi")
        self._sure.setProperty("primary", True)
        buttons = QHBoxLayout()
        for button in (self._one, self._every, self._sure, self._leave):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.new_words)
        layout.addLayout(buttons)
        return whole

    def _connect(self) -> None:
        self.words.textChanged.connect(self.asked)
        for choice in (self.marks, self.whole, self.case):
            choice.toggled.connect(self.asked)
        self.words.returned.connect(self.stepped)
        self.new_words.returned.connect(lambda _: self.replace_asked.emit())
        for line in (self.words, self.new_words):
            line.went_down.connect(self.list.setFocus)
            line.entered.connect(self.entered)
        self.list.chosen.connect(self.pointed)
        self.list.went_in.connect(self.entered)
        self._other.clicked.connect(self.other_period_asked)
        self._one.clicked.connect(self.replace_asked)
        self._every.clicked.connect(self.review_asked)
        self._sure.clicked.connect(self.replace_all_asked)
        self._leave.clicked.connect(self.review_left)
