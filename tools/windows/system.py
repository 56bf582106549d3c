"""Where Windows programs are built and tried: run one, see its end, and end what does not."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


def commit_here() -> str:
    """The commit of the checkout, short; "" outside of one."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, check=False).stdout.decode().strip()


class Done(NamedTuple):
    """How a program ended: its exit code (None when it had to be ended) and what it said, in UTF-8."""

    code: int | None
    said: str
    complained: str
    seconds: float


class System:
    """Windows itself, with a work folder; Wine is another."""

    name = "Windows"

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def profile(self) -> Path:
        """The user's own folder there."""
        return Path.home()

    def start(self) -> None:
        """Whatever must run before the first program."""

    def stop(self) -> None:
        """End it."""

    def environment(self, more: dict[str, str] | None = None) -> dict[str, str]:
        """What a program is told."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON"))}
        told = {name.removeprefix("WINE"): value for name, value in (more or {}).items()}
        return {**kept, "PYTHONUTF8": "1", **told}

    def command(self, words: Sequence[str | Path]) -> list[str]:
        """How a Windows program is started here."""
        return list(map(str, words))

    def named(self, path: Path) -> str:
        """The path as a Windows program names it."""
        return str(path)

    def set_value(self, key: str, name: str, value: str, kind: str = "REG_SZ") -> None:
        """Write a value of the registry."""
        self.run(["reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f"], 60)

    def value(self, key: str, name: str) -> str:
        """A value of the registry; "" for none. Letters beyond ASCII may be lost."""
        asked = self.run(["reg", "query", key, "/v", name], 60)
        found = [line.split(None, 2) for line in asked.said.splitlines() if "REG_" in line]
        return found[0][2].strip() if found and len(found[0]) > 2 else ""

    def photograph(self, target: Path) -> None:
        """What the screen shows."""
        target.parent.mkdir(parents=True, exist_ok=True)
        grab = "import sys; from PIL import ImageGrab; ImageGrab.grab().save(sys.argv[1])"
        subprocess.run([sys.executable, "-c", grab, str(target)], check=True)

    def begin(
        self, words: Sequence[str | Path], cwd: Path | None = None, more: dict[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a Windows program in a group of its own, its streams in pipes."""
        return subprocess.Popen(
            self.command(words), cwd=cwd or self.home, env=self.environment(more),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            encoding="utf-8", errors="replace", start_new_session=os.name != "nt",
        )  # fmt: skip

    def run(
        self, words: Sequence[str | Path], seconds: float = 120, cwd: Path | None = None,
        more: dict[str, str] | None = None,
    ) -> Done:  # fmt: skip
        """Run a Windows program to its end, or end it after so many seconds."""
        begun = time.monotonic()
        process = self.begin(words, cwd, more)
        try:
            said, complained = process.communicate(timeout=seconds)
            code: int | None = process.returncode
        except subprocess.TimeoutExpired:
            said, complained = end(process)
            code = None
        return Done(code, said, complained, time.monotonic() - begun)


def end(process: subprocess.Popen[str]) -> tuple[str, str]:
    """End a program and its group at once; returns what it had said."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    try:
        return process.communicate(timeout=10)
    except subprocess.TimeoutExpired:  # a child that left the group still holds the pipe
        return "", ""
