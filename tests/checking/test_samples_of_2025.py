"""The samples of the form of 2025: every fault planted in the tables is found, nothing else is said."""

from __future__ import annotations

import pytest

from tests.support.real import sample_session

# What was planted in 2025-q3.toml (its head lists it) -> the check that must find it, and its level.
PLANTED = {
    "BM2.1": "error",  # 46, the parts make 44
    "BM2.3.2": "error",  # 27 of 24
    "BM2.3.2.bound": "error",
    "BM3.3.1": "error",  # 99,10 where the parts give 99,11
    "BM3.3.3": "error",  # two cells swapped, seen by the rate beside them and by the prose
    "BM3.3.3.bound": "error",
    "X.II.2.c.petitions": "error",
    "X.II.2.c.petitions_solved": "error",
    "X.II.5.a.rate": "error",  # 58,17 in the prose, 58,71 in the table
    "BM1.4.1.parts": "error",  # 121, its parts make 123
    "BM1.5.asked": "error",  # no survey, but 2.150 forms
    "BM7.3.2.between": "error",  # not between both levels
    "X.II.2.c.commune_late.rest": "error",  # 553 against 453
    "V1": "error",  # a count under per cent
    "BM2.2.2.zero": "warning",  # 100 over 0 of 0
    "BM6.2.units": "warning",  # 749 against 746
    "BM7.2.percent": "warning",  # 1 under per cent
}


def grave(name: str) -> dict[str, str]:
    found = sample_session(name).filled.findings()
    return {finding.code: finding.level for finding in found if finding.level != "note"}


def test_what_was_planted_is_found_and_nothing_else() -> None:
    assert grave("2025-q3") == PLANTED


@pytest.mark.parametrize("name", ["2025-y", "2026-q1"])
def test_the_clean_ones_are_clean(name: str) -> None:
    assert grave(name) == {}


@pytest.mark.parametrize("name", ["2025-q3", "2025-y", "2026-q1"])
def test_a_finding_speaks_in_words(name: str) -> None:
    for finding in sample_session(name).filled.findings():
        assert finding.message.endswith((".", "?")) and finding.advice
        assert "bm" not in finding.message and "header." not in finding.message


def test_a_fault_that_is_mended_is_no_longer_found() -> None:
    session = sample_session("2025-q3")
    session.edit("bm2.1", "44")
    session.edit("bm3.3.1", "99,11")

    left = {finding.code for finding in session.filled.findings()}
    assert not {"BM2.1", "BM3.3.1"} & left and {"BM1.5.asked", "BM2.3.2"} <= left
