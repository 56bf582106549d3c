"""0 of 0: one way of writing it for the whole report, and whoever mixes them is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.composing.compose import compose
from desktop_app.documents.dump import words
from desktop_app.documents.settings import PrintSettings
from desktop_app.reports.session import Session
from tests.support.library import services_in

CHOSEN = "header.rate_of_nothing"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with services_in(tmp_path) as services:
        made = services.library.open(services.library.create("2026-Q1"))
        made.edit_many("Gõ", {"bm1.3.3.1": "0", "bm1.3.3.2": "0", "bm2.2.2.1": "0", "bm2.2.2.2": "0"})
        yield made


def said(session: Session) -> dict[str, str]:
    return {f.code: f.message for f in session.filled.findings() if f.code.endswith(".zero")}


@pytest.mark.parametrize(("chosen", "shown"), [("", "-"), ("-", "-"), ("0", "0"), ("100", "100")])
def test_every_rate_of_nothing_is_written_as_chosen(session: Session, chosen: str, shown: str) -> None:
    session.edit(CHOSEN, chosen)

    assert [session.filled.shown(key) for key in ("bm1.3.3", "bm2.2.2")] == [shown, shown]
    assert said(session) == {}


@pytest.mark.parametrize(
    ("chosen", "typed", "is_named"),
    [
        ("", "-", False), ("", "0", True), ("", "100", True), ("100", "100", False), ("100", "-", True),
        ("100", "0", True), ("0", "0", False), ("0", "-", True), ("-", "-", False), ("-", "100", True),
    ],
)  # fmt: skip
def test_a_row_that_is_written_otherwise_is_named(
    session: Session, chosen: str, typed: str, is_named: bool
) -> None:
    session.edit(CHOSEN, chosen)
    session.edit("bm1.3.3", typed)

    assert list(said(session)) == ["BM1.3.3.zero"] * is_named


def test_the_choice_is_not_printed_by_itself_but_in_every_row(session: Session) -> None:
    before = words(compose(session.filled, PrintSettings())).count("100")
    session.edit(CHOSEN, "100")

    assert words(compose(session.filled, PrintSettings())).count("100") == before + 2
