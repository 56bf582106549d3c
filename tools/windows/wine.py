"""Run Windows programs under Wine so that none can hang whoever started it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DISPLAY_SIZE = "1366x768x24"


class Done(NamedTuple):
    """How a program ended: its exit code (None when it had to be ended) and what it said, in UTF-8."""

    code: int | None
    said: str
    complained: str
    seconds: float


class Wine:
    """A Windows of its own in the work folder, with a screen that nobody sees.

    Standard streams of Windows programs are pipes or nothing: into a file Python cannot start there.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.prefix = home / "prefix"
        self.display = ""
        self._screen: subprocess.Popen[bytes] | None = None

    @property
    def drive(self) -> Path:
        """The folder that is drive C: there."""
        return self.prefix / "drive_c"

    def environment(self, more: dict[str, str] | None = None) -> dict[str, str]:
        """What a program under Wine is told; `WINEQT_…` arrives as `QT_…`, which Wine would drop."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "PYTHON", "XDG_"))
        }
        return {
            **kept, "WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "DISPLAY": self.display,
            "WINEDLLOVERRIDES": "mscms=n;mscoree=;mshtml=", "PYTHONUTF8": "1", **(more or {}),
        }  # fmt: skip

    def start(self) -> None:
        """Show a screen, and keep Wine's server: a start then takes a tenth of the time."""
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", DISPLAY_SIZE, "-nolisten", "tcp"]
        self._screen = subprocess.Popen(
            command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        self.silent(["wineserver", "-p"])
        self.silent(["wine", "wineboot", "-i"])

    def stop(self) -> None:
        """End what runs under this Wine, and the screen."""
        self.silent(["wineserver", "-k"])
        if self._screen:
            self._screen.terminate()
            self._screen.wait()

    def silent(self, command: Sequence[str], seconds: float = 300) -> int:
        """Run a command of Wine's own without a stream: what it starts lives on and would hold a pipe."""
        done = subprocess.run(
            command, env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=seconds, check=False,
        )  # fmt: skip
        return done.returncode

    def set_value(self, key: str, name: str, value: str, kind: str = "REG_SZ") -> None:
        """Write a value of the registry."""
        self.silent(["wine", "reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f"])

    def value(self, key: str, name: str) -> str:
        """A value of the registry; "" for none."""
        asked = self.run(["reg", "query", key, "/v", name], 60)
        found = [line.split(None, 2) for line in asked.said.splitlines() if "REG_" in line]
        return found[0][2].strip() if found and len(found[0]) > 2 else ""

    def begin(
        self, command: Sequence[str | Path], cwd: Path | None = None, more: dict[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a Windows program in a group of its own, its streams in pipes."""
        return subprocess.Popen(
            ["wine", *map(str, command)], cwd=cwd or self.home, env=self.environment(more),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            encoding="utf-8", errors="replace", start_new_session=True,
        )  # fmt: skip

    def run(
        self,
        command: Sequence[str | Path],
        seconds: float = 120,
        cwd: Path | None = None,
        more: dict[str, str] | None = None,
    ) -> Done:
        """Run a Windows program to its end, or end it after so many seconds."""
        begun = time.monotonic()
        process = self.begin(command, cwd, more)
        try:
            said, complained = process.communicate(timeout=seconds)
            code: int | None = process.returncode
        except subprocess.TimeoutExpired:
            said, complained = kill(process)
            code = None
        return Done(code, said, complained, time.monotonic() - begun)


def kill(process: subprocess.Popen[str]) -> tuple[str, str]:
    """End a program and what it started at once; returns what it had said."""
    with_group = process.poll() is None
    if with_group:
        os.killpg(process.pid, signal.SIGKILL)
    try:
        return process.communicate(timeout=10)
    except subprocess.TimeoutExpired:  # a child that left the group still holds the pipe
        return "", ""


def there(path: Path) -> str:
    """The path as a Windows program names it: drive Z: is this machine."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


def is_missing(*programs: str) -> list[str]:
    """Which of the programs this machine lacks."""
    return [name for name in programs if not shutil.which(name)]
