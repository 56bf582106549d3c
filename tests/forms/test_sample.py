"""The samples: the first says what a real report got wrong, the second is without a fault."""

from __future__ import annotations

import re

import pytest

from desktop_app.checking.evaluate import evaluate, read_entries
from tests.support.real import DATA, REFERENCE, real_plan, sample_session, sample_values

EXPECTED = {
    "V1": {("pl1.1",), ("pl1.3.1",)},
    "PL1.2": {("pl1.2", "pl1.2.2", "pl1.2.1")},
    "X5.division_leaders": {("II.4.c.division_leaders", "pl5.III.4")},
    "PL1.3.blank": {("pl1.3",)},
    "PL2.1.blank": {("pl2.1",)},
    "PL5.IV.blank": {("pl5.IV",)},
    "PL1.4.zero": {("pl1.4", "pl1.4.1")},
    "PL2.2.zero": {("pl2.2.2", "pl2.2.2.1")},
    "PL2.3.zero": {("pl2.3.2", "pl2.3.2.1")},
    "PL7.6.5.zero": {("pl7.6.5", "pl7.6.5.1")},
    "PL4.I.1.percent": {("pl4.I.1",)},
}
"""Code -> keys, for all that is wrong in the first sample; every other relation holds."""


def test_the_first_sample_says_exactly_what_is_wrong() -> None:
    found: dict[str, set[tuple[str, ...]]] = {}
    for finding in sample_session().filled.findings():
        found.setdefault(finding.code, set()).add(finding.keys)

    assert found == EXPECTED


def test_the_second_sample_has_no_finding() -> None:
    assert sample_session("2023-q2").filled.findings() == []


@pytest.mark.parametrize("name", ["2023-q1", "2023-q2"])
def test_every_key_of_a_sample_is_a_key_of_the_form(name: str) -> None:
    plan = real_plan()

    assert [key for key in sample_values(name) if not plan.is_key(key)] == []


def test_every_place_for_prose_is_filled() -> None:
    plan = real_plan()

    assert [s for s in plan.sections if plan.is_prose(s) and s not in sample_values()] == []


@pytest.mark.parametrize(
    ("key", "text", "speaks"),
    [
        ("pl1.7.2", "83", {"PL1.7", "X1.province_done"}),
        ("pl1.8.4", "6", {"PL1.8", "X1.government_overdue"}),
        ("pl2.2.2.2", "1", {"PL2.2.bound"}),
        ("pl4.II.2", "58", {"PL4.II", "X3.civil_servants_present"}),
        ("pl5.II.1.1", "2", {"PL5.II.1"}),
        ("pl5.III", "3", {"PL5.III"}),
        ("pl6.II.5", "3", {"PL6.II.1"}),
        ("pl6.II.1", "3", {"PL6.II.1.parts", "PL6.II", "X4.public_units"}),
        ("pl7.6.1.3", "2", {"PL7.6.1.files"}),
        ("pl7.6.3.1", "4", {"PL7.6.3.1", "X2.sum"}),
        ("pl7.6.4.2", "2", {"PL7.6.4", "PL7.6.4.files"}),
        ("pl7.6.2", "50%", {"PL7.6.2"}),
        ("pl1.11", "2", {"V1"}),
        ("pl1.9", "Có", {"V2"}),
        ("II.3.c.posts", "100", {"X3.posts"}),
    ],
)
def test_a_changed_figure_is_found_on_its_keys(key: str, text: str, speaks: set[str]) -> None:
    plan = real_plan()
    result = evaluate(plan, read_entries(plan, sample_values() | {key: text}))

    on_key = {f.code for f in result.findings.values() if key in f.keys}

    assert speaks <= on_key


def test_every_figure_of_the_real_tables_is_in_the_sample() -> None:
    figures = _real_figures()
    ours = [v for k, v in sample_values().items() if re.match(r"pl\d\.", k)]

    assert len(figures) == 85
    for figure in set(figures):
        assert figures.count(figure) <= ours.count(figure), figure


def _real_figures() -> list[str]:
    return (DATA / "report-2023-q1-figures.txt").read_text("utf-8").split()


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference report is not beside us")
def test_the_real_figures_are_those_of_the_reference() -> None:
    text = REFERENCE.read_text("utf-8")
    tables = text[text.index("Phụ lục 1**") :]
    cells = [cell.strip() for line in tables.splitlines() for cell in line.split("\t")[2:]]

    assert [c for c in cells if re.fullmatch(r"[\d.,]+%?", c) and c != "100%"] == _real_figures()


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference report is not beside us")
def test_no_sentence_of_the_reference_is_in_the_sample() -> None:
    """Eighteen words in a row would be the authors' sentence, not a fact."""
    text = " ".join(REFERENCE.read_text("utf-8").split("Phụ lục 1**")[0].split())
    for key, typed in sample_values().items():
        words = typed.split() if real_plan().is_prose(key) else []
        for start in range(len(words) - 18):
            stretch = " ".join(words[start : start + 18])
            assert stretch not in text, (key, stretch)
