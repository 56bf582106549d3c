"""One word on a row brings its checks: totals, rates, parts and equals, in the words of the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.checking.evaluate import evaluate, read_entries
from desktop_app.checking.examples import example_faults
from desktop_app.checking.plan import Plan
from desktop_app.forms.lint import faults
from desktop_app.forms.loader import load_edition
from tests.support.editions import SMALL, a_plan, an_edition
from tests.support.real import real_plan


def row(number: str, words: str) -> str:
    """One more row of the small form."""
    return f'\n[[indicator]]\nkey = "pl1.{number}"\nnumber = "{number}"\nlabel = "Dòng {number}"\n{words}\n'


def said(plan: Plan, **typed: str) -> dict[str, str]:
    """Code -> message of what is found on these rows of appendix 1 (n9_1 is row 9.1)."""
    values = {f"pl1.{name[1:].replace('_', '.')}": text for name, text in typed.items()}
    return {f.code: f.message for f in evaluate(plan, read_entries(plan, values)).findings.values()}


PARTS = row("9.1", "") + row("9.2", "")


def test_a_new_total_is_one_word_on_one_row() -> None:
    plan = a_plan(SMALL + row("9", 'total_of = ["pl1.9.1", "pl1.9.2"]') + PARTS)

    assert said(plan, n9="186", n9_1="83", n9_2="104") == {
        "PL1.9": "Phụ lục 1: dòng 9 ghi 186 nhưng cộng các dòng 9.1 + 9.2 được 187."
    }
    assert "PL1.9.blank" in said(plan, n9_1="83")
    assert "PL1.9.parts" in said(plan, n9="186", n9_1="83")
    assert said(plan, n9="187", n9_1="83", n9_2="104") == {}
    assert example_faults(plan) == []


def test_a_new_rate_is_one_word_on_one_row() -> None:
    words = 'kind = "percent"\nunit = "%"\nrate_of = ["pl1.9.2", "pl1.9.1"]'
    plan = a_plan(SMALL + row("9", words) + PARTS)

    assert set(said(plan, n9="90", n9_1="12", n9_2="10")) == {"PL1.9"}
    assert set(said(plan, n9="0", n9_1="0")) == {"PL1.9.zero"}
    assert set(said(plan, n9_1="10", n9_2="12")) == {"PL1.9.bound"}
    assert plan.formula_of["pl1.9"].fill == "auto"
    assert example_faults(plan) == []


def test_a_part_and_an_equal_are_one_word_on_one_row() -> None:
    plan = a_plan(SMALL + row("9.1", 'part_of = ["pl1.9.2"]') + row("9.2", 'same_as = ["I.1.tasks"]'))

    assert set(said(plan, n9_1="3", n9_2="2")) == {"PL1.9.1"}
    values = read_entries(plan, {"I.1.tasks": "5", "pl1.9.2": "4"})
    assert [f.message for f in evaluate(plan, values).findings.values()] == [
        "Phụ lục 1 dòng 9.2 ghi dòng 9.2 là 4, khác mục I.1 là 5."
    ]
    assert example_faults(plan) == []


def test_a_rate_that_was_typed_as_one_is_asked_about() -> None:
    plan = a_plan(SMALL + row("9", 'kind = "percent"\nunit = "%"'))

    assert set(said(plan, n9="1")) == {"PL1.9.percent"}
    assert said(plan, n9="100") == {}


@pytest.mark.parametrize(
    "words",
    ['total_of = ["pl1.9"]', 'part_of = ["pl1.9"]', 'same_as = ["pl1.9"]', 'rate_of = ["pl1.9", "pl1.9.1"]'],
)
def test_a_row_of_itself_is_a_fault(words: str) -> None:
    found = faults(an_edition(SMALL + row("9", words) + PARTS))

    assert any("pl1.9 được tính từ chính nó" in fault for fault in found), found


def test_a_total_over_a_missing_row_is_a_fault() -> None:
    found = faults(an_edition(SMALL + row("9", 'total_of = ["pl1.9.7"]')))

    assert any("đọc khóa «pl1.9.7» mà mẫu không có" in fault for fault in found)


def test_a_rate_of_one_row_is_refused_with_its_place() -> None:
    with pytest.raises(UserFault, match=r"\[indicator\] pl1\.9: .*rate_of"):
        an_edition(SMALL + row("9", 'rate_of = ["pl1.9.1"]'))


def test_a_code_that_a_word_and_a_check_both_make_is_refused() -> None:
    twice = row("9", 'code = "S1"\npart_of = ["pl1.9.1"]') + PARTS

    with pytest.raises(UserFault, match="Quy tắc «S1» đứng 2 lần"):
        an_edition(SMALL + twice)


def test_words_that_are_missing_are_a_fault_of_the_installation(tmp_path: Path) -> None:
    (tmp_path / "small.toml").write_text(SMALL, "utf-8")

    with pytest.raises(EnvironmentFault, match="hãy cài lại chương trình"):
        load_edition(tmp_path, tmp_path / "none.toml")


def test_no_sentence_of_a_check_shows_an_expression_or_a_key() -> None:
    plan = real_plan()
    for check in plan.checks:
        shown = re.sub(r"\{[^{}]*\}", "", check.written.message + check.written.advice)

        assert not re.search(r"total\(|rate\(|guess\(|entered\(|\bpl\d", shown), check.written.code
        assert not re.search(r"\.[a-z_]{3,}", shown), check.written.code
