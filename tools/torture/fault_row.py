"""One line of the fault table, and the program run as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class FaultRow(NamedTuple):
    """What was done how often, and what went wrong in it.

    lost: acknowledged edits that were not there afterwards and not named as missing. corrupt: files
    that were neither whole nor absent, or contents that changed without a word. shown: tracebacks.
    """

    what: str
    tried: int
    lost: int = 0
    corrupt: int = 0
    shown: int = 0
    note: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.corrupt or self.shown)


def program(folder: Path, *words: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """The command line over a data folder, as a process of its own."""
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(folder), *words]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", errors="replace", cwd=ROOT, env=environment(),
        timeout=timeout, check=False,
    )  # fmt: skip


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """No screen, UTF-8, and whatever else is asked for."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", **(more or {})}


def shows_traceback(said: str) -> bool:
    """Whether Python's own words came out."""
    return "Traceback" in said or "Error:" in said


def script(module: str, *words: str) -> list[str]:
    """The command that runs one of our scripts."""
    return [sys.executable, "-m", f"tools.torture.{module}", *words]
