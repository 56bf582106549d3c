"""The tests of the project under Windows Python, and why some of them cannot run there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tools.windows.environment import Environment
from tools.windows.system import ROOT

SECONDS = 2700
_COUNT = re.compile(r"(\d+) (passed|failed|skipped|errors?|xfailed|deselected)")
_SKIPPED = re.compile(r"^SKIPPED \[(\d+)\] \S+?(?::\d+)?: (.*)$", re.MULTILINE)


class Suite(NamedTuple):
    """How many passed, failed and were skipped; reason -> how many; what failed."""

    counts: dict[str, int]
    reasons: dict[str, int]
    failed: list[str]
    seconds: float


def run_suite(environment: Environment, workers: int, more: list[str]) -> Suite:
    """All tests, or those that pytest is told."""
    command: list[str | Path] = [
        environment.python("test"), "-m", "pytest", "-p", "no:cacheprovider", "-q", "-rfEs", "--tb=short",
        "-n", str(workers), *more,
    ]  # fmt: skip
    done = environment.system.run(command, SECONDS, cwd=ROOT)
    (environment.home / "suite.txt").write_text(done.said + done.complained, "utf-8")
    last = done.said.strip().splitlines()[-1] if done.said.strip() else ""
    counts = {what.rstrip("s") if what == "errors" else what: int(n) for n, what in _COUNT.findall(last)}
    reasons: dict[str, int] = {}
    for count, reason in _SKIPPED.findall(done.said):
        reasons[reason] = reasons.get(reason, 0) + int(count)
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.said, re.MULTILINE)
    return Suite(counts, reasons, failed, done.seconds)
