"""Read the TOML files of one edition into the model, refusing whatever the model does not know."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.forms.expression import BadExpression, Node, parse
from desktop_app.forms.model import (
    AgencyKind,
    Appendix,
    AppendixHead,
    Check,
    Edition,
    Entry,
    Field,
    Figure,
    Formula,
    Head,
    Indicator,
    PeriodWording,
    Rule,
    Scope,
    Section,
)

MOST_BYTES = 2_000_000
"""A file of a form is text written by hand; anything larger is not one."""


class FormFile(Entry, frozen=True):
    """Everything that one file of an edition may hold; most hold two or three of these."""

    edition: Head | None = None
    period: tuple[PeriodWording, ...] = ()
    agency_kind: tuple[AgencyKind, ...] = ()
    field: tuple[Field, ...] = ()
    section: tuple[Section, ...] = ()
    figure: tuple[Figure, ...] = ()
    appendix: AppendixHead | None = None
    indicator: tuple[Indicator, ...] = ()
    scope: tuple[Scope, ...] = ()
    check: tuple[Check, ...] = ()


def load_edition(folder: Path) -> Edition:
    """The edition whose TOML files lie in the folder; raises UserFault with file, entry and key."""
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise UserFault(f"Thư mục mẫu báo cáo «{folder.name}» không có tệp .toml nào.")
    files = {path.name: read_file(path) for path in paths}
    heads = [file.edition for file in files.values() if file.edition]
    if len(heads) != 1:
        raise UserFault(f"Thư mục mẫu «{folder.name}» phải có đúng một bảng [edition], đang có {len(heads)}.")
    parts = list(files.values())
    appendices = sorted(
        (Appendix(f.appendix, f.indicator, f.scope) for f in parts if f.appendix),
        key=lambda appendix: appendix.head.number,
    )
    return Edition(
        head=heads[0],
        periods=tuple(p for f in parts for p in f.period),
        agency_kinds=tuple(a for f in parts for a in f.agency_kind),
        fields=tuple(x for f in parts for x in f.field),
        sections=tuple(s for f in parts for s in f.section),
        figures=tuple(x for f in parts for x in f.figure),
        appendices=tuple(appendices),
        rules=tuple(_rule(c, name) for name, f in files.items() for c in f.check),
        formulas=tuple(
            Formula(i.key, _parse(i.formula, name, i.key), i.fill)
            for name, f in files.items()
            for i in f.indicator
            if i.formula
        ),
    )


def read_file(path: Path) -> FormFile:
    """One file, validated; raises UserFault naming the file, and the entry and key at fault."""
    try:
        content = path.read_bytes()
        if len(content) > MOST_BYTES:
            raise UserFault(f"Tệp mẫu {path.name} quá lớn, không phải tệp mẫu báo cáo.")
        table = tomllib.loads(content.decode("utf-8"))
        return msgspec.convert(table, FormFile)
    except UnicodeDecodeError as fault:
        raise UserFault(f"Tệp mẫu {path.name} không phải văn bản UTF-8.") from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        where = _line(str(fault))
        raise UserFault(f"Tệp mẫu {path.name} viết sai cú pháp TOML{where}.") from fault
    except msgspec.ValidationError as fault:
        raise UserFault(_validation_sentence(path.name, table, str(fault))) from fault
    except OSError as fault:
        raise UserFault(f"Không đọc được tệp mẫu {path.name}.") from fault


def _rule(check: Check, file: str) -> Rule:
    """The check with its expressions parsed."""

    def optional(text: str) -> Node | None:
        return _parse(text, file, check.code) if text else None

    return Rule(
        check,
        expect=_parse(check.expect, file, check.code),
        when=optional(check.when),
        found=optional(check.found),
        expected=optional(check.expected),
    )


def _parse(text: str, file: str, entry: str) -> Node:
    try:
        return parse(text)
    except BadExpression as fault:
        raise UserFault(f"Tệp mẫu {file}, mục {entry}: {fault}.") from fault


def _line(message: str) -> str:
    found = re.search(r"line (\d+), column (\d+)", message)
    return f" (dòng {found.group(1)}, cột {found.group(2)})" if found else ""


_UNKNOWN = re.compile(r"Object contains unknown field `(.*?)`")
_MISSING = re.compile(r"Object missing required field `(.*?)`")
_PLACE = re.compile(r"at `\$\.?(\w+)?(?:\[(\d+)\])?(.*?)`$")


def _validation_sentence(file: str, table: dict[str, object], message: str) -> str:
    """Where in which file the model refused what, in one Vietnamese sentence."""
    place = _PLACE.search(message)
    entry, index, rest = place.groups() if place else (None, None, "")
    name = _entry_name(table, entry, index)
    where = f"Tệp mẫu {file}" + (f", mục [{entry}]{name}" if entry else "")
    if unknown := _UNKNOWN.match(message):
        return f"{where}: trường «{unknown.group(1)}» không có trong mẫu; kiểm tra chính tả."
    if missing := _MISSING.match(message):
        return f"{where}: thiếu trường «{missing.group(1)}»."
    field = (rest or "").lstrip(".") or "?"
    return f"{where}: giá trị của trường «{field}» không đúng kiểu."


def _entry_name(table: dict[str, object], entry: str | None, index: str | None) -> str:
    """The key or code of the faulty entry, or its place in the file."""
    if entry is None or index is None:
        return ""
    entries = table.get(entry)
    at_fault = entries[int(index)] if isinstance(entries, list) else {}
    named = at_fault if isinstance(at_fault, dict) else {}
    name = named.get("key") or named.get("code")
    return f" {name}" if name else f" thứ {int(index) + 1}"
