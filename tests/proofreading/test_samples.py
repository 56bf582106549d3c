"""The samples that ship: what was planted in their words is found, the clean ones are clean."""

from __future__ import annotations

import pytest

from desktop_app.proofreading.reader import proofread
from tests.support.real import sample_session

PLANTED = {
    ("sum.parts", "I.1", "10"),  # the footnote makes 11
    ("sum.parts", "II.1.a", "46"),  # 38 + 06
    ("rate.cut", "II.2.c", "99,10%"),  # 56.806 of 57.318
    ("sum.parts", "II.2.c", "96.540"),  # 96.087 + 553
    ("sum.parts", "II.2.c", "553"),  # the footnote makes 453
    ("figure.row", "II.3.b", "100%"),  # a count typed under per cent in the table
    ("figure.row", "II.3.c", "1,75%"),  # 1,9 in the table
    ("rate.ratio", "II.5.a", "58,17%"),  # two digits swapped
    ("figure.row", "II.5.a", "58,17%"),
    ("sum.parts", "II.5.c", "746"),  # the parts make 731
    ("figure.row", "II.5.c", "746"),  # and so does the table
}
NUMBERS = ("sum.", "rate.", "figure.")


def test_what_was_planted_in_the_words_is_found_and_nothing_else() -> None:
    found = proofread(sample_session("2025-q3").filled)

    assert {(f.code, f.keys[0], f.found) for f in found if f.code.startswith(NUMBERS)} == PLANTED


@pytest.mark.parametrize("name", ["2025-y", "2026-q1", "2023-q1", "2023-q2"])
def test_the_numbers_of_the_others_contradict_nothing(name: str) -> None:
    found = proofread(sample_session(name).filled)

    assert [f.message for f in found if f.code.startswith(NUMBERS)] == []


@pytest.mark.parametrize("name", ["2025-y", "2026-q1"])
def test_the_clean_ones_have_neither_errors_nor_warnings(name: str) -> None:
    assert [f.message for f in proofread(sample_session(name).filled) if f.level != "note"] == []


@pytest.mark.parametrize("name", ["2025-q3", "2023-q1"])
def test_a_finding_of_the_words_speaks_in_words(name: str) -> None:
    for finding in proofread(sample_session(name).filled):
        assert finding.message.endswith((".", "?")) and finding.advice
        assert "bm" not in finding.message and "header." not in finding.message
