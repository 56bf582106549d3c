"""Backups and restoring: every backup, what is inside the chosen one, and what a restore would change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.periods import period_name, read_period
from desktop_app.services import offsite_backup
from desktop_app.services.comparison import Compared, compare
from desktop_app.services.services import Services
from desktop_app.services.taking_back import take_back
from desktop_app.ui.backups.backup_list import BackupListModel
from desktop_app.ui.dialogs.ask import ask
from desktop_app.ui.dialogs.files import ask_which
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

ABOUT = (
    "Chương trình tự sao lưu khi đóng, mỗi 30 phút làm việc và trước việc rủi ro; mỗi bản được mở ra kiểm "
    "tra sau khi ghi. Phục hồi không xóa gì: tệp hiện có được giữ thành một bản trong danh sách này."
)
NONE_YET = (
    "Chưa có bản sao lưu nào; bản đầu tiên được tạo khi bạn đóng chương trình, hoặc bấm «Sao lưu ngay»."
)
NO_SECOND = "Nơi sao lưu thứ hai: chưa chọn."


class BackupsPage(QWidget):
    """A list of backups above the contents of the chosen one."""

    guide_place = "sao-luu"

    back = Signal()
    wanted = Signal(str)  # "now" or "second"
    restored = Signal(object)  # the Backup that was replaced, or None
    taken_back = Signal(str)  # the id of a report that was taken out of a backup
    complained = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._other: Path | None = None
        title = QLabel("Sao lưu và phục hồi")
        title.setProperty("title", True)
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        self.model = BackupListModel(parent=self)
        self.table = RowTable(self.model, "Các bản sao lưu", 2, {0: 60, 1: 160, 3: 90}, self)
        self.table.selectionModel().currentChanged.connect(self._choose)
        self._inside = PlainLabel()
        self._inside.setWordWrap(True)
        self._inside.setProperty("heading", True)
        self.contents = QListWidget()
        self.contents.setAccessibleName("Trong bản sao lưu này")
        self.contents.setWordWrap(True)
        self.contents.currentRowChanged.connect(lambda _: self._show_takeable())
        self._second = PlainLabel()
        self._second.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(about)
        layout.addLayout(self._make_buttons())
        layout.addWidget(self.table, 3)
        layout.addLayout(self._over_contents())
        layout.addWidget(self.contents, 2)
        layout.addWidget(self._second)

    def show_backups(self) -> None:
        """Show the list anew, the newest chosen."""
        self._other = None
        self.model.show(self._services.backups().all())
        place = offsite_backup.folder(self._services.preferences)
        self._second.setText(f"Nơi sao lưu thứ hai: {place}" if place else NO_SECOND)
        if self.model.rows:
            self.table.selectRow(0)
        self._show_contents(self.chosen())
        self.table.setFocus()

    def chosen(self) -> Path | None:
        """The backup to restore: a file opened by hand, or the one chosen in the list."""
        chosen = self.model.at(self.table.currentIndex().row())
        return self._other or (chosen.path if chosen else None)

    def open_other(self, path: Path) -> None:
        """Show what is inside a backup that lies elsewhere."""
        self._other = path
        self._show_contents(path)

    def restore(self) -> None:
        """Put the chosen backup in place, after a question that says what happens."""
        path = self.chosen()
        if path is None:
            return
        question = (
            f"Thay toàn bộ dữ liệu hiện tại bằng {self._named(path)}? Dữ liệu hiện tại được giữ thành "
            "một bản sao lưu, nên việc này hoàn tác được."
        )
        if not ask(self, question, "Phục hồi bản này", "Giữ dữ liệu hiện tại"):
            return
        QThreadPool.globalInstance().waitForDone()  # a backup that is being made needs the file open
        try:
            self.restored.emit(self._services.backups().restore(path))
        except (UserFault, EnvironmentFault) as fault:
            self.complained.emit(str(fault))

    def take_back(self) -> None:
        """Take the chosen report alone out of the backup, after a question that says what happens."""
        path, one = self.chosen(), self._chosen_report()
        if path is None or one is None:
            return
        question = (
            f"Lấy riêng báo cáo {period_name(read_period(one.period))} từ {self._named(path)} vào danh sách? "
            "Các báo cáo hiện có giữ nguyên; nếu báo cáo này còn đó thì bản lấy lại đứng riêng bên cạnh."
        )
        if not ask(self, question, "Lấy riêng báo cáo này", "Thôi"):
            return
        QThreadPool.globalInstance().waitForDone()
        try:
            self.taken_back.emit(take_back(self._services, path, one.id))
        except (UserFault, EnvironmentFault) as fault:
            self.complained.emit(str(fault))

    def _chosen_report(self) -> Compared | None:
        """The line that is chosen of the contents; None where the backup has no such report."""
        row = self.contents.currentRow()
        one = self._compared[row] if 0 <= row < len(self._compared) else None
        return one if one and one.held else None

    def _show_takeable(self) -> None:
        self.buttons["one"].setEnabled(self._chosen_report() is not None)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for name, text, act in (
            ("restore", "Phục hồi bản này…", self.restore),
            ("now", "Sao lưu ngay", lambda: self.wanted.emit("now")),
            ("second", "Chọn nơi thứ hai…", lambda: self.wanted.emit("second")),
            ("other", "Mở bản sao lưu khác…", self._ask_other),
            ("back", "Quay lại", self.back.emit),
        ):
            button = QPushButton(text)
            button.setProperty("primary", name == "restore")
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _over_contents(self) -> QHBoxLayout:
        """What the list below holds, and the button for one line of it."""
        one = self.buttons["one"] = QPushButton("Lấy riêng một báo cáo…")
        one.clicked.connect(self.take_back)
        row = QHBoxLayout()
        row.addWidget(self._inside, 1)
        row.addWidget(one)
        return row

    def _choose(self, _index: QModelIndex, _before: QModelIndex) -> None:
        self._other = None
        self._show_contents(self.chosen())

    def _show_contents(self, path: Path | None) -> None:
        """Every report in the backup and how it differs from today's."""
        self.contents.clear()
        self._compared: list[Compared] = []
        self._show_takeable()
        self.buttons["restore"].setEnabled(False)
        self._inside.setText(f"Trong {self._named(path)}:" if path else NONE_YET)
        if path is None:
            return
        try:
            self._compared = compare(path, self._services.file)
        except (UserFault, EnvironmentFault) as fault:
            self._inside.setText(f"● {fault}")
            return
        for one in self._compared:
            agency = one.agency or "(chưa ghi cơ quan)"
            self.contents.addItem(f"{period_name(read_period(one.period))} · {agency}: {one.words}")
        self.buttons["restore"].setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape goes back, as in every dialog."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _named(self, path: Path) -> str:
        """A backup of the list by number and time; one that was opened by hand by its name."""
        one = next((backup for backup in self.model.rows if backup.path == path), None)
        return f"bản sao lưu số {one.number} ({one.made_at:%d/%m/%Y %H:%M})" if one else f"tệp «{path.name}»"

    def _ask_other(self) -> None:
        if chosen := ask_which(self, "Mở bản sao lưu", "Bản sao lưu (*.db)"):
            self.open_other(chosen)
