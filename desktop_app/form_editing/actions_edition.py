"""A form as a whole: a new one, a copy, a newer version; its words, periods, agencies; publishing it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.paths import resources
from desktop_app.base.periods import read_period
from desktop_app.base.text import clean
from desktop_app.form_editing.keys import edition_id
from desktop_app.form_editing.places import Done
from desktop_app.form_editing.records import at_key, changed, moved_to, replaced_at, with_each_row
from desktop_app.forms.form_files import read_file
from desktop_app.forms.heads import NEWEST, Annex, Head, PeriodWording
from desktop_app.forms.model import Field, Indicator, Section
from desktop_app.forms.written import WrittenEdition, written_of

BLANK_FORM = "forms/blank.toml"
"""What every new form begins with: its words, kinds of period and of agency, entries of head and foot."""
OFFICIAL_KINDS = ("Q1", "6M", "Q3", "Y")


def new_edition(
    name: str, valid_from: str, kinds: Sequence[str] = OFFICIAL_KINDS, taken: Collection[str] = ()
) -> WrittenEdition:
    """A draft without sections and tables. taken: the ids of the editions that are there."""
    blank = _blank()
    head = changed(
        blank.head,
        name=name,
        id=edition_id(name, taken),
        valid_from=_period(valid_from),
        draft=True,
        needs=NEWEST,
    )
    periods = tuple(wording for wording in blank.periods if wording.kind in kinds)
    missing = [kind for kind in kinds if all(wording.kind != kind for wording in periods)]
    if missing:
        raise UserFault(f"Chương trình không có kỳ báo cáo «{missing[0]}»; hãy chọn kỳ khác.")
    return msgspec.structs.replace(blank, head=head, periods=periods)


def standard_fields() -> tuple[Field, ...]:
    """The entries of head and foot that the program knows how to print."""
    return _blank().fields


def standard_periods() -> tuple[PeriodWording, ...]:
    """The kinds of period there are, with the words that a new form has for them."""
    return _blank().periods


def copy_edition(written: WrittenEdition, name: str, taken: Collection[str]) -> WrittenEdition:
    """A draft with all that the form has; reports on the form go over into it, row by row."""
    head = changed(written.head, name=name, id=edition_id(name, taken), draft=True, needs=NEWEST)
    return _following(written, head)


def newer_version_of(
    written: WrittenEdition, name: str, valid_from: str, taken: Collection[str]
) -> WrittenEdition:
    """The same as a draft that is valid from a period on; keys stay, and say what they followed."""
    head = changed(
        written.head,
        name=name,
        id=edition_id(name, taken),
        draft=True,
        needs=NEWEST,
        valid_from=_period(valid_from),
        valid_to="",
    )
    return _following(written, head)


def set_head(written: WrittenEdition, **fields: Any) -> Done:
    """Other words of the whole form: name, valid_from, valid_to, national_name, appendix_word, columns …"""
    for name in ("valid_from", "valid_to"):
        if fields.get(name):
            fields[name] = _period(str(fields[name]))
    if {"id", "draft", "retired"} & fields.keys():
        raise UserFault("Phần này của mẫu do chương trình giữ, không sửa trực tiếp được.")
    head = changed(written.head, **fields)
    place = ("head", next(iter(fields), "name"))
    return Done(msgspec.structs.replace(written, head=head), "Sửa thông tin mẫu", place)


def set_annex(written: WrittenEdition, word: str = "", title: str = "") -> Done:
    """One annex that holds all tables, with its head; both "": each table is an annex of its own."""
    annex = changed(Annex("", ""), word=word, title=title) if word.strip() or title.strip() else None
    return Done(msgspec.structs.replace(written, annex=annex), "Đặt phụ lục chung", ("annex",))


def add_period(written: WrittenEdition, kind: str) -> Done:
    """A kind of period with the usual words."""
    if any(wording.kind == kind for wording in written.periods):
        raise UserFault("Mẫu đã có kỳ báo cáo này; hãy chọn kỳ khác.")
    known = standard_periods()
    wording = known[at_key(known, kind, "Kỳ", "kind")]
    periods = (*written.periods, wording)
    return Done(msgspec.structs.replace(written, periods=periods), "Thêm kỳ báo cáo", ("period", kind))


def set_period(written: WrittenEdition, kind: str, **fields: Any) -> Done:
    """Other words of a kind of period: label, coming, subject, short, cut_off, deadline, optional."""
    at = at_key(written.periods, kind, "Kỳ", "kind")
    periods = replaced_at(written.periods, at, changed(written.periods[at], **fields))
    return Done(msgspec.structs.replace(written, periods=periods), "Sửa kỳ báo cáo", ("period", kind))


def move_period(written: WrittenEdition, kind: str, to: int) -> Done:
    """A kind of period to another place in the list."""
    periods = moved_to(written.periods, at_key(written.periods, kind, "Kỳ", "kind"), to)
    return Done(msgspec.structs.replace(written, periods=periods), "Chuyển kỳ báo cáo", ("period", kind))


def delete_period(written: WrittenEdition, kind: str) -> Done:
    """A kind of period taken out, with the titles that sections have for it."""
    at = at_key(written.periods, kind, "Kỳ", "kind")
    periods = (*written.periods[:at], *written.periods[at + 1 :])
    sections = tuple(_without_title(section, kind) for section in written.sections)
    left = msgspec.structs.replace(written, periods=periods, sections=sections)
    return Done(left, "Xóa kỳ báo cáo", ("head",))


def _blank() -> WrittenEdition:
    path = resources() / BLANK_FORM
    return written_of({path.name: read_file(path)}, path.name)


def _period(text: str) -> str:
    return str(read_period(clean(text)))


def _following(written: WrittenEdition, head: Head) -> WrittenEdition:
    """The form under another head, each row and section of it following the same one of the form before."""

    def follow(row: Indicator) -> Indicator:
        return row if row.was == (row.key,) else msgspec.structs.replace(row, was=(row.key,))

    sections = tuple(msgspec.structs.replace(each, was=(each.key,)) for each in written.sections)
    return msgspec.structs.replace(with_each_row(written, follow), head=head, sections=sections)


def _without_title(section: Section, kind: str) -> Section:
    if kind not in section.titles:
        return section
    titles = {each: title for each, title in section.titles.items() if each != kind}
    return msgspec.structs.replace(section, titles=titles)
