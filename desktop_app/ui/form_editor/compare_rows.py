"""Ask for a check of a form's own: which rows on each side, how they compare, how grave it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from desktop_app.form_editing.actions_checks import WORDS, compare_rows
from desktop_app.form_editing.records import name_of
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.choose_rows import Asked, choose_rows
from desktop_app.ui.form_editor.doing import Action, asked
from desktop_app.ui.form_editor.pick_button import PickButton
from desktop_app.ui.form_editor.relations import CHOOSE, MANY, row_choices
from desktop_app.ui.form_editor.words import SEVERITY_WORDS
from desktop_app.ui.help_places import give_help_key

WIDTH = 480
SIDES = (("left", "Tổng các dòng"), ("right", "Tổng các dòng so với"))


class CompareRowsDialog(QDialog):
    """Two sides, each one or more rows, and what stands between them."""

    def __init__(self, written: WrittenEdition, parent: QWidget) -> None:
        super().__init__(parent)
        self._written = written
        self.keys: dict[str, tuple[str, ...]] = {"left": (), "right": ()}
        self.setWindowTitle("Quy tắc mới")
        give_help_key(self, "soan-mau#quy-tắc-kiểm-tra")
        self.comparing, self.level = QComboBox(), QComboBox()
        for sign, words in WORDS.items():
            self.comparing.addItem(words, sign)
        for level, words in SEVERITY_WORDS:
            self.level.addItem(words, level)
        self.buttons = {name: PickButton(self) for name, _ in SIDES}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for (name, words), between in zip(SIDES, (self.comparing, self.level), strict=True):
            button = self.buttons[name]
            button.setAccessibleName(words)
            button.setMinimumWidth(WIDTH)
            button.show_words(CHOOSE)
            button.clicked.connect(partial(self._choose, name))
            form.addRow(words, button)
            form.addRow("Khi sai là" if between is self.level else "", between)
        self.comparing.setAccessibleName("So sánh")
        self.level.setAccessibleName("Khi sai là")
        buttons = QDialogButtonBox()
        self._make = buttons.addButton("Thêm quy tắc", QDialogButtonBox.ButtonRole.AcceptRole)
        self._make.setDefault(True)
        self._make.setEnabled(False)
        buttons.addButton("Thôi", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.buttons["left"].setFocus()

    def _choose(self, name: str, _checked: bool = False) -> None:
        words = dict(SIDES)[name]
        chosen = choose_rows(row_choices(self._written, ""), self.keys[name], Asked(words, MANY), self)
        if chosen is not None:
            self.keys[name] = chosen
            names = [name_of(self._written, key) for key in chosen]
            self.buttons[name].show_words(" + ".join(names) or CHOOSE)
        self._make.setEnabled(all(self.keys.values()))


def ask_comparing(written: WrittenEdition, parent: QWidget) -> Action | None:
    """The check that the clerk wants; None for none."""
    dialog = CompareRowsDialog(written, parent)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    keys, comparing, level = dialog.keys, dialog.comparing.currentData(), dialog.level.currentData()
    dialog.deleteLater()
    if not done:
        return None
    return asked(compare_rows, left=keys["left"], comparing=comparing, right=keys["right"], level=level)
