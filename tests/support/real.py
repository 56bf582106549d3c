"""The edition and the samples that ship, loaded once for all tests of a run."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from desktop_app.base.periods import Period
from desktop_app.checking.plan import Plan
from desktop_app.checking.plans import Plans
from desktop_app.forms.catalogue import serves
from desktop_app.forms.loader import load_edition
from desktop_app.forms.model import Edition
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry, Report
from desktop_app.reports.session import Session
from tests.support.editions import NotedStore

ROOT = Path(__file__).parents[2]
FORMS = ROOT / "resources/forms"
EDITION_FOLDER = FORMS / "cchc/2022"
SAMPLES = ROOT / "resources/sample"
TWO_QUARTERS = ("2023-q1", "2023-q2")
"""Samples of the form of 2022: the figures of the real report with its faults, and the quarter after."""
DATA = ROOT / "tests/data"
REFERENCE = ROOT.parent / "shared/reference/report-2023-q1.txt"


@cache
def real_plan(edition: str = "2022") -> Plan:
    """The compiled edition of the year."""
    return Plan(load_edition(FORMS / "cchc" / edition))


class OneForm:
    """A catalogue of the edition of 2022 alone, which needs no cache on the disk."""

    def edition(self, edition_id: str) -> Edition:
        return real_plan().edition

    def for_period(self, period: Period) -> str:
        return "cchc-2022"


@cache
def real_plans() -> Plans:
    """What a draft learns its form from."""
    return Plans(OneForm())


class EditionsThatShip:
    """A catalogue of both editions, each for its periods."""

    @staticmethod
    @cache
    def plans() -> Plans:
        """What a file learns its form from."""
        return Plans(EditionsThatShip())

    def edition(self, edition_id: str) -> Edition:
        return real_plan(edition_id.removeprefix("cchc-")).edition

    def for_period(self, period: Period) -> str:
        newer = serves(real_plan("2025").edition.head, real_plan("2025").edition.periods, period)
        return "cchc-2025" if newer else "cchc-2022"


@cache
def sample_values(name: str = "2023-q1") -> dict[str, str]:
    """The typed texts of a sample by key."""
    return dict(tomllib.loads((SAMPLES / f"{name}.toml").read_text("utf-8"))["values"])


def sample_session(name: str = "2023-q1", **changed: str) -> Session:
    """The sample opened; `changed` as in `a_session`, "__" for the dot."""
    edition = "2025" if name >= "2025-q3" else "2022"
    plan = real_plan(edition)
    texts = sample_values(name) | {k.replace("__", "."): text for k, text in changed.items()}
    entries = {
        key: Entry(write_prose(from_plain(text)) if plan.is_prose(key) else text)
        for key, text in texts.items()
    }
    return Session(fill_in(Report(name, f"cchc-{edition}", name.upper()), plan, entries), NotedStore())
