"""The line above a tab's page: how far it is, and the box «Đã nhập xong»."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.reports.progress import tab_line
from desktop_app.reports.session import Changes
from desktop_app.ui.looking import Looking
from desktop_app.ui.marking import is_marked, toggle_mark
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.theme import LEVEL_COLOURS
from desktop_app.ui.widgets.text_line import TextLine

LOST = "▲ Đã bỏ dấu «Đã nhập xong» · "


class DoneLine(QWidget):
    """For one tab; a mark that a change takes back is said here until the tab is marked again."""

    def __init__(self, bridge: SessionBridge, looking: Looking, tab: str) -> None:
        super().__init__()
        self._bridge, self._tab = bridge, tab
        self._lost = False
        self._text = TextLine("Đã nhập đến đâu", 1)
        font = self._text.font()
        font.setBold(True)
        self._text.setFont(font)
        self._box = QCheckBox("Đã nhập xong")
        self._box.setToolTip("Đánh dấu phần này đã nhập xong: chỗ để trống là không có gì (Ctrl+Shift+X)")
        self._box.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where it is
        self._box.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._box)
        bridge.entries_changed.connect(self._on_entries_changed)
        looking.looked.connect(self._show)
        self._show()

    def _toggle(self) -> None:
        toggle_mark(self._bridge, self._tab)

    def _on_entries_changed(self, changes: Changes) -> None:
        if known_keys.mark_of(self._tab) in changes.keys:
            self._lost = self._box.isChecked() and not is_marked(self._bridge, self._tab)
            self._show()

    def _show(self) -> None:
        self._box.setChecked(is_marked(self._bridge, self._tab))
        lost = self._lost and not self._box.isChecked()
        self._text.setStyleSheet(f"color: {LEVEL_COLOURS['warning'].name()}" if lost else "")
        self._text.setText(f"{LOST if lost else ''}{tab_line(self._bridge.session.filled, self._tab)}")
