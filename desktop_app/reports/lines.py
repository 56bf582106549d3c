"""The lines that a clerk adds to a table: one put in, taken out or moved, as one step of an open report.

A line has no key of its own but its place, so that those behind it change their keys, and with them
what is said of them: reasons and silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.forms.columns import MOST_LINES, last_line, read_line_key
from desktop_app.forms.model import Appendix
from desktop_app.reports.explanations import read_explanation
from desktop_app.reports.filled_report import FilledReport

_PLACE = re.compile(r"(?P<before>[^@]*@)(?P<key>[^@:]+)(?P<span>:[0-9]+-[0-9]+)?\Z")
_Moved = Callable[[int], int]
"""A line -> where it stands afterwards, 0 for one that goes."""


class LineStep(NamedTuple):
    """Name and texts of a step, for `Session.edit_many`; without texts there is nothing to do."""

    label: str
    texts: dict[str, str]


def count_lines(filled: FilledReport, appendix: Appendix) -> int:
    """How many lines the table has: up to the last one that holds something."""
    return last_line((key for key, entry in filled.entries.items() if entry.text.strip()), appendix)


def insert_line(filled: FilledReport, appendix: Appendix, line: int) -> LineStep:
    """An empty line before this one; raises UserFault for a table that is full.

    Behind the last line nothing has to move, since an empty line there is none.
    """
    table = filled.plan.tabs[appendix.head.key]
    if line <= count_lines(filled, appendix) == MOST_LINES:
        raise UserFault(f"{table} đã đủ {MOST_LINES} dòng; hãy xóa bớt một dòng rồi chèn.")
    label = f"Chèn dòng {line}, {table}"
    return LineStep(label, _texts(filled, appendix, lambda each: each + (each >= line)))


def delete_lines(filled: FilledReport, appendix: Appendix, lines: Collection[int]) -> LineStep:
    """The lines taken out, those behind them closed up."""
    gone = sorted(set(lines))

    def moved(each: int) -> int:
        return 0 if each in gone else each - sum(1 for line in gone if line < each)

    which = f"dòng {gone[0]}" if len(gone) == 1 else f"{len(gone)} dòng"
    label = f"Xóa {which}, {filled.plan.tabs[appendix.head.key]}"
    return LineStep(label, _texts(filled, appendix, moved))


def move_line(filled: FilledReport, appendix: Appendix, line: int, to: int) -> LineStep:
    """The line at another place, behind the last one at most, those between closed up."""
    to = max(1, min(to, count_lines(filled, appendix)))

    def moved(each: int) -> int:
        if each == line:
            return to
        return each - (line < each <= to) + (to <= each < line)

    label = f"Chuyển dòng {line} thành dòng {to}, {filled.plan.tabs[appendix.head.key]}"
    return LineStep(label, _texts(filled, appendix, moved))


def _texts(filled: FilledReport, appendix: Appendix, moved: _Moved) -> dict[str, str]:
    """Every text that is another one afterwards."""
    typed = {key: entry.text for key, entry in filled.entries.items() if entry.text}
    after: dict[str, str] = {}
    touched: set[str] = set()
    for key, text in typed.items():
        there = _key_after(appendix, key, moved)
        if there == key:
            continue
        touched.add(key)
        if there:
            after[there] = _reason_after(appendix, text, moved) if known_keys.is_explanation(key) else text
    texts = dict.fromkeys(touched, "") | after
    return {key: text for key, text in texts.items() if typed.get(key, "") != text}


def _key_after(appendix: Appendix, key: str, moved: _Moved) -> str:
    """The key of the same words afterwards; "" for those that go."""
    if not (known_keys.is_explanation(key) or known_keys.is_silence(key)):
        return _cell_after(appendix, key, moved)
    place = _PLACE.match(key)
    if place is None:
        return key
    there = _cell_after(appendix, place["key"], moved)
    return f"{place['before']}{there}{place['span'] or ''}" if there else ""


def _cell_after(appendix: Appendix, key: str, moved: _Moved) -> str:
    found = read_line_key(key, appendix) if key.startswith(f"{appendix.head.key}.") else None
    if found is None:
        return key
    line = moved(found[0])
    return f"{appendix.head.key}.{line}.{found[1]}" if line else ""


def _reason_after(appendix: Appendix, stored: str, moved: _Moved) -> str:
    """A reason that goes on excusing the values that it was given for."""
    reason = read_explanation(stored)
    if reason is None:
        return stored
    excused = {_cell_after(appendix, key, moved): text for key, text in reason.excused.items()}
    excused.pop("", None)
    return msgspec.json.encode(msgspec.structs.replace(reason, excused=excused)).decode()
