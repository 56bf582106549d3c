"""A block of numbers is written one way: Vietnamese or English, and what fits both is asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.base.number_styles import Style, is_in_doubt, read_as, spelled, style_of


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("1,234.5", None, "1234.5"),
        ("1.234,5", "1234.5", None),
        ("12.5", None, "12.5"),
        ("83,33%", "83.33", None),
        ("83.33%", None, "83.33"),
        ("1,234,567", None, "1234567"),
        ("186", "186", "186"),
        ("chín", None, None),
        ("", None, None),
        ("1,2,3", None, None),
    ],
)
def test_one_text_in_both_ways(text: str, vietnamese: str | None, english: str | None) -> None:
    assert read_as(text, "vietnamese") == (None if vietnamese is None else Decimal(vietnamese))
    assert read_as(text, "english") == (None if english is None else Decimal(english))


@pytest.mark.parametrize(
    ("texts", "style", "doubt"),
    [
        (["1.234", "83,33"], "vietnamese", False),
        (["1.234", "2.345"], "vietnamese", False),
        (["1,234", "12.5"], "english", True),
        (["1,234", "2,345"], "vietnamese", True),
        (["1,234,567", "5"], "english", True),
        (["1", "2", ""], "vietnamese", False),
        (["83,3", "1.234,5"], "vietnamese", False),
    ],
)
def test_a_block_has_one_way_and_doubts_are_asked_about(texts: list[str], style: Style, doubt: bool) -> None:
    assert (style_of(texts), is_in_doubt(texts)) == (style, doubt)


def test_english_numbers_are_written_as_an_office_here_does() -> None:
    assert [spelled(t, "english") for t in ("1,234", "12.5", "83.3%", "7", "x1.5")] == [
        "1.234", "12,5", "83,3%", "7", "x1.5",
    ]  # fmt: skip
