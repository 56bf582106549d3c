"""Choose rows of the form by words of their labels; Space marks one, Enter takes what is marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable
from desktop_app.ui.widgets.search_line import SearchLine

_MARKS = re.compile("[\u0300-\u036f]")


class RowChoice(NamedTuple):
    """A row, or a figure of the prose, that may be chosen."""

    key: str
    place: str
    label: str
    unit: str


class Asked(NamedTuple):
    """What is to be chosen: the question, how many at least and at most, and what each of them is."""

    title: str
    about: str
    least: int = 0
    most: int = 1000
    words: tuple[str, ...] = ()  # "Phần", "Tổng số": for a rate, in their order


class RowChoices(RowsModel[RowChoice]):
    """One row for each that matches; the first column counts those that are marked."""

    heads = ("Chọn", "Ở đâu", "Chỉ tiêu", "Đơn vị")
    centred = frozenset({0})

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent=parent)
        self.marked: list[str] = []

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        one = self.rows[row]
        mark = f"✓ {self.marked.index(one.key) + 1}" if one.key in self.marked else ""
        return mark, one.place, " ".join(one.label.split()), " ".join(one.unit.split())

    def toggle(self, row: int) -> None:
        """Mark a row, or take its mark away."""
        key = self.rows[row].key
        if key in self.marked:
            self.marked.remove(key)
        else:
            self.marked.append(key)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))


class ChooseRowsDialog(QDialog):
    """A search, the rows below it; arrows and Space work while one types."""

    def __init__(
        self, choices: Sequence[RowChoice], marked: Sequence[str], asked: Asked, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._choices, self._asked = choices, asked
        self._plain: list[str] = []
        self._has_moved = False
        self.setWindowTitle(asked.title)
        give_help_key(self, "soan-mau#chọn-dòng")
        open_at(self, 820, 540)
        about = PlainLabel(asked.about)
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        self.words = SearchLine(
            "Tìm dòng", "Gõ vài chữ, có dấu hoặc không dấu; mũi tên để đến dòng, phím cách để chọn"
        )
        self.words.installEventFilter(self)
        self.words.moved.connect(self._note_move)
        self.words.textChanged.connect(self._search)
        self.model = RowChoices(self)
        self.model.marked = [key for key in marked if any(one.key == key for one in choices)]
        self.table = RowTable(self.model, "Các dòng", 2, {0: 60, 1: 200, 3: 120}, self)
        self.words.table = self.table
        self.table.installEventFilter(self)
        self.table.clicked.connect(self._clicked)
        self._chosen = PlainLabel()
        self._chosen.setWordWrap(True)
        layout = QVBoxLayout(self)
        for part in (about, self.words, self.table, self._chosen, self._buttons()):
            layout.addWidget(part, 1 if part is self.table else 0)
        self._search("")
        self._show()
        self.words.setFocus()

    def keys(self) -> tuple[str, ...]:
        """The keys that are marked, in the order in which they were."""
        return tuple(self.model.marked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Space marks and Enter takes, in the search as in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Space and self._space_marks(watched):
                self._toggle(self.table.currentIndex().row())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    # -- inside --

    def _note_move(self) -> None:
        self._has_moved = True

    def _space_marks(self, watched: QObject) -> bool:
        """In the search a space between words is one, until one has moved in the list below."""
        typed = self.words.text()
        return watched is self.table or self._has_moved or not typed or typed.endswith(" ")

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton("Dùng các dòng này", QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setDefault(True)
        buttons.addButton("Bỏ", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        return buttons

    def _take(self) -> None:
        """Where one alone is wanted, Enter takes the row where the cursor is."""
        if self._asked.most == 1 and not self.model.marked and self.table.currentIndex().isValid():
            self._toggle(self.table.currentIndex().row())
        if self._accept.isEnabled():
            self.accept()

    def _search(self, words: str) -> None:
        self._has_moved = False
        if words.strip() and not self._plain:
            self._plain = [plain(f"{one.place} {one.label}") for one in self._choices]
        wanted = plain(words).split()
        found = self._choices
        if wanted:
            held = zip(self._choices, self._plain, strict=True)
            found = [one for one, text in held if all(word in text for word in wanted)]
        self.model.show(found)
        self.table.selectRow(0)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._toggle(index.row())

    def _toggle(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.model.toggle(row)
            self._show()

    def _show(self) -> None:
        """What is marked, and whether it is enough."""
        names = {one.key: one.place for one in self._choices}
        words, marked = self._asked.words, self.model.marked
        told = [f"{words[n]}: {names[key]}" if n < len(words) else names[key] for n, key in enumerate(marked)]
        self._chosen.setText("Đã chọn: " + "; ".join(told) if told else "Chưa chọn dòng nào.")
        self._accept.setEnabled(not marked or self._asked.least <= len(marked) <= self._asked.most)


def plain(text: str) -> str:
    """Small letters without accents, made at once: ten thousand labels are searched."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text.lower())).replace("đ", "d")


def choose_rows(
    choices: Sequence[RowChoice], marked: Sequence[str], asked: Asked, parent: QWidget
) -> tuple[str, ...] | None:
    """The keys that the clerk wants, () for none any more; None when nothing is to change."""
    dialog = ChooseRowsDialog(choices, marked, asked, parent)
    keys = dialog.keys() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return keys
