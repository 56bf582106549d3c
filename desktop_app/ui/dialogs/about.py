"""What the program is, where its data lie, and under which licences its parts are used."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.base import paths
from desktop_app.services.services import Services
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import TextsModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

PARTS = (
    ("Python", "PSF", "ngôn ngữ của chương trình"),
    ("Qt, PySide6-Essentials, shiboken6", "LGPL 3.0", "cửa sổ"),
    ("SQLite", "phạm vi công cộng", "tệp dữ liệu"),
    ("sqlite-utils, sqlite-fts4", "Apache 2.0", "tệp dữ liệu"),
    ("msgspec", "BSD 3-Clause", "đọc mẫu báo cáo"),
    ("python-docx", "MIT", "tệp Word"),
    ("lxml", "BSD 3-Clause", "tệp Word"),
    ("reportlab", "BSD 3-Clause", "tệp PDF"),
    ("charset-normalizer", "MIT", "tệp PDF"),
    ("pillow", "MIT-CMU", "hình trong tệp PDF"),
    ("pypdfium2, PDFium", "BSD 3-Clause, Apache 2.0", "xem trước bản in"),
    ("XlsxWriter", "BSD 2-Clause", "bảng tính Excel"),
    ("markdown-it-py, mdurl", "MIT", "hướng dẫn"),
    ("click, python-dateutil", "BSD 3-Clause", "phần đi kèm"),
    ("click-default-group", "phạm vi công cộng", "phần đi kèm"),
    ("pluggy, tabulate", "MIT", "phần đi kèm"),
    ("typing-extensions", "PSF", "phần đi kèm"),
    ("tzdata", "Apache 2.0", "múi giờ"),
)
"""Name, licence and purpose of everything that is handed out together with the program."""


class PartsModel(TextsModel):
    """One row for each part."""

    heads = ("Thành phần", "Giấy phép", "Dùng cho")


class AboutDialog(QDialog):
    """Read and closed; version and folders can be copied."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu")
        give_help_key(self, "muc-luc")
        open_at(self, 680, 520)
        title = QLabel("Báo cáo CCHC")
        title.setProperty("title", True)
        facts = QFormLayout()
        for label, text in (
            ("Phiên bản", __version__),
            ("Công dụng", "Soạn, kiểm tra và in báo cáo cải cách hành chính, không cần mạng."),
            ("Dữ liệu", str(services.file.path)),
            ("Bản sao lưu", str(services.backups().folder)),
            ("Giấy phép", "MIT. Chương trình dùng các thành phần sau, theo giấy phép của từng thành phần:"),
        ):
            facts.addRow(f"{label}:", _fact(label, text))
        if paths.licences().is_dir():
            facts.addRow("Toàn văn:", _fact("Toàn văn các giấy phép", str(paths.licences())))
        table = RowTable(PartsModel(PARTS, self), "Thành phần và giấy phép", 2, {0: 250, 1: 200}, self)
        buttons = QDialogButtonBox()
        buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addLayout(facts)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)


def _fact(label: str, text: str) -> PlainLabel:
    """Words that wrap and can be chosen for copying."""
    fact = PlainLabel(text)
    fact.setWordWrap(True)
    fact.setAccessibleName(label)
    fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return fact
