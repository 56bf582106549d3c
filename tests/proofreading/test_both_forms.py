"""Cases about documents and wording, each read on both forms by all readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.proofreading.both_forms import both_form_cases, both_form_files, written_cases
from tools.proofreading.cases import Case, raised

CASES = [(path.stem, case) for path in both_form_files() for case in both_form_cases(path)]
ALL_CODES = ("",)


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{f}: {c.name}") for f, c in CASES])
def test_what_is_wrong_is_found_and_nothing_else(case: Case) -> None:
    found = raised(case, ALL_CODES)

    assert [code for code in case.found if code not in found] == []
    assert [code for code in found if code not in case.found] == []


@pytest.mark.parametrize("path", both_form_files(), ids=lambda path: path.stem)
def test_half_of_the_cases_are_right_and_no_two_have_one_name(path: Path) -> None:
    cases = written_cases(path)
    silent = [case for case in cases if not case.finds]

    assert 0.4 <= len(silent) / len(cases) <= 0.6
    assert len({case.about for case in cases}) == len(cases)
