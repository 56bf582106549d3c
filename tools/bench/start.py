"""Start and memory: our process beside a bare window; a thousand reports beside one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from statistics import median

from desktop_app import bootstrap
from tools.bench.measure import Ratio, ms, paired, process

ROUNDS = 11
BARE, OURS = "tools.bench.bare_window", "tools.bench.our_window"


def start_ratios(folder: Path) -> list[Ratio]:
    """Start, start on the form in force, start with a thousand reports, peak memory."""
    one, many = folder / "one", folder / "many"
    _fill(one, 1)
    _fill(many, 1000)
    memory: dict[str, list[float]] = {BARE: [], OURS: []}

    def run(module: str, *words: str) -> float:
        answer = process(module, *words)
        memory[module].append(answer["memory"])
        return answer["seconds"]

    opened = partial(run, OURS, str(one), "2023-Q1")
    ours, bare = paired(opened, lambda: run(BARE), ROUNDS)
    ours_memory, bare_memory = median(memory[OURS]), median(memory[BARE])
    _fill(folder / "today", 1, "2025-y")
    newer, older = paired(partial(run, OURS, str(folder / "today"), "2025-Y"), opened, ROUNDS)
    full, single = paired(partial(run, OURS, str(many), "2023-Q1"), opened, ROUNDS)
    return [
        Ratio(
            "start to a usable window, sample open",
            "bare window, 13 tabs",
            ms(ours),
            ms(bare),
            ours / bare,
            1.5,
        ),  # fmt: skip
        Ratio("the same on the form in force", "on that of 2022", ms(newer), ms(older), newer / older, 1.1),
        Ratio("the same with 1,000 reports", "with one", ms(full), ms(single), full / single, 1.1),
        Ratio(
            "peak memory, sample open",
            "bare window",
            f"{ours_memory / 1024:.0f} MB",
            f"{bare_memory / 1024:.0f} MB",
            ours_memory / bare_memory,
            1.6,
        ),  # fmt: skip
    ]


def _fill(folder: Path, count: int, sample: str = "2023-q1") -> None:
    services = bootstrap.build(folder)
    services.library.create_sample(sample)
    with services.file.atomic():
        for number in range(count - 1):
            services.library.create(f"{2022 + number % 3}-Q{number % 4 + 1}")
    services.file.close()
