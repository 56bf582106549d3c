"""Small remembered choices by name: window geometry, last folder."""

from __future__ import annotations

from database.data_file import DataFile


def read_all(file: DataFile) -> dict[str, str]:
    """Every remembered choice."""
    return dict(file.rows("SELECT name, value FROM preferences"))


def write(file: DataFile, name: str, value: str) -> None:
    """Remember one choice."""
    with file.atomic() as connection:
        connection.execute(
            "INSERT INTO preferences (name, value) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
