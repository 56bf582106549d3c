"""An edition compiled once: order of formulas, who reads which key, checks ready to run."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from graphlib import CycleError, TopologicalSorter
from itertools import chain

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.checking.key_names import key_names
from desktop_app.checking.quantity import BrokenCheck, Compute, Judge, compile_condition, compile_quantity
from desktop_app.forms.columns import cells_of, has_notes
from desktop_app.forms.expression import Comparison, Node, keys_read
from desktop_app.forms.model import (
    Appendix,
    Choice,
    Edition,
    Field,
    Figure,
    Formula,
    Indicator,
    ParsedCheck,
    Section,
    ValueKind,
)
from desktop_app.forms.tabs import tab_names, tabs_of_keys

LONGEST_KEY = 120
PROPOSED = "đề xuất của chương trình, chưa phải quy định: "
"""Before the reason of a scope that no text of the law names; on the screen only."""
MOST_SHOWN = 6
"""Formulas of a cycle that its sentence names; an edition may make one of thousands."""

_AMOUNTS = frozenset({"count", "decimal", "money"})
_TYPED_DD = re.compile(r"(?<=^II\.[0-9]\.)dd")
"""How the letter đ of a section is typed on a keyboard without it: II.4.dd, II.6.dd."""
_NOT_OF_THE_FORM = re.compile(r"[\w.]+@(?P<key>[^@:]+)(:[0-9]+-[0-9]+)?")


class CompiledCheck:
    """A check with its functions; compiled when first run, since most opens touch few edits."""

    def __init__(self, check: ParsedCheck, order: int) -> None:
        self.written = check.written
        self.order = order
        sides = check.expect if isinstance(check.expect, Comparison) else None
        with _named(check.written.code):
            self.judge: Judge = compile_condition(check.expect)
            self.when: Judge | None = compile_condition(check.when) if check.when else None
            self.found = _side(check.found or (sides.left if sides else None))
            self.expected = _side(check.expected or (sides.right if sides else None))
        self.compares = sides is not None
        self.keys = tuple(dict.fromkeys(keys_read(check.expect)))
        condition = tuple(keys_read(check.when)) if check.when else ()
        shown = [key for node in (check.found, check.expected) if node for key in keys_read(node)]
        self.reads = tuple(dict.fromkeys((*self.keys, *condition, *shown)))


class CompiledFormula:
    """A computed row with its function."""

    def __init__(self, formula: Formula) -> None:
        self.key = formula.key
        self.expression = formula.expression
        self.fill = formula.fill
        with _named(formula.key):
            self.compute: Compute = compile_quantity(formula.expression)
        self.reads = tuple(dict.fromkeys(keys_read(formula.expression)))


class Plan:
    """Everything that evaluation needs to know of an edition, by key. Never changes."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.rows: dict[str, Indicator] = {i.key: i for i in edition.indicators}
        self.cells: dict[str, Indicator] = {c.key: c for a in edition.appendices for c in cells_of(a)}
        self.indicators = self.rows | self.cells if self.cells else self.rows
        repeated = tuple(f"{a.head.key}." for a in edition.appendices if a.head.repeats)
        self.lines = frozenset(key for key in self.cells if key.startswith(repeated))
        self.noted = {row.key for a in edition.appendices if has_notes(a) for row in a.indicators}
        self.figures: dict[str, Figure] = {f.key: f for f in edition.figures}
        self.fields: dict[str, Field] = {f.key: f for f in edition.fields}
        self.sections: dict[str, Section] = {s.key: s for s in edition.sections}
        self.names = key_names(edition)
        self.order = {key: place for place, key in enumerate(self.names)}
        self.formulas = _ordered([CompiledFormula(f) for f in edition.formulas])
        self.formula_of = {formula.key: formula for formula in self.formulas}
        self.checks = [CompiledCheck(r, n) for n, r in enumerate(edition.checks)]
        self.codes = frozenset(check.written.code for check in edition.checks)
        self.formula_readers = _readers(self.formulas)
        self.check_readers = _readers(self.checks)
        self.scopes = _scopes(edition.appendices)
        self.tabs = tab_names(edition)
        self.marks = {tab: known_keys.mark_of(tab) for tab in self.tabs}
        self.tab_of = tabs_of_keys(edition)
        self.appendix_of = {i.key: appendix for appendix in edition.appendices for i in appendix.indicators}

    def canonical(self, key: str) -> str:
        """The key in its one spelling; raises UserFault for a key that the edition lacks."""
        spelled = key.strip()
        spelled = _TYPED_DD.sub("đ", spelled)
        if self.is_key(spelled):
            return spelled
        raise UserFault(
            f"Mẫu «{self.edition.head.name}» không có khóa «{key[:60]}»; xem danh sách khóa bằng lệnh show."
        )

    def is_key(self, key: str) -> bool:
        """Whether something can be entered under the key."""
        if known_keys.is_note(key):
            return known_keys.row_of(key) in self.noted
        if known_keys.is_earlier(key):
            return key.removeprefix(known_keys.EARLIER) in self.formula_of
        if known_keys.is_mark(key):
            return known_keys.marked_tab(key) in self.tabs
        if known_keys.is_tray(key):
            return len(key) <= LONGEST_KEY and not known_keys.is_tray(key.removeprefix(known_keys.TRAY))
        if known_keys.is_explanation(key):
            return self._is_finding(key.removeprefix(known_keys.EXPLANATION))
        if known_keys.is_silence(key):
            name = key.removeprefix(known_keys.SILENCE)
            return not known_keys.is_silence(known_keys.silenced(key)[1]) and self._is_finding(name)
        if known_keys.is_named_number(key):
            return len(key) <= LONGEST_KEY
        if key in self.indicators:
            return self.indicators[key].kind != "heading"
        return key in self.figures or key in self.fields or self.is_prose(key)

    def _is_finding(self, name: str) -> bool:
        """Whether the name is that of a finding; see reports.explanations.explanation_key."""
        if named := _NOT_OF_THE_FORM.fullmatch(name):
            return not known_keys.is_explanation(named["key"]) and self.is_key(named["key"])
        return name in self.codes

    def bare(self, key: str, shown: str) -> str:
        """What is shown of a row, without the sign that a form leaves to the unit of its rows."""
        signs = self.edition.head.percent_sign or key not in self.indicators
        return shown if signs or self.indicators[key].kind != "percent" else shown.removesuffix("%")

    def note_of(self, key: str) -> str:
        """The key of the note beside a figure or a further value of a row; "" where the table has none."""
        row = key if key in self.rows else key.rpartition(".")[0]
        return known_keys.note_of(row) if row in self.noted else ""

    def is_prose(self, key: str) -> bool:
        """Whether paragraphs are written under the key."""
        return key in self.sections and self.sections[key].prose

    def kind(self, key: str) -> ValueKind:
        """What the key holds; "text" for notes and explanations."""
        if key in self.indicators:
            return self.indicators[key].kind
        if key in self.figures:
            return self.figures[key].kind
        if key in self.fields:
            return self.fields[key].kind
        if key in self.sections:
            return "prose"
        return "decimal" if known_keys.is_named_number(key) or known_keys.is_earlier(key) else "text"

    def fills_itself(self, key: str) -> bool:
        """Whether the form writes the computed number of the row while nothing is typed there."""
        formula = self.formula_of.get(key)
        return formula is not None and formula.fill == "auto"

    def choices(self, key: str) -> tuple[Choice, ...]:
        """The answers offered in a row of choice; empty for every other row."""
        return self.indicators[key].choices if key in self.indicators else ()

    def is_amount(self, key: str) -> bool:
        """Whether sums are made of the row: then a blank is nothing once its tab is complete."""
        row = self.indicators.get(key)
        return row is not None and row.kind in _AMOUNTS and not self.fills_itself(key)

    def out_of_scope(self, key: str, agency_kind: str) -> str:
        """Why this kind of agency does not report the row; "" when it does or is not known yet."""
        kinds, reason = self.scopes.get(key, ((), ""))
        return reason if agency_kind and kinds and agency_kind not in kinds else ""


@contextmanager
def _named(entry: str) -> Iterator[None]:
    """An expression that cannot be computed on any values is a fault of the edition, not of ours."""
    try:
        yield
    except BrokenCheck as fault:
        raise UserFault(f"Mẫu báo cáo có biểu thức không dùng được ở mục {entry}: {fault}.") from fault


def _side(node: Node | None) -> Compute | None:
    return compile_quantity(node) if node else None


def _ordered(formulas: list[CompiledFormula]) -> list[CompiledFormula]:
    """The formulas so that each comes after those it reads; raises UserFault for a cycle."""
    by_key = {formula.key: formula for formula in formulas}
    graph = {f.key: [key for key in f.reads if key in by_key] for f in formulas}
    try:
        return [by_key[key] for key in TopologicalSorter(graph).static_order()]
    except CycleError as fault:
        loop = " → ".join(fault.args[1][:MOST_SHOWN])
        raise UserFault(f"Mẫu báo cáo có công thức vòng tròn: {loop}.") from fault


def _readers(parts: Sequence[CompiledFormula | CompiledCheck]) -> dict[str, tuple[int, ...]]:
    """Key -> places in the list of all that read it."""
    readers: defaultdict[str, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        for key in part.reads:
            readers[key].append(place)
    return {key: tuple(places) for key, places in readers.items()}


def _scopes(appendices: tuple[Appendix, ...]) -> dict[str, tuple[tuple[str, ...], str]]:
    """Row -> (kinds of agency that report it, why others do not), rows below included.

    The last scope that names a row or one above it counts. Each row asks for those above it, since
    asking every scope about every row takes minutes in an edition that means harm.
    """
    scopes: dict[str, tuple[tuple[str, ...], str]] = {}
    for appendix in appendices:
        named = {top: place for place, scope in enumerate(appendix.scopes) for top in scope.rows}
        for row in chain(appendix.indicators, cells_of(appendix) if named else ()):
            places = [named[key] for key in _with_those_above(row.key) if key in named]
            if places:
                scope = appendix.scopes[max(places)]
                scopes[row.key] = (scope.agency_kinds, f"{PROPOSED if scope.proposal else ''}{scope.reason}")
    return scopes


def _with_those_above(key: str) -> list[str]:
    """pl1, pl1.3 and pl1.3.1 for "pl1.3.1"."""
    parts = key.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]
