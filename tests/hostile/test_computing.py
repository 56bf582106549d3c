"""What parses is computed or refused with a sentence: on any figures, and in the workbook too."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.base.errors import UserFault
from desktop_app.checking.derivation import derivation_of
from desktop_app.checking.evaluate import evaluate, read_entries
from desktop_app.checking.plan import Plan
from desktop_app.composing.sheets import compose_sheets
from desktop_app.documents.xlsx_writer import write_xlsx
from desktop_app.forms.expression import FUNCTIONS, BadExpression, Node, parse
from desktop_app.forms.model import Edition, Formula, ParsedCheck
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.report import Entry, Report
from desktop_app.reports.session import Session
from tests.support.editions import NotedStore, an_edition

EDITION: Edition = an_edition()
FIGURES = ["0", "1", "999999999999999", "0,000000000000001", "83,33%", "-", "kcsl", "9 phòng ban", "=1+1", ""]


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Larger expressions of smaller ones, most of them sound."""
    signs = st.sampled_from(["+", "-", "*", "/", "==", "!=", "<=", "<", ">=", ">", " and ", " or "])
    return st.one_of(
        st.tuples(inner, signs, inner).map("".join),
        st.tuples(st.sampled_from([*FUNCTIONS]), st.lists(inner, min_size=1, max_size=3)).map(
            lambda call: f"{call[0]}({', '.join(call[1])})"
        ),
        inner.map(lambda text: f"({text})"),
        inner.map(lambda text: f"not {text}"),
    )


LEAVES = st.sampled_from(
    ["pl1.1", "pl1.1.1", "pl1.1.2", "pl1.2", "I.1.tasks", "0", "7", "0.000001", "9" * 15]
)
EXPRESSIONS = st.recursive(LEAVES, grown, max_leaves=25)


def edition_with(node: Node, *, as_formula: bool) -> Edition:
    """The small edition whose first formula, or first check, is this expression."""
    if as_formula:
        return msgspec.structs.replace(EDITION, formulas=(Formula("pl1.3", node, "auto"), *EDITION.formulas))
    first = EDITION.checks[0]
    return msgspec.structs.replace(
        EDITION, checks=(ParsedCheck(first.written, node, when=node), ParsedCheck(first.written, node))
    )


@settings(max_examples=200)
@given(EXPRESSIONS, st.booleans(), st.lists(st.sampled_from(FIGURES), min_size=4, max_size=4))
def test_whatever_parses_computes_or_is_refused_with_a_sentence(
    text: str, as_formula: bool, figures: list[str]
) -> None:
    try:
        node = parse(text)
    except BadExpression:
        return
    edition = edition_with(node, as_formula=as_formula)
    try:
        plan = Plan(edition)
    except UserFault as refused:
        assert "\n" not in str(refused)
        return
    texts = dict(zip(("pl1.1", "pl1.1.1", "pl1.1.2", "I.1.tasks"), figures, strict=True))
    result = evaluate(plan, read_entries(plan, texts))
    assert all(finding.message for finding in result.findings.values())
    entries = {key: Entry(figure) for key, figure in texts.items()}
    session = Session(fill_in(Report("r", "form-small", "2023-Q1"), plan, entries), NotedStore())
    for key in plan.formula_of:
        assert derivation_of(session.filled.plan, session.filled.result, key) is not None
        assert len(session.filled.computed_text(key)) < 60
        assert len(session.filled.shown(key)) < 60
    assert write_xlsx(compose_sheets(session.filled), "x")


@pytest.mark.parametrize(
    "text", ["pl1.1", "1", "total(entered(pl1.1))", "entered(pl1.1) + 1", "not pl1.1", "rate(1, 1 == 1)"]
)
def test_a_check_that_mixes_numbers_and_conditions_is_one_sentence(text: str) -> None:
    with pytest.raises(UserFault, match="S1"):
        Plan(edition_with(parse(text), as_formula=False))


@pytest.mark.parametrize(
    "text", ["pl1.1 == 1", "entered(pl1.1)", "not entered(pl1.1)", "pl1.1 == 1 or pl1.2 == 1"]
)
def test_a_formula_that_is_no_number_is_one_sentence(text: str) -> None:
    with pytest.raises(UserFault, match=r"pl1\.3"):
        Plan(edition_with(parse(text), as_formula=True))


@pytest.mark.parametrize(
    "text",
    [
        "abs(pl1.1.1)",
        "max(pl1.1.1, 2)",
        "guess(pl1.1.1)",
        "rate(" * 29 + "pl1.1.1" + ", 1)" * 29,
        "I.1.tasks",
    ],
)
def test_a_formula_without_a_spelling_stands_in_the_workbook_as_its_number(text: str) -> None:
    """Among them a nest of rates, which would fill all memory if each repeated its services."""
    plan = Plan(edition_with(parse(text), as_formula=True))
    entries = {"pl1.1.1": Entry("5"), "I.1.tasks": Entry("5")}
    session = Session(fill_in(Report("r", "form-small", "2023-Q1"), plan, entries), NotedStore())
    (sheet,) = compose_sheets(session.filled)
    figure = sheet.rows[list(plan.indicators).index("pl1.3")][3]

    assert figure.formula == ""
    assert write_xlsx((sheet,), "x")


def test_a_number_too_large_to_show_stays_blank() -> None:
    node = parse("pl1.1 * pl1.1 * pl1.1 * pl1.1 / 0.000001")
    plan = Plan(edition_with(node, as_formula=True))
    entries = {"pl1.1": Entry("9" * 15)}
    session = Session(fill_in(Report("r", "form-small", "2023-Q1"), plan, entries), NotedStore())

    assert session.filled.computed_text("pl1.3") == ""
