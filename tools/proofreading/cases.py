"""Cases of the proof-reader: a few sentences or rows, and what must be found in them, or nothing."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.paths import resources
from desktop_app.checking.plan import Plan
from desktop_app.forms.loader import load_edition
from desktop_app.proofreading.reader import proofread
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry, Report

FOLDER = Path(__file__).parents[2] / "tests/proofreading/cases"
DAY = "20/12/2025"


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report of a few entries and the codes of what must be found; none: it must stay silent.

    texts: by key, prose as plain text. before: the same of the period before, where it matters.
    """

    name: str
    texts: dict[str, str]
    found: tuple[str, ...] = ()
    edition: str = "2025"
    period: str = "2025-Y"
    before: dict[str, str] = {}
    before_period: str = "2025-Q3"


class CaseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of cases.

    codes: the beginnings of the codes that its cases are about. texts: entries of every case.
    """

    codes: tuple[str, ...]
    case: tuple[Case, ...]
    texts: dict[str, str] = {}


def load_cases(path: Path) -> CaseFile:
    """The cases of a file; a misspelt field is refused."""
    file = msgspec.convert(tomllib.loads(path.read_text("utf-8")), CaseFile)
    cases = (msgspec.structs.replace(case, texts=file.texts | case.texts) for case in file.case)
    return msgspec.structs.replace(file, case=tuple(cases))


def case_files() -> list[Path]:
    """Every file of cases."""
    return sorted(FOLDER.glob("*.toml"))


def raised(case: Case, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of what is found in the case, of those that its file is about."""
    filled = filled_case(case)
    before = _filled(case.edition, case.before_period, case.before) if case.before else None
    return tuple(f.code for f in proofread(filled, before) if f.code.startswith(codes))


def filled_case(case: Case) -> FilledReport:
    """The report of the case."""
    return _filled(case.edition, case.period, case.texts)


def _filled(edition: str, period: str, texts: dict[str, str]) -> FilledReport:
    plan = _plan(edition)
    typed = {known_keys.DATE: DAY, **texts}
    entries = {
        plan.canonical(key): Entry(write_prose(from_plain(text)) if plan.is_prose(key) else text)
        for key, text in typed.items()
    }
    return fill_in(Report("case", f"cchc-{edition}", period), plan, entries)


@cache
def _plan(edition: str) -> Plan:
    return Plan(load_edition(resources() / "forms/cchc" / edition))
