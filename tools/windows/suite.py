"""The tests of the project under Windows Python, and why some of them cannot run there."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tools.windows.environment import Environment
from tools.windows.system import ROOT, Done, commit_here

KEPT = "suite.json"
PATIENCE = 900
"""Seconds for one test: to start a program from its sources is slow under Wine."""
SECONDS = 3600
"""For one folder of tests."""
_COUNT = re.compile(r"(\d+) (passed|failed|skipped|errors?|xfailed|deselected)")
_SKIPPED = re.compile(r"^SKIPPED \[(\d+)\] \S+?(?::\d+)?: (.*)$", re.MULTILINE)
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


class Suite(NamedTuple):
    """How many passed, failed and were skipped; reason -> how many; what failed."""

    counts: dict[str, int]
    reasons: dict[str, int]
    failed: list[str]
    seconds: float
    about: str
    """When, and of which commit."""


def run_suite(environment: Environment, workers: int, more: list[str]) -> Suite:
    """All tests, folder by folder, each with what pytest is told; what they said stays beside the build.

    Paths in `more` name the tests to run instead of all; such a part is not kept for the report.
    """
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    failed: list[str] = []
    seconds, log = 0.0, environment.home / "suite.txt"
    log.write_text("", "utf-8")
    parts = [word for word in more if word.startswith("tests/")]
    more = [word for word in more if word not in parts]
    for folder in parts or _folders():
        done = _run(environment, workers, [folder, *more])
        with log.open("a", encoding="utf-8") as file:
            file.write(f"=== {folder}\n{done.said}{done.complained}\n")
        last = done.said.strip().splitlines()[-1] if done.said.strip() else ""
        found = {"errors" if what == "error" else what: int(n) for n, what in _COUNT.findall(last)}
        if done.code is None or not found:
            found["failed"] = found.get("failed", 0) + 1
            failed.append(f"{folder}: not run to its end")
        counts.update(found)
        for count, reason in _SKIPPED.findall(done.said):
            reasons[reason] += int(count)
        failed += _FAILED.findall(done.said)
        seconds += done.seconds
        print(f"{folder}: {last.strip('= ')}", flush=True)
    about = f"{datetime.now():%d/%m/%Y %H:%M}, {commit_here()}"
    suite = Suite(dict(counts), dict(reasons), failed, seconds, about)
    if not parts:
        (environment.home / KEPT).write_text(json.dumps(suite), "utf-8")
    return suite


def last_suite(environment: Environment) -> Suite | None:
    """What the last run of the tests gave."""
    kept = environment.home / KEPT
    return Suite(*json.loads(kept.read_text("utf-8"))) if kept.exists() else None


def _folders() -> list[str]:
    """The folders with tests in them."""
    tests = ROOT / "tests"
    return sorted(f"tests/{path.name}" for path in tests.iterdir() if any(path.glob("**/test_*.py")))


def _run(environment: Environment, workers: int, words: list[str]) -> Done:
    command: list[str | Path] = [
        environment.python("test"), "-m", "pytest", "-p", "no:cacheprovider", "-q", "-rfEs", "--tb=short",
        "--timeout", str(PATIENCE), "-n", str(workers), *words,
    ]  # fmt: skip
    return environment.system.run(command, SECONDS, cwd=ROOT)
