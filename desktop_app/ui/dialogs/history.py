"""The history of a cell or paragraph: every version, what differs from today's, and taking one back."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base import known_keys
from desktop_app.reports.prose import in_words
from desktop_app.services.library import Library
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.versions_model import VersionsModel
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.row_table import RowTable

OTHER = QColor("#fff0c2")
ABOUT = "Nền vàng là chỗ khác với nội dung đang có. Lấy lại một bản cũng là một lần sửa, hoàn tác được."
FEW = 12
"""So many versions are shown one by one; more are shown by sitting at first."""


class HistoryDialog(QDialog):
    """Versions of one key; "Lấy lại bản này" makes an earlier text the present one."""

    def __init__(self, bridge: SessionBridge, library: Library, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._key = bridge, key
        session = bridge.session
        self.setWindowTitle(f"Lịch sử: {session.filled.plan.names.get(known_keys.row_of(key), key)}")
        give_help_key(self, "lich-su")
        open_at(self, 760, 520)
        prose = session.filled.plan.is_prose(key)
        self.model = VersionsModel(
            library.versions(session.filled.report.id, key),
            partial(in_words, prose=prose),
            self,
        )
        self.table = RowTable(self.model, "Các bản đã có", 3, {0: 150, 1: 110, 2: 90}, self)
        self.table.selectionModel().currentChanged.connect(self._show)
        self.table.activated.connect(self._take_back)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Nội dung của bản đang chọn")
        self.every = QCheckBox("Hiện từng lần lưu")
        self.every.toggled.connect(self._show_every)
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        buttons = QDialogButtonBox()
        self.take = buttons.addButton("Lấy lại bản này", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take_back)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part, stretch in ((self.table, 3), (self.every, 0), (self.text, 2), (about, 0), (buttons, 0)):
            layout.addWidget(part, stretch)
        many = len(self.model.rows) > FEW
        self.every.setVisible(many)
        self.every.setChecked(not many)
        self._show_every(not many)

    def _show_every(self, every: bool) -> None:
        self.model.show_every_save(every)
        self.table.selectRow(min(1, self.model.rowCount() - 1))
        self._show(self.table.currentIndex())

    def _show(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        """The chosen version, marked where it differs from the present one."""
        row = index.row()
        self.take.setEnabled(row > 0)
        if row < 0:
            self.text.clear()
            return
        now, then = self.model.text(0), self.model.text(row)
        self.text.setPlainText(then)
        mark = QTextCharFormat()
        mark.setBackground(OTHER)
        mark.setFontUnderline(True)
        for first, last in _differing(now, then):
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(_units(then[:first]))
            cursor.setPosition(_units(then[:last]), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(mark)

    def _take_back(self) -> None:
        row = self.table.currentIndex().row()
        if row > 0:
            self._bridge.edit(self._key, self.model.rows[row].entry.text)
        self.accept()


def _differing(now: str, then: str) -> list[tuple[int, int]]:
    """Where words of `then` differ from those of `now`, as places of letters."""
    words_now, words_then = now.split(" "), then.split(" ")
    starts = [0]
    for word in words_then:
        starts.append(starts[-1] + len(word) + 1)
    blocks = SequenceMatcher(None, words_now, words_then, autojunk=False).get_opcodes()
    return [(starts[j1], max(starts[j1], starts[j2] - 1)) for tag, _, _, j1, j2 in blocks if tag != "equal"]


def _units(text: str) -> int:
    """The length as Qt counts it: letters beyond the basic plane are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
