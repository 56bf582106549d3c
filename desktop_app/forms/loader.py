"""Read the TOML files of one edition into the model, refusing whatever the model does not know."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.files import read_bounded
from desktop_app.base.paths import resources
from desktop_app.base.text import has_hidden
from desktop_app.forms.columns import cells_of
from desktop_app.forms.derived_checks import derived_checks, formula_of
from desktop_app.forms.expression import BadExpression, Node, parse
from desktop_app.forms.heads import AgencyKind, Annex, AppendixHead, Column, FormRecord, Head, PeriodWording
from desktop_app.forms.model import (
    Appendix,
    Check,
    Edition,
    Field,
    Figure,
    Formula,
    Indicator,
    ParsedCheck,
    Scope,
    Section,
    Synonym,
    Wording,
)

MOST_BYTES = 2_000_000
"""All files of a form are text written by hand; anything larger is not one."""
MOST_TEXT = 2000

_NAME = re.compile(r"(?=.{1,60}\Z)\w+(\.\w+)*\Z")
_PART = r"""(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
# The standard parser takes a second for a key of 8,000 parts, and an hour for one of 500,000. No
# key begins behind a backslash: from each escaped quote the search would go to the end of the line.
_LONG_KEY = re.compile(rf"""(?<![\w\\-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{15}}""")


class FormFile(FormRecord, frozen=True):
    """Everything that one file of an edition may hold; most hold two or three of these."""

    edition: Head | None = None
    period: tuple[PeriodWording, ...] = ()
    agency_kind: tuple[AgencyKind, ...] = ()
    field: tuple[Field, ...] = ()
    section: tuple[Section, ...] = ()
    figure: tuple[Figure, ...] = ()
    appendix: AppendixHead | None = None
    column: tuple[Column, ...] = ()
    annex: Annex | None = None
    indicator: tuple[Indicator, ...] = ()
    scope: tuple[Scope, ...] = ()
    check: tuple[Check, ...] = ()
    synonym: tuple[Synonym, ...] = ()


# What the first conversion learns of a type is kept; two threads that learn it at once end the process.
msgspec.convert({}, FormFile)
msgspec.convert({"shape": {}}, Wording)


def load_edition(folder: Path, wording: Path | None = None) -> Edition:
    """The edition whose TOML files lie in the folder; raises UserFault with file, entry and key.

    wording: the file of words for derived checks; the program's own when None.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise UserFault(f"Thư mục mẫu báo cáo «{folder.name}» không có tệp .toml nào.")
    files = _read_all(paths)
    heads = [file.edition for file in files.values() if file.edition]
    if len(heads) != 1:
        raise UserFault(f"Thư mục mẫu «{folder.name}» phải có đúng một bảng [edition], đang có {len(heads)}.")
    parts = list(files.values())
    _refuse_names(parts)
    typed = Edition(
        head=heads[0],
        periods=tuple(p for f in parts for p in f.period),
        agency_kinds=tuple(a for f in parts for a in f.agency_kind),
        fields=tuple(x for f in parts for x in f.field),
        sections=tuple(s for f in parts for s in f.section),
        figures=tuple(x for f in parts for x in f.figure),
        appendices=_appendices(parts),
        annex=next((f.annex for f in parts if f.annex), None),
        checks=(),
        synonyms=tuple(x for f in parts for x in f.synonym),
        formulas=tuple(formula for name, file in files.items() for formula in _formulas(name, file)),
    )
    derived = derived_checks(typed, _wording(wording or resources() / "forms/wording.toml"))
    _refuse_codes((*derived, *(c for f in parts for c in f.check)))
    checks = [_parsed_check(check, "wording.toml") for check in derived]
    checks += [_parsed_check(check, name) for name, f in files.items() for check in f.check]
    return msgspec.structs.replace(typed, checks=tuple(checks))


def _appendices(parts: list[FormFile]) -> tuple[Appendix, ...]:
    """The tables in their printing order."""
    found = (Appendix(f.appendix, f.indicator, f.scope, f.column) for f in parts if f.appendix)
    return tuple(sorted(found, key=lambda appendix: appendix.head.number))


def _formulas(name: str, file: FormFile) -> Iterator[Formula]:
    """The formulas of the rows of a file, and of the further columns of its table."""
    cells = cells_of(Appendix(file.appendix, file.indicator, (), file.column)) if file.appendix else ()
    for row in (*file.indicator, *cells):
        if text := formula_of(row):
            yield Formula(
                row.key, _parse(text, name, row.key), row.fill or ("auto" if row.rate_of else "offer")
            )


def _wording(path: Path) -> Wording:
    """The sentences of derived checks; a fault of this file is one of the installation."""
    try:
        return msgspec.convert(tomllib.loads(read_bounded(path, MOST_BYTES).decode("utf-8")), Wording)
    except (OSError, ValueError) as fault:
        raise EnvironmentFault(f"Không đọc được tệp câu báo {path}; hãy cài lại chương trình.") from fault


def read_file(path: Path) -> FormFile:
    """One file, validated; raises UserFault naming the file, and the entry and key at fault."""
    return _parsed(path.name, _content(path, MOST_BYTES))


def _read_all(paths: list[Path]) -> dict[str, FormFile]:
    """Every file of an edition, which may together not be larger than MOST_BYTES."""
    files: dict[str, FormFile] = {}
    left = MOST_BYTES
    for path in paths:
        content = _content(path, left)
        left -= len(content)
        files[path.name] = _parsed(path.name, content)
    return files


def _content(path: Path, most: int) -> bytes:
    try:
        return read_bounded(path, most)
    except OSError as fault:
        raise UserFault(f"Không đọc được tệp mẫu {path.name}.") from fault


def _parsed(name: str, content: bytes) -> FormFile:
    try:
        text = content.decode("utf-8")
        if _LONG_KEY.search(text):
            raise UserFault(f"Tệp mẫu {name} có khóa gồm quá nhiều phần nối bằng dấu chấm.")
        table = tomllib.loads(text)
        file = msgspec.convert(table, FormFile)
    except UnicodeDecodeError as fault:
        raise UserFault(f"Tệp mẫu {name} không phải văn bản UTF-8.") from fault
    except msgspec.ValidationError as fault:
        raise UserFault(_validation_sentence(name, table, str(fault))) from fault
    except (ValueError, RecursionError) as fault:  # ValueError alone: a number of 5,000 digits
        where = _line(str(fault))
        raise UserFault(f"Tệp mẫu {name} viết sai cú pháp TOML{where}.") from fault
    for text in _texts(table):
        if len(text) > MOST_TEXT:
            raise UserFault(f"Tệp mẫu {name} có câu «{text[:40]}» dài quá {MOST_TEXT} ký tự.")
        if has_hidden(text):
            raise UserFault(f"Tệp mẫu {name} có ký tự không nhìn thấy được trong câu «{text[:40]}».")
    return file


def _texts(content: object) -> Iterator[str]:
    """Every text of a table that the model has taken, so that it is not deep."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        yield from content
        for part in content.values():
            yield from _texts(part)
    elif isinstance(content, list):
        for part in content:
            yield from _texts(part)


def _keys(part: FormFile) -> Iterator[str]:
    """The keys of all that is entered by a file of the form."""
    yield from (entry.key for entry in part.field)
    yield from (section.key for section in part.section)
    yield from (figure.key for figure in part.figure)
    yield from (row.key for row in part.indicator)


def _refuse_names(parts: list[FormFile]) -> None:
    """Names that are none, and two entries of one name: the second would silently stand for the first."""
    keys = (key for part in parts for key in _keys(part))
    numbers = (str(f.appendix.number) for f in parts if f.appendix)
    heads = (f.appendix.key for f in parts if f.appendix)
    kinds = (kind.key for f in parts for kind in f.agency_kind)
    groups = (
        ("Khóa", keys),
        ("Phụ lục", numbers),
        ("Phụ lục", heads),
        ("Loại cơ quan", kinds),
    )
    for what, names in groups:
        _refuse_repeated(what, names)


def _refuse_codes(checks: Iterable[Check]) -> None:
    _refuse_repeated("Quy tắc", (check.code for check in checks))


def _refuse_repeated(what: str, names: Iterable[str]) -> None:
    for name, times in Counter(names).items():
        if not _NAME.match(name):
            raise UserFault(f"{what} «{name[:60]}» viết sai; tên chỉ gồm chữ, số và dấu chấm, dưới 60 ký tự.")
        if times > 1:
            raise UserFault(f"{what} «{name}» đứng {times} lần trong mẫu; mỗi tên chỉ đứng một lần.")


def _parsed_check(check: Check, file: str) -> ParsedCheck:
    """The check with its expressions parsed."""

    def optional(text: str) -> Node | None:
        return _parse(text, file, check.code) if text else None

    return ParsedCheck(
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
        return f"{where}: trường «{unknown.group(1)[:60]}» không có trong mẫu; kiểm tra chính tả."
    if missing := _MISSING.match(message):
        return f"{where}: thiếu trường «{missing.group(1)}»."
    field = (rest or "").lstrip(".")[:60] or "?"
    return f"{where}: giá trị của trường «{field}» không đúng kiểu hoặc vượt giới hạn."


def _entry_name(table: dict[str, object], entry: str | None, index: str | None) -> str:
    """The key or code of the faulty entry, or its place in the file."""
    if entry is None or index is None:
        return ""
    entries = table.get(entry)
    at_fault = entries[int(index)] if isinstance(entries, list) else {}
    named = at_fault if isinstance(at_fault, dict) else {}
    name = named.get("key") or named.get("code")
    return f" {name[:60]}" if isinstance(name, str) and name else f" thứ {int(index) + 1}"
