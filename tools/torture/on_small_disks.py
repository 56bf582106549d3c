"""What disk_full runs in a name space of its own: each action with ever more room, until it succeeds."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from database import backup
from desktop_app.bootstrap import build
from tools.torture.disk_full import fill, mount, unmount
from tools.torture.fault_row import FaultRow, program, shows_traceback

MOST = 400
LONG = "Một đoạn văn dài. " * 600


class Count:
    """What went wrong so far."""

    def __init__(self) -> None:
        self.tried = self.lost = self.corrupt = self.shown = 0

    def see(self, answer: subprocess.CompletedProcess[str]) -> bool:
        """Note an answer; whether the program said that it succeeded."""
        self.tried += 1
        bad = shows_traceback(answer.stderr) or answer.stderr.count("\n") > 1
        if bad or (answer.returncode and not answer.stderr.strip()):
            self.shown += 1
            sys.stderr.write(answer.stderr)
        return answer.returncode == 0


def main() -> None:
    """Print the line of the table."""
    if sys.argv[1] == "read-only":
        read_only()
        return
    step, count = int(sys.argv[1]), Count()
    base = Path(tempfile.mkdtemp(prefix="small-disk-"))
    for number, trial in enumerate((first_start, edit, export, back_up)):
        folder = base / str(number)
        mount(folder, 3000)
        try:
            for free in range(0, MOST, step):
                if trial(folder, free, count):
                    break
            else:
                raise AssertionError(f"{trial.__name__} never succeeded")
        finally:
            unmount(folder)
    line = FaultRow("disk full at each page of a first start, an edit, an export, a backup", count.tried)
    print(line.what, count.tried, count.lost, count.corrupt, count.shown, "4 actions", sep="\t")


def first_start(folder: Path, free: int, count: Count) -> bool:
    """A new data file: there whole, or not there."""
    ballast = fill(folder, free)
    fine = count.see(program(folder, "new", "--period", "2023-Q1", "--sample"))
    ballast.unlink()
    services = build(folder)
    with closing(services.file):
        there = bool(services.library.summaries())
    if fine and not there:
        count.lost += 1
    return fine


def edit(folder: Path, free: int, count: Count) -> bool:
    """A long paragraph: the new one after a success, the old one after a refusal."""
    if not (folder / "bao-cao-cchc.db").exists():
        program(folder, "new", "--period", "2023-Q1", "--sample")
    text = f"{free} {LONG}"
    ballast = fill(folder, free)
    fine = count.see(program(folder, "set", "2023-Q1", "I.1", text))
    ballast.unlink()
    services = build(folder)
    with closing(services.file):
        session = services.library.open("2023-Q1")
        held = session.filled.prose("I.1")[0].text.startswith(str(free))
        while session.history.undo_label:
            session.history.undo()
    if fine and not held:
        count.lost += 1
    if held and not fine:
        count.corrupt += 1
    return fine


def export(folder: Path, free: int, count: Count) -> bool:
    """A Word file: whole or absent, the older one whole."""
    data, target = folder / "data", folder / "r.docx"
    if not data.exists():
        program(data, "new", "--period", "2023-Q1", "--sample")
    ballast = fill(folder, free)
    fine = count.see(program(data, "export", "2023-Q1", "--docx", str(target)))
    ballast.unlink()
    whole = target.exists() and zipfile.is_zipfile(target)
    count.corrupt += (
        (fine and not whole) or (not fine and target.exists()) or bool(list(folder.glob("*.part")))
    )
    return fine


def back_up(folder: Path, free: int, count: Count) -> bool:
    """A backup: sound or absent."""
    data, target = folder / "data", folder / "b.db"
    if not data.exists():
        program(data, "new", "--period", "2023-Q1", "--sample")
    ballast = fill(folder, free)
    fine = count.see(program(data, "backup", str(target)))
    ballast.unlink()
    if fine and backup.check(target) != 1:
        count.corrupt += 1
    count.corrupt += (not fine and target.exists()) or bool(list(folder.glob("*.part")))
    return fine


def read_only() -> None:
    """Every command on a disk that has become read-only: reading goes on, writing is one sentence."""
    count, folder = Count(), Path(tempfile.mkdtemp(prefix="read-only-"))
    mount(folder, 3000)
    program(folder, "new", "--period", "2023-Q1", "--sample")
    before = (folder / "bao-cao-cchc.db").read_bytes()
    remount = ["mount", "-o", "remount,ro", str(folder)]
    subprocess.run(remount, check=True, capture_output=True)
    reading = (["list"], ["show", "2023-Q1"], ["check", "2023-Q1"])
    writing = (
        ["new", "--period", "2023-Q2"], ["set", "2023-Q1", "pl1.7.1", "1"],
        ["export", "2023-Q1", "--pdf", str(folder / "x.pdf")], ["backup", str(folder / "x.db")],
        ["restore", str(folder / "bao-cao-cchc.db")],
    )  # fmt: skip
    for words in reading:
        answer = program(folder, *words)
        count.tried += 1
        count.shown += bool(answer.stderr)
        count.lost += answer.returncode > 1  # 1: the report has errors
    for words in writing:
        count.corrupt += count.see(program(folder, *words))
    count.corrupt += (folder / "bao-cao-cchc.db").read_bytes() != before
    unmount(folder)
    what = "every command on a disk that has become read-only"
    print(what, count.tried, count.lost, count.corrupt, count.shown, "", sep="\t")


if __name__ == "__main__":
    main()
