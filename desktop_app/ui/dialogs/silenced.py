"""What the clerk wants to hear no more of, in this report and for good; Delete lets it speak again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.proofreading.kinds import kind_name
from desktop_app.reports.silencing import Silence, silences, silencing
from desktop_app.services.services import Services
from desktop_app.services.silenced import always_silent, silence_for_good
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

ABOUT = "Những điều đã bỏ qua. Chọn một dòng rồi bấm Delete để được nhắc lại."
NOTHING = "Chưa bỏ qua điều nào. Chọn một dòng trong danh sách kiểm tra rồi bấm Ctrl+F8."
HERE, EVERYWHERE = "Báo cáo này", "Mọi báo cáo"
SHORT = 60


class SilencedModel(RowsModel[Silence]):
    """One row for each kind and words that are silenced."""

    heads = ("Loại", "Chữ", "Nơi", "Bỏ qua ở")

    def __init__(self, bridge: SessionBridge, services: Services) -> None:
        super().__init__()
        self._bridge, self._services = bridge, services
        self.look()

    def look(self) -> None:
        """Read anew what is silenced."""
        here = silences(self._bridge.session.filled.entries)
        always = sorted(always_silent(self._services.preferences))
        self.show([*sorted(here, key=lambda silence: silence.key), *always])

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        silence = self.rows[row]
        names = self._bridge.session.filled.plan.names
        row_key = known_keys.row_of(silence.key)
        place = names.get(row_key, row_key)
        place = f"Ghi chú của {place}" if known_keys.is_note(silence.key) else place
        words = " ".join(silence.words.split())
        words = words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"
        return (kind_name(silence.code), words, place, HERE if silence.key else EVERYWHERE)


class SilencedDialog(QDialog):
    """Looked at, and taken back row by row."""

    def __init__(self, bridge: SessionBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self.setWindowTitle("Các điều đã bỏ qua")
        give_help_key(self, "kiem-tra#bỏ-qua")
        open_at(self, 820, 460)
        self.model = SilencedModel(bridge, services)
        self._about = PlainLabel("")
        self._about.setWordWrap(True)
        self.table = RowTable(self.model, "Các điều đã bỏ qua", 1, {0: 210, 2: 200, 3: 110}, self)
        self.table.selectRow(0)
        buttons = QDialogButtonBox()
        self._again = buttons.addButton("Nhắc lại", QDialogButtonBox.ButtonRole.ActionRole)
        self._again.clicked.connect(self.take_back)
        buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._about)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete lets the row speak again; Enter closes nothing by accident."""
        if event.key() == Qt.Key.Key_Delete:
            self.take_back()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def take_back(self) -> None:
        """Let the chosen row speak again."""
        row = self.table.currentIndex().row()
        silence = self.model.at(row)
        if silence is None:
            return
        if silence.key:
            self._bridge.edit(*silencing(self._bridge.session.filled.entries, silence, silent=False))
        else:
            silence_for_good(self._services.preferences, silence, silent=False)
        self.model.look()
        self.table.selectRow(min(row, len(self.model.rows) - 1))
        self._say()

    def _say(self) -> None:
        self._about.setText(ABOUT if self.model.rows else NOTHING)
        self._again.setEnabled(bool(self.model.rows))
