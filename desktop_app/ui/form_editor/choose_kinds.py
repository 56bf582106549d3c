"""Choose which kinds of agency report some rows, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.form_editing.actions_rows import set_scope
from desktop_app.form_editing.scopes import EVERYBODY, Filled, who_fills
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.doing import Action, asked
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.widgets.plain_label import PlainLabel

ABOUT = (
    "Đánh dấu bằng phím cách các loại cơ quan phải báo cáo; không đánh dấu loại nào thì mọi cơ quan đều báo "
    "cáo. Các dòng con theo dòng cha."
)


class ChooseKindsDialog(QDialog):
    """A list to tick, and a line for the reason that the clerk reads beside a grey row."""

    def __init__(self, written: WrittenEdition, before: Filled, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Ai báo cáo")
        give_help_key(self, "soan-mau#ai-báo-cáo")
        open_at(self, 460, 380)
        about = PlainLabel(ABOUT)
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        self.list = QListWidget()
        self.list.setAccessibleName("Loại cơ quan")
        for kind in written.agency_kinds:
            item = QListWidgetItem(kind.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, kind.key)
            ticked = kind.key in before.agency_kinds
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.reason = QLineEdit(before.reason)
        self.reason.setAccessibleName("Lý do")
        self.reason.setPlaceholderText("Lý do ghi bên dòng của cơ quan khác; để trống thì tự ghi")
        buttons = QDialogButtonBox()
        buttons.addButton("Dùng", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Bỏ", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (about, self.list, self.reason, buttons):
            layout.addWidget(part)

    def kinds(self) -> tuple[str, ...]:
        """The kinds that are ticked."""
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in self._ticked())

    def _ticked(self) -> list[QListWidgetItem]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in items if item.checkState() == Qt.CheckState.Checked]


def choose_kinds(written: WrittenEdition, table: str, keys: Sequence[str], parent: QWidget) -> Action | None:
    """What makes these rows be reported by the chosen kinds alone; None when nothing is to change."""
    of_table = next(one for one in written.appendices if one.head.key == table)
    dialog = ChooseKindsDialog(written, who_fills(of_table).get(keys[0], EVERYBODY), parent)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    kinds, why = dialog.kinds(), dialog.reason.text().strip()
    dialog.deleteLater()
    return asked(set_scope, rows=tuple(keys), agency_kinds=kinds, reason=why) if done else None
