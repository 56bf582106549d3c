"""The rows of the tables of a file under the rows of the form, by number and label."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.base.text import clean
from desktop_app.checking.plan import Plan
from desktop_app.forms.columns import cell_key
from desktop_app.forms.model import Indicator
from desktop_app.word_import.added_lines import ListReader
from desktop_app.word_import.alignment import Match, pair
from desktop_app.word_import.cell_pieces import figure_pieces
from desktop_app.word_import.columns import Columns
from desktop_app.word_import.contents import WordTable
from desktop_app.word_import.likeness import Likeness, full_words, new_words, plain_words, same_words
from desktop_app.word_import.own_columns import OwnColumns
from desktop_app.word_import.pieces import Piece
from desktop_app.word_import.table_rows import TableRow, read_table

LEAST, STRONG = 0.72, 1.05
SWITCH = 1.2
"""What it takes to believe that a row belongs to another appendix than the row above it."""
OTHER_LABEL = "đã nhận là {name}, nhưng tên dòng có chữ mà mẫu không có"
_TOLD = 60


class _Row(NamedTuple):
    """A row of the file that may be one of the form's, by its place among them."""

    score: float
    indicator: int


class Appendices:
    """Reads tables against all appendices of a form at once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rows: list[tuple[int, Indicator]] = [
            (at, row) for at, appendix in enumerate(plan.edition.appendices) for row in appendix.indicators
        ]
        labels = [_full_label(row) for _, row in self._rows]
        self._likeness = Likeness(labels)
        self._exact: dict[tuple[str, ...], list[int]] = {}
        for number, label in enumerate(labels):
            self._exact.setdefault(full_words(label), []).append(number)
        self._units = frozenset(" ".join(plain_words(row.unit)) for _, row in self._rows if row.unit)
        self._own = OwnColumns(plan)
        self.matched = 0

    def read(self, tables: list[WordTable], hints: dict[int, int]) -> dict[int, list[Piece]]:
        """The pieces of each table by its number in the file; of tables that are none of the form's nothing.

        hints: number of a table -> place of the appendix that the words before it name.
        """
        shape: Columns = ()
        rows: list[TableRow] = []
        heads: dict[int, tuple[str, ...]] = {}
        lists = ListReader(self._plan)
        pieces: dict[int, list[Piece]] = {}
        for table in tables:
            own = self._own.table(table)
            if own and own.repeats:
                pieces[table.at] = lists.read(table, own, hints.get(table.at))
                continue
            read = read_table(table, self._units, shape, own)
            heads[table.at], shape = read.heads, read.shape
            rows += read.rows
        found = self._match(rows, hints)
        self.matched = len(found) + lists.matched
        ours = _ours(rows, found, heads)
        for at in ours:
            pieces[at] = [Piece(f"Bảng {at}, đầu bảng", text, "form") for text in heads[at]]
        self._enter(rows, found, ours, pieces)
        return pieces

    def _match(self, rows: list[TableRow], hints: dict[int, int]) -> dict[int, Match]:
        """Place of a row of the file -> its match with a row of the form."""
        likely = [self._likely(row) for row in rows]
        belongs = self._appendix_of_each(rows, likely, hints)
        found: dict[int, Match] = {}
        for appendix in set(belongs.values()):
            matches = [
                Match(at, each.indicator, each.score)
                for at, own in belongs.items() if own == appendix
                for each in likely[at] if self._rows[each.indicator][0] == appendix
            ]  # fmt: skip
            found |= pair(matches, STRONG, lambda match, chosen: True)
        return found

    def _likely(self, row: TableRow) -> list[_Row]:
        """The rows of the form that this one may be."""
        if row.goes_on or not any(row.labels):
            return []
        exact = self._exact.get(full_words(row.label)) or self._exact.get(full_words(" ".join(row.labels)))
        among = exact or range(len(self._rows))
        found: list[_Row] = []
        for number in among:
            indicator = self._rows[number][1]
            alike = 1.0 if exact else self._alike(row, indicator)
            score = alike + _agreement(row.number, indicator.number)
            if alike >= 0.5 and score >= LEAST:
                found.append(_Row(score, number))
        return found

    def _alike(self, row: TableRow, indicator: Indicator) -> float:
        return max(self._likeness.of(row.label, own) for own in (indicator.label, _full_label(indicator)))

    def _appendix_of_each(
        self, rows: list[TableRow], likely: list[list[_Row]], hints: dict[int, int]
    ) -> dict[int, int]:
        """Place of a row -> the appendix to which it belongs, so that few rows change it."""
        count = len(self._plan.edition.appendices)
        totals = [0.0] * count
        paths: list[list[int]] = []
        for at, row in enumerate(rows):
            own = [0.0] * count
            for each in likely[at]:
                place = self._rows[each.indicator][0]
                own[place] = max(own[place], each.score)
            begins = at == 0 or rows[at - 1].table != row.table
            if begins and row.table in hints:
                own[hints[row.table]] += SWITCH
            best = max(range(count), key=lambda a: totals[a]) if count else 0
            cost = SWITCH / 2 if begins else SWITCH
            path = [a if totals[a] >= totals[best] - cost else best for a in range(count)]
            totals = [max(totals[a], totals[best] - cost) + own[a] for a in range(count)]
            paths.append(path)
        found: dict[int, int] = {}
        state = max(range(count), key=lambda a: totals[a]) if count else -1
        for at in range(len(rows) - 1, -1, -1):
            found[at] = state
            state = paths[at][state]
        return found

    def _enter(
        self, rows: list[TableRow], found: dict[int, Match], ours: set[int], pieces: dict[int, list[Piece]]
    ) -> None:
        """The pieces of every row of the tables that are ours."""
        entered: dict[tuple[int, int], tuple[int, int]] = {}  # table, row of a note -> where its piece is
        beside: dict[tuple[int, str], list[str]] = {}  # table, head of a column that the form lacks -> lines
        above: Indicator | None = None
        for at, row in enumerate(rows):
            if row.table not in ours:
                continue
            own = pieces[row.table]
            if at not in found:
                alone = row.goes_on or not (row.number or row.figure)
                own += _going_on(row, above) if alone and above else _unknown(row)
                continue
            above = self._rows[found[at].right][1]
            own += self._entered(row, above)
            for head, text in row.others:
                if cell := self._cell(found[at].right, head):
                    own += figure_pieces(f"{row.place}, cột «{head[:_TOLD]}»", text, cell, "")
                    continue
                line = f"{row.number} {row.label}: {text}".strip()
                beside.setdefault((row.table, head), []).append(" ".join(line.split()))
            note = self._plan.note_of(above.key)
            if row.note and note:
                entered[row.table, row.number_in_table] = (row.table, len(own))
                own.append(_noted(row, note, above))
            elif row.note_from >= 0 and (first := entered.get((row.table, row.note_from))):
                self._cover(pieces[first[0]], first[1], note)
            elif row.note:
                own.append(Piece(f"{row.place}, ghi chú", row.note))
        for (table, head), lines in beside.items():
            pieces[table].append(Piece(f"Bảng {table}, cột «{head[:_TOLD]}»", "\n".join(lines)))

    def _cell(self, number: int, head: str) -> Indicator | None:
        """The further value of a row of the form that stands under this head."""
        place, row = self._rows[number]
        column = self._own.column(place, head)
        return self._plan.cells.get(cell_key(row, column)) if column else None

    def _cover(self, own: list[Piece], at: int, note: str) -> None:
        """A note that goes on over this row: entered here too where the form prints such notes once."""
        if self._plan.edition.head.merged_notes and own[at].fate == "entry":
            piece = own[at]
            own[at] = Piece(
                piece.place, piece.words, piece.fate, (*piece.keys, note), piece.text, None, piece.doubt
            )

    def _entered(self, row: TableRow, indicator: Indicator) -> list[Piece]:
        """Label, unit and figure of a row that was found."""
        label = " ".join(text for text in row.labels if text)
        known = " ".join((_full_label(indicator), indicator.group, *(c.label for c in indicator.choices)))
        words = f"{row.number} {label}".strip()
        pieces = [Piece(f"{row.place}, tên dòng", words, "form", (indicator.key,))]
        units = " ".join((indicator.unit, *(f"{c.word} = {c.code}" for c in indicator.choices)))
        if new_words(label, known):
            doubt = OTHER_LABEL.format(name=self._plan.names[indicator.key])
            pieces.append(Piece(f"{row.place}, tên dòng", label, doubt=doubt))
        if row.unit:
            fate = Piece(f"{row.place}, đơn vị tính", row.unit, "form", (indicator.key,))
            strange = new_words(row.unit, units)
            pieces += [Piece(fate.place, row.unit)] if strange else [fate]
        if row.figure:
            place, note = f"{row.place}, số liệu", self._plan.note_of(indicator.key)
            pieces += figure_pieces(place, row.figure, indicator, note)
        pieces += [Piece(f"{row.place}, chú thích", text) for text in row.notes]
        return pieces


def _ours(rows: list[TableRow], found: dict[int, Match], heads: dict[int, tuple[str, ...]]) -> set[int]:
    """The tables that are appendices: half of their rows were found, or some below a head."""
    counts: dict[int, list[int]] = {at: [0, 0] for at in heads}
    for at, row in enumerate(rows):
        counts[row.table][0] += 1
        counts[row.table][1] += at in found
    return {at for at, (all_, known) in counts.items() if known and (heads[at] or known * 2 >= all_)}


def _full_label(row: Indicator) -> str:
    return f"{row.label} ({row.remark})" if row.remark else row.label


def _agreement(typed: str, printed: str) -> float:
    """What the numbers say for or against."""
    typed, printed = typed.strip().rstrip(".)").strip(), printed.strip().rstrip(".)")
    if not typed or not printed:
        return 0.05 if typed == printed else 0.0
    return 0.3 if typed == printed else -0.2


def _noted(row: TableRow, note: str, indicator: Indicator) -> Piece:
    place = f"{row.place}, ghi chú"
    if same_words(row.note, indicator.note):
        return Piece(place, row.note, "form", (note,))
    return Piece(place, row.note, "entry", (note,), clean(row.note))


def _going_on(row: TableRow, above: Indicator) -> list[Piece]:
    """A row whose number and figure stand above: another answer of a choice."""
    known = " ".join((*(c.label for c in above.choices), *(f"{c.word} = {c.code}" for c in above.choices)))
    words = " ".join((*row.labels, row.unit))
    if not words.strip() and not row.note and not row.others:
        return []
    if new_words(words, known) or row.note or row.others:
        return _unknown(row)
    return [Piece(row.place, row.words, "form", (above.key,))]


def _unknown(row: TableRow) -> list[Piece]:
    return [Piece(row.place, row.words)] if row.words else []
