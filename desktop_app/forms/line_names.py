"""How a row is called in a sentence: by its number where that finds it, else by its label."""

from __future__ import annotations

import re
from collections import Counter

from desktop_app.forms.model import Appendix

LONGEST = 60
"""Letters of a label that a sentence repeats."""
_COUNTED = re.compile(r".*[^\W_]")
_LETTERED = re.compile(r"[\w.]+\.[a-zđ]\Z")


def line_names(appendix: Appendix) -> dict[str, str]:
    """Row -> "7.1", "II.1" where the print repeats 1, 2, 3; «Tên hệ thống» for a number that finds none."""
    numbers = Counter(row.number for row in appendix.indicators)
    prefix = f"{appendix.head.key}."
    names: dict[str, str] = {}
    for row in appendix.indicators:
        tail = row.key.removeprefix(prefix)
        if row.number and (tail == row.number or tail.endswith(f".{row.number}")):
            names[row.key] = tail
        elif _COUNTED.match(row.number) and numbers[row.number] == 1:
            names[row.key] = row.number
        else:
            names[row.key] = f"«{row.label if len(row.label) <= LONGEST else row.label[:LONGEST] + '…'}»"
    return names


def line_in_checks(key: str, table: str, name: str) -> str:
    """The same in the sentence of a check, which calls a row under a letter by it: "1.a"."""
    tail = key.removeprefix(f"{table}.")
    return tail if name.startswith("«") and _LETTERED.match(tail) else name
