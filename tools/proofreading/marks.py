"""The real report against the marks of an experienced reader: found, missed, raised wrongly."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import msgspec

from desktop_app.checking.findings import Finding, merged
from desktop_app.proofreading.reader import proofread
from desktop_app.reports.filled_report import FilledReport
from tools.proofreading.real_report import FILE, real_report

MARKS = Path(__file__).parent / "real_report.toml"
PAGES = 16
"""Of the real report, its appendices included."""


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One slip or doubtful place; codes: how the codes begin that find it, at one of its keys."""

    key: str
    what: str
    codes: tuple[str, ...]
    keys: tuple[str, ...] = ()
    found: str = ""

    def fits(self, finding: Finding) -> bool:
        """Whether the finding says this."""
        here = finding.keys[0] in (self.key, *self.keys)
        return here and finding.code.startswith(self.codes) and self.found in finding.message


class Outcome(NamedTuple):
    """Marks with what found them, None for those missed, and what was raised without a mark."""

    marks: list[tuple[Mark, Finding | None]]
    wrong: list[Finding]


def outcome(file: Path = FILE) -> Outcome:
    """All that the program finds in the real report, held against the marks."""
    filled = real_report(file)
    left = merged([filled.result.findings.values(), proofread(filled)])
    marks = msgspec.convert(tomllib.loads(MARKS.read_text("utf-8"))["mark"], list[Mark])
    pairs: list[tuple[Mark, Finding | None]] = []
    for mark in marks:
        pairs.append((mark, next((finding for finding in left if mark.fits(finding)), None)))
    wrong = [finding for finding in left if not any(mark.fits(finding) for mark in marks)]
    return Outcome(pairs, wrong)


def table(result: Outcome, filled: FilledReport) -> list[str]:
    """The page's table: place, what, and how it was found; no sentence of the report."""
    names = filled.plan.names
    lines = ["| place | what stands there | found as |", "|---|---|---|"]
    for mark, finding in result.marks:
        found = f"{finding.level}, {finding.code}" if finding else "**missed**"
        lines.append(f"| {_place(names, mark.key)} | {mark.what} | {found} |")
    lines += [
        f"| {_place(names, finding.keys[0])} | (no mark) | **wrong**: {finding.level}, {finding.code} |"
        for finding in result.wrong
    ]
    return lines


def _place(names: dict[str, str], key: str) -> str:
    row = key.removeprefix("note.")
    return names.get(row, row) + (", ghi chú" if row != key else "")
