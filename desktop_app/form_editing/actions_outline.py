"""The body of a report and its head: sections, figures beside their prose, the entries of head and foot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_rows import LAST, follows, retire
from desktop_app.form_editing.keys import counted, new_section_key, taken_keys
from desktop_app.form_editing.outline import depth_of, key_above, with_tabs
from desktop_app.form_editing.places import Done
from desktop_app.form_editing.records import at_key, changed, moved_to, replaced_at
from desktop_app.form_editing.references import without
from desktop_app.forms.model import Field, Figure, Section
from desktop_app.forms.written import WrittenEdition

MOST_SECTIONS = 2000


def add_section(
    written: WrittenEdition, level: str, title: str = "", number: str = "", after: str = LAST, **fields: Any
) -> Done:
    """A new section behind another ("" before the first); the other fields are those of `Section`."""
    if len(written.sections) >= MOST_SECTIONS:
        raise UserFault(f"Một mẫu có nhiều nhất {MOST_SECTIONS} mục; hãy xóa bớt trước.")
    at = _behind(written, after)
    section = changed(Section("m1", "part", ""), level=level, title=title, number=number, **fields)
    above = key_above(written.sections[:at], depth_of(section))
    key = new_section_key(section.number, above, taken_keys(written))
    section = msgspec.structs.replace(section, key=key)
    sections = with_tabs((*written.sections[:at], section, *written.sections[at:]))
    return Done(msgspec.structs.replace(written, sections=sections), "Thêm mục", ("section", key))


def set_section(written: WrittenEdition, section: str, **fields: Any) -> Done:
    """Other words of a section: level, number, title, titles by kind of period, prose, run_in, hint …"""
    at = at_key(written.sections, section, "Mục")
    sections = with_tabs(replaced_at(written.sections, at, changed(written.sections[at], **fields)))
    return Done(msgspec.structs.replace(written, sections=sections), "Sửa mục", ("section", section))


def move_section(written: WrittenEdition, section: str, after: str) -> Done:
    """A section with all below it to behind another one; "" is before the first."""
    first, last = _span(written, section)
    moving = written.sections[first:last]
    staying = (*written.sections[:first], *written.sections[last:])
    if any(each.key == after for each in moving):
        raise UserFault("Không chuyển một mục vào bên trong chính nó được; hãy chọn chỗ khác.")
    at = len(staying) if after == LAST else at_key(staying, after, "Mục") + 1 if after else 0
    sections = with_tabs((*staying[:at], *moving, *staying[at:]))
    return Done(msgspec.structs.replace(written, sections=sections), "Chuyển mục", ("section", section))


def delete_section(written: WrittenEdition, section: str, *, with_those_below: bool = False) -> Done:
    """A section taken out, with its figures, and with all below it when that is asked for."""
    first, last = _span(written, section)
    gone = written.sections[first : last if with_those_below else first + 1]
    keys = {each.key for each in gone}
    figures = [figure for figure in written.figures if figure.section in keys]
    left, told = without(written, [figure.key for figure in figures])
    stay = with_tabs(tuple(each for each in left.sections if each.key not in keys))
    kept = tuple(figure for figure in left.figures if figure.section not in keys)
    left = msgspec.structs.replace(left, sections=stay, figures=kept)
    left = retire(left, (each.key for each in gone if each.key in each.was))
    left = _retire_figures(left, figures, used=follows(written))
    told = (*told, *(f"Số liệu «{figure.label}» của mục bị xóa theo." for figure in figures))
    near = stay[min(first, len(stay) - 1)].key if stay else ""
    return Done(left, "Xóa mục", ("section", near) if near else ("head",), told)


def add_figure(written: WrittenEdition, section: str, label: str, **fields: Any) -> Done:
    """A number beside the prose of a section; the other fields are those of `Figure`."""
    at_key(written.sections, section, "Mục")
    key = counted(f"{section}.s", taken_keys(written))
    figure = changed(Figure(key, section, ""), label=label, **fields)
    at = 1 + max((n for n, each in enumerate(written.figures) if each.section == section), default=-1)
    at = at or len(written.figures)
    figures = (*written.figures[:at], figure, *written.figures[at:])
    return Done(msgspec.structs.replace(written, figures=figures), "Thêm số liệu trong lời", ("figure", key))


def set_figure(written: WrittenEdition, figure: str, **fields: Any) -> Done:
    """Other words of a figure: label, kind, unit, subject."""
    at = at_key(written.figures, figure, "Số liệu")
    figures = replaced_at(written.figures, at, changed(written.figures[at], **fields))
    return Done(
        msgspec.structs.replace(written, figures=figures), "Sửa số liệu trong lời", ("figure", figure)
    )


def move_figure(written: WrittenEdition, figure: str, to: int) -> Done:
    """A figure to another place among all of them."""
    figures = moved_to(written.figures, at_key(written.figures, figure, "Số liệu"), to)
    return Done(
        msgspec.structs.replace(written, figures=figures), "Chuyển số liệu trong lời", ("figure", figure)
    )


def delete_figure(written: WrittenEdition, figure: str) -> Done:
    """A figure taken out, and out of all that named it."""
    at = at_key(written.figures, figure, "Số liệu")
    gone = written.figures[at]
    left, told = without(written, [figure])
    left = msgspec.structs.replace(left, figures=(*left.figures[:at], *left.figures[at + 1 :]))
    left = _retire_figures(left, [gone], used=follows(written))
    return Done(left, "Xóa số liệu trong lời", ("section", gone.section), told)


def set_field(written: WrittenEdition, field: str, **fields: Any) -> Done:
    """Other words of an entry of head or foot: label, group, default, hint, required, options, lines …"""
    at = at_key(written.fields, field, "Ô nhập")
    records = replaced_at(written.fields, at, changed(written.fields[at], **fields))
    return Done(msgspec.structs.replace(written, fields=records), "Sửa ô của phần đầu", ("field", field))


def add_field(written: WrittenEdition, field: Field, to: int | None = None) -> Done:
    """An entry that the program knows how to print, which the form does not have yet."""
    if any(each.key == field.key for each in written.fields):
        raise UserFault("Mẫu đã có ô nhập này; hãy chọn ô khác.")
    at = len(written.fields) if to is None else to
    fields = (*written.fields[:at], field, *written.fields[at:])
    return Done(msgspec.structs.replace(written, fields=fields), "Thêm ô của phần đầu", ("field", field.key))


def move_field(written: WrittenEdition, field: str, to: int) -> Done:
    """An entry to another place among all of them."""
    fields = moved_to(written.fields, at_key(written.fields, field, "Ô nhập"), to)
    return Done(msgspec.structs.replace(written, fields=fields), "Chuyển ô của phần đầu", ("field", field))


def delete_field(written: WrittenEdition, field: str) -> Done:
    """An entry taken out, with the checks that read it."""
    at = at_key(written.fields, field, "Ô nhập")
    left, told = without(written, [field])
    left = msgspec.structs.replace(left, fields=(*left.fields[:at], *left.fields[at + 1 :]))
    return Done(left, "Xóa ô của phần đầu", ("head",), told)


def _retire_figures(written: WrittenEdition, gone: Iterable[Figure], *, used: bool) -> WrittenEdition:
    """Figures name no key of the form before; where rows do, theirs are not used again either."""
    return retire(written, (figure.key for figure in gone)) if used else written


def _behind(written: WrittenEdition, after: str) -> int:
    if after == LAST:
        return len(written.sections)
    return at_key(written.sections, after, "Mục") + 1 if after else 0


def _span(written: WrittenEdition, section: str) -> tuple[int, int]:
    """The places of a section and of all below it."""
    first = at_key(written.sections, section, "Mục")
    depth = depth_of(written.sections[first])
    last = first + 1
    while last < len(written.sections) and depth_of(written.sections[last]) > depth:
        last += 1
    return first, last
