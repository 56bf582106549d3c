"""The tables of the form, and the columns of one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_tables import (
    add_column,
    add_table,
    delete_column,
    delete_table,
    move_column,
    move_table,
    set_column,
    set_table,
    usual_columns,
)
from desktop_app.forms.columns import columns_of
from desktop_app.forms.heads import Column
from desktop_app.forms.model import Appendix
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor import doing
from desktop_app.ui.form_editor.choose_rows import Asked, RowChoice, choose_rows
from desktop_app.ui.form_editor.doing import Action, asked
from desktop_app.ui.form_editor.form_tree import Place
from desktop_app.ui.form_editor.grid_model import GridColumn
from desktop_app.ui.form_editor.list_sheet import WORDS_OF_PERIOD, Acts, ListSheet
from desktop_app.ui.form_editor.property_form import Property
from desktop_app.ui.form_editor.words import COLUMN_KINDS, COLUMN_WORDS

SUMMABLE = ("figure", "value", "before", "last_year")
ABOUT_SUM = "Chọn các cột được cộng vào cột này; mỗi dòng của bảng tự tính."
PORTRAIT = (("", "Đứng"), ("1", "Ngang"))


class TableSheet(ListSheet):
    """Tables in their printing order."""

    part = "table"
    acts = Acts(set_table, move_table, delete_table)
    title = "Bảng, phụ lục"
    about = "Các bảng theo thứ tự in. Insert thêm bảng; dòng và cột của bảng ở dưới nó trong cây bên trái."
    guide_place = "soan-mau#bảng-và-dòng"
    columns = (
        GridColumn("number", "Thứ tự", 60, lambda t: str(t.head.number), fixed=True),
        GridColumn("name", "Gọi là", 140, lambda t: t.head.name),
        GridColumn("title", "Tên bảng", 0, lambda t: t.head.title, wraps=True),
        GridColumn("tab", "Tên thẻ", 90, lambda t: t.head.tab),
        GridColumn("landscape", "Giấy", 80, lambda t: "1" if t.head.landscape else "", PORTRAIT),
    )
    properties = (
        Property("title", "Tên bảng", "lines", lines=3),
        Property("short", "Tên ngắn", hint="Ghi trên màn hình, ở danh sách lỗi"),
        Property("repeats", "Bảng kê: người nhập tự thêm dòng", "tick"),
        Property("label_head", "Tên cột chỉ tiêu", "lines"),
        Property("figure_head", "Tên cột số liệu", "lines", WORDS_OF_PERIOD),
        Property("number_head", "Tên cột thứ tự"),
        Property("unit_head", "Tên cột đơn vị tính"),
        Property("note_head", "Tên cột ghi chú"),
        Property("result_head", "Chữ chung trên đơn vị và số liệu"),
        Property("note", "Ghi chú dưới bảng", "lines", lines=3),
    )

    def records(self, written: WrittenEdition) -> Sequence[Appendix]:
        """The tables."""
        return written.appendices

    def key(self, record: Appendix) -> str:
        """A table is called by its head."""
        return record.head.key

    def values(self, written: WrittenEdition, record: Appendix) -> Mapping[str, str]:
        """What is said of it beside the grid; heads of columns only while it has the usual ones."""
        head = record.head
        shown = {
            "title": head.title,
            "short": head.short,
            "repeats": "1" if head.repeats else "",
            "note": head.note,
        }
        if not record.columns:
            names = ("label_head", "figure_head", "number_head", "unit_head", "note_head", "result_head")
            shown |= {name: getattr(head, name) for name in names}
        return shown

    def fields(self, record: Appendix, name: str, text: str) -> Mapping[str, object]:
        """Ticks."""
        return {name: bool(text)} if name in ("landscape", "repeats") else {name: text}

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """A table without a title yet."""
        return asked(add_table, title="", after=after)


class ColumnSheet(ListSheet):
    """The columns of one table, in printing order."""

    part = "column"
    commands = (("usual", "Dùng lại các cột thường dùng"),)
    title = "Cột"
    guide_place = "soan-mau#cột-của-bảng"
    about = "Các cột của bảng này theo thứ tự in, với tên và độ rộng (mm)."
    columns = (
        GridColumn("of", "Cột này ghi", 150, lambda c: c.of, COLUMN_WORDS),
        GridColumn("title", "Tên cột", 0, lambda c: c.title, wraps=True),
        GridColumn("over", "Tên chung ở trên", 130, lambda c: c.over, wraps=True),
        GridColumn("kind", "Loại số liệu", 120, lambda c: c.kind, COLUMN_KINDS),
        GridColumn("width", "Rộng (mm)", 90, lambda c: width_words(c.width)),
    )
    properties = (
        Property("title", "Tên cột", "lines", WORDS_OF_PERIOD),
        Property("formula", "Cộng các cột", "pick"),
    )

    def __init__(self, table: str) -> None:
        self.table = table

    def place(self, key: str) -> Place:
        """A column is one of its table."""
        return (self.part, self.table, key)

    def records(self, written: WrittenEdition) -> Sequence[Column]:
        """Its own, else the usual ones."""
        table = self._table(written)
        return columns_of(table, written.head.columns) if table else ()

    def values(self, written: WrittenEdition, record: Column) -> Mapping[str, str]:
        """What is said of it beside the grid."""
        shown = {"title": record.title}
        if record.of == "formula":
            names = {c.key: " ".join(c.title.split()) for c in self.records(written)}
            parts = [part.strip() for part in record.formula.split("+") if part.strip()]
            shown["formula"] = " + ".join(names.get(part, part) for part in parts) or "Chọn các cột…"
        return shown

    def run(self, written: WrittenEdition, name: str) -> Action | None:
        """The usual columns again."""
        return asked(usual_columns, table=self.table)

    def change(self, written: WrittenEdition, record: Column, name: str, text: str) -> Action | None:
        """One field of a column."""
        fields: dict[str, object] = {name: read_width(text) if name == "width" else text}
        return asked(set_column, table=self.table, column=record.key, **fields)

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """A new column behind this one: one of its own values, until something else is chosen."""
        return asked(add_column, table=self.table, of="value", after=after)

    def remove(self, written: WrittenEdition, keys: Sequence[str]) -> Action | None:
        """Without these."""
        steps = [asked(delete_column, table=self.table, column=key) for key in keys]
        return steps[0] if len(steps) == 1 else doing.together(f"Xóa {len(steps)} cột", steps)

    def move(self, written: WrittenEdition, key: str, step: int) -> Action | None:
        """One to the left or right."""
        keys = [column.key for column in self.records(written)]
        to = keys.index(key) + step
        return asked(move_column, table=self.table, column=key, to=to) if 0 <= to < len(keys) else None

    def pick(self, written: WrittenEdition, keys: Sequence[str], name: str, parent: QWidget) -> Action | None:
        """Which columns are summed."""
        columns = self.records(written)
        record = next(c for c in columns if c.key == keys[0])
        choices = [
            RowChoice(c.key, dict(COLUMN_WORDS)[c.of], c.title, "")
            for c in columns
            if c.of in SUMMABLE and c.key != record.key
        ]
        before = [part.strip() for part in record.formula.split("+")]
        chosen = choose_rows(choices, before, Asked("Cộng các cột", ABOUT_SUM), parent)
        return (
            None
            if chosen is None
            else asked(set_column, table=self.table, column=keys[0], formula=" + ".join(chosen))
        )

    def _table(self, written: WrittenEdition) -> Appendix | None:
        return next((table for table in written.appendices if table.head.key == self.table), None)


def width_words(width: tuple[float, float]) -> str:
    """ "20–60"; "" where the column is as wide as it needs."""
    least, most = (f"{mm:g}".replace(".", ",") for mm in width)
    return "" if width == (10, 250) else least if least == most else f"{least}–{most}"


def read_width(text: str) -> tuple[float, float]:
    """Least and most of a column in millimetres."""
    plain = text.replace("–", "-").replace(",", ".").strip()
    if not plain:
        return 10, 250
    parts = [part.strip() for part in plain.split("-")]
    try:
        least, most = float(parts[0]), float(parts[-1])
    except ValueError:
        least, most = 0, 0
    if len(parts) > 2 or not 8 <= least <= most <= 250:
        raise UserFault(f"Độ rộng «{text[:20]}» không dùng được; hãy ghi từ 8 đến 250 mm, ví dụ 20–60.")
    return least, most
