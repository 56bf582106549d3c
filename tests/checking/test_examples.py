"""The examples of every check of every edition that ships do what they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.checking.examples import example_faults
from desktop_app.checking.plan import Plan
from desktop_app.forms.lint import faults
from desktop_app.forms.loader import load_edition
from tests.support.editions import SMALL, a_plan, an_edition

EDITIONS = sorted((Path(__file__).parents[2] / "resources/forms").glob("*/*/edition.toml"))


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.parent.name)
def test_every_edition_that_ships_is_clean(path: Path) -> None:
    edition = load_edition(path.parent)

    assert faults(edition) == []
    assert example_faults(Plan(edition)) == []


def test_there_is_an_edition_to_check() -> None:
    assert EDITIONS


def test_an_example_that_does_not_do_what_it_stands_for_is_a_fault() -> None:
    wrong = SMALL.replace('fails = { "pl1.1" = "6"', 'fails = { "pl1.1" = "5"')

    assert example_faults(a_plan(wrong)) == ["Ví dụ sai của S1 không bị báo."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("rate(pl1.1.1, pl1.1)", "rate(pl1.1.9, pl1.1)", "pl1.1.9"),
        ("Tỷ lệ {found}%", "Tỷ lệ {pl1.3}%", "pl1.3"),
        ('rows = ["pl1.3"]', 'rows = ["pl1.8"]', "pl1.8"),
        ("Xem lại dòng 1.", "Xem  lại dòng 1.", "hai dấu cách"),
        ('passes = { "pl1.1" = "2", "pl1.1.1" = "2" }', "passes = {}", "thiếu ví dụ đúng"),
        ('{expected}."\nadvice = "Ghi', '{expected}"\nadvice = "Ghi', "dấu chấm"),
    ],
)
def test_the_linter_names_the_entry_at_fault(old: str, new: str, said: str) -> None:
    assert old in SMALL

    found = faults(an_edition(SMALL.replace(old, new, 1)))

    assert any(said in fault for fault in found), found
