"""Buttons for whole lines above a table to which the clerk adds some; each says its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.ui.widgets.line_keys import LineKeys


class LineBar(QWidget):
    """Put in, take out, up, down."""

    def __init__(self, keys: LineKeys) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for words, key, act in (
            ("Chèn dòng", "Ctrl+Enter hoặc Insert", keys.insert),
            ("Xóa dòng", "Ctrl+Delete", keys.delete),
            ("Chuyển lên", "Alt+↑", keys.up),
            ("Chuyển xuống", "Alt+↓", keys.down),
        ):
            button = QPushButton(words)
            button.setToolTip(f"{words} ({key})")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same, and the cell stays current
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
