"""Where a computed number comes from, in the clerk's words."""

from __future__ import annotations

from desktop_app.checking.derivation import derivation_of
from desktop_app.checking.plan import Plan
from tests.support.editions import a_session, an_edition
from tests.support.shapes import SPLIT


def test_a_rate_names_its_formula_its_parts_and_its_result() -> None:
    session = a_session(pl1__1="12", pl1__1__1="10", pl1__2="100%")

    derivation = derivation_of(session.filled.plan, session.filled.result, "pl1.2")

    assert derivation is not None
    assert derivation.formula == "1.1 / 1 × 100"
    assert [(part.key, part.text) for part in derivation.parts] == [("pl1.1.1", "10"), ("pl1.1", "12")]
    assert derivation.result == "83,33%"


def test_a_row_without_a_formula_has_nothing_to_explain() -> None:
    assert derivation_of(a_session().filled.plan, a_session().filled.result, "pl1.1.1") is None


def test_columns_of_one_row_are_told_by_their_titles() -> None:
    session = a_session(Plan(an_edition(*SPLIT)), b1__1="5", b1__1__tinh="3")

    def formula(key: str) -> str:
        found = derivation_of(session.filled.plan, session.filled.result, key)
        assert found is not None
        return found.formula

    assert formula("b1.1.cong") == "«Cấp bộ» + «Cấp tỉnh» + «Cấp xã»"
    assert formula("b1.1.luy_ke") == "«Cấp bộ» + lũy kế đến hết kỳ trước"
    assert formula("b1.4") == "«Quá hạn» / 1 × 100"
