"""The desk at which the trials work: the built program, a hand on the windows, folders of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.windows.environment import Environment
from tools.windows.packages import PROGRAMS, Packages
from tools.windows.system import ROOT, Done, end

PATIENCE = 85
"""Seconds until a window stands, on a machine with much else to do."""
HAND = Path(__file__).parents[1] / "hand.py"
TITLE = "Báo cáo CCHC"
TELL = (
    "import json, os, subprocess, sys\n"
    "os.environ.update(json.loads(sys.argv[1]))\n"
    "done = subprocess.run(sys.argv[2:], capture_output=True)\n"
    "sys.stdout.buffer.write(done.stdout); sys.stderr.buffer.write(done.stderr); sys.exit(done.returncode)\n"
)
PICTURES = ROOT / "docs" / "pictures"


class NotHere(Exception):
    """A trial that this system cannot make, with the reason."""


class Desk:
    """Handed to every trial."""

    def __init__(self, environment: Environment, packages: Packages) -> None:
        self.environment, self.packages = environment, packages
        self.system = environment.system
        self._place = environment.home / "trials"
        shutil.rmtree(self._place, ignore_errors=True)

    @property
    def is_wine(self) -> bool:
        """Whether Windows is Wine."""
        return self.system.name == "Wine"

    def folder(self, name: str) -> Path:
        """An empty folder of this name."""
        made = self._place / name
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        return made

    def console(
        self,
        folder: Path | None,
        *words: str,
        program: Path | None = None,
        more: dict[str, str] | None = None,
    ) -> Done:
        """A command of the built program over a data folder; the user's own when None."""
        where = ["--data-dir", self.system.named(folder)] if folder else []
        command: list[str | Path] = [(program or self.packages.program) / PROGRAMS[1], *where, *words]
        return self.system.run(command, 120, cwd=folder if folder and folder.is_dir() else None, more=more)

    def source(self, folder: Path, *words: str) -> Done:
        """The same command of the sources on the machine that builds."""
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", "--data-dir", str(folder), *words], cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr, 0)

    def told(self, more: dict[str, str], program: str | Path, *words: str | Path) -> list[str | Path]:
        """A command told these variables there: Wine sets some of its own over those of this machine."""
        command = [self.system.named(Path(program)), *words]
        return [self.environment.python("test"), "-c", TELL, json.dumps(more), *command]

    def hand(self, command: str, *words: str, more: dict[str, str] | None = None) -> object:
        """What the hand on the desktop answers."""
        python = self.environment.python("test")
        done = self.system.run([python, self.system.named(HAND), command, *words], 90, more=more)
        assert done.code == 0, f"{command} {words}: {done.complained[-400:]}"
        return json.loads(done.said)

    @contextmanager
    def window(
        self, words: Sequence[str | Path], title: str = TITLE, more: dict[str, str] | None = None
    ) -> Iterator[subprocess.Popen[str]]:
        """A program with a window of this title, ended at the end if it has not ended itself."""
        process = self.system.begin(words, more=more)
        try:
            self.hand("wait", title, str(PATIENCE))
            time.sleep(1.5)  # until it has painted, and begun to listen
            yield process
        finally:
            end(process)

    @property
    def letters(self) -> dict[str, str]:
        """Under Wine a window may ask GDI for its letters.

        The DirectWrite of Wine 8 measures each letter anew at every line, which no Windows does, and so a
        window with words waits twenty times as long for them.
        """
        return {"WINEQT_QPA_PLATFORM": "windows:fontengine=gdi"} if self.is_wine else {}

    def over(self, folder: Path, *words: str, program: Path | None = None) -> list[str | Path]:
        """The command of the window program over a data folder."""
        place = (program or self.packages.program) / PROGRAMS[0]
        return [place, "--data-dir", self.system.named(folder), *words]

    def over_console(self, folder: Path, *words: str) -> list[str | Path]:
        """The command of the console program over a data folder."""
        return [self.packages.program / PROGRAMS[1], "--data-dir", self.system.named(folder), *words]

    def has_ended(self, process: subprocess.Popen[str], seconds: float = 30) -> bool:
        """Whether a program ends by itself in time."""
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def picture(self, name: str) -> None:
        """Photograph the screen for the report."""
        self.system.photograph(PICTURES / f"windows-{name}.png")


def one_sentence(done: Done) -> str:
    """What a refusal says: exit code 2, one line, nothing of Python's own."""
    assert done.code == 2, f"exit {done.code}: {done.said[:200]} {done.complained[-400:]}"
    assert done.complained.count("\n") == 1 and "Traceback" not in done.complained, done.complained
    return done.complained.strip()


def fine(done: Done) -> str:
    """The answer of a command that went well."""
    assert done.code == 0, f"exit {done.code}: {done.said[:200]} {done.complained[-400:]}"
    return done.said.strip()
