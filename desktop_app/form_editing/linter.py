"""Everything that is wrong with a form while it is written; what an action did not touch is remembered.

Records never change, so what is said of a row, a table or a check stands as long as the record is the
same one. Only what hangs together over the whole form is looked at each time, key by key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from desktop_app.base import known_keys
from desktop_app.form_editing.circles import circles
from desktop_app.form_editing.lint_checks import parsed_or_none, read_by, tried, words_of
from desktop_app.form_editing.lint_rows import RowFacts, Said, facts_of
from desktop_app.form_editing.lint_tables import TableFacts, cell_kind, facts_of_table, holds_number
from desktop_app.form_editing.lint_whole import whole_faults
from desktop_app.form_editing.places import HEAD, Place, PlacedFault
from desktop_app.form_editing.records import name_of
from desktop_app.forms.heads import table_name
from desktop_app.forms.model import Appendix, Check, ParsedCheck, ValueKind
from desktop_app.forms.values import is_numeric
from desktop_app.forms.written import WrittenEdition

A = TypeVar("A")
B = TypeVar("B")


class Linter:
    """Finds the faults of a form, again and again, with as little work as its changes need."""

    def __init__(self) -> None:
        self._rows = _Memory(facts_of)
        self._tables: _Memory[Appendix, TableFacts] = _Memory(
            lambda table: facts_of_table(table, self._rows.of)
        )
        self._checks: _Memory[Check, ParsedCheck | None] = _Memory(parsed_or_none)
        self._tried: dict[tuple[int, ...], tuple[list[object], tuple[Said, ...]]] = {}

    def faults(self, written: WrittenEdition) -> tuple[PlacedFault, ...]:
        """Every fault at its place, in the order of the form."""
        found = _Found(written, self._tables, self._rows.of)
        faults = [*whole_faults(written), *found.names(), *found.of_figures(), *found.of_tables()]
        for check in written.checks:
            place: Place = ("check", check.code)
            faults += (PlacedFault(place, *said) for said in self._of_check(found, check))
        self._forget()
        return tuple(dict.fromkeys(faults))

    def _of_check(self, found: _Found, check: Check) -> Iterator[Said]:
        parsed = self._checks.of(check)
        if parsed is None:
            yield "Quy tắc này viết sai; hãy xóa và đặt lại.", "error"
            return
        read = read_by(parsed)
        yield from words_of(check, read)
        missing = [key for key in read if not found.is_number(key)]
        if missing:
            yield f"Quy tắc dùng {found.why_not(missing[0])}.", "error"
            return
        yield from self._examples(found, parsed, read)

    def _examples(self, found: _Found, check: ParsedCheck, read: tuple[str, ...]) -> tuple[Said, ...]:
        """What the examples say, tried again only when a row that the check reads is another one."""
        tables = found.tables_of(read)
        records = [check.written, *(found.record(key) for key in read), *(table.columns for table in tables)]
        name = tuple(map(id, records))
        if name not in self._tried:
            said = tuple(tried(found.written, check, tables))
            self._tried[name] = (records, said)  # the records are held, so that no other takes their place
        return self._tried[name][1]

    def _forget(self) -> None:
        for memory in (self._rows, self._tables, self._checks):
            memory.forget()
        if len(self._tried) > 5000:
            self._tried.clear()


class _Memory(Generic[A, B]):
    """What a function said of a record, as long as that very record is asked about."""

    def __init__(self, ask: Callable[[A], B]) -> None:
        self._ask = ask
        self._known: dict[int, tuple[A, B]] = {}
        self._asked = 0

    def of(self, record: A) -> B:
        known = self._known.get(id(record))
        if known is None:
            known = self._known[id(record)] = (record, self._ask(record))
            self._asked += 1
        return known[1]

    def forget(self) -> None:
        """Let go of records that have long been replaced."""
        if self._asked > 50_000:
            self._known.clear()
            self._asked = 0


class _Found:
    """One form with the facts of its tables, for what hangs together over the whole of it."""

    def __init__(
        self,
        written: WrittenEdition,
        tables: _Memory[Appendix, TableFacts],
        of_row: Callable[..., RowFacts],
    ) -> None:
        self.written = written
        self._facts = [(table, tables.of(table)) for table in written.appendices]
        self._homes = {each[0].head.key: each for each in self._facts}
        self._of_row = of_row
        self._figures = {figure.key: figure for figure in written.figures}
        self._fields = {field.key: field for field in written.fields}
        self._numeric: set[str] = set()
        self._amounts: set[str] = set()
        for _, facts in self._facts:
            self._numeric |= facts.numeric
            self._amounts |= facts.amounts
        self._numeric |= {key for key, figure in self._figures.items() if holds_number(figure.kind)}
        self._amounts |= {key for key, figure in self._figures.items() if is_numeric(figure.kind)}
        self._numeric |= {key for key, field in self._fields.items() if holds_number(field.kind)}

    def is_number(self, key: str) -> bool:
        """Whether an expression can compute on the key."""
        return key in self._numeric or self._is_cell(key, holds_number)

    def why_not(self, key: str) -> str:
        """The same in words, where it cannot."""
        if self.record(key) is None:
            return "một dòng không còn trong mẫu; hãy chọn lại"
        return f"{name_of(self.written, key)} không phải là số; hãy chọn lại"

    def record(self, key: str) -> object:
        """The row, figure or field of the key; for a cell its row. None when there is none."""
        if held := self._held(key):
            return held[1].rows.get(key) or held[1].rows[_row_of_cell(key)]
        return self._figures.get(key) or self._fields.get(key)

    def tables_of(self, keys: tuple[str, ...]) -> list[Appendix]:
        """The tables that hold the keys."""
        held = (self._held(key) for key in keys)
        return list({each[0].head.key: each[0] for each in held if each}.values())

    def _held(self, key: str) -> tuple[Appendix, TableFacts] | None:
        """The table of the row, or of the cell; most often the one whose key this one begins with."""
        home = self._homes.get(key.removeprefix(known_keys.EARLIER).partition(".")[0])
        row = _row_of_cell(key)
        for each in (home, *self._facts) if home else self._facts:
            if key in each[1].rows or row in each[1].rows:
                return each
        return None

    def names(self) -> Iterator[PlacedFault]:
        """Keys and numbers that stand twice, and keys that were retired."""
        keys = [key for _, facts in self._facts for key in facts.keys]
        others: list[tuple[str, Place]] = [(key, ("field", key)) for key in self._fields]
        others += [(section.key, ("section", section.key)) for section in self.written.sections]
        others += [(key, ("figure", key)) for key in self._figures]
        places = dict(others)
        times = Counter(keys)
        times.update(section.key for section in self.written.sections)
        times.update(figure.key for figure in self.written.figures)
        times.update(field.key for field in self.written.fields)
        for key in (key for key, count in times.items() if count > 1):
            twice = f"Có {times[key]} chỗ trong mẫu trùng mã với nhau; hãy xóa một chỗ rồi thêm lại."
            yield PlacedFault(places.get(key, ("row", key)), twice)
        for key in sorted(times.keys() & set(self.written.head.retired)):
            reused = "Chỗ này dùng lại mã của một dòng đã bỏ; hãy xóa rồi thêm lại."
            yield PlacedFault(places.get(key, ("row", key)), reused)
        yield from self._names_of_tables()

    def _names_of_tables(self) -> Iterator[PlacedFault]:
        heads = [table.head for table in self.written.appendices]
        keys, numbers = Counter(head.key for head in heads), Counter(head.number for head in heads)
        for head in heads:
            if keys[head.key] > 1 or numbers[head.number] > 1:
                name = table_name(self.written.head, head)
                yield PlacedFault(("table", head.key), f"{name} trùng số hoặc trùng mã với bảng khác.")

    def of_figures(self) -> Iterator[PlacedFault]:
        """Figures of the prose: what they say themselves, and what they name."""
        for figure in self.written.figures:
            facts, place = self._of_row(figure), ("figure", figure.key)
            yield from (PlacedFault(place, *said) for said in facts.said)
            yield from self._asked(place, facts)

    def of_tables(self) -> Iterator[PlacedFault]:
        """Tables and rows: what they say themselves, what they name, formulas that run in a circle."""
        reads = {key: named for _, facts in self._facts for key, named in facts.reads.items()}
        circle = circles(reads)
        named = {id(loop): self._loop(loop) for loop in {id(loop): loop for loop in circle.values()}.values()}
        kinds = {kind.key for kind in self.written.agency_kinds}
        for table, facts in self._facts:
            yield from facts.faults
            yield from _of_scopes(table, facts, kinds)
            for key, asked in facts.asks:  # of the rows that name others
                yield from self._asked(("row", key), asked)
            for key in (key for key in facts.reads if key in circle):
                yield PlacedFault(("row", key), f"Dòng này được tính vòng tròn: {named[id(circle[key])]}.")

    def _asked(self, place: Place, facts: RowFacts) -> Iterator[PlacedFault]:
        """Keys that hold no amount, or in a formula no number at all."""
        amounts, numeric = self._amounts, self._numeric
        bad = [key for key in facts.asks if key not in amounts and not self._is_cell(key, is_numeric)]
        bad += [key for key in facts.uses if key not in numeric and not self._is_cell(key, holds_number)]
        yield from (PlacedFault(place, f"Dòng này dùng {self.why_not(key)}.") for key in bad)

    def _is_cell(self, key: str, fits: Callable[[ValueKind], bool]) -> bool:
        home = key.removeprefix(known_keys.EARLIER).partition(".")[0]
        for table, facts in self._facts:
            if table.head.key == home and table.columns:
                kind = cell_kind(table, facts.rows, key)
                return kind is not None and fits(kind)
        return False

    def _loop(self, keys: tuple[str, ...]) -> str:
        names = [name_of(self.written, key) for key in keys[:4]]
        return " → ".join([*names, "…"] if len(keys) > 4 else names)


def _row_of_cell(key: str) -> str:
    """The row beside which a key of a further column stands, were it one."""
    return key.removeprefix(known_keys.EARLIER).rpartition(".")[0]


def _of_scopes(table: Appendix, facts: TableFacts, kinds: set[str]) -> Iterator[PlacedFault]:
    for scope in table.scopes:
        if any(key not in facts.rows and key != table.head.key for key in scope.rows):
            yield PlacedFault(
                ("table", table.head.key), "Phạm vi báo cáo nêu một dòng không còn trong bảng; hãy đặt lại."
            )
        if any(kind not in kinds for kind in scope.agency_kinds):
            place: Place = ("row", scope.rows[0]) if scope.rows else HEAD
            yield PlacedFault(place, "Dòng này giao cho một loại cơ quan không còn trong mẫu; hãy đặt lại.")
