"""Checks that the form writes itself, beside those that follow from its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.forms.model import Check
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.doing import Action
from desktop_app.ui.form_editor.grid_model import GridColumn
from desktop_app.ui.form_editor.list_sheet import ListSheet
from desktop_app.ui.form_editor.words import SEVERITY_WORDS


class CheckSheet(ListSheet):
    """Level and words of each; what it compares is chosen when it is made."""

    part = "check"
    title = "Quy tắc riêng"
    about = (
        "Các quy tắc riêng. Tổng, tỷ lệ, không lớn hơn, phải bằng và giới hạn đặt ở từng dòng của bảng thì "
        "chương trình tự kiểm tra, không cần ghi ở đây."
    )
    guide_place = "soan-mau#quy-tắc-kiểm-tra"
    columns = (
        GridColumn("level", "Mức", 110, lambda c: c.level, SEVERITY_WORDS, fixed=True),
        GridColumn("source", "Ở đâu", 190, lambda c: c.source, fixed=True),
        GridColumn("message", "Câu báo", 0, lambda c: c.message, fixed=True),
    )

    def records(self, written: WrittenEdition) -> Sequence[Check]:
        """The checks."""
        return written.checks

    def key(self, record: Check) -> str:
        """A check is called by its code, which is never shown."""
        return record.code

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """None is made here."""
        return None
