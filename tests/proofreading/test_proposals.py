"""What a finding proposes, taken, takes the finding away."""

from __future__ import annotations

import pytest

from desktop_app.proofreading.reader import proofread
from desktop_app.reports.filled_report import with_entries
from desktop_app.reports.report import Entry
from desktop_app.searching.spans import with_proposal
from tools.proofreading.both_forms import both_form_cases, both_form_files
from tools.proofreading.cases import Case, filled_case

CASES = [(path.stem, case) for path in both_form_files() for case in both_form_cases(path) if case.found]


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{f}: {c.name}") for f, c in CASES])
def test_a_proposal_that_is_taken_leaves_nothing_of_its_finding(case: Case) -> None:
    filled = filled_case(case)
    for finding in proofread(filled):
        texts = with_proposal(filled, finding)
        if not texts:
            continue
        mended = with_entries(filled, {key: Entry(text) for key, text in texts.items()})
        again = {(f.code, f.found) for f in proofread(mended)}
        assert (finding.code, finding.found) not in again


def test_most_kinds_of_slips_of_the_wording_have_a_proposal() -> None:
    proposed = set()
    for _, case in CASES:
        filled = filled_case(case)
        proposed |= {f.code for f in proofread(filled) if with_proposal(filled, f)}

    assert proposed >= {
        "D6", "D6.number", "D8.issuer", "D8.space", "D8.spelling", "D9.day",
        "offer.kindly", "offer.letter", "offer.write_out",
        "word.capital", "word.double", "word.legacy", "word.mark", "word.name", "word.rule",
        "word.space", "word.stop", "word.tone",
    }  # fmt: skip
    assert not proposed & {"D1", "D3", "D4", "D5", "D7", "D8.kind", "D9.replaced", "word.syllable"}
