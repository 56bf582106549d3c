"""The chain of rows and numbers behind a number or a finding; Enter goes to the row of a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop_app.reports.why import Link
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

STEP = "    "
ABOUT = "Số ở mỗi dòng được tính từ các dòng thụt vào bên dưới. Enter: đến dòng đang chọn."


class LinksModel(RowsModel[Link]):
    """One row for each line of the chain, set in as deep as it lies."""

    heads = ("Chỗ", "Nội dung", "Đang có", "Vì sao")

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        link = self.rows[row]
        return STEP * link.depth + link.place, link.label, link.shown or "(trống)", link.how


class WhyDialog(QDialog):
    """The table; `chosen` is the key to go to, "" when the clerk only looked."""

    def __init__(self, links: Sequence[Link], sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.setWindowTitle("Vì sao có số này")
        open_at(self, 900, 420)
        give_help_key(self, "kiem-tra#vì-sao-có-số-này")
        self._model = LinksModel(links)
        self.table = RowTable(self._model, "Các dòng và số", 1, {0: 230, 2: 150, 3: 230}, self)
        self.table.selectRow(0)
        self.table.activated.connect(lambda _index: self._go())
        buttons = QDialogButtonBox()
        buttons.addButton("Đến dòng này", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for text in filter(None, (sentence, ABOUT)):
            label = PlainLabel(text)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.table.setFocus()

    def _go(self) -> None:
        row = self.table.currentIndex().row()
        if link := self._model.at(row):
            self.chosen = link.key
        self.accept()


def ask_why(links: Sequence[Link], sentence: str, parent: QWidget) -> str:
    """Show the chain; the key of the line that the clerk wants to go to, "" for none."""
    dialog = WhyDialog(links, sentence, parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen
