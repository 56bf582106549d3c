"""The rows of one table: number, label, unit and kind in the grid, and how a row hangs together beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.form_editing.actions_relations import set_fill, set_level, set_limits
from desktop_app.form_editing.actions_rows import delete_rows, move_rows, renumber, set_choices, set_row
from desktop_app.form_editing.scopes import who_fills
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor import doing
from desktop_app.ui.form_editor.choose_kinds import choose_kinds
from desktop_app.ui.form_editor.doing import Action, asked
from desktop_app.ui.form_editor.grid_model import GridColumn
from desktop_app.ui.form_editor.list_sheet import ListSheet
from desktop_app.ui.form_editor.property_form import Property
from desktop_app.ui.form_editor.relations import choose_related, level_of, related
from desktop_app.ui.form_editor.words import (
    KIND_WORDS,
    SEVERITY_WORDS,
    choice_words,
    number_words,
    read_choices,
)

LEVELS = (("", "Mức thường dùng"), *SEVERITY_WORDS)
TICKS = ("across", "strong", "italic", "choice_rows")
EVERYBODY = "Mọi loại cơ quan"
GRADED = ("total_of", "part_of", "same_as")
SAME = {"same_as": ", "}
BETWEEN = {"total_of": " + ", "difference": " - ", "rate_of": " trên ", "part_of": ", ", **SAME}
"""Relation -> what stands between the rows that it names."""
FILLS = (("", "Theo cách tính"), ("auto", "In số tự tính"), ("offer", "Chỉ gợi ý số tự tính"))


class RowSheet(ListSheet):
    """The rows; a new one is typed below by Enter or Insert."""

    part = "row"
    commands = (("renumber", "Đánh lại số thứ tự"),)
    title = "Dòng"
    about = (
        "Gõ để sửa; Enter ở dòng cuối hoặc Insert thêm dòng, Ctrl+Delete xóa, Alt+mũi tên dời dòng; dán được "
        "cả bảng từ Excel, Word."
    )
    guide_place = "soan-mau#bảng-và-dòng"
    columns = (
        GridColumn("number", "Số", 70, lambda r: r.number),
        GridColumn("label", "Chỉ tiêu", 0, lambda r: r.label, wraps=True),
        GridColumn("unit", "Đơn vị", 90, lambda r: r.unit, wraps=True),
        GridColumn("kind", "Loại", 120, lambda r: r.kind, KIND_WORDS),
    )
    properties = (
        Property("label", "Chỉ tiêu", "lines", lines=3),
        Property("remark", "Thêm trong ngoặc", hint="In nghiêng sau tên chỉ tiêu"),
        Property("choices", "Các câu trả lời", "lines", "Mỗi dòng một câu: 0 = Chưa, 1 = Đã xong", lines=3),
        Property("total_of", "Tổng của", "pick"),
        Property("rate_of", "Tỷ lệ của", "pick"),
        Property("part_of", "Không lớn hơn", "pick"),
        Property("same_as", "Phải bằng", "pick"),
        Property("difference", "Hiệu của", "pick"),
        Property("level", "Khi không khớp", "choice", options=LEVELS),
        Property("fill", "Khi chưa nhập", "choice", options=FILLS),
        Property("least", "Nhỏ nhất"),
        Property("most", "Lớn nhất"),
        Property("scope", "Ai báo cáo", "pick"),
        Property("note", "Ghi chú in sẵn"),
        Property("group", "Nhóm ở cột trái", hint="Các dòng liền nhau cùng nhóm được gộp một ô"),
        Property("subject", "Gọi trong câu báo lỗi", hint="Để trống thì dùng tên chỉ tiêu"),
        Property("across", "Tiêu đề kéo dài hết các cột", "tick"),
        Property("strong", "In đậm", "tick"),
        Property("italic", "In nghiêng", "tick"),
        Property("choice_rows", "Mỗi câu trả lời in một dòng", "tick"),
    )

    def __init__(self, table: str) -> None:
        self.table = table

    def records(self, written: WrittenEdition) -> Sequence[Indicator]:
        """The rows of the table."""
        table = self._table(written)
        return table.indicators if table else ()

    def values(self, written: WrittenEdition, record: Indicator) -> Mapping[str, str]:
        """What fits the kind of the row."""
        shown = {name: getattr(record, name) for name in ("label", "remark", "note", "group")}
        shown |= {name: "1" if getattr(record, name) else "" for name in ("strong", "italic")}
        shown["scope"] = self._scope(written, record)
        if record.kind == "heading":
            return shown | {"across": "1" if record.across else ""}
        if record.kind == "choice":
            shown |= {
                "choices": choice_words(record.choices), "choice_rows": "1" if record.choice_rows else "",
            }  # fmt: skip
        if record.kind in ("text", "date"):
            return shown
        counted = record.kind not in ("choice", "yes_no")
        shown |= related(written, record, BETWEEN if counted else SAME)
        if counted:
            shown |= {"least": number_words(record.least), "most": number_words(record.most)}
            if record.total_of or record.rate_of or record.formula:
                shown["fill"] = record.fill
        if any(getattr(record, word) for word in GRADED):
            shown["level"] = level_of(record)
        return shown | {"subject": record.subject}

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """A new row below this one."""
        return doing.add_row(self.table, after)

    def remove(self, written: WrittenEdition, keys: Sequence[str]) -> Action | None:
        """Without these, and nothing names them any more."""
        return asked(delete_rows, rows=tuple(keys))

    def change(self, written: WrittenEdition, record: Indicator, name: str, text: str) -> Action | None:
        """One field of a row."""
        if name == "level":
            words = [word for word in GRADED if getattr(record, word)]
            steps = [asked(set_level, key=record.key, word=word, level=text or None) for word in words]
            return doing.together("Đặt mức báo", steps)
        if name == "fill":
            return asked(set_fill, key=record.key, fill=text)
        if name in ("least", "most"):
            limits = {"least": number_words(record.least), "most": number_words(record.most), name: text}
            return asked(set_limits, key=record.key, **limits)
        if name == "choices":
            return asked(set_choices, row=record.key, choices=read_choices(text))
        if name in TICKS:
            return asked(set_row, row=record.key, **{name: bool(text)})
        return asked(set_row, row=record.key, **{name: text})

    def paste(
        self, written: WrittenEdition, row: int, column: int, block: Sequence[Sequence[str]]
    ) -> Action | None:
        """Over the rows there are, and new rows for the lines beyond them."""
        kinds = {words.casefold(): kind for kind, words in KIND_WORDS}
        laid = doing.Block(max(0, row), column, block, [one.name for one in self.columns])
        return doing.paste_rows(self.table, laid, kinds)

    def run(self, written: WrittenEdition, name: str) -> Action | None:
        """Number the rows anew."""
        return asked(renumber, table=self.table)

    def move(self, written: WrittenEdition, key: str, step: int) -> Action | None:
        """One up or down."""
        return self.move_all(written, [key], step)

    def move_all(self, written: WrittenEdition, keys: Sequence[str], step: int) -> Action | None:
        """All of them one up or down, in one block."""
        there = [row.key for row in self.records(written)]
        edge = keys[0] if step < 0 else keys[-1]
        after = doing.beside(there, edge, step)
        return None if after is None else asked(move_rows, rows=tuple(keys), after=after)

    def pick(self, written: WrittenEdition, keys: Sequence[str], name: str, parent: QWidget) -> Action | None:
        """Rows for sums, rates, parts and equalities; kinds of agency for who reports."""
        if name == "scope":
            return choose_kinds(written, self.table, keys, parent)
        record = next(row for row in self.records(written) if row.key == keys[0])
        return choose_related(written, record, name, parent)

    # -- inside --

    def _table(self, written: WrittenEdition) -> Appendix | None:
        return next((table for table in written.appendices if table.head.key == self.table), None)

    def _scope(self, written: WrittenEdition, record: Indicator) -> str:
        table = self._table(written)
        if table is None or not table.scopes:
            return EVERYBODY
        names = {kind.key: kind.name for kind in written.agency_kinds}
        filled = who_fills(table)[record.key]
        return ", ".join(names.get(kind, kind) for kind in filled.agency_kinds) or EVERYBODY
