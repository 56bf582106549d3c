"""Rows and figures of a form as a sentence could speak of them: their words, those above, their weights."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from desktop_app.checking.plan import Plan
from desktop_app.forms.model import Appendix, Edition, Figure, Indicator, ValueKind
from desktop_app.forms.values import is_numeric
from desktop_app.proofreading.figures.concepts import Lexicon

_REMARK = re.compile(r"\([^)]*\)")
SHARED = 0.5
"""How much of a table's title a heading must share to stand for it."""
FAINT = 0.35
"""The weight of the noun that is counted, and of words that most rows have."""


class Row(msgspec.Struct, frozen=True):
    """One row: the concepts of its label, of the labels above it and of its table.

    counted: what it counts: its unit, or that of the rows below, and the first word of its label.
    rate_of: the rows of part and whole, for a rate. beside: the concepts of the rows beside it.
    """

    key: str
    appendix: str
    kind: ValueKind
    own: frozenset[str]
    above: frozenset[str]
    table: frozenset[str]
    counted: frozenset[str]
    rate_of: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()


class RowIndex:
    """Rows that sentences may speak of, and how much each concept tells.

    tables: the concepts of the titles of the tables, by key. units: what is counted everywhere.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        rows: Iterable[Row],
        tables: Mapping[str, frozenset[str]],
        units: Iterable[str],
    ) -> None:
        self.lexicon = lexicon
        self.rows = tuple(rows)
        self.tables = tables
        self._places: dict[str, list[int]] = {}
        for place, row in enumerate(self.rows):
            for name in row.own:
                self._places.setdefault(name, []).append(place)
        many = Counter(name for table in self.tables.values() for name in table)
        self._tell = {name: 1 / times for name, times in many.items()}
        count = Counter(name for row in self.rows for name in row.own | row.above)
        most = len(self.rows) or 1
        self._weights = {name: max(FAINT, math.log(most / times)) for name, times in count.items()}
        self._units = frozenset[str]().union(*map(lexicon.names, units))

    def naming(self, names: frozenset[str]) -> list[Row]:
        """The rows whose label has one of the names, in printing order."""
        places = {place for name in names for place in self._places.get(name, ())}
        return [self.rows[place] for place in sorted(places)]

    def weight(self, name: str) -> float:
        """How much a concept tells one row from the others; 0 for one that no row has."""
        return FAINT if name in self._units else self._weights.get(name, 0.0)

    def total(self, names: frozenset[str]) -> float:
        """The weight of several concepts."""
        return sum(map(self.weight, names))

    def table_of(self, title: str) -> str:
        """The table whose title shares most with a heading; "" where none shares enough to tell."""
        names = self.lexicon.names(title)
        shared = {key: self._shared(table, names) for key, table in self.tables.items()}
        best = max(shared, key=lambda key: shared[key], default="")
        return best if best and shared[best] >= SHARED else ""

    def _shared(self, table: frozenset[str], names: frozenset[str]) -> float:
        """How much of what tells the table from others is among the names."""
        tell = self._tell
        return sum(tell[name] for name in table & names) / (sum(tell[name] for name in table) or 1)


@lru_cache(maxsize=8)
def row_index(plan: Plan) -> RowIndex:
    """The numeric rows of a form."""
    edition = plan.edition
    lexicon = Lexicon(edition)
    rows = [row for appendix in edition.appendices for row in _rows(lexicon, appendix)]
    tables = {a.head.key: lexicon.names(a.head.title) for a in edition.appendices}
    return RowIndex(lexicon, rows, tables, _units(edition))


@lru_cache(maxsize=8)
def figure_index(plan: Plan) -> RowIndex:
    """The figures of the prose, each a row of its own: what the form calls it, what its checks call it."""
    edition = plan.edition
    lexicon = row_index(plan).lexicon
    return RowIndex(lexicon, [_of_figure(lexicon, one) for one in edition.figures], {}, _units(edition))


def _of_figure(lexicon: Lexicon, figure: Figure) -> Row:
    label = _REMARK.sub(" ", figure.label)
    own = lexicon.names(f"{label}. {figure.subject}")
    nothing = frozenset[str]()
    return Row(figure.key, figure.section, figure.kind, own, nothing, nothing, own)


def _units(edition: Edition) -> list[str]:
    return [row.unit for row in edition.indicators if is_numeric(row.kind)]


def _rows(lexicon: Lexicon, appendix: Appendix) -> list[Row]:
    rows = {row.key: row for row in appendix.indicators}
    table = lexicon.names(appendix.head.title)
    own = {key: lexicon.names(_REMARK.sub(" ", row.label)) for key, row in rows.items()}
    beside: dict[str, set[str]] = {}
    units: dict[str, str] = {}  # by every key above, that of the first row below with one
    for key, row in rows.items():
        beside.setdefault(_parent(key), set()).update(own[key])
        for higher in _above(key):
            units[higher] = units.get(higher) or row.unit
    found: list[Row] = []
    for key, row in rows.items():
        if is_numeric(row.kind):
            above = frozenset[str]().union(*(own[one] for one in _above(key) if one in own))
            found.append(
                Row(
                    key, appendix.head.key, row.kind, own[key], above - own[key], table,
                    _counted(lexicon, row, row.unit or units.get(key, "")), row.rate_of or (),
                    frozenset(beside[_parent(key)]),
                )
            )  # fmt: skip
    return found


def _counted(lexicon: Lexicon, row: Indicator, unit: str) -> frozenset[str]:
    first = lexicon.read(row.label)[:1]
    return lexicon.names(unit) | {concept.name for concept in first}


def _parent(key: str) -> str:
    return key.rpartition(".")[0]


def _above(key: str) -> list[str]:
    """pl1.3 for "pl1.3.1": the keys of the rows above a row."""
    parts = key.split(".")
    return [".".join(parts[:count]) for count in range(2, len(parts))]
