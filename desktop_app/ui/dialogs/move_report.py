"""Before a report goes over into another form: what goes where, and what finds no place there."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.checking.plan import Plan
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import in_words
from desktop_app.reports.succession import Moved
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import TextsModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

NO_PLACE = "Chưa có chỗ"


class PlacesModel(TextsModel):
    """One row for each entry, those without a place first: where it was, its words, where it goes."""

    heads = ("Ở mẫu đang dùng", "Nội dung", "Ở mẫu mới")

    def __init__(self, filled: FilledReport, moved: Moved, new_names: dict[str, str]) -> None:
        keys = sorted(moved.places, key=lambda key: (bool(moved.places[key]), filled.plan.order.get(key, 0)))
        names = filled.plan.names
        super().__init__(
            [(_name(names, key), _words(filled, key), _name(new_names, moved.places[key])) for key in keys]
        )


class MoveReportDialog(QDialog):
    """The table, and the two answers."""

    def __init__(self, filled: FilledReport, moved: Moved, new: Plan, about: str, parent: QWidget) -> None:
        """new: the other form; about: the sentence over the table."""
        super().__init__(parent)
        self.setWindowTitle("Chuyển sang mẫu mới")
        give_help_key(self, "mau-bao-cao")
        open_at(self, 900, 480)
        waiting = sum(not place for place in moved.places.values())
        placed = len(moved.places) - waiting
        head = PlainLabel(f"{about} {placed} mục có chỗ, {waiting} mục chưa có chỗ, sẽ ở thẻ «{NO_PLACE}».")
        head.setWordWrap(True)
        table = RowTable(
            PlacesModel(filled, moved, new.names), "Các mục và chỗ mới", 1, {0: 270, 2: 270}, self
        )
        buttons = QDialogButtonBox()
        buttons.addButton("Chuyển", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Không chuyển", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (head, table, buttons):
            layout.addWidget(part)


def _name(names: dict[str, str], key: str) -> str:
    """ "Biểu mẫu 1, dòng 4.1"; a note by its row; what has no name is a reason for a finding."""
    if not key:
        return NO_PLACE
    name = names.get(known_keys.row_of(key), "Giải trình")
    return f"{name} (ghi chú)" if known_keys.is_note(key) else name


def _words(filled: FilledReport, key: str) -> str:
    """What stands there, as words: the kind of agency by its name."""
    text = filled.text(key)
    if key == known_keys.AGENCY_KIND:
        return next((kind.name for kind in filled.plan.edition.agency_kinds if kind.key == text), text)
    return in_words(text, prose=filled.plan.is_prose(key)).replace("\n", " ")
