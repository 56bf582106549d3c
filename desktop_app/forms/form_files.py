"""The TOML files of one edition, read one by one; what the model does not know is refused in a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.files import read_bounded
from desktop_app.base.text import has_hidden
from desktop_app.forms.heads import (
    NEWEST,
    AgencyKind,
    Annex,
    AppendixHead,
    Column,
    FormRecord,
    Head,
    PeriodWording,
)
from desktop_app.forms.model import Check, Field, Figure, Indicator, Scope, Section, Synonym, Wording

MOST_BYTES = 2_000_000
"""All files of a form are text written by hand; anything larger is not one."""
MOST_TEXT = 2000
_NEEDS = re.compile(rb"^needs[ \t]*=[ \t]*([0-9]{1,6})[ \t\r]*$", re.MULTILINE)

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
    annex: Annex | None = None
    column: tuple[Column, ...] = ()
    indicator: tuple[Indicator, ...] = ()
    scope: tuple[Scope, ...] = ()
    check: tuple[Check, ...] = ()
    synonym: tuple[Synonym, ...] = ()


# What the first conversion learns of a type is kept; two threads that learn it at once end the process.
msgspec.convert({}, FormFile)
msgspec.convert({"shape": {}}, Wording)


def read_file(path: Path) -> FormFile:
    """One file, validated; raises UserFault naming the file, and the entry and key at fault."""
    return parse_file(path.name, _content(path, MOST_BYTES))


def read_files(folder: Path) -> dict[str, FormFile]:
    """Every TOML file of a folder, by name; raises UserFault where they are none, or too large together."""
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise UserFault(f"Thư mục mẫu báo cáo «{folder.name}» không có tệp .toml nào.")
    contents: dict[str, bytes] = {}
    left = MOST_BYTES
    for path in paths:
        contents[path.name] = content = _content(path, left)
        left -= len(content)
    return _parsed(contents)


def _refuse_newer(contents: Iterable[bytes]) -> None:
    """A form that says it needs a newer program, in one sentence before any field that this one lacks."""
    for content in contents:
        if (needed := _NEEDS.search(content)) and int(needed[1]) > NEWEST:
            raise UserFault(
                "Mẫu này do chương trình bản mới hơn viết nên bản đang dùng không đọc được; "
                "hãy cập nhật chương trình rồi thử lại."
            )


def parse_files(texts: Mapping[str, str]) -> dict[str, FormFile]:
    """The same from texts that came in another way, by the names that the files would have."""
    contents = {name: text.encode("utf-8", "replace") for name, text in sorted(texts.items())}
    if sum(map(len, contents.values())) > MOST_BYTES:
        raise UserFault(f"Mẫu báo cáo lớn quá {MOST_BYTES // 1_000_000} MB nên không được nhận.")
    return _parsed(contents)


def _parsed(contents: Mapping[str, bytes]) -> dict[str, FormFile]:
    _refuse_newer(contents.values())
    return {name: parse_file(name, content) for name, content in contents.items()}


def _content(path: Path, most: int) -> bytes:
    try:
        return read_bounded(path, most)
    except OSError as fault:
        raise UserFault(f"Không đọc được tệp mẫu {path.name}.") from fault


def parse_file(name: str, content: bytes) -> FormFile:
    """The content of one file, validated."""
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
        field = unknown.group(1)[:60]
        return (
            f"{where}: trường «{field}» không có trong mẫu; kiểm tra chính tả, hoặc mẫu do bản mới hơn viết."
        )
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
