"""The tab "Trình ký": all that stands between now and a signature, each a click or Enter away."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.reports.progress import standing
from desktop_app.reports.session import Changes
from desktop_app.ui.looking import Looking
from desktop_app.ui.models.open_items_model import OpenItem, OpenItemsModel, open_things
from desktop_app.ui.pages.page import Page
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

READY = "Không còn việc gì: báo cáo sẵn sàng trình ký."
HOW = "Enter hoặc bấm vào một dòng để đến đúng chỗ; Ctrl+Shift+X ở mỗi thẻ để đánh dấu «Đã nhập xong»."
PAUSE_MS = 150
WIDTHS = {0: 130, 1: 90}


class ReadyPage(Page):
    """The list is made anew once the report rests, and only while somebody looks at it."""

    guide_place = "trinh-ky"

    def __init__(self, bridge: SessionBridge, looking: Looking, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._looking = looking
        title = QLabel("Trước khi trình ký")
        title.setProperty("heading", True)
        self._summary, self._how = PlainLabel(), PlainLabel(HOW)
        self._how.setProperty("quiet", True)
        for label in (self._summary, self._how):
            label.setWordWrap(True)
        self.model = OpenItemsModel(parent=self)
        self.table = RowTable(self.model, "Việc còn lại trước khi trình ký", 2, WIDTHS, self)
        self.table.setWordWrap(True)
        self.table.clicked.connect(self._go)
        self.table.activated.connect(self._go)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(6)
        for part in (title, self._summary, self._how):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.setAccessibleName("Trước khi trình ký")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # where there is no list
        self._show()

    def go_to(self, key: str) -> None:
        """Choose the row that leads to the key."""
        keys = [item.key for item in self.model.rows]
        self.table.selectRow(keys.index(key) if key in keys else 0)
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the list, at the row where the clerk was."""
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        (self.table if self.model.rows else self).setFocus()

    def refresh(self, changes: Changes) -> None:
        """Make the list again after a pause."""
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what was edited meanwhile."""
        super().showEvent(event)
        self._looking.look()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Sentences are wrapped anew."""
        super().resizeEvent(event)
        self._pause.start()

    def _show(self) -> None:
        chosen = self._chosen()
        items = open_things(self.session.filled)
        if items != self.model.rows:
            self.model.show(items)
            keys = [item.key for item in items]
            self.table.selectRow(keys.index(chosen.key) if chosen and chosen.key in keys else 0)
        words = standing(self.session.filled)
        self._summary.setText(f"Còn {words}." if words else READY)
        for part in (self._how, self.table):
            part.setVisible(bool(items))
        self.table.resizeRowsToContents()

    def _chosen(self) -> OpenItem | None:
        row = self.table.currentIndex().row()
        return self.model.at(row)

    def _go(self, index: QModelIndex) -> None:
        if key := self.model.rows[index.row()].key:
            self.bridge.go_to(key)
