"""One accepted edit, durable, beside a bare SQLite insert under the same pragmas."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from database.data_file import PRAGMAS
from desktop_app import bootstrap
from tools.bench.measure import Ratio, ms, paired, timed

ROUNDS = 150


def _bare(path: Path) -> sqlite3.Connection:
    """A file with a table of texts, written as carefully as ours."""
    bare = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        bare.execute(pragma)
    bare.execute("CREATE TABLE entries (key TEXT PRIMARY KEY, text TEXT)")
    return bare


def edit_ratio(folder: Path) -> Ratio:
    """One line."""
    services = bootstrap.build(folder / "edit")
    session = services.library.open(services.library.create_sample("2023-q1"))
    bare = _bare(folder / "edit" / "bare.db")
    count = iter(range(10**9))

    def ours() -> float:
        return timed(lambda: session.edit("pl1.7.2", str(next(count) % 1000)))

    def theirs() -> float:
        values = (f"k{next(count)}", "x")
        return timed(lambda: bare.execute("INSERT INTO entries VALUES (?, ?)", values))

    mine, other = paired(ours, theirs, ROUNDS)
    bare.close()
    services.file.close()
    return Ratio("one accepted edit, durable", "bare SQLite insert", ms(mine), ms(other), mine / other, 2)
