"""Run Windows programs under Wine so that none can hang whoever started it."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tools.windows.system import System

DESKTOP_SIZE = "1366x768"


class Wine(System):
    """A Windows of its own in the work folder, with a screen that nobody sees.

    Standard streams of Windows programs are pipes or nothing: into a file Python cannot start there.
    """

    name = "Wine"

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.prefix = home / "prefix"
        self._display = ""
        self._screen: subprocess.Popen[bytes] | None = None

    @property
    def drive(self) -> Path:
        """The folder that is drive C: there."""
        return self.prefix / "drive_c"

    @property
    def profile(self) -> Path:
        """The user's own folder there."""
        return self.drive / "users" / getpass.getuser()

    def environment(self, more: dict[str, str] | None = None) -> dict[str, str]:
        """What a program under Wine is told; `WINEQT_…` arrives as `QT_…`, which Wine would drop."""
        ours = ("QT_", "PYTHON", "XDG_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return {
            **kept, "WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "DISPLAY": self._display,
            "WINEDLLOVERRIDES": "mscms=n;mscoree=;mshtml=", "PYTHONUTF8": "1", **(more or {}),
        }  # fmt: skip

    def start(self) -> None:
        """Show a screen, and keep Wine's server: a start then takes a tenth of the time."""
        reading, writing = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{DESKTOP_SIZE}x24",
            "-nolisten",
            "tcp",
        ]
        self._screen = subprocess.Popen(
            command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self._display = f":{told.readline().strip()}"
        self._silent(["wineserver", "-k"])  # one that an earlier run has left shows on a screen that is gone
        self._silent(["wineserver", "-p"])
        self._silent(["wine", "wineboot", "-i"])

    def show_desktop(self) -> None:
        """Keep a desktop: the first window would bring one that ends together with its program."""
        subprocess.Popen(
            ["wine", "explorer", f"/desktop=Default,{DESKTOP_SIZE}"], env=self.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip

    def stop(self) -> None:
        """End what runs under this Wine, and the screen."""
        self._silent(["wineserver", "-k"])
        if self._screen:
            self._screen.terminate()
            self._screen.wait()

    def command(self, words: Sequence[str | Path]) -> list[str]:
        """A Windows program is started by Wine."""
        return ["wine", *map(str, words)]

    def set_value(self, key: str, name: str, value: str, kind: str = "REG_SZ") -> None:
        """Write a value of the registry."""
        self._silent(["wine", "reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f"])

    def named(self, path: Path) -> str:
        """The path as a Windows program names it: drive Z: is this machine."""
        return "Z:" + str(path.absolute()).replace("/", "\\")

    def photograph(self, target: Path) -> None:
        """What the screen shows."""
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["import", "-window", "root", "-define", "png:compression-level=9", str(target)],
            env=self.environment(), check=True,
        )  # fmt: skip

    def _silent(self, command: Sequence[str]) -> None:
        """A command of Wine's own without a stream: what it starts lives on and would hold a pipe."""
        subprocess.run(
            command, env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=300, check=False,
        )  # fmt: skip


def are_missing(*programs: str) -> list[str]:
    """Which of the programs this machine lacks."""
    return [name for name in programs if not shutil.which(name)]
