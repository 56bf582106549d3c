"""Build the Windows program, try all of it, and write docs/windows.md: `python dev.py windows`.

Words: `--built` tries what the last run has built, `--pack` only packs its program anew, `--tests` runs the
tests alone (`--tests tests/ui` a part of them), `--no-tests` takes what their last run gave, `--only NAME`
makes trials of this name alone and writes nothing; any other word goes to pytest.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from tools.windows.environment import Environment
from tools.windows.packages import Packages
from tools.windows.report import Seen, write
from tools.windows.suite import last_suite, run_suite
from tools.windows.system import ROOT
from tools.windows.trials import (
    command_line,
    kills,
    places,
    portable,
    printing,
    removal,
    setups,
    start,
    window,
)
from tools.windows.trials.desk import Desk, NotHere

HOME = "BAO_CAO_CCHC_WINDOWS"
"""Names the work folder, of about 3 GB; else one in the user's cache."""
WORKERS = 2
TRIALS: list[Callable[[Desk], str]] = [
    command_line.sample, command_line.refusals, command_line.names, command_line.pipe,
    command_line.code_pages, kills.of_commands, kills.of_windows,
    places.vietnamese, places.long_path, places.share, places.rights, places.scanner, places.read_only,
    places.full_disk, places.two_users,
    window.typing, window.second_start, window.handed_file, window.log_off, window.fine_screens,
    printing.without_a_printer, printing.through_the_dialog,
    setups.damaged, setups.old_windows, setups.fills_up, setups.first, setups.upgrade,
    setups.older_over_newer, setups.no_room, setups.over_open, setups.closes_open, setups.double_click,
    setups.signed, removal.keeps_unless_told,
    removal.asks_twice_before_it_deletes, removal.taken_away,
    portable.from_a_stick, portable.inside_the_archive, portable.in_a_temporary_folder,
    start.start,
]  # fmt: skip


def main(words: list[str]) -> int:
    """0 when everything went well."""
    if "--help" in words:
        print(__doc__)
        return 0
    only = words[words.index("--only") + 1] if "--only" in words else ""
    more = [
        word for word in words if word not in ("--built", "--pack", "--tests", "--no-tests", "--only", only)
    ]
    environment = Environment(_home())
    environment.make()
    try:
        if "--tests" in words:
            return 1 if run_suite(environment, WORKERS, more).failed else 0
        packages = Packages(environment)
        if "--built" not in words:
            packages.build(program="--pack" not in words)
        environment.stand_in(packages.program)
        environment.stand_in(packages.bare)
        seen = _tried(Desk(environment, packages), only)
        if only:
            return 1 if _failed(seen) else 0
        kept = "--no-tests" in words
        suite = last_suite(environment) if kept else run_suite(environment, WORKERS, more)
        write(environment, packages, seen, suite)
    finally:
        environment.system.stop()
    return 1 if _failed(seen) or (suite and suite.failed) else 0


def _failed(seen: list[Seen]) -> bool:
    return any(one.outcome == "FAILED" for one in seen)


def _tried(desk: Desk, only: str) -> list[Seen]:
    """Every trial; one that fails stops no other."""
    seen: list[Seen] = []
    for trial in TRIALS:
        if only and only not in f"{trial.__module__.rsplit('.', 1)[-1]}.{trial.__name__}":
            continue
        what = (trial.__doc__ or "").strip().rstrip(".")
        try:
            seen.append(Seen(what, "ok", trial(desk)))
        except NotHere as reason:
            seen.append(Seen(what, "not here", str(reason)))
        except (AssertionError, OSError, ValueError, KeyError) as fault:
            seen.append(Seen(what, "FAILED", f"{type(fault).__name__}: {fault}"))
        print(f"{seen[-1].outcome:9} {what}: {seen[-1].note}", flush=True)
    return seen


def _home() -> Path:
    """The work folder, outside of the checkout."""
    if named := os.environ.get(HOME):
        return Path(named).absolute()
    cache = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "bao-cao-cchc" / "windows"


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(sys.argv[1:]))
