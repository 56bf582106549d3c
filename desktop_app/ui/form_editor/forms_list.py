"""All forms of this computer as a table: name, origin, state, for which periods, how often used."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count as counting
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from desktop_app.ui.models.rows_model import Role, RowsModel
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.theme import LEVEL_COLOURS, QUIET


class FormLine(NamedTuple):
    """One form as the list shows it."""

    id: str
    name: str
    origin: str  # "Có sẵn", "Tự lập", "Nhập từ tệp"
    state: str  # "Đang dùng", "Bản nháp", "● Có lỗi"
    validity: str
    used: int
    faults: tuple[str, ...] = ()
    is_draft: bool = False
    is_own: bool = False
    place: str = ""  # what tells it from all others, readable or not


class FormListModel(RowsModel[FormLine]):
    """One row for each form, in the order in which a period looks for its own."""

    heads = ("Thứ tự", "Mẫu báo cáo", "Nguồn", "Trạng thái", "Dùng cho các kỳ", "Số báo cáo")
    centred = frozenset({0, 5})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._order: list[str] = []  # among those that a period may get

    def show(self, rows: Sequence[FormLine]) -> None:
        """Exchange all rows; those that a period may get are counted."""
        place = counting(1)
        self._order = ["" if one.is_draft or one.faults else str(next(place)) for one in rows]
        super().show(rows)

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        one = self.rows[row]
        return self._order[row], one.name, one.origin, one.state, one.validity, str(one.used)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """Faulty forms are red, drafts are grey; words say so too."""
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 3:
            one = self.rows[index.row()]
            if one.faults and not one.is_draft:
                return LEVEL_COLOURS["error"]
            return QUIET if one.is_draft else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.rows[index.row()].faults) or None
        return super().data(index, role)
