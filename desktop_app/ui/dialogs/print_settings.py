"""Choose what the decree leaves open: margins, size, indent, numbering, paper or electronic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.documents.settings import INDENTS, RANGES, PrintSettings
from desktop_app.forms.heads import AppendixHead, table_name
from desktop_app.forms.model import Edition
from desktop_app.forms.tabs import ANNEXES, tables_word
from desktop_app.ui.help_places import give_help_key

INDENT_WORDS = {indent: f"{indent / 10:g} cm".replace(".", ",") for indent in INDENTS}
MEDIA = {
    "paper": "Văn bản giấy: {tables} ghi số và ngày",
    "electronic": "Văn bản điện tử: {tables} để trống số và ngày",
}
IN_A_ROW, MOST_SEEN, HEIGHT = 7, 21, 110
"""Boxes of tables beside each other; how many are seen without scrolling."""
LAW = "Phụ lục"
NUMBERINGS = {
    "decree": "Theo Nghị định 30/2020/NĐ-CP: {word} I, tên in hoa",
    "reference": "Theo mẫu báo cáo cũ: {word} 1, tên chữ thường",
}


class PrintSettingsDialog(QDialog):
    """Every field keeps to its lawful range, so that nothing unlawful can be chosen."""

    def __init__(self, settings: PrintSettings, edition: Edition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._heads = settings, [appendix.head for appendix in edition.appendices]
        self.setWindowTitle("Thiết lập in")
        give_help_key(self, "in-va-xuat")
        form = QFormLayout()
        self.numbers = {name: self._number(name, settings) for name in RANGES}
        for name, field in self.numbers.items():
            form.addRow(RANGES[name].label, field)
        self.indent = self._choice(INDENT_WORDS, settings.indent, "Thụt đầu dòng")
        form.addRow("Thụt đầu dòng", self.indent)
        self._add_choices(form, settings, edition)
        self.signature_fields = QCheckBox("Hai ô ký số trống trong PDF (người ký và cơ quan)")
        self.signature_fields.setChecked(settings.signature_fields)
        form.addRow("Ký số", self.signature_fields)
        about = QLabel("Các giới hạn là của Nghị định 30/2020/NĐ-CP, Phụ lục I.")
        about.setProperty("quiet", True)
        buttons = QDialogButtonBox()
        buttons.addButton("Dùng thiết lập này", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Giữ như cũ", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(about)
        layout.addWidget(buttons)

    def _add_choices(self, form: QFormLayout, settings: PrintSettings, edition: Edition) -> None:
        """What is said of the tables, in the words of the form."""
        tables = tables_word(edition)
        media = {medium: words.format(tables=tables) for medium, words in MEDIA.items()}
        self.medium = self._choice(media, settings.medium, "Loại văn bản")
        word = LAW if tables == ANNEXES else edition.head.appendix_word
        numberings = {way: words.format(word=word) for way, words in NUMBERINGS.items()}
        self.numbering = self._choice(numberings, settings.numbering, f"Cách đánh số {tables}")
        form.addRow("Loại văn bản", self.medium)
        form.addRow(f"Cách đánh số {tables}", self.numbering)
        self.landscape = [self._turning(table_name(edition.head, head), head) for head in self._heads]
        if self.landscape:
            form.addRow(f"{edition.head.appendix_word} in ngang", self._boxes())

    def settings(self) -> PrintSettings:
        """What was chosen."""
        return msgspec.structs.replace(
            self._before,
            **{name: field.value() for name, field in self.numbers.items()},
            indent=self.indent.currentData(),
            medium=self.medium.currentData(),
            numbering=self.numbering.currentData(),
            signature_fields=self.signature_fields.isChecked(),
            turned=self._turned(),
        )

    def _turned(self) -> tuple[str, ...]:
        """The tables that are not printed as their form has them; of other forms as before."""
        shown = {head.key: box.isChecked() != head.landscape for head, box in self._pairs()}
        others = [key for key in self._before.turned if key not in shown]
        return (*others, *(key for key, turned in shown.items() if turned))

    def _pairs(self) -> Iterator[tuple[AppendixHead, QCheckBox]]:
        yield from zip(self._heads, self.landscape, strict=True)

    def _boxes(self) -> QWidget:
        """One box for each table, several rows of them where they are many."""
        room = QWidget()
        grid = QGridLayout(room)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self.landscape):
            grid.addWidget(box, place // IN_A_ROW, place % IN_A_ROW)
        if len(self.landscape) <= MOST_SEEN:
            return room
        scroll = QScrollArea()
        scroll.setWidget(room)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(room.sizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        scroll.setFixedHeight(HEIGHT)
        return scroll

    def _turning(self, name: str, head: AppendixHead) -> QCheckBox:
        box = QCheckBox(head.tab or str(head.number))
        box.setToolTip(f"{name}: {head.short}")
        box.setChecked(self._before.is_landscape(head.key, head.landscape))
        box.setAccessibleName(f"{name} in ngang")
        return box

    @staticmethod
    def _number(name: str, settings: PrintSettings) -> QDoubleSpinBox:
        lawful = RANGES[name]
        field = QDoubleSpinBox()
        field.setRange(lawful.least, lawful.most)
        field.setDecimals(1)
        field.setSingleStep(0.1 if name == "line" else 1)
        field.setValue(getattr(settings, name))
        field.setSuffix(f" {lawful.unit}")
        field.setAccessibleName(lawful.label)
        field.setToolTip(f"Từ {lawful.least:g} đến {lawful.most:g} {lawful.unit} ({lawful.item})")
        return field

    @staticmethod
    def _choice(words: Mapping[Any, str], chosen: object, name: str) -> QComboBox:
        field = QComboBox()
        for value, text in words.items():
            field.addItem(text, value)
        field.setCurrentIndex(field.findData(chosen))
        field.setAccessibleName(name)
        return field
