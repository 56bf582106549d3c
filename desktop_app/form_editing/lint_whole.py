"""What is wrong with the parts of a form that are no table: head, periods, agencies, entries, outline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import KINDS, MONTH, kind_name, period_name, read_period
from desktop_app.form_editing.lint_rows import spelling
from desktop_app.form_editing.places import HEAD, PlacedFault
from desktop_app.forms.heads import Head, PeriodWording
from desktop_app.forms.model import Field, Section
from desktop_app.forms.written import NAME, WrittenEdition

_PLACE = re.compile(r"\{([^{}]*)\}")
_OF_PERIOD = {
    "label", "coming", "subject", "subject_within", "short", "year", "coming_year", "kind", "month",
    "coming_month", "coming_month_year", "agency", "area", "of_area", "issuer", "from_day", "to_day",
    "number", "date", "appendices",
}  # fmt: skip
KNOWN_PLACES = _OF_PERIOD | {f"{name}_upper" for name in _OF_PERIOD}
"""The names in braces that are filled when a report is printed."""


def whole_faults(written: WrittenEdition) -> Iterator[PlacedFault]:
    """Each fault at its place, in the order of the form."""
    yield from _of_head(written.head)
    yield from _of_periods(written)
    yield from _of_agencies(written)
    for field in written.fields:
        yield from _of_field(field)
    for section in written.sections:
        yield from _of_section(section)
    yield from _of_figures(written)


def places_in(text: str) -> Iterator[str]:
    """The names in braces that nothing fills."""
    yield from (name for name in _PLACE.findall(text) if name not in KNOWN_PLACES)


def _of_head(head: Head) -> Iterator[PlacedFault]:
    if not head.name.strip():
        yield PlacedFault(("head", "name"), "Mẫu chưa có tên; hãy đặt tên.")
    for name in ("name", "national_name", "motto", "attached", "kind_of_document"):
        yield from (PlacedFault(("head", name), *said) for said in spelling(getattr(head, name)))
    for unknown in places_in(head.attached):
        yield _unknown(("head", "attached"), unknown)
    yield from _of_validity(head)


def _of_validity(head: Head) -> Iterator[PlacedFault]:
    try:
        first = read_period(head.valid_from)
    except UserFault:
        yield PlacedFault(("head", "valid_from"), "Chưa chọn kỳ đầu tiên dùng mẫu; hãy chọn kỳ.")
        return
    if not head.valid_to:
        return
    try:
        last = read_period(head.valid_to)
    except UserFault:
        yield PlacedFault(
            ("head", "valid_to"), "Kỳ cuối cùng dùng mẫu không có thật; hãy chọn lại hoặc để trống."
        )
        return
    if first.rank() > last.rank():
        yield PlacedFault(
            ("head", "valid_to"),
            f"Mẫu dùng từ {period_name(first)} nhưng lại hết hiệu lực trước đó, {period_name(last)}.",
        )


def _of_periods(written: WrittenEdition) -> Iterator[PlacedFault]:
    if not written.periods:
        yield PlacedFault(HEAD, "Mẫu chưa có kỳ báo cáo nào; hãy thêm kỳ.")
    for kind, times in Counter(wording.kind for wording in written.periods).items():
        if kind != MONTH and kind not in KINDS:
            yield PlacedFault(("period", kind), "Chương trình không có loại kỳ này; hãy xóa và chọn kỳ khác.")
        elif times > 1:
            name = "Tháng" if kind == MONTH else kind_name(kind)
            yield PlacedFault(("period", kind), f"Kỳ {name} đứng {times} lần; hãy xóa bớt.")
    for wording in written.periods:
        yield from _of_period(wording)


def _of_period(wording: PeriodWording) -> Iterator[PlacedFault]:
    place = ("period", wording.kind)
    if not wording.label.strip():
        yield PlacedFault(place, "Kỳ chưa có tên in trong báo cáo.", "warning")
    if not wording.subject.strip():
        yield PlacedFault(place, "Kỳ chưa có trích yếu.", "warning")
    for text in (wording.label, wording.coming, wording.subject, wording.short):
        yield from (PlacedFault(place, *said) for said in spelling(text))
        yield from (_unknown(place, name) for name in places_in(text))
    if bool(wording.cut_off[0]) != bool(wording.cut_off[1]):
        yield PlacedFault(place, "Số liệu phải có cả ngày đầu và ngày cuối, hoặc để trống cả hai.")


def _of_agencies(written: WrittenEdition) -> Iterator[PlacedFault]:
    times = Counter(kind.key for kind in written.agency_kinds)
    for kind in written.agency_kinds:
        place = ("agency_kind", kind.key)
        if times[kind.key] > 1 or not NAME.match(kind.key):
            yield PlacedFault(
                place, f"Loại cơ quan «{kind.name}» trùng mã với loại khác; hãy xóa và thêm lại."
            )
        if not kind.name.strip():
            yield PlacedFault(place, "Loại cơ quan chưa có tên.", "warning")
        yield from (PlacedFault(place, *said) for said in spelling(kind.name))


def _of_field(field: Field) -> Iterator[PlacedFault]:
    place = ("field", field.key)
    if not field.label.strip():
        yield PlacedFault(place, "Ô nhập chưa có tên.", "warning")
    for text in (field.label, field.group, field.hint, field.default, *field.options):
        yield from (PlacedFault(place, *said) for said in spelling(text))
    yield from (_unknown(place, name) for name in places_in(field.default))


def _of_section(section: Section) -> Iterator[PlacedFault]:
    place = ("section", section.key)
    if section.level == "line" and not section.title.strip():
        yield PlacedFault(place, "Dòng in sẵn chưa có chữ.", "warning")
    if not (section.title.strip() or section.number.strip() or section.prose):
        yield PlacedFault(
            place, "Mục không có số, không có tên và không có chỗ viết; hãy xóa mục này.", "warning"
        )
    for text in (section.number, section.title, section.default, section.hint, *section.titles.values()):
        yield from (PlacedFault(place, *said) for said in spelling(text))
        yield from (_unknown(place, name) for name in places_in(text))


def _of_figures(written: WrittenEdition) -> Iterator[PlacedFault]:
    sections = {section.key for section in written.sections}
    for figure in written.figures:
        if figure.section not in sections:
            yield PlacedFault(
                ("figure", figure.key), "Số liệu này thuộc một mục không còn trong mẫu; hãy xóa."
            )


def _unknown(place: tuple[str, ...], name: str) -> PlacedFault:
    return PlacedFault(place, f"Chỗ «{{{name[:30]}}}» không có chữ nào điền vào; hãy sửa lại.", "warning")
