"""What a clerk sees at the very first start and never again: the sample, the guide and four hints."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.widgets.plain_label import PlainLabel

TITLE = "Chào bạn! Chưa có báo cáo nào trên máy này."
HINTS = (
    ("Gõ đến đâu, lưu đến đó.", "Không có nút Lưu. Ctrl+Z hoàn tác, cả sau khi tắt máy mở lại."),
    ("Lỗi hiện ở cột bên phải.", "F8 đi đến từng chỗ; cảnh báo có lý do thì ghi giải trình."),
    ("Thấy gì in nấy.", "F9 xem đúng các trang sẽ in; Ctrl+E ghi ra Word và PDF."),
    ("F1 mở hướng dẫn.", "Ở đâu cũng được, hướng dẫn mở đúng trang nói về chỗ đang làm."),
)


class Welcome(QFrame):
    """Four hints and four answers; the focus goes to the first answer."""

    guide_place = "bat-dau"
    wanted = Signal(str)  # "sample", "new", "guide" or "close"
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        title = QLabel(TITLE)
        title.setProperty("heading", True)
        title.setWordWrap(True)
        hints = QGridLayout()
        hints.setColumnStretch(1, 1)
        hints.setHorizontalSpacing(16)
        for row, (short, long) in enumerate(HINTS):
            head, words = PlainLabel(short), PlainLabel(long)
            head.setProperty("heading", True)
            words.setWordWrap(True)
            hints.addWidget(head, row, 0)
            hints.addWidget(words, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(14)
        layout.addWidget(title)
        layout.addLayout(hints)
        layout.addLayout(self._buttons())
        layout.addStretch(1)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Answered, passed over or closed: it has been seen. A window that is made small does not count."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.seen.emit()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text in (
            ("sample", "Xem báo cáo mẫu"), ("new", "Lập báo cáo đầu tiên"),
            ("guide", "Đọc hướng dẫn mười phút"), ("close", "Không hiện nữa"),
        ):  # fmt: skip
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            row.addWidget(button)
            if name == "sample":
                self.setFocusProxy(button)
        row.addStretch(1)
        return row
