"""How long the proof-reader takes over a report: from scratch, after a change, over 500 pages."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import partial
from statistics import median
from time import process_time

from desktop_app.base.paths import resources
from desktop_app.checking.plan import Plan
from desktop_app.forms.loader import load_edition
from desktop_app.proofreading.figures import linking, masks, mentions, paragraphs
from desktop_app.proofreading.reader import ProofReader
from desktop_app.reports.filled_report import FilledReport, fill_in, with_entries
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry, Report
from tools.bench.measure import Ratio

ROUNDS = 5
PAGES, LARGE_PAGES = 20, 500
"""Printed pages of the sample of a year, and of the report that is made of it."""
SCRATCH, AFTER_ONE, LARGE = 0.3, 0.1, 30.0
"""Seconds of the processor allowed: for the sample, after one paragraph changed, for the large one."""
CHANGED = "II.2.c"


def proofreading_ratios() -> list[Ratio]:
    """Three lines, each against the seconds that it may take."""
    report, large = _report(1), _report(LARGE_PAGES // PAGES)
    reader = ProofReader()
    scratch = median(_seconds(lambda: _from_scratch(report)) for _ in range(ROUNDS))
    reader.read(report)
    changed = [_changed(report, place) for place in range(ROUNDS)]
    after = median(_seconds(partial(reader.read, one)) for one in changed)
    return [
        _line(f"proof-reading {PAGES} pages from scratch", scratch, SCRATCH),
        _line("proof-reading after one paragraph", after, AFTER_ONE),
        _line(f"proof-reading {LARGE_PAGES} pages", _seconds(lambda: _from_scratch(large)), LARGE),
    ]


def _seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def _line(work: str, seconds: float, allowed: float) -> Ratio:
    return Ratio(work, "the time allowed", f"{seconds:.2f} s", f"{allowed:g} s", seconds / allowed, 1.0)


def _from_scratch(report: FilledReport) -> None:
    """A new reader that remembers no line."""
    for kept in (
        linking.linked,
        masks.masked,
        mentions.mentions,
        paragraphs.paragraphs,
        paragraphs.sentences,
    ):
        kept.cache_clear()
    ProofReader().read(report)


def _report(times: int) -> FilledReport:
    """The sample of a year, its prose written so many times."""
    plan = Plan(load_edition(resources() / "forms/cchc/2025"))
    values = tomllib.loads((resources() / "sample/2025-y.toml").read_text("utf-8"))["values"]
    entries = {
        key: Entry(write_prose(from_plain("\n".join(_copies(text, times)))) if plan.is_prose(key) else text)
        for key, text in values.items()
    }
    return fill_in(Report("bench", "cchc-2025", "2025-Y"), plan, entries)


def _copies(text: str, times: int) -> list[str]:
    """The text several times, no two alike, so that no line is known from the one before."""
    return [text.replace("TTHC", f"TTHC loại {number}") if number else text for number in range(times)]


def _changed(report: FilledReport, place: int) -> FilledReport:
    text = f"Các sở, ngành giải quyết xong 214.38{place} hồ sơ."
    return with_entries(report, {CHANGED: Entry(write_prose(from_plain(text)))})
