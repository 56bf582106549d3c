"""Which period a report is about, by the words of its title or of the head of its annex."""

from __future__ import annotations

import re

from desktop_app.base.periods import Period
from desktop_app.word_import.likeness import plain_words

_KINDS = (
    (re.compile(r"\bquy (?:ii|2|hai) va (?:6|sau) thang\b"), "6M"),
    (re.compile(r"\bquy (?:iii|3|ba) va (?:9|chin) thang\b"), "9M"),
    (re.compile(r"\bquy (?:iv|4|bon|tu) va (?:ca )?nam\b"), "Y"),
    (re.compile(r"\b(?:6|sau) thang\b"), "6M"),
    (re.compile(r"\b(?:9|chin) thang\b"), "9M"),
    (re.compile(r"\bquy (?:iv|4|bon|tu)\b"), "Q4"),
    (re.compile(r"\bquy (?:iii|3|ba)\b"), "Q3"),
    (re.compile(r"\bquy (?:ii|2|hai)\b"), "Q2"),
    (re.compile(r"\bquy (?:i|1|mot)\b"), "Q1"),
)
_MONTH = re.compile(r"\bthang (1[0-2]|0?[1-9])\b(?! dau| cuoi)")
_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_AHEAD = re.compile(r"\b(?:va )?(?:phuong huong|nhiem vu trong tam|ke hoach cong tac)\b")


def period_in(text: str) -> Period | None:
    """The period that the words name before they look ahead; None where none is named.

    "… Quý I, phương hướng nhiệm vụ Quý II năm 2023" names the year only behind what comes.
    """
    words = " ".join(plain_words(text))
    ahead = _AHEAD.search(words)
    past = words[: ahead.start()] if ahead else words
    year = _YEAR.search(past) or _YEAR.search(words)
    if not year:
        return None
    found = [(place.start(), kind) for pattern, kind in _KINDS if (place := pattern.search(past))]
    first = min(found, key=lambda one: one[0], default=None)  # of two at one place the longer words
    month = _MONTH.search(past)
    if month and (first is None or month.start() < first[0]):
        return Period(int(year[1]), f"M{int(month[1])}")
    return Period(int(year[1]), first[1] if first else "Y")
