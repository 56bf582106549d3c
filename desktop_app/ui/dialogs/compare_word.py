"""What was changed in Word: each difference with both texts, taken over or left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.differences_model import DifferencesModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable
from desktop_app.word_import.comparison import WordDifference

ABOUT = (
    "Đánh dấu những chỗ muốn lấy theo tệp (phím cách hoặc bấm chuột); chỗ không đánh dấu giữ như trong "
    "báo cáo. Lấy xong, một lần hoàn tác (Ctrl+Z) bỏ tất cả."
)
LINES = 5


class CompareWordDialog(QDialog):
    """The differences in a table above both texts of the chosen one; `chosen` once accepted."""

    def __init__(
        self,
        name: str,
        differences: list[WordDifference],
        remarks: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"So với {name}")
        give_help_key(self, "nhap-tu-word#đã-sửa-trong-word")
        open_at(self, 1100, 620)
        self._model = DifferencesModel(differences)
        self.table = RowTable(self._model, "Những chỗ khác nhau", 3, {0: 50, 1: 260, 2: 360}, self)
        self._ours, self._theirs = _text("Trong báo cáo"), _text("Trong tệp")
        said = [f"{len(differences)} chỗ khác nhau.", *(f"▲ {remark}." for remark in remarks)]
        self._lay_out(" ".join(said))
        self.table.selectionModel().currentChanged.connect(lambda new, _old: self._show(new.row()))
        self.table.clicked.connect(self._click)
        self.table.activated.connect(lambda index: self._toggle([index.row()]))
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._toggle([self.table.currentIndex().row()]))
        self._toggle([])
        self.table.selectRow(0)
        self.table.setFocus()

    def chosen(self) -> list[WordDifference]:
        """What is to be taken over."""
        return self._model.chosen()

    def _click(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._toggle([index.row()])

    def _toggle(self, rows: list[int]) -> None:
        self._model.toggle([row for row in rows if row >= 0])
        count = len(self._model.taken)
        self._take.setText(f"Lấy {count} chỗ đã đánh dấu")
        self._take.setEnabled(bool(count))

    def _show(self, row: int) -> None:
        one = self._model.at(row)
        self._ours.setPlainText(one.ours if one else "")
        self._theirs.setPlainText(one.theirs if one else "")

    def _lay_out(self, said: str) -> None:
        heading, about = PlainLabel(said), QLabel(ABOUT)
        heading.setProperty("heading", True)
        about.setProperty("quiet", True)
        texts = QHBoxLayout()
        for label, text in (("Trong báo cáo", self._ours), ("Trong tệp", self._theirs)):
            column = QVBoxLayout()
            column.addWidget(QLabel(label))
            column.addWidget(text)
            texts.addLayout(column)
        layout = QVBoxLayout(self)
        for part in (heading, about):
            part.setWordWrap(True)
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(texts)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._take = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setProperty("primary", True)
        every = buttons.addButton("Đánh dấu &tất cả", QDialogButtonBox.ButtonRole.ActionRole)
        leave = buttons.addButton("Giữ như trong báo cáo", QDialogButtonBox.ButtonRole.RejectRole)
        every.clicked.connect(lambda: self._toggle(list(range(len(self._model.rows)))))
        for button in (self._take, every, leave):
            button.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _text(name: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(name)
    text.setFixedHeight(text.fontMetrics().lineSpacing() * LINES + 12)
    return text
