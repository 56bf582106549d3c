"""The office's own editions of the form, a copy of each in the data file, so that one file holds all."""

from __future__ import annotations

from typing import NamedTuple

from database.data_file import DataFile
from database.faults import damaged
from database.marks import fits, mark


class FormRow(NamedTuple):
    """One edition: its folder, a digest of what its files hold, whence it came, its files as one text."""

    folder: str
    digest: str
    origin: str
    content: str


def digests(file: DataFile) -> dict[str, str]:
    """Folder -> digest of every edition that is kept."""
    return dict(file.rows("SELECT folder, digest FROM forms"))


def origins(file: DataFile) -> dict[str, str]:
    """Folder -> whence the edition came."""
    return dict(file.rows("SELECT folder, origin FROM forms"))


def kept(file: DataFile, folder: str) -> FormRow | None:
    """The edition that is kept for the folder, or None."""
    rows = file.rows("SELECT folder, digest, origin, content, mark FROM forms WHERE folder = ?", (folder,))
    if not all(map(fits, rows)):
        raise damaged(file.path)
    return FormRow(*rows[0][:-1]) if rows else None


def keep(file: DataFile, row: FormRow) -> None:
    """Write an edition, new or in the place of what is kept for its folder."""
    with file.atomic() as connection:
        connection.execute(
            "INSERT INTO forms (folder, digest, origin, content, mark) VALUES (?, ?, ?, ?, ?) ON CONFLICT "
            "(folder) DO UPDATE SET digest = excluded.digest, origin = excluded.origin, "
            "content = excluded.content, mark = excluded.mark",
            (*row, mark(*row)),
        )


def drop(file: DataFile, folder: str) -> None:
    """Keep the edition no longer."""
    with file.atomic() as connection:
        connection.execute("DELETE FROM forms WHERE folder = ?", (folder,))


def uses(file: DataFile) -> dict[str, int]:
    """Id of an edition -> how many reports are made on it."""
    return dict(file.rows("SELECT edition, count(*) FROM reports GROUP BY edition"))
