"""What was doubtful in a form that was read from Word or Excel, and the sums that its numbers suggest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.form_import.draft import OfferedSum
from desktop_app.ui.form_editor import doing
from desktop_app.ui.form_editor.doing import Action
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.widgets.plain_label import PlainLabel

READ = (
    "Đã đọc tệp thành một bản nháp; tệp trên đĩa giữ nguyên. Các điều sau cần xem lại trong trang soạn mẫu."
)
OFFERS = "Theo số thứ tự của các dòng, mẫu có thể có các tổng và tỷ lệ sau; phím cách để bỏ hoặc chọn:"


class ReviewDraftDialog(QDialog):
    """Doubts to read, and sums to tick; all are ticked at first."""

    def __init__(self, doubts: Sequence[str], offers: Sequence[OfferedSum], parent: QWidget) -> None:
        super().__init__(parent)
        self._offers = offers
        self.setWindowTitle("Mẫu đọc từ tệp")
        give_help_key(self, "mau-bao-cao#từ-tệp-word-excel")
        open_at(self, 720, 520)
        self.doubts, self.sums = QListWidget(), QListWidget()
        layout = QVBoxLayout(self)
        layout.addWidget(_told(READ))
        self.doubts.setAccessibleName("Cần xem lại")
        self.doubts.setWordWrap(True)
        for doubt in doubts:
            QListWidgetItem(f"▲ {doubt}", self.doubts)
        layout.addWidget(self.doubts, 1)
        self.sums.setAccessibleName("Tổng và tỷ lệ")
        self.sums.setWordWrap(True)
        for offer in offers:
            item = QListWidgetItem(offer.sentence, self.sums)
            item.setCheckState(Qt.CheckState.Checked)
        if offers:
            layout.addWidget(_told(OFFERS))
            layout.addWidget(self.sums, 2)
            self.sums.setCurrentRow(0)
        layout.addWidget(self._buttons())
        (self.sums if offers else self.doubts).setFocus()

    def chosen(self) -> list[OfferedSum]:
        """The offers that are ticked."""
        items = enumerate(self._offers)
        return [one for n, one in items if self.sums.item(n).checkState() == Qt.CheckState.Checked]

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        words = "Dùng các mục đã chọn" if self._offers else "Soạn tiếp"
        buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        if self._offers:
            buttons.addButton("Không dùng mục nào", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def review(doubts: Sequence[str], offers: Sequence[OfferedSum], parent: QWidget) -> Action | None:
    """What puts the chosen sums and rates into the draft; None for none."""
    dialog = ReviewDraftDialog(doubts, offers, parent)
    chosen = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    steps = [doing.relate(one.key, f"{one.kind}_of", one.of) for one in chosen]
    return doing.together(f"Đặt {len(steps)} tổng và tỷ lệ", steps) if steps else None


def _told(words: str) -> PlainLabel:
    label = PlainLabel(words)
    label.setWordWrap(True)
    label.setProperty("quiet", True)
    return label
