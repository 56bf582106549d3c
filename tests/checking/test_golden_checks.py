"""The checks of each form and what they say of its samples, held to the letter against a kept file.

`python -m tests.checking.test_golden_checks` writes the files anew, to be read as a difference.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tests.support.real import DATA, real_plan, sample_session

FORMS = {"2022": (147, ("2023-q1", "2023-q2")), "2025": (118, ("2025-q3", "2025-y", "2026-q1"))}
"""Form -> how many checks it has, and its samples."""
SAMPLES = [(form, sample) for form, (_, samples) in FORMS.items() for sample in samples]


@cache
def golden(form: str) -> dict[str, Any]:
    return json.loads((DATA / f"checks-{form}.json").read_text("utf-8"))


@pytest.mark.parametrize("form", FORMS)
def test_the_form_keeps_the_codes_of_its_checks(form: str) -> None:
    codes = [check.written.code for check in real_plan(form).checks]

    assert len(codes) == len(set(codes)) == FORMS[form][0]
    assert sorted(codes) == sorted(golden(form)["checks"])


@pytest.mark.parametrize("form", FORMS)
def test_every_check_says_what_it_said(form: str) -> None:
    for code, said in _checks(form).items():
        assert said == golden(form)["checks"][code], code


@pytest.mark.parametrize("form", FORMS)
def test_every_check_reads_the_keys_that_it_read(form: str) -> None:
    for code, keys in _keys(form).items():
        assert keys == sorted(golden(form)["keys"][code]), code


@pytest.mark.parametrize(("form", "sample"), SAMPLES)
def test_the_findings_on_the_samples_are_the_same_to_the_letter(form: str, sample: str) -> None:
    assert _findings(sample) == golden(form)["findings"][sample]


def _checks(form: str) -> dict[str, list[str]]:
    """What each check says, by its code."""
    written = [check.written for check in real_plan(form).edition.checks]
    return {one.code: [one.level, one.message, one.advice, one.source] for one in written}


def _keys(form: str) -> dict[str, list[str]]:
    return {check.written.code: sorted(check.keys) for check in real_plan(form).checks}


def _findings(sample: str) -> list[list[object]]:
    """What the panel and the command line show of each finding, by code and first key."""
    return sorted(
        [f.code, f.level, list(f.keys), f.message, f.advice, f.found, f.expected]
        for f in sample_session(sample).filled.findings()
    )


def _write() -> None:
    for form, (_, samples) in FORMS.items():
        held = {
            "checks": _checks(form), "keys": _keys(form),
            "findings": {sample: _findings(sample) for sample in samples},
        }  # fmt: skip
        parts = ",\n".join(f"{json.dumps(name)}: {_lines(part)}" for name, part in held.items())
        (DATA / f"checks-{form}.json").write_text(f"{{{parts}}}\n", "utf-8")


def _lines(part: dict[str, Any]) -> str:
    """One line for each entry, so that a difference shows what changed."""
    lines = [f"{json.dumps(key)}: {json.dumps(part[key], ensure_ascii=False)}" for key in sorted(part)]
    return "{\n" + ",\n".join(lines) + "}"


if __name__ == "__main__":
    _write()
