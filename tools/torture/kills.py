"""kill -9 at random moments of a scripted hour, and what is there afterwards."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from database import backup
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.bootstrap import build
from tools.torture.fault_row import ROOT, FaultRow, environment, script, shows_traceback

LONGEST = 6.0


class Aftermath(NamedTuple):
    """What one kill left."""

    acknowledged: int
    lost: int
    corrupt: int
    shown: int


def kills(times: int, first_seed: int = 0) -> FaultRow:
    """Kill so many hours, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        left = list(pool.map(killed_hour, range(first_seed, first_seed + times)))
    acknowledged = sum(one.acknowledged for one in left)
    return FaultRow(
        "kill -9 at a random moment of an hour of typing, exporting, backing up",
        times,
        sum(one.lost for one in left),
        sum(one.corrupt for one in left),
        sum(one.shown for one in left),
        f"{acknowledged} acknowledged edits",
    )


def killed_hour(seed: int) -> Aftermath:
    """One hour that ends at a random moment."""
    folder = Path(tempfile.mkdtemp(prefix="hour-"))
    services = build(folder)
    services.library.create_sample("2023-q1")
    services.file.close()
    with subprocess.Popen(
        script("hour", str(folder), str(seed)), cwd=ROOT, env=environment(), encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, LONGEST))
        process.send_signal(signal.SIGKILL)
        printed, complained = process.communicate()
    try:
        return aftermath(folder, printed, complained)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def aftermath(folder: Path, printed: str, complained: str) -> Aftermath:
    """Hold the folder against what was acknowledged."""
    lines = [json.loads(line) for line in printed.splitlines() if line.endswith("}")]
    expected: dict[str, str] = {}
    for line in lines:
        if line.get("saved"):
            expected |= line["done"]
    in_flight = bool(lines) and "begin" in lines[-1]
    corrupt = 0
    services = build(folder)
    with closing(services.file):
        session = services.library.open("2023-Q1")
        different = [key for key, text in expected.items() if session.filled.text(key) != text]
        while session.history.undo_label:
            session.history.undo()
    # What was begun and not acknowledged may have been committed; an undo may move several keys at once.
    lost = 0 if in_flight and len(different) <= 1 else len(different)
    corrupt += sum(1 for path in folder.glob("out-*/r.*") if not _is_whole(path))
    corrupt += sum(1 for path in folder.glob("sao-luu/*.db") if not _is_sound(path))
    return Aftermath(len([li for li in lines if li.get("saved")]), lost, corrupt, shows_traceback(complained))


def _is_whole(path: Path) -> bool:
    """Whether an exported file opens."""
    try:
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                return package.testzip() is None
        with closing(pypdfium2.PdfDocument(path)) as file:
            return len(file) > 5
    except (OSError, zipfile.BadZipFile, pypdfium2.PdfiumError):
        return False


def _is_sound(path: Path) -> bool:
    """Whether a backup passes its check."""
    try:
        return backup.check(path) >= 1
    except (UserFault, EnvironmentFault):
        return False
