"""A mark on every row, by which a byte that changed on the disk is noticed.

SQLite's own check sees that pages and trees fit together; that a 6 became a 7 inside a text it
does not see. Each row therefore carries the CRC-32 of its other columns.
"""

from __future__ import annotations

from zlib import crc32

Field = str | int | None


def mark(*fields: Field) -> int:
    """The mark of a row with these columns."""
    return crc32("\x1f".join(map(str, fields)).encode("utf-8", "surrogatepass"))


def fits(row: tuple[Field, ...]) -> bool:
    """Whether the last column of the row is the mark of those before it."""
    return row[-1] == mark(*row[:-1])
