"""An edition as it is written, record by record, and how it becomes one that a report can be made on."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Literal

import msgspec

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.files import read_bounded
from desktop_app.base.paths import resources
from desktop_app.forms.columns import cells_of
from desktop_app.forms.derived_checks import derived_checks, formula_of
from desktop_app.forms.expression import MOST_DERIVED, MOST_LENGTH, BadExpression, Node, parse
from desktop_app.forms.form_files import MOST_BYTES, FormFile, read_files
from desktop_app.forms.heads import AgencyKind, Annex, FormRecord, Head, PeriodWording
from desktop_app.forms.model import (
    Appendix,
    Check,
    Edition,
    Field,
    Figure,
    Formula,
    Indicator,
    ParsedCheck,
    Section,
    Synonym,
    Wording,
)

NAME = re.compile(r"(?=.{1,60}\Z)\w+(\.\w+)*\Z")
"""How keys, codes and kinds of agency are spelled."""


class WrittenEdition(FormRecord, frozen=True):
    """All records of an edition as its files hold them; nothing is computed, checked or put together.

    appendices: in the order in which they are printed.
    """

    head: Head
    periods: tuple[PeriodWording, ...] = ()
    agency_kinds: tuple[AgencyKind, ...] = ()
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    annex: Annex | None = None
    checks: tuple[Check, ...] = ()
    synonyms: tuple[Synonym, ...] = ()

    @property
    def indicators(self) -> Iterator[Indicator]:
        """Every row of every appendix, in printing order."""
        return (row for appendix in self.appendices for row in appendix.indicators)


class BadEntry(Exception):
    """A formula or check that cannot be parsed: where it stands, and why."""

    def __init__(self, entry: str, reason: str) -> None:
        super().__init__(reason)
        self.entry = entry


def read_written(folder: Path) -> WrittenEdition:
    """The records of the folder's files; raises UserFault with file, entry and key."""
    return written_of(read_files(folder), folder.name)


def written_of(files: Mapping[str, FormFile], name: str) -> WrittenEdition:
    """The files of one edition put together; name: that of the folder, for the sentence of a fault."""
    parts = list(files.values())
    heads = [file.edition for file in parts if file.edition]
    if len(heads) != 1:
        raise UserFault(f"Thư mục mẫu «{name}» phải có đúng một bảng [edition], đang có {len(heads)}.")
    for file_name, file in files.items():
        if file.appendix is None and (file.indicator or file.column or file.scope):
            raise UserFault(f"Tệp mẫu {file_name} có dòng hoặc cột của bảng nhưng thiếu bảng [appendix].")
    return WrittenEdition(
        head=heads[0],
        periods=tuple(p for f in parts for p in f.period),
        agency_kinds=tuple(a for f in parts for a in f.agency_kind),
        fields=tuple(x for f in parts for x in f.field),
        sections=tuple(s for f in parts for s in f.section),
        figures=tuple(x for f in parts for x in f.figure),
        appendices=in_order(
            Appendix(f.appendix, f.indicator, f.scope, f.column) for f in parts if f.appendix
        ),
        annex=next((f.annex for f in parts if f.annex), None),
        checks=tuple(c for f in parts for c in f.check),
        synonyms=tuple(x for f in parts for x in f.synonym),
    )


def in_order(appendices: Iterable[Appendix]) -> tuple[Appendix, ...]:
    """The tables in their printing order."""
    return tuple(sorted(appendices, key=lambda appendix: appendix.head.number))


def compile_edition(written: WrittenEdition, wording: Wording | None = None) -> Edition:
    """The edition with its formulas and checks; raises UserFault for a name that stands twice.

    BadEntry where an expression cannot be parsed. wording: the words of derived checks, else the
    program's own.
    """
    _refuse_names(written)
    typed = Edition(
        head=written.head,
        periods=written.periods,
        agency_kinds=written.agency_kinds,
        fields=written.fields,
        sections=written.sections,
        figures=written.figures,
        appendices=written.appendices,
        annex=written.annex,
        checks=(),
        synonyms=written.synonyms,
        formulas=tuple(_formulas(written.appendices)),
    )
    checks = (*derived_checks(typed, wording or read_wording()), *written.checks)
    _refuse_repeated("Quy tắc", (check.code for check in checks))
    return msgspec.structs.replace(typed, checks=tuple(map(parsed_check, checks)))


def _formulas(appendices: Iterable[Appendix]) -> Iterator[Formula]:
    """The formulas of the rows, and of the further columns of each table."""
    for appendix in appendices:
        for row in chain(appendix.indicators, cells_of(appendix)):
            if formula := parsed_formula(row):
                yield formula


def read_wording(path: Path | None = None) -> Wording:
    """The sentences of derived checks; a fault of this file is one of the installation."""
    path = path or resources() / "forms/wording.toml"
    try:
        return msgspec.convert(tomllib.loads(read_bounded(path, MOST_BYTES).decode("utf-8")), Wording)
    except (OSError, ValueError) as fault:
        raise EnvironmentFault(f"Không đọc được tệp câu báo {path}; hãy cài lại chương trình.") from fault


def parsed_formula(row: Indicator) -> Formula | None:
    """How the row is computed; None for one that is typed."""
    text = formula_of(row)
    most = MOST_DERIVED if row.total_of else MOST_LENGTH
    return Formula(row.key, _parse(text, row.key, most), row.fill or fill_of(row)) if text else None


def fill_of(row: Indicator) -> Literal["auto", "offer"]:
    """What a row does with its computed number unless it says so: a rate prints, a total is proposed."""
    return "auto" if row.rate_of else "offer"


def parsed_check(check: Check) -> ParsedCheck:
    """The check with its expressions parsed."""

    most = MOST_DERIVED if check.shape else MOST_LENGTH

    def optional(text: str) -> Node | None:
        return _parse(text, check.code, most) if text else None

    return ParsedCheck(
        check,
        expect=_parse(check.expect, check.code, most),
        when=optional(check.when),
        found=optional(check.found),
        expected=optional(check.expected),
    )


def _parse(text: str, entry: str, most: int) -> Node:
    try:
        return parse(text, most)
    except BadExpression as fault:
        raise BadEntry(entry, str(fault)) from fault


def _keys(written: WrittenEdition) -> Iterator[str]:
    """The keys of all that is entered."""
    yield from (entry.key for entry in written.fields)
    yield from (section.key for section in written.sections)
    yield from (figure.key for figure in written.figures)
    yield from (row.key for row in written.indicators)


def _refuse_names(written: WrittenEdition) -> None:
    """Names that are none, and two entries of one name: the second would silently stand for the first."""
    groups = (
        ("Khóa", _keys(written)),
        ("Phụ lục", (str(table.head.number) for table in written.appendices)),
        ("Phụ lục", (table.head.key for table in written.appendices)),
        ("Loại cơ quan", (kind.key for kind in written.agency_kinds)),
    )
    for what, names in groups:
        _refuse_repeated(what, names)


def _refuse_repeated(what: str, names: Iterable[str]) -> None:
    for name, times in Counter(names).items():
        if not NAME.match(name):
            raise UserFault(f"{what} «{name[:60]}» viết sai; tên chỉ gồm chữ, số và dấu chấm, dưới 60 ký tự.")
        if times > 1:
            raise UserFault(f"{what} «{name}» đứng {times} lần trong mẫu; mỗi tên chỉ đứng một lần.")
