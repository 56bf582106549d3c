"""The tab "Chưa có chỗ": what a report brought along from another form that this one has no place for."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.reports.session import Changes
from desktop_app.reports.succession import TrayItem, tray
from desktop_app.searching.hits import Hit
from desktop_app.ui.pages.page import Page
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.hit_mark import select_letters
from desktop_app.ui.widgets.plain_label import PlainLabel

ABOUT = (
    "Những nội dung dưới đây có ở mẫu trước hoặc trong tệp Word nhưng mẫu này không có chỗ. Chép vào nơi phù "
    "hợp, hoặc bỏ đi; bỏ nhầm thì hoàn tác bằng Ctrl+Z."
)
NOTHING_LEFT = "Không còn nội dung nào chờ xếp chỗ."
LINES = 4


class TrayPage(Page):
    """One block for each thing without a place: what it was called, its words, and two buttons."""

    guide_place = "chua-co-cho"

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._about = PlainLabel(ABOUT)
        self._about.setWordWrap(True)
        self._blocks: dict[str, QWidget] = {}
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.addWidget(self._about)
        self._layout.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._show()

    def go_to(self, key: str) -> None:
        """Focus the words of the key."""
        block = self._blocks.get(key.removeprefix(known_keys.TRAY))
        words = block.findChild(QPlainTextEdit) if block else None
        if words:
            words.setFocus()

    def show_hit(self, hit: Hit) -> QWidget | None:
        """Select the letters among the words of their block."""
        block = self._blocks.get(hit.key.removeprefix(known_keys.TRAY))
        words = block.findChild(QPlainTextEdit) if block else None
        if words is None or block is None:
            return None
        select_letters(words, hit.start, hit.end)
        self._area.ensureWidgetVisible(block)
        return words

    def focus_first(self) -> None:
        """Focus the first words that wait."""
        if first := next(iter(self._blocks), ""):
            self.go_to(first)

    def refresh(self, changes: Changes) -> None:
        """Show what is left."""
        if any(known_keys.is_tray(key) for key in changes.keys):
            self._show()

    def _show(self) -> None:
        items = {item.key: item for item in tray(self.session.filled.entries)}
        for key in [key for key in self._blocks if key not in items]:
            block = self._blocks.pop(key)
            block.hide()
            block.deleteLater()
        for key, item in items.items():
            if key not in self._blocks:
                self._blocks[key] = self._block(item)
                self._layout.insertWidget(self._layout.count() - 1, self._blocks[key])
        self._about.setText(ABOUT if items else NOTHING_LEFT)

    def _block(self, item: TrayItem) -> QWidget:
        block = QWidget()
        name = PlainLabel(item.label)
        name.setWordWrap(True)
        text = QPlainTextEdit(item.text)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(item.label)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * LINES)
        copy, drop = QPushButton("Sao chép"), QPushButton("Bỏ")
        copy.clicked.connect(partial(QGuiApplication.clipboard().setText, item.text))
        drop.clicked.connect(partial(self._drop, item))
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addWidget(drop)
        buttons.addStretch(1)
        layout = QVBoxLayout(block)
        layout.addWidget(name)
        layout.addWidget(text)
        layout.addLayout(buttons)
        return block

    def _drop(self, item: TrayItem) -> None:
        """Take it away, as one step that can be undone."""
        self.bridge.edit_many(f"Bỏ {item.label}", {known_keys.TRAY + item.key: ""})
        self.focus_first()
