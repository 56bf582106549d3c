"""Scopes of the form of 2025 are proposals of the program: said on the screen, never in print."""

from __future__ import annotations

import pytest

from desktop_app.checking.plan import PROPOSED
from desktop_app.composing.compose import compose
from desktop_app.documents.dump import dump
from desktop_app.documents.settings import PrintSettings
from tests.support.real import sample_session


@pytest.mark.parametrize(
    ("kind", "within", "without"),
    [
        ("department", "bm3.3.1.1", "bm3.3.2.1"), ("commune", "bm3.3.2", "bm1.4.1"),
        ("home_affairs", "bm4.1.1", ""), ("province", "bm1.3.2", ""),
        ("provincial_office", "bm7.3.1.1", "bm5.4.1"),
    ],
)  # fmt: skip
def test_a_row_outside_says_that_this_is_proposed(kind: str, within: str, without: str) -> None:
    plan = sample_session("2025-y").filled.plan

    assert plan.out_of_scope(within, kind) == ""
    assert not without or plan.out_of_scope(without, kind).startswith(PROPOSED)


def test_the_province_reports_every_row() -> None:
    plan = sample_session("2025-y").filled.plan

    assert [row for row in plan.indicators if plan.out_of_scope(row, "province")] == []


def test_a_proposal_is_never_printed() -> None:
    filled = sample_session("2025-y", header__agency_kind="commune").filled

    assert filled.out_of_scope("bm1.4.1") and "đề xuất" not in dump(compose(filled, PrintSettings()))
