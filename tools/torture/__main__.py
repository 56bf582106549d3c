"""Run the fault table and write it into docs/reliability.md, between its two marks."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

from tools.torture import damage, disk_full, folders, history_size, kills, model
from tools.torture.fault_row import ROOT, FaultRow

PAGE = ROOT / "docs/reliability.md"
MARKS = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)

LARGE: tuple[Callable[[], FaultRow], ...] = (
    lambda: kills.kills(500),
    lambda: damage.damage(200),
    lambda: disk_full.disk_full(1),
    disk_full.read_only,
    folders.vanishing,
    folders.difficult_names,
    lambda: folders.racing(25),
    lambda: folders.killed_migrations(60),
    folders.clock_goes_back,
    folders.exports_onto_open_files,
    lambda: model.against_a_model(1000, 30),
    lambda: history_size.large_history(10_000_000),
)
SMALL: tuple[Callable[[], FaultRow], ...] = (
    lambda: kills.kills(6),
    lambda: damage.damage(10),
    lambda: disk_full.disk_full(16),
    disk_full.read_only,
    folders.vanishing,
    folders.difficult_names,
    lambda: folders.racing(2),
    lambda: folders.killed_migrations(6),
    folders.clock_goes_back,
    folders.exports_onto_open_files,
    lambda: model.against_a_model(100, 5),
    lambda: history_size.large_history(100_000),
)


def main() -> int:
    """Print each line as it comes; exit code 1 when anything was lost, corrupt or shown."""
    small = "small" in sys.argv[1:]
    lines: list[FaultRow] = []
    for experiment in SMALL if small else LARGE:
        begun = perf_counter()
        line = experiment()
        lines.append(line)
        print(f"{row(line)}  {perf_counter() - begun:.0f} s", flush=True)
    if not small:
        write(PAGE, lines)
    return 0 if all(line.is_clean for line in lines) else 1


def row(line: FaultRow) -> str:
    """One row of the table."""
    return f"| {line.what} | {line.tried} | {line.lost} | {line.corrupt} | {line.shown} | {line.note} |"


def write(page: Path, lines: list[FaultRow]) -> None:
    """Put the table between the marks of the page."""
    head = "| what | tried | edits lost | silent corruption | tracebacks | |\n|---|---|---|---|---|---|"
    where = f"{date.today()}, {platform.system()}, Python {platform.python_version()}"
    made_by = f"Made by `python dev.py torture` on {where}, SQLite {sqlite3.sqlite_version}.\n"
    table = "\n".join([made_by, head, *map(row, lines)])
    text = page.read_text("utf-8")
    page.write_text(MARKS.sub(lambda found: f"{found[1]}{table}\n{found[2]}", text), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
