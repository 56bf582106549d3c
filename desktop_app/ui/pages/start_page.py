"""The start page: every report of this computer, and the ways to begin another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.sample import samples_made
from desktop_app.services.services import Services
from desktop_app.ui import first_use
from desktop_app.ui.models.report_list import ReportListModel
from desktop_app.ui.widgets.due_box import DueBox
from desktop_app.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from desktop_app.ui.widgets.welcome import Welcome

WELCOMED = "welcome.seen"
EMPTY = (
    "Chưa có báo cáo nào trên máy này.\n\n"
    "«Báo cáo mới» tạo một báo cáo trống cho kỳ của bạn.\n"
    "«Mở báo cáo mẫu» cho xem ba kỳ đã điền sẵn để làm quen; xóa lúc nào cũng được."
)


class StartPage(QWidget):
    """The list, and what can be done with it."""

    guide_place = "danh-sach"
    opened = Signal(str)
    wanted = Signal(str)  # "new", "next", "sample", "import", "export", "delete"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("Báo cáo cải cách hành chính")
        title.setProperty("title", True)
        buttons = QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for name, text in (
            ("new", "Báo cáo mới"), ("next", "Tạo từ kỳ trước"), ("sample", "Mở báo cáo mẫu"),
            ("import", "Nhập"), ("export", "Xuất"), ("delete", "Xóa"),
        ):  # fmt: skip
            button = QPushButton(text)
            button.setProperty("primary", name == "new")
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            self.buttons[name] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.model = ReportListModel(self)
        widths = {0: 170, 2: 150, 3: 150, 4: 70, 5: 90, 6: 130}
        self.table = RowTable(self.model, "Danh sách báo cáo", 1, widths, self)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.activated.connect(lambda index: self.opened.emit(self.model.rows[index.row()].id))
        empty = QLabel(EMPTY)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setProperty("quiet", True)
        self.due = DueBox(self)
        self.due.opened.connect(self.opened)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self._welcome: Welcome | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self.due)
        layout.addLayout(buttons)
        layout.addLayout(self._stack, 1)

    def show_reports(self, services: Services) -> None:
        """Show the list anew, in the order that was chosen for it, and go where the next key belongs."""
        chosen, row = self.chosen(), self.table.currentIndex().row()
        summaries = services.library.summaries()
        self.model.show_reports(summaries, services.catalogue.names(), samples_made(services))
        head = self.table.horizontalHeader()
        self.model.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())
        self.due.show_owed(services.due, summaries)
        self._stack.setCurrentIndex(0 if summaries else 1)
        if not summaries and not services.preferences.get(WELCOMED):
            self._welcome_her(services)
        for name in ("next", "export", "delete"):
            self.buttons[name].setEnabled(bool(summaries))
        ids = [summary.id for summary in self.model.rows]
        if ids:
            self.table.selectRow(ids.index(chosen) if chosen in ids else max(0, min(row, len(ids) - 1)))
        (self.table if ids else self._welcoming() or self.buttons["new"]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape passes the welcome over."""
        if event.key() == Qt.Key.Key_Escape and self._welcoming():
            self._answer("close")
        else:
            super().keyPressEvent(event)

    def _welcome_her(self, services: Services) -> None:
        """Hints in the place of the list, while there is nothing to list and she has not seen them."""
        if self._welcome is None:
            self._welcome = first_use.welcome()
            self._welcome.wanted.connect(self._answer)
            self._welcome.seen.connect(partial(services.preferences.keep, WELCOMED, "1"))
            self._stack.addWidget(self._welcome)
        self._stack.setCurrentWidget(self._welcome)

    def _welcoming(self) -> Welcome | None:
        """The hints, while they are shown."""
        return self._welcome if self._stack.currentWidget() is self._welcome else None

    def _answer(self, name: str) -> None:
        """Do what she chose; the guide is read beside the hints, all else puts them away."""
        if name != "guide":
            self._stack.setCurrentIndex(1)
            self.buttons["new"].setFocus()
        if name != "close":
            self.wanted.emit(name)

    def chosen(self) -> str:
        """The id of the chosen report; "" without one."""
        row = self.table.currentIndex().row()
        chosen = self.model.at(row)
        return chosen.id if chosen else ""
