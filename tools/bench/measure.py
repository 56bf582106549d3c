"""Fair pairs: A and B in turn, medians, and the ratio between them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Ratio(NamedTuple):
    """One line of the table."""

    work: str
    against: str
    ours: str
    theirs: str
    ratio: float
    goal: float

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio <= self.goal


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def paired(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Medians of both, measured in turn after one round that is thrown away."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    return median(p[0] for p in pairs), median(p[1] for p in pairs)


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of all lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def process(module: str, *words: str) -> dict[str, float]:
    """Run a module of the bench as a process; what it prints, with the seconds until it was usable.

    The clock is the system's own, the same in both processes; ending the process is not counted.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begun = monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *words], cwd=ROOT, env=environment, capture_output=True,
        encoding="utf-8", check=True,
    )  # fmt: skip
    answer = json.loads(done.stdout.strip().splitlines()[-1])
    return {**answer, "seconds": answer["usable"] - begun}


def ms(seconds: float) -> str:
    """Seconds as milliseconds for the table."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"
