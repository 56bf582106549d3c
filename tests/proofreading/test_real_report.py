"""The real report, where it is present: most marks of an experienced reader are found, few things wrongly."""

from __future__ import annotations

import pytest

from tests.support.real import REFERENCE
from tools.proofreading.marks import PAGES, outcome
from tools.proofreading.scores import LEAST_FOUND, MOST_RAISED, scores


def test_the_corpus_meets_its_goals() -> None:
    for score in scores():
        assert score.recall >= LEAST_FOUND, score
        assert score.false_share <= MOST_RAISED, score


@pytest.mark.skipif(not REFERENCE.exists(), reason="the real report is not part of the project")
def test_the_real_report_is_read_as_an_experienced_reader_would() -> None:
    result = outcome(REFERENCE)
    found = [mark for mark, finding in result.marks if finding]

    assert len(found) >= 0.75 * len(result.marks)
    assert len(result.wrong) <= PAGES, [finding.message for finding in result.wrong]
