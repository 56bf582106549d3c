"""Which column of a table holds the numbers, labels, units, figures and notes."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from desktop_app.word_import.contents import WordCell, WordRow, WordTable
from desktop_app.word_import.likeness import plain_words
from desktop_app.word_import.marks import mark_of

Role = Literal["number", "label", "unit", "figure", "note", "other"]
Columns = tuple[Role, ...]
"""The role of each column of the grid."""

MOST_HEAD_ROWS = 4
_HEADS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?:so )?s?tt|so thu tu|st t|muc")),
    ("note", re.compile(r"ghi chu.*|chu thich|giai trinh")),
    ("unit", re.compile(r"(?:don vi|dvt)(?: tinh)?|dv tinh")),
    ("other", re.compile(r".*(?:ky truoc|cung ky|so sanh|tang giam|chenh lech|luy ke nam truoc).*")),
    (
        "figure",
        re.compile(r".*(?:so lieu|ket qua|bao cao|thuc hien|so luong|gia tri|nam 20\d\d|quy i|thang).*"),
    ),
    ("label", re.compile(r".*(?:chi tieu|nhiem vu|tieu chi|noi dung|ten goi|thong ke).*")),
)
_FIGURE = re.compile(r"[\d.,\s]+%?|-|–|có|không", re.IGNORECASE)


def head_rows(table: WordTable) -> int:
    """How many rows at the top are the head: those that Word repeats, or that name the columns."""
    rows = table.rows[:MOST_HEAD_ROWS]
    repeated = next((at for at, row in enumerate(rows) if not row.head), len(rows))
    count = 0
    for at, row in enumerate(rows):
        roles = [role for cell in row.cells if not cell.covered and (role := role_of(cell.text))]
        named = len(set(roles)) >= 2 and not any(
            _FIGURE.fullmatch(cell.text) for cell in row.cells if cell.text
        )
        below = count == at and at > 0 and any(cell.covered for cell in row.cells) and _is_lower_head(row)
        if (named and count == at) or below:
            count = at + 1
    return max(count, repeated if count else 0)


def _is_lower_head(row: WordRow) -> bool:
    own = [cell.text for cell in row.cells if not cell.covered and cell.text]
    return bool(own) and all(role_of(text) in ("unit", "figure", "other", "note") for text in own)


def role_of(head: str) -> Role | None:
    """The role that the words of a head give; None for words that give none."""
    words = " ".join(plain_words(head))
    return next((role for role, pattern in _HEADS if pattern.fullmatch(words)), None) if words else None


def columns_of(table: WordTable, heads: int, units: frozenset[str], before: Columns) -> Columns:
    """The roles by the head; without one those of the table before it, or by what stands in the cells."""
    width = max((cell.column + cell.columns for row in table.rows for cell in row.cells), default=0)
    named = _by_head(table.rows[:heads], width)
    if "label" in named and ("figure" in named or "number" in named):
        return _one_figure(named)
    if len(before) == width:
        return before
    return _by_contents(table.rows, width, units)


def _by_head(rows: tuple[WordRow, ...], width: int) -> list[Role]:
    """The lowest words over a column say what it is."""
    roles: list[Role | None] = [None] * width
    for row in rows:
        for cell in row.cells:
            role = role_of(cell.text) if not cell.covered else None
            for at in range(cell.column, min(cell.column + cell.columns, width)):
                roles[at] = role or roles[at]
                if cell.text and not cell.covered and role is None:
                    roles[at] = roles[at] or "other"
    for at in range(1, width):  # a label over two columns whose head was not merged
        if roles[at] is None and roles[at - 1] == "label":
            roles[at] = "label"
    return [role or "other" for role in roles]


def _one_figure(roles: list[Role]) -> Columns:
    """Of several columns of figures the first; the others are beside the form."""
    first = roles.index("figure") if "figure" in roles else -1
    return tuple(
        "other" if role == "figure" and at > first and first >= 0 and roles[at - 1] != "figure" else role
        for at, role in enumerate(roles)
    )


def _by_contents(rows: tuple[WordRow, ...], width: int, units: frozenset[str]) -> Columns:
    """Without a head: numbers and figures by their shape, labels by their length."""
    texts = [[c.text for row in rows for c in row.cells if c.column == at] for at in range(width)]
    marks = [sum(bool(_is_number(text)) for text in column) for column in texts]
    known = [sum(" ".join(plain_words(text)) in units for text in column) for column in texts]
    lengths = [sum(map(len, column)) for column in texts]
    roles: list[Role] = ["other"] * width
    label = lengths.index(max(lengths)) if any(lengths) else 0
    roles[label] = "label"
    if label and any(marks[:label]):
        roles[max(range(label), key=lambda at: marks[at])] = "number"
    behind = [at for at in range(label + 1, width) if roles[at] == "other"]
    if any(known[at] for at in behind):
        unit = max(behind, key=lambda at: known[at])
        roles[unit] = "unit"
        behind.remove(unit)
    if behind:
        shaped: dict[int, int] = {
            at: sum(bool(_FIGURE.fullmatch(t)) for t in texts[at] if t) for at in behind
        }
        figure = max(behind, key=lambda at: (shaped[at], -at))
        roles[figure] = "figure"
        roles = ["note" if at in behind and at > figure else role for at, role in enumerate(roles)]
    return tuple(roles)


def _is_number(text: str) -> bool:
    mark = mark_of(f"{text.strip()} ") if text.strip()[-1:] in ".)" else mark_of(f"{text.strip()}. ")
    return bool(mark.kind) and mark.length >= len(text.strip())


def cells_by_role(row: WordRow, columns: Columns, width: int) -> list[tuple[Role, WordCell]]:
    """The cells of a row with their roles; rows whose grid differs go by their order."""
    last = row.cells[-1] if row.cells else None
    fits = last is not None and last.column + last.columns == width
    order = [role for at, role in enumerate(columns) if at == 0 or role != columns[at - 1]]
    found: list[tuple[Role, WordCell]] = []
    for at, cell in enumerate(row.cells):
        if fits or len(row.cells) != len(order):
            found.append((_role_at(cell, columns), cell))
        else:
            found.append((order[at], cell))
    return found


def _role_at(cell: WordCell, columns: Columns) -> Role:
    """The role of most of the columns that the cell covers; the label before all others."""
    own = columns[cell.column : cell.column + cell.columns]
    if not own:
        return "other"
    return "label" if "label" in own else Counter(own).most_common(1)[0][0]
