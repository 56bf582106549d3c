"""The checks that the form writes itself, beside those that follow from words on its rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.form_editing.actions_checks import delete_check, move_check, set_check
from desktop_app.form_editing.records import name_of
from desktop_app.forms.model import Check
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.compare_rows import ask_comparing
from desktop_app.ui.form_editor.doing import Action
from desktop_app.ui.form_editor.grid_model import GridColumn
from desktop_app.ui.form_editor.list_sheet import Acts, ListSheet
from desktop_app.ui.form_editor.property_form import Property
from desktop_app.ui.form_editor.words import SEVERITY_WORDS

_KEY = re.compile(r"\{([\w.]*\.[\w.]*)\}")
"""The key of a row in a sentence; the two sides have names without a dot."""


class CheckSheet(ListSheet):
    """Level and words of each; what it compares is chosen when it is made."""

    part = "check"
    acts = Acts(set_check, move_check, delete_check)
    title = "Quy tắc riêng"
    about = (
        "Tổng, tỷ lệ, không lớn hơn, phải bằng và giới hạn đặt ở từng dòng của bảng thì được tự kiểm tra, "
        "không cần ghi ở đây. Insert thêm quy tắc so các dòng khác."
    )
    guide_place = "soan-mau#quy-tắc-kiểm-tra"
    properties = (
        Property("message", "Câu báo", "lines", "{số đã ghi} và {số phải có} là hai số được so", lines=4),
        Property("advice", "Nên làm", "lines", lines=3),
    )

    def __init__(self) -> None:
        self._written: WrittenEdition | None = None
        self.columns = (
            GridColumn("level", "Mức", 110, lambda c: c.level, SEVERITY_WORDS),
            GridColumn("source", "So các dòng", 220, lambda c: c.source, fixed=True),
            GridColumn("message", "Câu báo", 0, lambda c: self._in_words(c.message), wraps=True),
        )

    def records(self, written: WrittenEdition) -> Sequence[Check]:
        """The checks."""
        self._written = written
        return written.checks

    def key(self, record: Check) -> str:
        """A check is called by its code, which is never shown."""
        return record.code

    def values(self, written: WrittenEdition, record: Check) -> Mapping[str, str]:
        """What is said of it beside the grid."""
        return {"message": self._in_words(record.message), "advice": self._in_words(record.advice)}

    def fields(self, record: Check, name: str, text: str) -> Mapping[str, object]:
        """Rows that a sentence names, by their keys again."""
        for key in _KEY.findall(record.message + record.advice):
            text = text.replace(f"{{{self._name(key)}}}", f"{{{key}}}")
        return {name: text}

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """A check that two sums of rows compare in some way."""
        return ask_comparing(written, parent)

    def _in_words(self, text: str) -> str:
        """The sentence with the rows that it names as the clerk calls them."""
        return _KEY.sub(lambda found: f"{{{self._name(found[1])}}}", text)

    def _name(self, key: str) -> str:
        return name_of(self._written, key) if self._written else key
