"""The corpus: each case with a slip is found, each one without stays silent."""

from __future__ import annotations

import pytest

from tools.proofreading.cases import Case, case_files, load_cases, raised

CASES = [(path.stem, case, load_cases(path).codes) for path in case_files() for case in load_cases(path).case]


@pytest.mark.parametrize(("case", "codes"), [pytest.param(c, k, id=f"{f}: {c.name}") for f, c, k in CASES])
def test_a_slip_is_found_and_what_is_right_stays_silent(case: Case, codes: tuple[str, ...]) -> None:
    found = raised(case, codes)

    assert set(case.found) <= set(found)
    if not case.found:
        assert found == ()


def test_half_of_the_cases_must_stay_silent() -> None:
    silent = [case for _, case, _ in CASES if not case.found]

    assert 0.4 <= len(silent) / len(CASES) <= 0.6


def test_no_two_cases_have_one_name() -> None:
    names = [(file, case.name) for file, case, _ in CASES]

    assert len(names) == len(set(names))
