"""The built program killed at random moments, after several edits that it has acknowledged."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from desktop_app.base.paths import DATA_FILE
from tools.windows.system import end
from tools.windows.trials.desk import TITLE, Desk, fine

COMMANDS, WINDOWS = 24, 4
"""How often each of the two programs is killed."""
ROWS = ("bm1.1", "bm1.2.1", "bm1.2.2", "bm1.3.1", "bm1.3.2")
FIELD = "header.parent_agency"
MOST_EDITS = 4
NOTHING = -1
"""A row without an entry."""
SIGN = bytes.fromhex("d9d505f920a163d7")


def of_commands(desk: Desk) -> str:
    """Command after command, killed within one after the first to fourth edit that was acknowledged."""
    folder, chance, acknowledged, begun = desk.folder("kills"), random.Random(7), 0, 0
    fine(desk.console(folder, "new", "--period", "2025-Y"))
    expected: dict[str, set[int]] = {}
    for turn in range(COMMANDS):
        edits = turn % MOST_EDITS + 1
        for number in range(edits):
            row, value = chance.choice(ROWS), 10 * turn + number + 1
            fine(desk.console(folder, "set", "2025-Y", row, str(value)))
            expected[row] = {value}
        row, value = chance.choice(ROWS), 10 * turn + edits + 1
        process = desk.system.begin(desk.over_console(folder, "set", "2025-Y", row, str(value)))
        time.sleep(chance.uniform(0.1, 3.0))
        done = process.poll() == 0
        end(process)
        expected[row] = {value} if done else expected.get(row, {NOTHING}) | {value}
        acknowledged, begun = acknowledged + edits + done, begun + (not done)
        _compare(desk, folder, expected)
    return f"{COMMANDS} kills, {begun} within an edit, {acknowledged} acknowledged edits, none lost"


def _compare(desk: Desk, folder: Path, expected: dict[str, set[int]]) -> None:
    """What the program shows is what was acknowledged; what it shows for an edit in between stays."""
    values = json.loads(fine(desk.console(folder, "show", "2025-Y", "--json")))["values"]
    for row, allowed in expected.items():
        held = int(values.get(row, NOTHING))
        assert held in allowed, f"{row}: {held} instead of {allowed}"
        expected[row] = {held}


def of_windows(desk: Desk) -> str:
    """The window while one types, killed at random moments: what was on the disk is there."""
    folder, chance, acknowledged = desk.folder("kills-window"), random.Random(11), 0
    fine(desk.console(folder, "new", "--period", "2025-Y", "--sample"))
    for turn in range(WINDOWS):
        with desk.window(desk.over(folder, "--open", "2025-Y")) as process:
            saved = ""
            for number in range(turn % MOST_EDITS + 1):
                word = f"{turn}w{number}"
                desk.hand("keys", TITLE, "end", f"= {word}")
                saved = _until_saved(folder, word)
                acknowledged += 1
            desk.hand("keys", TITLE, f"= {turn}last")
            time.sleep(chance.uniform(0.0, 1.0))
            end(process)
        held = json.loads(fine(desk.console(folder, "show", "2025-Y", "--json")))["values"][FIELD]
        assert held.startswith(saved), f"«{held}» instead of «{saved}»"
    return f"{WINDOWS} kills, {acknowledged} edits that were on the disk, none lost"


def _until_saved(folder: Path, word: str) -> str:
    """The field as the data file holds it, once this word is in it; read from a copy, between two writes."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if word in (held := _on_disk(folder)):
            return held
        time.sleep(0.1)
    raise AssertionError(f"«{word}» was not saved")


def _on_disk(folder: Path) -> str:
    """The field in a copy of the data file; "" while somebody writes."""
    file, copy = folder / DATA_FILE, folder / "copy.db"
    if _is_writing(folder):
        return ""
    shutil.copyfile(file, copy)
    if _is_writing(folder):
        return ""
    with closing(sqlite3.connect(copy)) as connection:
        rows = connection.execute("SELECT text FROM entries WHERE key = ?", (FIELD,)).fetchall()
    return str(rows[0][0]) if rows else ""


def _is_writing(folder: Path) -> bool:
    """Whether the journal begins with its sign: the data file is between two states then."""
    journal = folder / f"{DATA_FILE}-journal"
    return journal.exists() and journal.read_bytes()[:8] == SIGN
