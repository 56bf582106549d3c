"""The entries of head and foot of a form, and the figures that its prose states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_edition import (
    standard_fields,
)
from desktop_app.form_editing.actions_outline import (
    add_field,
    add_figure,
    delete_field,
    delete_figure,
    move_field,
    move_figure,
    set_field,
    set_figure,
)
from desktop_app.forms.model import Field, Figure
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.choose_rows import Asked, RowChoice, choose_rows
from desktop_app.ui.form_editor.doing import Action, asked
from desktop_app.ui.form_editor.form_tree import section_words
from desktop_app.ui.form_editor.grid_model import GridColumn
from desktop_app.ui.form_editor.list_sheet import WORDS_OF_PERIOD, Acts, ListSheet
from desktop_app.ui.form_editor.property_form import Property
from desktop_app.ui.form_editor.relations import choose_related, related
from desktop_app.ui.form_editor.words import (
    FIELD_KINDS,
    KIND_WORDS,
    YES_NO,
    lines_of,
    read_lines,
)

NUMBERS = tuple(each for each in KIND_WORDS if each[0] in ("count", "decimal", "money", "percent"))
ASK_FIELD = Asked("Thêm ô", "Các ô mà chương trình biết in; Enter để thêm ô đang chọn.", 1, 1)


class FieldSheet(ListSheet):
    """The entries of head and foot."""

    part = "field"
    acts = Acts(set_field, move_field, delete_field)
    title = "Phần đầu, phần cuối"
    about = "Các ô của thẻ Chung: cơ quan, số, ngày, trích yếu, nơi nhận, người ký."
    guide_place = "soan-mau#phần-đầu-phần-cuối"
    columns = (
        GridColumn("label", "Tên ô", 0, lambda f: f.label),
        GridColumn("group", "Nhóm", 140, lambda f: f.group),
        GridColumn("kind", "Loại", 100, lambda f: f.kind, FIELD_KINDS),
        GridColumn("required", "Bắt buộc", 90, lambda f: "1" if f.required else "", YES_NO),
    )
    properties = (
        Property("hint", "Lời nhắc", "lines", "Hiện dưới ô để người nhập biết ghi gì"),
        Property("default", "Khi để trống thì in", "lines", WORDS_OF_PERIOD),
        Property("options", "Chữ gợi ý", "lines", "Mỗi dòng một câu để chọn, ví dụ KT. CHỦ TỊCH", lines=3),
        Property("lines", "Số dòng của ô"),
        Property("carried", "Kỳ sau lấy lại nội dung kỳ trước", "tick"),
    )

    def records(self, written: WrittenEdition) -> Sequence[Field]:
        """The entries."""
        return written.fields

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """One of those that the program knows how to print, which the form does not have."""
        keys = [field.key for field in written.fields]
        missing = [field for field in standard_fields() if field.key not in keys]
        if not missing:
            raise UserFault("Mẫu đã có mọi ô mà chương trình biết in ở phần đầu và phần cuối.")
        choices = [RowChoice(field.key, field.group, field.label, "") for field in missing]
        if not (chosen := choose_rows(choices, (), ASK_FIELD, parent)):
            return None
        field = next(field for field in missing if field.key == chosen[0])
        return asked(add_field, field=field, to=keys.index(after) + 1 if after in keys else 0)

    def values(self, written: WrittenEdition, record: Field) -> Mapping[str, str]:
        """What is said of it beside the grid."""
        return {
            "hint": record.hint, "default": record.default, "options": lines_of(record.options),
            "lines": str(record.lines), "carried": "1" if record.carried else "",
        }  # fmt: skip

    def fields(self, record: Field, name: str, text: str) -> Mapping[str, object]:
        """Ticks and numbers."""
        if name in ("required", "carried"):
            return {name: bool(text)}
        if name == "options":
            return {name: read_lines(text)}
        return {name: read_lines_count(text)} if name == "lines" else {name: text}


class FigureSheet(ListSheet):
    """Numbers that the prose states, which rows can be held against."""

    part = "figure"
    acts = Acts(set_figure, move_figure, delete_figure)
    title = "Số liệu trong lời văn"
    about = "Số nêu trong lời văn và phải khớp với bảng: chọn mục, đặt tên, rồi chọn dòng phải bằng."
    guide_place = "soan-mau#số-liệu-trong-lời-văn"
    properties = (
        Property("same_as", "Phải bằng", "pick"),
        Property("total_of", "Phải bằng tổng của", "pick"),
        Property("part_of", "Không lớn hơn", "pick"),
    )

    def __init__(self, written: WrittenEdition) -> None:
        sections = tuple((s.key, section_words(s)) for s in written.sections if s.prose)
        self.columns = (
            GridColumn("section", "Ở mục", 230, lambda f: f.section, sections),
            GridColumn("label", "Số gì", 0, lambda f: f.label),
            GridColumn("kind", "Loại", 120, lambda f: f.kind, NUMBERS),
            GridColumn("unit", "Đơn vị", 110, lambda f: f.unit),
        )

    def records(self, written: WrittenEdition) -> Sequence[Figure]:
        """The figures."""
        return written.figures

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """A figure in the section of this one, else in the first that has prose."""
        sections = [figure.section for figure in written.figures if figure.key == after]
        sections += [section.key for section in written.sections if section.prose]
        if not sections:
            raise UserFault("Đề cương chưa có mục nào có lời văn; hãy thêm mục trước.")
        return asked(add_figure, section=sections[0], label="")

    def values(self, written: WrittenEdition, record: Figure) -> Mapping[str, str]:
        """What it must equal."""
        return related(written, record, {"same_as": ", ", "total_of": " + ", "part_of": ", "})

    def pick(self, written: WrittenEdition, keys: Sequence[str], name: str, parent: QWidget) -> Action | None:
        """Rows that it must equal."""
        record = next(figure for figure in written.figures if figure.key == keys[0])
        return choose_related(written, record, name, parent)


def read_lines_count(text: str) -> int:
    """How many lines a field has."""
    plain = text.strip()
    if plain.isascii() and plain.isdecimal() and 1 <= int(plain) <= 50:
        return int(plain)
    raise UserFault(f"Số dòng «{text[:20]}» không đọc được; hãy ghi một số từ 1 đến 50.")
