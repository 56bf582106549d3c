"""What number text typed by a clerk means, and how numbers are shown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.base.numbers import (
    NotANumber,
    decimals,
    leading_number,
    read_number,
    show_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"), ("05", "5"), ("186", "186"), ("1.023.023", "1023023"), ("83,33", "83.33"),
        (" 1100 ", "1100"), ("1.234,5", "1234.5"), ("-3", "-3"), ("−3", "-3"),
        ("1 234", "1234"), ("1\u00a0234\u00a0567,5", "1234567.5"), ("1\u2009234", "1234"),
        ("1\u202f234", "1234"), ("１２３", "123"), ("１．２３４，５", "1234.5"),
        ("186.", "186"), ("1.023.", "1023"), ("83,33.", "83.33"),
    ],
)  # fmt: skip
def test_vietnamese_numbers_are_read(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "12.5",
        "1,234.5",
        "1.23",
        "9 phòng ban",
        "1 2",
        "1 23",
        "1 2345",
        "1.234 567",
        "1234 567",
        "1 234.567",
        "12.5.",
        "١٢",
        "1e5",
        "😀",
        "1\t2",
        "",
        "9" * 40,
    ],
)
def test_what_is_no_clear_number_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotANumber) as refusal:
        read_number(text)

    assert len(str(refusal.value)) > 10


def test_an_english_point_becomes_a_question_with_both_readings() -> None:
    with pytest.raises(NotANumber, match="12,5 hay 125"):
        read_number("12.5")


def test_english_groups_are_spelled_the_vietnamese_way_in_the_question() -> None:
    with pytest.raises(NotANumber, match=r"1\.234,5"):
        read_number("1,234.5")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9 phòng ban, đơn vị", 9),
        ("1.100 thủ tục", 1100),
        ("không có", None),
        ("5 người", 5),
        ("1 234 thủ tục", 1234),
        ("12 34", None),
        ("3/4", None),
        ("9 (phòng ban)", 9),
        ("12.5 km", None),
    ],
)
def test_the_number_at_the_head_of_words_is_only_suggested(text: str, number: int | None) -> None:
    assert leading_number(text) == (None if number is None else Decimal(number))


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_what_is_shown_reads_back_as_the_same_number(number: Decimal) -> None:
    assert read_number(show_number(number)) == number


def test_computed_rates_show_at_most_two_decimals_rounded_half_up() -> None:
    assert show_number(Decimal(250) / 3, 2) == "83,33"
    assert show_number(Decimal("0.125"), 2) == "0,13"
    assert show_number(Decimal("100.00"), 2) == "100"
    assert show_number(Decimal(0), 2) == "0"


def test_typed_decimals_are_counted() -> None:
    assert [decimals(Decimal(text)) for text in ("100", "83.3", "83.30")] == [0, 1, 2]
