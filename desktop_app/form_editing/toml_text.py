"""An edition as the TOML files that ship: the same records in the same order, to be read by people.

What a record leaves at its default is not written, so that a field which comes later changes no file.
No library writes it so: those that exist know neither inline tables for examples nor an order of fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from desktop_app.forms.heads import FormRecord, Head, table_name
from desktop_app.forms.model import Appendix, Check
from desktop_app.forms.written import WrittenEdition

LONGEST_LINE = 120
"""A list that would make a longer one gets a line for each of its members."""

_FIRST: dict[type, tuple[str, ...]] = {
    Head: ("id", "name", "valid_from", "valid_to", "needs"),
    Check: ("code", "level", "when", "expect", "found", "expected", "message", "advice", "source"),
}
"""What stands first where the order of the record is not the one to read in."""
_LAST = ("columns", "retired", "was")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}

Block = tuple[str, FormRecord]
"""A record with the line above it: "[edition]", "[[indicator]]"."""


def written_files(written: WrittenEdition) -> dict[str, str]:
    """File name -> its text; reading the files gives the same edition again."""
    head = written.head
    of_edition: list[Block] = [("[edition]", head)]
    if written.annex:
        of_edition.append(("[annex]", written.annex))
    of_edition += _entries("period", written.periods) + _entries("agency_kind", written.agency_kinds)
    files = {
        "edition.toml": _file(f"{head.name}: what it is, its words, its periods, its agencies.", of_edition),
        "head.toml": _file(
            "The entries of the head and the foot of the report.", _entries("field", written.fields)
        ),
        "outline.toml": _file(
            "The body of the report: headings and places for prose in printing order.",
            _entries("section", written.sections),
        ),
        "figures.toml": _file("Numbers that the prose states.", _entries("figure", written.figures)),
        "checks.toml": _file(
            "Relations of the form that no word on a row can say.", _entries("check", written.checks)
        ),
        "synonyms.toml": _file("Words that mean one thing.", _entries("synonym", written.synonyms)),
    }
    for name, table in zip(_table_names(written.appendices), written.appendices, strict=True):
        files[name] = _file(f"{_named(head, table)}: its head and its rows.", _of_table(table))
    return {name: text for name, text in files.items() if text}


def _named(head: Head, table: Appendix) -> str:
    return " ".join(table_name(head, table.head).split())


def _of_table(table: Appendix) -> list[Block]:
    blocks: list[Block] = [("[appendix]", table.head)]
    blocks += _entries("column", table.columns)
    return blocks + _entries("indicator", table.indicators) + _entries("scope", table.scopes)


def _table_names(tables: Sequence[Appendix]) -> list[str]:
    """appendix-1.toml …: names that sort as the tables are printed; a number that is there twice gets two."""
    digits = len(str(max((table.head.number for table in tables), default=0)))
    names: list[str] = []
    for table in tables:
        name = f"appendix-{table.head.number:0{digits}}"
        twice = sum(each.startswith(name) for each in names)
        names.append(f"{name}{f'_{twice + 1}' if twice else ''}.toml")
    return names


def _entries(name: str, records: Iterable[FormRecord]) -> list[Block]:
    return [(f"[[{name}]]", record) for record in records]


def _file(comment: str, blocks: Sequence[Block]) -> str:
    """The text of a file; "" where it would hold nothing."""
    if not blocks:
        return ""
    line = "".join(letter for letter in comment if letter.isprintable())
    return "\n".join((f"# {line}\n", *(f"{header}\n{_record(record)}" for header, record in blocks)))


def _record(record: FormRecord) -> str:
    """A line for every field that says something."""
    return "".join(f"{name} = {_value(value, len(name))}\n" for name, value in _said(record))


def _said(record: FormRecord) -> Iterator[tuple[str, object]]:
    """The fields that differ from what they are without being written, in the order to read them."""
    for name, default in _fields(type(record)):
        value = getattr(record, name)
        if value != default:
            yield name, value


@cache
def _fields(kind: type[FormRecord]) -> list[tuple[str, object]]:
    """The fields of a record with their defaults, in the order to read them.

    Its own stand before those that it inherits, but for a few that stand first or last.
    """
    defaults = {field.name: _default(field) for field in msgspec.structs.fields(kind)}
    own = [name for base in kind.__mro__ for name in vars(base).get("__annotations__", {})]
    first = _FIRST.get(kind, ())
    known = [*first, *(name for name in own if name not in first)]
    order = sorted(defaults, key=lambda name: (name in _LAST, known.index(name)))
    return [(name, defaults[name]) for name in order]


def _default(field: msgspec.structs.FieldInfo) -> object:
    """What the field is without being written; a field that must be written equals nothing."""
    made: Callable[[], object] | object = field.default_factory
    return made() if callable(made) else field.default


def _value(value: object, before: int) -> str:
    """The value behind `before` letters of the line."""
    if not isinstance(value, tuple | list):
        return _inline(value)
    items = [_inline(item) for item in value]
    records = sum(isinstance(item, FormRecord) for item in value) > 1
    line = f"[{', '.join(items)}]"
    if (not records and before + len(line) + 3 <= LONGEST_LINE) or len(items) < 2:
        return line
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def _inline(value: object) -> str:
    """The value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, FormRecord):
        return _table(_said(value))
    if isinstance(value, Mapping):
        return _table((_key(str(name)), part) for name, part in value.items())
    if isinstance(value, tuple | list):
        return f"[{', '.join(_inline(item) for item in value)}]"
    return _text(str(value))


def _table(parts: Iterable[tuple[str, object]]) -> str:
    inside = ", ".join(f"{name} = {_inline(part)}" for name, part in parts)
    return f"{{ {inside} }}" if inside else "{}"


def _key(name: str) -> str:
    """A name of plain letters as it is, every other one as a text."""
    return name if name.isascii() and name.replace("_", "a").isalnum() else _text(name)


def _text(text: str) -> str:
    """A basic string on one line."""
    letters = (_ESCAPED.get(c) or (c if c.isprintable() else _code(c)) for c in text)
    return f'"{"".join(letters)}"'


def _code(letter: str) -> str:
    return f"\\u{ord(letter):04X}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08X}"
