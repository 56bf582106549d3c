"""Keys that the program makes for what is new in a form: unique, stable, never one that was retired."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from desktop_app.base.text import without_marks
from desktop_app.forms.model import Appendix
from desktop_app.forms.written import NAME, WrittenEdition

LONGEST_NUMBER = 20
_NUMBER = re.compile(r"[0-9A-Za-zĐđ]+(\.[0-9A-Za-zĐđ]+)*\Z")
_DOTTED = re.compile(r"[0-9]+(\.[0-9]+)*\Z")
_DEEPEST = 40


class TakenKeys(set[str]):
    """Keys that are there or were there, with the highest number behind each stem, counted once."""

    def __init__(self, keys: Iterable[str]) -> None:
        super().__init__()
        self._highest: dict[str, int] = {}
        for key in keys:
            self.add(key)

    def add(self, key: str) -> None:
        """Take the key."""
        super().add(key)
        stem = key.rstrip("0123456789")
        number = key[len(stem) :]
        if number and len(number) < 9:
            self._highest[stem] = max(self._highest.get(stem, 0), int(number))

    def counted(self, stem: str) -> str:
        """The stem with the first number behind all that were ever counted so."""
        return f"{stem}{self._highest.get(stem, 0) + 1}"


def taken_keys(written: WrittenEdition) -> TakenKeys:
    """Every key that is there or was there."""
    keys = {row.key for row in written.indicators} | set(written.head.retired)
    keys.update(section.key for section in written.sections)
    keys.update(figure.key for figure in written.figures)
    keys.update(field.key for field in written.fields)
    keys.update(table.head.key for table in written.appendices)
    return TakenKeys(keys)


def new_row_key(table: Appendix, number: str, before: str, taken: TakenKeys) -> str:
    """The key of a new row: its printed number where that is free, else a counted one beside its neighbour.

    before: the key of the row above it, "" for the first. A row beside others stands under the same
    key as they, so that who fills those fills it too.
    """
    home = table.head.key
    beside = {column.key for column in table.columns}
    printed = number.strip().rstrip(".)")
    if len(printed) <= LONGEST_NUMBER and _NUMBER.match(printed):
        key = f"{home}.{printed}"
        if key not in taken and not _is_cell(key, beside, taken):
            return key
    return taken.counted(f"{_above(home, printed, before, taken)}.r")


def _above(home: str, printed: str, before: str, taken: Collection[str]) -> str:
    """The key under which a counted one stands: as its number says, else as that of its neighbour does."""
    if _DOTTED.match(printed):
        above = f"{home}.{printed}".rpartition(".")[0]
        return above if above in taken and len(above) <= _DEEPEST else home
    return (before.rpartition(".")[0] if len(before) <= _DEEPEST else "") or home


def _is_cell(key: str, columns: Collection[str], taken: Collection[str]) -> bool:
    """Whether it would be the key of what stands beside another row in a further column."""
    row, _, last = key.rpartition(".")
    return last in columns and row in taken


def new_table_key(taken: Iterable[str]) -> str:
    """The key of a new table; none under which a row was ever kept."""
    return counted("b", {key.partition(".")[0] for key in taken})


def new_section_key(number: str, above: str, taken: TakenKeys) -> str:
    """The key of a new section: the numbers that lead to it where they are free, else a counted one."""
    printed = number.strip().rstrip(".)").strip()
    if len(printed) <= LONGEST_NUMBER and _NUMBER.match(printed):
        key = f"{above}.{printed}" if above else printed
        if key not in taken and NAME.match(key) and len(key) <= _DEEPEST:
            return key
    return taken.counted(f"{above}.m" if above and len(above) <= _DEEPEST else "m")


def counted(stem: str, taken: Iterable[str]) -> str:
    """The stem with the first number behind all that were ever counted so."""
    return TakenKeys(taken).counted(stem)


def edition_id(name: str, taken: Collection[str]) -> str:
    """What the edition is known by to the program: its name in plain letters, unlike all others."""
    plain = re.sub(r"[^a-z0-9]+", "-", without_marks(name)).strip("-")[:40].rstrip("-") or "mau"
    if plain not in taken:
        return plain
    return next(each for n in range(2, len(taken) + 3) if (each := f"{plain}-{n}") not in taken)
