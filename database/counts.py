"""How much a data file holds: rows of each table, pages, bytes; for diagnostics and a look at the disk."""

from __future__ import annotations

from database.data_file import DataFile
from database.schema import OUR_TABLES


def size(file: DataFile) -> int:
    """The bytes of the file."""
    (pages,), (page,) = file.rows("PRAGMA page_count")[0], file.rows("PRAGMA page_size")[0]
    return int(pages) * int(page)


def rows_of_tables(file: DataFile) -> dict[str, int]:
    """How many rows each of our tables has."""
    return {name: file.rows(f"SELECT count(*) FROM {name}")[0][0] for name in OUR_TABLES}


def state_of_file(file: DataFile) -> dict[str, str]:
    """What SQLite says of the file and of itself, by the names that its makers use."""
    names = ("page_count", "page_size", "user_version", "integrity_check(1)")
    said = {name: str(file.rows(f"PRAGMA {name}")[0][0]) for name in names}
    return said | {"SQLite": str(file.rows("SELECT sqlite_version()")[0][0])}
