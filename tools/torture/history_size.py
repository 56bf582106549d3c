"""A log of millions of rows: opening, editing, undoing and looking back beside a file without any."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from database.marks import mark
from desktop_app.bootstrap import build
from tools.torture.fault_row import FaultRow

KEYS = [f"pl1.{n}" for n in ("1", "2.1", "2.2", "3.1", "7.1", "7.2", "7.3", "7.4", "8.1", "8.4")]
REPORT = "2023-Q1"
ROUNDS = 40


def large_history(rows: int) -> FaultRow:
    """One line: what the same acts cost beside a file with a short log, and that nothing is lost."""
    with tempfile.TemporaryDirectory(prefix="history-") as home:
        small, large = Path(home) / "small", Path(home) / "large"
        for folder, count in ((small, 10), (large, rows)):
            _fill(folder, count)
        ours, theirs = _timed(large), _timed(small)
        lost = _wrong(large, rows)
        size = (large / "bao-cao-cchc.db").stat().st_size / 1e6
    note = " · ".join(
        f"{name} {ours[name] * 1000:.1f} ms, short log {theirs[name] * 1000:.1f}" for name in ours
    )
    return FaultRow(f"{rows:,} rows of history ({size:.0f} MB)".replace(",", "."), ROUNDS, lost, 0, 0, note)


def _fill(folder: Path, count: int) -> None:
    """A report whose log has so many sound rows: the figure of each key counts up."""
    services = build(folder)
    with closing(services.file):
        services.library.create(REPORT)
        connection = services.file.connection
        connection.execute("PRAGMA synchronous=OFF")
        with services.file.atomic():
            places = ", ".join("?" * 14)
            connection.executemany(f"INSERT INTO history VALUES ({places})", _rows(count))
            entries = [
                (REPORT, key, text, 0, number) for key, (number, text) in _last(count).items() if number
            ]
            marked = [(*row, mark(*row)) for row in entries]
            connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", marked)
            row = list(connection.execute("SELECT * FROM reports").fetchone())
            row[-3:-1] = [count, sum(one[-1] for one in marked)]
            row[-1] = mark(*row[:-1])
            connection.execute("UPDATE reports SET number = ?, entry_sum = ?, mark = ?", row[-3:])


def _rows(count: int) -> Iterator[tuple]:
    for number in range(1, count + 1):
        key = KEYS[number % len(KEYS)]
        before = str(number - len(KEYS)) if number > len(KEYS) else ""
        row = (
            REPORT, number, number, "edit", "Phụ lục 1", "2023-03-15T14:32:05.123+00:00", "an", key, -1,
            before, str(number), 0, max(0, number - len(KEYS)),
        )  # fmt: skip
        yield (*row, mark(*row))


def _last(count: int) -> dict[str, tuple[int, str]]:
    return {KEYS[n % len(KEYS)]: (n, str(n)) for n in range(max(1, count - len(KEYS) + 1), count + 1)}


def _timed(folder: Path) -> dict[str, float]:
    """Seconds of each act, the median of many."""
    begun = perf_counter()
    services = build(folder)
    opened = perf_counter() - begun
    with closing(services.file):
        session = services.library.open(REPORT)
        count = iter(range(10**9))
        return {
            "start": opened,
            "open a report": _median(lambda: services.library.open(REPORT)),
            "edit": _median(lambda: session.edit("pl1.7.2", f"{next(count)}")),
            "undo": _median(session.undo),
            "200 versions": _median(lambda: list(islice(services.library.versions(REPORT, "pl1.7.1"), 200))),
        }


def _median(act: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        act()
        taken.append(perf_counter() - begun)
    return median(taken)


def _wrong(folder: Path, rows: int) -> int:
    """How many of the figures that the log leads back to are not those that were written."""
    services = build(folder)
    with closing(services.file):
        session = services.library.open(REPORT)
        expected = _last(rows)
        del expected["pl1.7.2"]  # edited since
        wrong = sum(1 for key, (_, text) in expected.items() if session.filled.text(key) != text)
        versions = islice(services.library.versions(REPORT, "pl1.7.1"), 1000)
        number, _ = expected["pl1.7.1"]
        held = [version.entry.text for version in versions]
        wanted = [str(n) for n in range(number, 0, -len(KEYS))][: len(held)]
        return wrong + sum(1 for one, other in zip(held, wanted, strict=False) if one != other)
