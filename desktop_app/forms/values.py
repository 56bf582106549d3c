"""What a typed text means in a row of the form, and how the row is shown and printed.

Four kinds of empty are kept apart: not entered, 0, "Không phát sinh" and "Không có số liệu".
Whatever does not parse is kept as typed, with the reason beside it: a draft is never refused.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

import msgspec

from desktop_app.base.numbers import NotANumber, leading_number, plain_letters, read_number, show_number
from desktop_app.forms.model import Choice, ValueKind

State = Literal["blank", "number", "words", "none_arisen", "no_figures", "unreadable"]

NONE_ARISEN = "Không phát sinh"
NO_FIGURES = "Không có số liệu"
NONE_ARISEN_SIGN = "-"
MOST_DECIMALS = 2
"""A rate is shown with at most two decimals (audit of the form, rule "Percent")."""

_STATES: dict[str, State] = {
    "không phát sinh": "none_arisen",
    "kps": "none_arisen",
    "-": "none_arisen",
    "–": "none_arisen",
    "—": "none_arisen",
    "−": "none_arisen",
    "không có số liệu": "no_figures",
    "kcsl": "no_figures",
}
_LEADING = re.compile(r"0[0-9]+")
_TRAILING = re.compile(r"[0-9.]+,([0-9]*0)")
_YES_NO = {"có": 1, "không": 0, "1": 1, "0": 0, "co": 1, "khong": 0}
_NUMERIC = frozenset({"count", "decimal", "money", "percent"})


class Value(msgspec.Struct, frozen=True):
    """One entry read: the text as typed and what it means; `number` None unless it has one.

    problem: one Vietnamese sentence when the state is "unreadable". suggestion: the number that
    the words seem to mean, offered and never used by itself.
    """

    text: str
    state: State
    number: Decimal | None = None
    problem: str = ""
    suggestion: Decimal | None = None


BLANK = Value("", "blank")


def read_value(kind: ValueKind, text: str, choices: tuple[Choice, ...] = ()) -> Value:
    """The meaning of the text in a row of this kind; never raises for typed text."""
    stripped = text.strip()
    if not stripped:
        return BLANK
    if kind in ("text", "prose", "date", "heading"):
        return Value(text, "words")
    if state := _STATES.get(stripped.casefold()):
        return Value(text, state)
    if kind in ("choice", "yes_no"):
        return _read_choice(kind, text, choices)
    return _read_figure(kind, text)


def _read_choice(kind: ValueKind, text: str, choices: tuple[Choice, ...]) -> Value:
    """A code (0, 1, 2) or the form's word for it."""
    typed = plain_letters(text).strip().removesuffix(".").casefold()
    codes = {str(c.code): c.code for c in choices} | {c.word.casefold(): c.code for c in choices}
    code = codes.get(typed, _YES_NO.get(typed) if kind == "yes_no" else None)
    if code is not None:
        return Value(text, "number", Decimal(code))
    words = "Có hoặc Không" if kind == "yes_no" else ", ".join(f"{c.code} ({c.word})" for c in choices)
    return Value(text, "unreadable", problem=f"«{text[:40]}» không có trong các lựa chọn: {words}")


def _read_figure(kind: ValueKind, text: str) -> Value:
    """A number, with or without its percent sign; refuses what the kind cannot be."""
    body = plain_letters(text).strip().removesuffix(".")
    if kind == "percent" and body.endswith("%"):
        body = body[:-1]
    try:
        number = read_number(body)
    except NotANumber as fault:
        suggestion = leading_number(text)
        return Value(text, "unreadable", problem=str(fault), suggestion=suggestion)
    if number < 0:
        return Value(text, "unreadable", problem=f"«{text.strip()}» là số âm; ở đây chỉ ghi từ 0 trở lên")
    if kind == "count" and number != number.to_integral_value():
        return Value(text, "unreadable", problem=f"«{text.strip()}» có phần lẻ; ở đây đếm số nguyên")
    if kind == "percent" and number > 100:
        problem = f"«{text.strip()}» lớn hơn 100%; hãy kiểm tra lại tử số và mẫu số"
        return Value(text, "unreadable", problem=problem, suggestion=None)
    return Value(text, "number", number)


def show_value(kind: ValueKind, value: Value, choices: tuple[Choice, ...] = ()) -> str:
    """The entry as it is shown and printed: 1.023.023 · 83,33% · Có; unreadable text as typed."""
    if value.state == "none_arisen":
        return NONE_ARISEN_SIGN if len(value.text.strip()) == 1 else NONE_ARISEN
    if value.state == "no_figures":
        return NO_FIGURES
    if value.number is None:
        return value.text
    if kind == "yes_no":
        return "Có" if value.number else "Không"
    shown = _as_typed(value) or show_number(value.number)
    return f"{shown}%" if kind == "percent" else shown


def _as_typed(value: Value) -> str:
    """Zeros that say nothing of the number and are meant to stand: "04", "99,10"; "" for none."""
    typed = plain_letters(value.text).strip().removesuffix(".").removesuffix("%").strip()
    if _LEADING.fullmatch(typed):
        return typed
    if value.number is not None and (found := _TRAILING.fullmatch(typed)):
        return f"{show_number(Decimal(int(value.number)))},{found[1]}"
    return ""


def show_computed(kind: ValueKind, number: Decimal | None, none_arisen: bool) -> str:
    """A computed row as it is shown and printed: at most two decimals, "-" for a rate of nothing."""
    if none_arisen:
        return NONE_ARISEN_SIGN
    if number is None:
        return ""
    shown = show_number(number, MOST_DECIMALS)
    return f"{shown}%" if kind == "percent" else shown


def is_numeric(kind: ValueKind) -> bool:
    """Whether the row holds a figure that can be added, compared and aligned to the right."""
    return kind in _NUMERIC
