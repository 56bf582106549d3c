"""How periods are called on the screen: "Quý I/2023", "6 tháng đầu năm 2025"."""

from __future__ import annotations

from desktop_app.base.periods import read_period

KIND_WORDS = {
    "Q1": "Quý I", "Q2": "Quý II", "6M": "6 tháng đầu năm", "Q3": "Quý III",
    "9M": "9 tháng đầu năm", "Q4": "Quý IV", "Y": "Năm",
}  # fmt: skip


def period_name(period_text: str) -> str:
    """ "Quý I/2023", "Năm 2025"."""
    period = read_period(period_text)
    between = "/" if period.kind.startswith("Q") else " "
    return f"{KIND_WORDS[period.kind]}{between}{period.year}"
