"""Choose what the decree leaves open: margins, size, indent, numbering, paper or electronic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop_app.documents.settings import INDENTS, RANGES, PrintSettings

INDENT_WORDS = {indent: f"{indent / 10:g} cm".replace(".", ",") for indent in INDENTS}
MEDIA = {
    "paper": "Văn bản giấy: phụ lục ghi số và ngày",
    "electronic": "Văn bản điện tử: phụ lục để trống số và ngày",
}
NUMBERINGS = {
    "decree": "Theo Nghị định 30/2020/NĐ-CP: Phụ lục I, tên in hoa",
    "reference": "Theo mẫu báo cáo cũ: Phụ lục 1, tên chữ thường",
}
APPENDICES = 7


class PrintSettingsDialog(QDialog):
    """Every field keeps to its lawful range, so that nothing unlawful can be chosen."""

    def __init__(self, settings: PrintSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thiết lập in")
        form = QFormLayout()
        self.numbers = {name: self._number(name, settings) for name in RANGES}
        for name, field in self.numbers.items():
            form.addRow(RANGES[name].label, field)
        self.indent = self._choice(INDENT_WORDS, settings.indent, "Thụt đầu dòng")
        form.addRow("Thụt đầu dòng", self.indent)
        self.medium = self._choice(MEDIA, settings.medium, "Loại văn bản")
        self.numbering = self._choice(NUMBERINGS, settings.numbering, "Cách đánh số phụ lục")
        form.addRow("Loại văn bản", self.medium)
        form.addRow("Cách đánh số phụ lục", self.numbering)
        self.landscape = [QCheckBox(str(n)) for n in range(1, APPENDICES + 1)]
        row = QHBoxLayout()
        for number, box in enumerate(self.landscape, start=1):
            box.setChecked(number in settings.landscape)
            box.setAccessibleName(f"Phụ lục {number} in ngang")
            row.addWidget(box)
        form.addRow("Phụ lục in ngang", row)
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

    def settings(self) -> PrintSettings:
        """What was chosen."""
        turned = tuple(n for n, box in enumerate(self.landscape, start=1) if box.isChecked())
        return PrintSettings(
            **{name: field.value() for name, field in self.numbers.items()},
            indent=self.indent.currentData(),
            medium=self.medium.currentData(),
            numbering=self.numbering.currentData(),
            signature_fields=self.signature_fields.isChecked(),
            landscape=turned,
        )

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
