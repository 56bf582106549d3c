"""Small remembered choices by name: window geometry, last folder."""

from __future__ import annotations

from database.data_file import DataFile
from database.faults import damaged
from database.marks import fits, mark


def read_all(file: DataFile) -> dict[str, str]:
    """Every remembered choice."""
    rows = file.rows("SELECT name, value, mark FROM preferences")
    if not all(map(fits, rows)):
        raise damaged(file.path)
    return {name: value for name, value, _ in rows}


def write(file: DataFile, name: str, value: str) -> None:
    """Remember one choice."""
    with file.atomic() as connection:
        connection.execute(
            "INSERT INTO preferences (name, value, mark) VALUES (?, ?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value, mark = excluded.mark",
            (name, value, mark(name, value)),
        )
