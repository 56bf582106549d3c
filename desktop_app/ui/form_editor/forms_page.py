"""The page «Mẫu báo cáo»: every form, what is wrong with it, which one a period gets, what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.form_editor.forms_list import FormLine, FormListModel
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

ABOUT = (
    "Mỗi kỳ báo cáo dùng mẫu đầu tiên trong danh sách có hiệu lực cho kỳ đó; Alt+mũi tên lên, xuống đổi thứ "
    "tự. Mẫu có sẵn và mẫu đã ban hành chỉ để xem: muốn sửa thì sao chép, hoặc mở ra tạo bản mới hơn."
)
BUTTONS = (
    ("open", "&Mở"), ("copy", "Sao &chép"), ("new", "Mẫu mới"),
    ("read", "Từ &Word, Excel…"),
    ("import", "&Nhập…"), ("export", "X&uất…"), ("publish", "&Ban hành…"), ("delete", "Xó&a…"),
)  # fmt: skip
KEYS = {"open": "Enter", "new": "Insert", "delete": "Delete", "back": "Esc"}
SOUND = "○ Không có lỗi."
DRAFT = "○ Bản nháp: chưa kỳ báo cáo nào dùng; mở ra sửa tiếp rồi ban hành."


class _FormTable(RowTable):
    """Leaves Delete, Insert and Alt with arrows to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Those keys go up; others as in every list."""
        keys = Qt.Key
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (keys.Key_Delete, keys.Key_Insert) or (
            alt and event.key() in (keys.Key_Up, keys.Key_Down)
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FormsPage(QWidget):
    """The list; `wanted` says what is to be done with the chosen form."""

    guide_place = "mau-bao-cao"

    wanted = Signal(str)  # a name of BUTTONS, "up" or "down"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        title = QLabel("Mẫu báo cáo")
        title.setProperty("title", True)
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        self.model = FormListModel(self)
        widths = {0: 60, 2: 95, 3: 120, 4: 270, 5: 90}
        self.table = _FormTable(self.model, "Các mẫu báo cáo", 1, widths, self)
        self.table.selectionModel().currentChanged.connect(self._show_chosen)
        self.table.activated.connect(lambda _: self.wanted.emit("open"))
        self._wrong = PlainLabel()
        self._wrong.setWordWrap(True)
        self._wrong.setAccessibleName("Về mẫu đang chọn")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._button("back", "&Quay lại"))
        layout.addLayout(head)
        layout.addWidget(about)
        layout.addLayout(self._make_buttons())
        layout.addWidget(self.table, 1)
        layout.addWidget(self._wrong)

    def show_forms(self, forms: Sequence[FormLine], chosen: str = "") -> None:
        """Show the list anew, the form of this id chosen, else the line that was."""
        before, row = self.chosen_place(), self.table.currentIndex().row()
        self.model.show(forms)
        wanted = [n for n, one in enumerate(forms) if (one.id == chosen if chosen else one.place == before)]
        if forms:
            self.table.selectRow(wanted[0] if wanted else max(0, min(row, len(forms) - 1)))
        self._show_chosen()
        self.table.setFocus()

    def chosen(self) -> str:
        """The id of the chosen form; "" for none."""
        one = self._line()
        return one.id if one else ""

    def is_kept(self) -> bool:
        """Whether the chosen form cannot go: it ships, or reports use it."""
        one = self._line()
        return one is not None and (one.used > 0 or not one.is_own)

    def chosen_place(self) -> str:
        """What tells the chosen line from all others."""
        one = self._line()
        return one.place if one else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape goes back, Delete deletes, Alt and an arrow changes the order."""
        keys, alt = Qt.Key, event.modifiers() & Qt.KeyboardModifier.AltModifier
        wanted = {keys.Key_Escape: "back", keys.Key_Delete: "delete", keys.Key_Insert: "new"}
        if alt:
            wanted = {keys.Key_Up: "up", keys.Key_Down: "down"}
        if name := wanted.get(keys(event.key())):
            self.wanted.emit(name)
        else:
            super().keyPressEvent(event)

    # -- inside --

    def _line(self) -> FormLine | None:
        row = self.table.currentIndex().row()
        return self.model.at(row)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text in BUTTONS:
            row.addWidget(self._button(name, text))
        row.addStretch(1)
        return row

    def _button(self, name: str, text: str) -> QPushButton:
        button = self.buttons[name] = QPushButton(text, self)
        button.setProperty("primary", name == "open")
        button.clicked.connect(lambda _=False: self.wanted.emit(name))
        button.setToolTip(KEYS.get(name, ""))
        return button

    def _show_chosen(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        """What is wrong with the chosen form, in words, and what can be done with it."""
        one = self._line()
        for name in ("open", "copy", "export"):
            self.buttons[name].setEnabled(one is not None and bool(one.id))
        self.buttons["publish"].setEnabled(one is not None and one.is_draft)
        self.buttons["delete"].setEnabled(one is not None and one.is_own)
        self._wrong.setText(_about(one) if one else "")


def _about(one: FormLine) -> str:
    if not one.faults:
        return DRAFT if one.is_draft else SOUND
    more = f" Còn {len(one.faults) - 3} lỗi khác." if len(one.faults) > 3 else ""
    return "● " + " ".join(one.faults[:3]) + more
