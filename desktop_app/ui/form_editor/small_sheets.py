"""The periods of a form, and the kinds of agency that report on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_agencies import (
    add_agency_kind,
    delete_agency_kind,
    move_agency_kind,
    set_agency_kind,
)
from desktop_app.form_editing.actions_edition import (
    add_period,
    delete_period,
    move_period,
    set_period,
    standard_periods,
)
from desktop_app.forms.heads import AgencyKind, PeriodWording
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor import doing
from desktop_app.ui.form_editor.doing import Action, asked
from desktop_app.ui.form_editor.grid_model import GridColumn
from desktop_app.ui.form_editor.list_sheet import WORDS_OF_PERIOD, Acts, ListSheet, to_place
from desktop_app.ui.form_editor.property_form import Property
from desktop_app.ui.form_editor.words import (
    PERIOD_WORDS,
    day_words,
    read_day,
)


class PeriodSheet(ListSheet):
    """For which periods the form is, and what it calls each."""

    part = "period"
    acts = Acts(set_period, move_period, delete_period)
    title = "Kỳ báo cáo"
    about = "Mỗi dòng là một loại kỳ mà mẫu này dùng. Insert thêm kỳ, Ctrl+Delete bỏ kỳ."
    guide_place = "soan-mau#kỳ-báo-cáo"
    columns = (
        GridColumn("kind", "Kỳ", 110, lambda p: p.kind, PERIOD_WORDS),
        GridColumn("label", "Tên kỳ trong báo cáo", 0, lambda p: p.label),
        GridColumn("coming", "Kỳ tới", 130, lambda p: p.coming),
        GridColumn("deadline", "Hạn gửi", 90, lambda p: day_words(p.deadline)),
        GridColumn("first", "Số liệu từ", 120, lambda p: day_words(p.cut_off[0])),
        GridColumn("last", "đến", 90, lambda p: day_words(p.cut_off[1])),
    )
    properties = (
        Property("subject", "Trích yếu", "lines", f"In dưới chữ BÁO CÁO. {WORDS_OF_PERIOD}", lines=3),
        Property("short", "Tên ngắn", hint="Ghi ở danh sách và tên cửa sổ, ví dụ Quý I/{năm}"),
        Property("owed", "Kỳ mọi cơ quan phải gửi; chương trình nhắc hạn", "tick"),
    )

    def records(self, written: WrittenEdition) -> Sequence[PeriodWording]:
        """The periods."""
        return written.periods

    def key(self, record: PeriodWording) -> str:
        """A period is called by its kind."""
        return record.kind

    def values(self, written: WrittenEdition, record: PeriodWording) -> Mapping[str, str]:
        """What is said of it beside the grid."""
        owed = "" if record.optional else "1"
        return {"subject": record.subject, "short": record.short, "owed": owed}

    def fields(self, record: PeriodWording, name: str, text: str) -> Mapping[str, object]:
        """Days are read; two of them make one field."""
        if name == "deadline":
            return {"deadline": read_day(text)}
        if name in ("first", "last"):
            first, last = record.cut_off
            day = read_day(text)
            return {"cut_off": (day, last) if name == "first" else (first, day)}
        return {"optional": not text} if name == "owed" else {name: text}

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """The first period that the form does not have yet, in the usual words."""
        kinds = [period.kind for period in written.periods]
        missing = [each.kind for each in standard_periods() if each.kind not in kinds]
        if not missing:
            raise UserFault("Mẫu đã có mọi loại kỳ báo cáo.")
        to = kinds.index(after) + 1 if after in kinds else 0
        return to_place(asked(add_period, kind=missing[0]), move_period, to, "Thêm kỳ báo cáo")

    def change(self, written: WrittenEdition, record: PeriodWording, name: str, text: str) -> Action | None:
        """Another kind of period comes with its own words."""
        if name != "kind":
            return super().change(written, record, name, text)
        to = [period.kind for period in written.periods].index(record.kind)
        made = to_place(asked(add_period, kind=text), move_period, to, "")
        return doing.together(
            "Đổi kỳ báo cáo",
            [made, asked(delete_period, kind=record.kind), asked(move_period, kind=text, to=to)],
        )


class AgencySheet(ListSheet):
    """The kinds of agency that report on the form."""

    part = "agency_kind"
    acts = Acts(set_agency_kind, move_agency_kind, delete_agency_kind)
    title = "Loại cơ quan"
    about = "Các loại cơ quan báo cáo theo mẫu này; ở từng dòng của bảng chọn được loại nào phải báo cáo."
    guide_place = "soan-mau#loại-cơ-quan"
    columns = (GridColumn("name", "Tên loại cơ quan", 0, lambda k: k.name),)

    def records(self, written: WrittenEdition) -> Sequence[AgencyKind]:
        """The kinds."""
        return written.agency_kinds

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """A kind without a name yet."""
        keys = [kind.key for kind in written.agency_kinds]
        to = keys.index(after) + 1 if after in keys else 0
        return to_place(asked(add_agency_kind, name=""), move_agency_kind, to, "Thêm loại cơ quan")
