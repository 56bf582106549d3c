"""Choose the figure that a number of the prose follows, by words of its label, and how it is written."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base import known_keys
from desktop_app.reports.bound_numbers import Before
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.number_choices import (
    NEEDS_OTHER,
    WAYS,
    Choice,
    Written,
    matching,
    number_choices,
    runs_of,
    same_number,
)
from desktop_app.reports.prose import ProseRun
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable
from desktop_app.ui.widgets.search_line import SearchLine

NEW_NAME = "Đặt tên cho số này, để dùng lại ở chỗ khác"
DETACH = "Tách thành số thường"
DIFFERENT = "▲ Trong câu đang là {digits}, theo số liệu là {shown}; chèn thì câu ghi theo số liệu."
BLANK = "○ Số liệu này chưa có; câu sẽ ghi theo ngay khi được nhập."


class Asked(NamedTuple):
    """For which number: report and section, the digits there, the period before, whether it is bound."""

    filled: FilledReport
    section: str
    digits: str = ""
    before: Before = dict
    is_bound: bool = False


class ChoicesModel(RowsModel[Choice]):
    """One row for each figure that matches."""

    heads = ("Chỗ", "Chỉ tiêu", "Số liệu")
    centred = frozenset({2})

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        choice = self.rows[row]
        return choice.place, " ".join(choice.label.split()), choice.shown or "–"


class InsertNumberDialog(QDialog):
    """A search, the figures below it, the ways to write one; arrows choose while one types."""

    def __init__(self, asked: Asked, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked = asked
        self._is_let_go = False
        self._choices = number_choices(asked.filled, asked.section)
        self.setWindowTitle("Chèn số liệu" if not asked.digits else f"Gắn số {asked.digits}")
        give_help_key(self, "loi-van#số-liệu-trong-câu")
        open_at(self, 820, 520)
        self._words = SearchLine("Tìm chỉ tiêu", "Gõ vài chữ của chỉ tiêu, có dấu hoặc không dấu")
        self._words.textChanged.connect(self._search)
        self._model = ChoicesModel(parent=self)
        self.table = RowTable(self._model, "Các số liệu", 1, {0: 190, 2: 110}, self)
        self._words.table = self.table
        self.table.selectionModel().currentChanged.connect(self._show)
        self.table.activated.connect(self.accept)
        self._way, self._other, self._zero = QComboBox(), QComboBox(), QCheckBox("Viết 05 thay cho 5")
        self._about = PlainLabel()
        self._lay_out()
        self._search("")
        self._words.setFocus()

    def runs(self) -> tuple[ProseRun, ...]:
        """What is to stand in the sentence."""
        if self._is_let_go:
            return (ProseRun(self._asked.digits),)
        if not (choice := self._chosen()):
            return ()
        return runs_of(
            self._asked.filled, choice.key, self._written(), self._asked.before, self._asked.digits
        )

    def about(self) -> str:
        """What is said of the chosen figure."""
        return self._about.text()

    def choose_way(self, place: int) -> None:
        """Choose a way of writing by its place in the list."""
        self._way.setCurrentIndex(place)

    # -- inside --

    def _lay_out(self) -> None:
        for way, words in WAYS.items():
            self._way.addItem(words, way)
        for choice in self._choices:
            self._other.addItem(f"{choice.place}: {' '.join(choice.label.split())[:70]}", choice.key)
        self._other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._zero.setChecked(self._asked.digits.startswith("0"))
        self._way.currentIndexChanged.connect(self._show)
        self._other.currentIndexChanged.connect(self._show)
        self._zero.toggled.connect(self._show)
        self._about.setWordWrap(True)
        form = QFormLayout()
        for label, part in (("Cách ghi", self._way), ("Số kia", self._other), ("", self._zero)):
            part.setAccessibleName(label or self._zero.text())
            form.addRow(label, part)
        buttons = QDialogButtonBox()
        buttons.addButton("Chèn", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        if self._asked.is_bound:
            loose = buttons.addButton(DETACH, QDialogButtonBox.ButtonRole.ActionRole)
            loose.clicked.connect(self._detach)
        buttons.addButton("Bỏ", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        layout.addWidget(self.table, 1)
        layout.addLayout(form)
        layout.addWidget(self._about)
        layout.addWidget(buttons)

    def _search(self, words: str) -> None:
        """The figures with these words; a number that none of them is can be given them as its name."""
        found = matching(self._choices, words, self._asked.digits)
        name = known_keys.named_number(words)
        if self._asked.digits and known_keys.is_named_number(name) and len(words.strip()) > 1:
            found.append(Choice(name, f"«{' '.join(words.split())}»", NEW_NAME, self._asked.digits))
        self._model.show(found)
        self.table.selectRow(0)
        self._show()

    def _detach(self) -> None:
        self._is_let_go = True
        self.accept()

    def _chosen(self) -> Choice | None:
        return self._model.at(self.table.currentIndex().row())

    def _written(self) -> Written:
        return Written(self._way.currentData(), self._other.currentData() or "", self._zero.isChecked())

    def _show(self, _index: QModelIndex | int | bool = 0, _before: QModelIndex | None = None) -> None:
        """What would stand in the sentence, and whether that is what stands there."""
        self._other.setEnabled(self._way.currentData() in NEEDS_OTHER)
        text = "".join(run.text for run in self.runs())
        choice, digits = self._chosen(), self._asked.digits
        lines = [f"Sẽ ghi: {text}"] if text else []
        if choice and not choice.shown and not digits:
            lines.append(BLANK)
        elif text and digits and not same_number(text, digits) and "/" not in text:
            lines.append(DIFFERENT.format(digits=digits, shown=text))
        self._about.setText("   ".join(lines))


def ask_number(asked: Asked, parent: QWidget) -> tuple[ProseRun, ...]:
    """The runs that the clerk wants; () when nothing is to change."""
    dialog = InsertNumberDialog(asked, parent)
    runs = dialog.runs() if dialog.exec() == QDialog.DialogCode.Accepted else ()
    dialog.deleteLater()
    return runs
