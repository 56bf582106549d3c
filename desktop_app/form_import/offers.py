"""Sums and rates that the numbers of the rows suggest; they are offered, nobody enters them unasked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.form_import.found import FoundRow, FoundTable, Offer
from desktop_app.form_import.kinds import depth_of
from desktop_app.word_import.likeness import plain_words

_ADDED = ("count", "money", "decimal")
_WHOLE = ("tong", "de ra", "duoc giao", "phai", "ke hoach", "yeu cau", "tiep nhan", "can")
MOST_PARTS = 40
_TOTAL = re.compile(r"(?:tong cong|tong so|cong|tong)(?: cong| chung)?")


def offers_of(tables: Sequence[FoundTable]) -> Iterator[Offer]:
    """An offer for each row that heads others: the sum of those, or their rate."""
    for place, table in enumerate(tables):
        for at, row in enumerate(table.rows):
            below = _below(table.rows, at) if row.number else _of_all(table.rows, at)
            if not 2 <= len(below) <= MOST_PARTS:
                continue
            kinds = {table.rows[each].kind for each in below}
            if row.kind == "percent" and len(below) == 2 and kinds <= set(_ADDED) and len(kinds) == 1:
                yield Offer("rate", place, at, _part_and_whole(table.rows, below))
            elif row.kind in _ADDED and kinds == {row.kind} and _adds_up(row, [table.rows[b] for b in below]):
                yield Offer("total", place, at, tuple(below))


def _below(rows: Sequence[FoundRow], at: int) -> list[int]:
    """The rows one step below this one: of deeper numbers, or a block of rows without any."""
    depth = depth_of(rows[at].number)
    found: list[int] = []
    if not depth:
        return found
    if at + 1 < len(rows) and rows[at + 1].group:
        group = rows[at + 1].group
        while at + 1 + len(found) < len(rows) and rows[at + 1 + len(found)].group == group:
            found.append(at + 1 + len(found))
        return found
    prefix = rows[at].number.rstrip(".)") + "."
    for each in range(at + 1, len(rows)):
        deeper = depth_of(rows[each].number)
        if deeper and deeper <= depth:
            break
        if deeper == depth + 1 and (depth == 1 or rows[each].number.startswith(prefix)):
            found.append(each)
    return found


def _of_all(rows: Sequence[FoundRow], at: int) -> list[int]:
    """The outermost numbered rows above a row without a number that says it is their total."""
    if not _TOTAL.fullmatch(" ".join(plain_words(rows[at].label))):
        return []
    above = [(depth_of(row.number), each) for each, row in enumerate(rows[:at])]
    outermost = min((depth for depth, _ in above if depth), default=0)
    return [each for depth, each in above if depth and depth == outermost]


def _adds_up(row: FoundRow, parts: Sequence[FoundRow]) -> bool:
    """Whether it says that it is a total, or counts the same as all its parts."""
    total = " ".join(plain_words(row.label)).startswith("tong")
    return total or (bool(row.unit) and all(part.unit == row.unit for part in parts))


def _part_and_whole(rows: Sequence[FoundRow], below: Sequence[int]) -> tuple[int, int]:
    """Of two rows the one that is divided and the one by which; the first is the whole unless it says so."""
    first, second = (" ".join(plain_words(rows[at].label)) for at in below)
    is_whole = [sum(word in words for word in _WHOLE) for words in (first, second)]
    return (below[0], below[1]) if is_whole[1] > is_whole[0] else (below[1], below[0])
