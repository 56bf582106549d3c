"""What several rows say together: one thing told twice, a rate of the words whose rows are all blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from desktop_app.base.numbers import show_number
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.against_rows import (
    SURE,
    is_ahead,
    is_elsewhen,
    number_of,
    tables_of,
)
from desktop_app.proofreading.figures.claims import is_begun, is_blank, is_loose, label_of
from desktop_app.proofreading.figures.linking import linked
from desktop_app.proofreading.figures.rows import FAINT, Row, row_index
from desktop_app.proofreading.figures.speaking import Spoken
from desktop_app.proofreading.passages import Passage, is_prose


def read(context: Context, texts: Iterable[Passage]) -> Iterator[Finding]:
    """Rows that are told twice, and rates of the words whose rows, one for each kind, are blank."""
    for passage in texts:
        if is_prose(context.filled, passage) and not is_ahead(context, passage):
            yield from _of_blank_kinds(context, passage)
    yield from _told_twice(context)


def _of_blank_kinds(context: Context, passage: Passage) -> Iterator[Finding]:
    """A rate in general whose rows, one for each kind of agency, are all blank."""
    told: set[tuple[str, ...]] = set()
    for said, found in linked(context.plan, passage):
        if not said.mention.percent or is_loose(said) or (found and found[0].score >= SURE):
            continue
        rows = _kinds(context, passage, said)
        keys = tuple(row.key for row in rows)
        if len(rows) < 2 or keys in told or is_elsewhen(context, said):
            continue
        if is_begun(context, rows[0].appendix) and all(is_blank(context, key) for key in keys):
            told.add(keys)
            named = ", ".join(context.name(key) for key in keys)
            words = Words(
                f"{context.name(passage.key)}: lời văn ghi {said.mention.digits}% nhưng {named} còn trống.",
                "Ghi số liệu vào bảng, hoặc xem lại câu này.",
                f"{said.mention.digits}%",
                "(trống)",
            )
            span = said.paragraph.span(said.mention.span)
            yield context.finding("claim.blank", "note", (passage.key, *keys), span, words)


def _kinds(context: Context, passage: Passage, said: Spoken) -> list[Row]:
    """The rates of one table whose labels have all the words around the number."""
    index = row_index(context.plan)
    telling = frozenset(name for name in said.near if index.weight(name) > FAINT)
    if len(telling) < 2:
        return []
    rows = [
        row
        for row in index.naming(telling)
        if row.kind == "percent"
        and row.appendix in tables_of(context.plan, passage.key)
        and telling <= row.own
    ]
    return rows if len({row.appendix for row in rows}) == 1 else []


def _told_twice(context: Context) -> Iterator[Finding]:
    """Two rows of different tables with one label and two numbers."""
    alike: dict[frozenset[str], list[Row]] = {}
    for row in row_index(context.plan).rows:
        if row.kind == "count" and len(row.own) > 1 and number_of(context, row) is not None:
            alike.setdefault(row.own, []).append(row)
    checked = [set(check.keys) for check in context.plan.checks]
    for rows in alike.values():
        for one, other in pairwise(rows):
            known = any({one.key, other.key} <= keys for keys in checked)
            if one.appendix != other.appendix and not known:
                yield from _twice_finding(context, one, other)


def _twice_finding(context: Context, one: Row, other: Row) -> Iterator[Finding]:
    first, second = number_of(context, one), number_of(context, other)
    if first is None or second is None or first == second:
        return
    words = Words(
        f"{context.name(one.key)} ghi {show_number(first)} nhưng {context.name(other.key)} ghi "
        f"{show_number(second)}; hai dòng cùng nói về «{label_of(context, one.key)}».",
        "Xem lại hai dòng này.",
        show_number(first),
        show_number(second),
    )
    yield context.finding("claim.twice", "note", (one.key, other.key), None, words)
