"""docs/windows.md: what was built where, how large it is, what was tried and what was seen."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop_app import __version__
from tools.windows.environment import Environment
from tools.windows.packages import Packages
from tools.windows.suite import Suite
from tools.windows.system import ROOT, commit_here

TARGET = ROOT / "docs" / "windows.md"
MEGABYTE = 1_000_000
GOALS = {"setup": 36, "installed": 115}
PICTURES = (
    ("start", "The window over a sample"), ("table", "A table with what was found"),
    ("preview", "The printed pages"), ("setup-open", "A setup over an open window"),
    ("setup", "The setup"), ("inside-archive", "Started inside the archive"),
    ("print-dialog", "The dialog of Windows before printing"),
    ("damaged", "A damaged setup"), ("uninstall", "The uninstaller asks about the data"),
    ("two-users", "A folder that another user has open"), ("125", "At 125 %"), ("150", "At 150 %"),
)  # fmt: skip


class Seen(NamedTuple):
    """One trial: what it was, how it went ("ok", "FAILED", "not here"), what was seen."""

    what: str
    outcome: str
    note: str


def write(environment: Environment, packages: Packages, seen: Sequence[Seen], suite: Suite | None) -> None:
    """The page, anew."""
    TARGET.write_text("\n".join([
        *_head(environment), *_sizes(packages), *_trials(seen), *_suite(suite), *_pictures(), *_limits(),
    ]) + "\n", "utf-8", newline="\n")  # fmt: skip


def _head(environment: Environment) -> list[str]:
    python = environment.system.run([environment.python("test"), "-c", _VERSIONS], 60).said.strip()
    where = platform.platform(terse=True)
    if environment.system.name == "Wine":
        where = f"{_first_line('wine', '--version')} on {where}"
    return [
        "# The Windows program, built and tried", "",
        f"Made by `python dev.py windows` on {date.today():%d/%m/%Y} at commit {commit_here()}: "
        f"version {__version__}, {where}, {python}, NSIS {_first_line('makensis', '-VERSION')}. "
        "Wine is not Windows: what failed here would mostly fail there, what passed still deserves the ten "
        "minutes of [windows-real-pc.md](windows-real-pc.md).", "",
    ]  # fmt: skip


_VERSIONS = (
    "import sys, PySide6, sqlite3, importlib.metadata as m; "
    "print('Python', sys.version.split()[0] + ', PySide6', PySide6.__version__ + ', PyInstaller', "
    "m.version('pyinstaller') + ', SQLite', sqlite3.sqlite_version)"
)


def _sizes(packages: Packages) -> list[str]:
    files = [path for path in packages.program.rglob("*") if path.is_file() and path.name != "mscms.dll"]
    installed = sum(path.stat().st_size for path in files) / MEGABYTE
    setup, archive = (path.stat().st_size / MEGABYTE for path in (packages.setup, packages.archive))
    return [
        "| what | size | goal |", "|---|---|---|",
        f"| setup, `{packages.setup.name}` | {setup:.1f} MB | ≤ {GOALS['setup']} MB |",
        f"| installed, {len(files)} files | {installed:.1f} MB | ≤ {GOALS['installed']} MB |",
        f"| portable archive, `{packages.archive.name}` | {archive:.1f} MB | |", "",
    ]  # fmt: skip


def _trials(seen: Sequence[Seen]) -> list[str]:
    bad = sum(one.outcome == "FAILED" for one in seen)
    rows = [f"| {one.what} | {one.outcome} | {one.note.replace('|', '/')} |" for one in seen]
    return [
        f"## Tried: {len(seen)} trials, {bad} failed",
        "",
        "| what | | seen |",
        "|---|---|---|",
        *rows,
        "",
    ]


def _suite(suite: Suite | None) -> list[str]:
    if suite is None:
        return ["## Tests", "", "Not run this time.", ""]
    counts = ", ".join(f"{count} {what}" for what, count in suite.counts.items())
    failed = [f"- FAILED {name}" for name in suite.failed]
    reasons = [f"- {count} skipped: {reason}" for reason, count in sorted(suite.reasons.items())]
    return [
        "## Tests under Windows Python", "",
        f"{counts} in {suite.seconds / 60:.0f} minutes ({suite.about}).", "",
        *failed, *reasons, "",
    ]  # fmt: skip


def _pictures() -> list[str]:
    made = [
        (name, words) for name, words in PICTURES if (ROOT / f"docs/pictures/windows-{name}.png").exists()
    ]
    return ["## Pictures", "", *(f"![{words}](pictures/windows-{name}.png)\n" for name, words in made)]


def _limits() -> list[str]:
    return [
        "## What cannot be told here", "",
        "What a printer makes of its pages, Windows' own fonts, virus scanners and SmartScreen, hidden "
        "streams of NTFS, FAT, locks on shares, several screens of different scale (a test has two of "
        "Qt's own), screen readers, Unikey itself. The print dialog is Wine's "
        "own, and its printer a file.",
    ]  # fmt: skip


def _first_line(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return "?"
    return next(iter(done.stdout.splitlines()), "?").strip()
