"""A pasted block before it is taken: each number as it came and as it would be read, one way for all."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.base.number_styles import Style, is_in_doubt, read_as, spelled, style_of
from desktop_app.forms.values import is_numeric
from desktop_app.reports.filled_report import FilledReport
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

ABOUT = "Đoạn dán có số viết được theo hai cách. Chọn một cách cho cả đoạn; cột «Sẽ ghi» là số sẽ vào bảng."
WAYS: dict[Style, str] = {
    "vietnamese": "Cách viết Việt Nam: 1.234 là một nghìn hai trăm ba mươi tư, 1,5 là một phẩy năm",
    "english": "Cách viết Anh, Mỹ: 1,234 là một nghìn hai trăm ba mươi tư, 1.5 là một phẩy năm",
}
NO_NUMBER = "▲ không phải là số; giữ nguyên như đã dán"


class PastedModel(RowsModel[tuple[str, str]]):
    """One row for each figure of the block."""

    heads = ("Chỗ", "Trong đoạn dán", "Sẽ ghi")
    centred = frozenset({1, 2})

    def __init__(self, filled: FilledReport, texts: Mapping[str, str], parent: QObject) -> None:
        super().__init__([(filled.plan.names[key], text) for key, text in texts.items()], parent)
        self.style: Style = style_of(texts.values())

    def choose(self, style: Style) -> None:
        """Read all in this way."""
        self.style = style
        self.show(self.rows)

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        place, text = self.rows[row]
        taken = spelled(text, self.style) if read_as(text, self.style) is not None else NO_NUMBER
        return place, text, taken


class PastePreviewDialog(QDialog):
    """The two ways, the figures below; Enter pastes."""

    def __init__(self, filled: FilledReport, texts: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dán số liệu")
        open_at(self, 720, 460)
        give_help_key(self, "phu-luc#dán-từ-excel")
        self.model = PastedModel(filled, texts, self)
        layout = QVBoxLayout(self)
        about = PlainLabel(ABOUT)
        about.setWordWrap(True)
        layout.addWidget(about)
        self._ways = QButtonGroup(self)
        for number, (style, words) in enumerate(WAYS.items()):
            way = QRadioButton(words)
            way.setChecked(style == self.model.style)
            self._ways.addButton(way, number)
            layout.addWidget(way)
        self._ways.idToggled.connect(self._choose)
        table = RowTable(self.model, "Các số sẽ dán", 0, {1: 150, 2: 260}, self)
        layout.addWidget(table, 1)
        buttons = QDialogButtonBox()
        buttons.addButton("Dán", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Không dán", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        if chosen := self._ways.checkedButton():
            chosen.setFocus()

    def _choose(self, number: int, chosen: bool) -> None:
        if chosen:
            self.model.choose(list(WAYS)[number])


def decided(filled: FilledReport, texts: Mapping[str, str], parent: QWidget) -> dict[str, str] | None:
    """The block as it is to be taken; None when the clerk leaves it. Asks only where there is a doubt."""
    kinds = {key: filled.plan.kind(key) for key in texts if not known_keys.is_note(key)}
    figures = {key: text for key, text in texts.items() if key in kinds and is_numeric(kinds[key]) and text}
    if len(figures) < 2 or not is_in_doubt(figures.values()):
        return dict(texts)
    dialog = PastePreviewDialog(filled, figures, parent)
    taken = dialog.exec() == QDialog.DialogCode.Accepted
    style = dialog.model.style
    dialog.deleteLater()
    return {**texts, **{key: spelled(text, style) for key, text in figures.items()}} if taken else None
