"""What in a form names a row or a figure, and the form without some of them: every loss is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from desktop_app.base import known_keys
from desktop_app.form_editing.records import name_of, with_each_row
from desktop_app.forms.derived_checks import as_relation
from desktop_app.forms.expression import keys_named
from desktop_app.forms.model import Check, Figure, Indicator, Relation, Total
from desktop_app.forms.written import WrittenEdition

Row = Indicator | Figure
T = TypeVar("T", Indicator, Figure)
_EXPRESSIONS = ("when", "expect", "found", "expected")


def named_by(row: Row) -> Iterator[str]:
    """The keys that the words and the formula of a row or figure name."""
    yield from related_to(row)
    if isinstance(row, Indicator) and row.formula:
        yield from keys_named(row.formula)


def related_to(row: Row) -> Iterator[str]:
    """The keys that the words of a row or figure name: its parts, its whole, what it equals."""
    if row.total_of:
        yield from as_relation(row.total_of).of
    for word in (*row.part_of, *row.same_as):
        yield from as_relation(word).of
    if isinstance(row, Indicator):
        yield from row.rate_of or ()


def without(written: WrittenEdition, gone: Iterable[str]) -> tuple[WrittenEdition, tuple[str, ...]]:
    """The form in which nothing names these rows and figures any more, and a sentence for each loss.

    The rows and figures themselves stay where they are.
    """
    names = set(gone) | {cell for key in gone for cell in _beside(written, key)}
    told: list[str] = []

    def of_row(row: Indicator) -> Indicator:
        if row.key in names or names.isdisjoint(named_by(row)):
            return row
        told.extend(_losses(written, row, names))
        return _row_without(row, names)

    def of_figure(figure: Figure) -> Figure:
        if figure.key in names or names.isdisjoint(named_by(figure)):
            return figure
        told.extend(_losses(written, figure, names))
        return _relations_without(figure, names)

    left = with_each_row(written, of_row)
    figures = tuple(map(of_figure, left.figures))
    kept = tuple(check for check in left.checks if names.isdisjoint(_read_by(check)))
    told += [f"Quy tắc «{_first(check.message)}» không còn." for check in left.checks if check not in kept]
    return msgspec.structs.replace(left, figures=figures, checks=kept), tuple(told)


def _beside(written: WrittenEdition, key: str) -> Iterator[str]:
    """The cells beside a row, and what is kept of them from earlier reports."""
    for table in written.appendices:
        if table.columns and key.startswith(f"{table.head.key}."):
            for column in table.columns:
                yield f"{key}.{column.key}"
                yield known_keys.earlier_of(f"{key}.{column.key}")


def _read_by(check: Check) -> set[str]:
    return {key for name in _EXPRESSIONS for key in keys_named(getattr(check, name))}


def _first(message: str) -> str:
    return message if len(message) <= 80 else f"{message[:80]}…"


def _losses(written: WrittenEdition, row: Row, gone: set[str]) -> Iterator[str]:
    """What the row loses, in sentences."""
    name = name_of(written, row.key)
    name = name[:1].upper() + name[1:]
    lost: list[tuple[str, Callable[[], bool]]] = [
        ("không còn cộng dòng đã xóa", lambda: _names(gone, row.total_of)),
        ("không còn so với dòng đã xóa", lambda: any(_names(gone, w) for w in (*row.part_of, *row.same_as))),
    ]
    if isinstance(row, Indicator):
        lost.append(("không còn tính tỷ lệ", lambda: not gone.isdisjoint(row.rate_of or ())))
        lost.append(("không còn công thức", lambda: not gone.isdisjoint(keys_named(row.formula))))
    yield from (f"{name} {what}." for what, happens in lost if happens())


def _names(gone: set[str], word: str | Total) -> bool:
    return bool(word) and not gone.isdisjoint(as_relation(word).of)


def _row_without(row: Indicator, gone: set[str]) -> Indicator:
    left = _relations_without(row, gone)
    if not gone.isdisjoint(left.rate_of or ()):
        left = msgspec.structs.replace(left, rate_of=None)
    if not gone.isdisjoint(keys_named(left.formula)):
        left = msgspec.structs.replace(left, formula="")
    return left


def _relations_without(row: T, gone: set[str]) -> T:
    """The row whose sums, parts and equalities name none of these; what names nothing is dropped."""
    total = _left(row.total_of, gone) if row.total_of else ()
    others = {
        name: tuple(left for word in getattr(row, name) if (left := _left(word, gone)))
        for name in ("part_of", "same_as")
    }
    return msgspec.structs.replace(row, total_of=total, **others)


def _left(word: str | tuple[str, ...] | Relation, gone: set[str]) -> str | tuple[str, ...] | Relation:
    """The word without those keys, in its own spelling; () where nothing is left."""
    if isinstance(word, str):
        return () if word in gone else word
    kept = tuple(key for key in as_relation(word).of if key not in gone)
    if isinstance(word, tuple) or not kept:
        return kept
    return msgspec.structs.replace(word, of=kept)
