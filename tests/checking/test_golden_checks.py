"""The form's checks and what they say of both samples, held to the letter against a kept file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.checking.plan import Plan
from desktop_app.forms.loader import load_edition
from desktop_app.forms.model import Edition
from tests.support.real import EDITION_FOLDER, sample_session

GOLDEN = json.loads((Path(__file__).parents[1] / "data/checks-2022.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped edition of 2022, read from its files."""
    return load_edition(EDITION_FOLDER)


def test_the_form_keeps_the_codes_of_its_checks(edition: Edition) -> None:
    codes = [check.written.code for check in edition.checks]

    assert len(codes) == len(set(codes)) == 147
    assert sorted(codes) == sorted(GOLDEN["checks"])


def test_every_check_says_what_it_said(edition: Edition) -> None:
    for check in edition.checks:
        written = check.written
        said = [written.level, written.message, written.advice, written.source]

        assert said == GOLDEN["checks"][written.code], written.code


def test_every_check_reads_the_keys_that_it_read(edition: Edition) -> None:
    for compiled in Plan(edition).checks:
        keys = GOLDEN["keys"][compiled.written.code]

        assert sorted(compiled.keys) == sorted(keys), compiled.written.code


@pytest.mark.parametrize("sample", ["2023-q1", "2023-q2"])
def test_the_findings_on_the_samples_are_the_same_to_the_letter(sample: str) -> None:
    assert _findings(sample) == GOLDEN["findings"][sample]


def _findings(sample: str) -> list[list[object]]:
    """What the panel and the command line show of each finding, by code and first key."""
    return sorted(
        [f.code, f.level, list(f.keys), f.message, f.advice, f.found, f.expected]
        for f in sample_session(sample).filled.findings()
    )
