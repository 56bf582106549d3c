"""Forms of any content for hypothesis: sound ones, broken ones, and every action with any arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from hypothesis import strategies as st

from desktop_app.form_editing import actions_agencies as agencies
from desktop_app.form_editing import actions_checks as checks
from desktop_app.form_editing import actions_edition as whole
from desktop_app.form_editing import actions_outline as outline
from desktop_app.form_editing import actions_relations as relations
from desktop_app.form_editing import actions_rows as rows
from desktop_app.form_editing import actions_tables as tables
from desktop_app.form_editing.places import Done
from desktop_app.forms.heads import AppendixHead, Column
from desktop_app.forms.model import Appendix, Check, Choice, Figure, Indicator, Relation, Scope, Section
from desktop_app.forms.written import WrittenEdition

BLANK = whole.new_edition("Mẫu thử", "2026-Q1")


def several(parts: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[Any]:
    """A tuple of so many at most."""
    return st.lists(parts, max_size=most).map(tuple)


def one_of(*values: object) -> st.SearchStrategy[Any]:
    """One of the values."""
    return st.sampled_from(values)


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cn", "Cc", "Cf"]) | one_of(*"\n\t\"'\\#{} "), max_size=8
)
KEYS = st.from_regex(r"b[1-3](\.[a-z0-9đ]{1,3}){1,3}", fullmatch=True)
KINDS = one_of("count", "decimal", "money", "percent", "text", "choice", "yes_no", "heading", "date")
NUMBERS = one_of("", "1", "1.1", "2", "-", "+", "I", "a)", "IV.", "1.1.1")
NAMES = st.lists(KEYS, min_size=1, max_size=3).map(tuple)
RELATIONS = st.builds(Relation, NAMES, one_of("", "X.1"), one_of(None, "note"), WORDS, WORDS)
ROWS = st.builds(
    Indicator, key=KEYS, number=WORDS, label=WORDS, kind=KINDS, unit=WORDS, strong=st.booleans(),
    choices=several(st.builds(Choice, st.integers(0, 9), WORDS), 2), was=several(KEYS, 2),
    total_of=st.just(()) | NAMES | RELATIONS, rate_of=st.none() | st.tuples(KEYS, KEYS),
    part_of=several(KEYS | RELATIONS, 2), same_as=several(KEYS | RELATIONS, 2),
    formula=one_of("", "b1.a + b1.b", "1 +", "total(b1.a)"), fill=one_of("", "auto", "offer"),
    least=one_of("", "1", "0.5"), most=one_of("", "7", "200"),
)  # fmt: skip
SOURCES = one_of("number", "label", "figure", "value", "formula", "before")
WIDTHS = one_of((8.0, 9.5), (40.0, 10.0), (12.0, 250.0))
COLUMN_FORMULAS = one_of("", "figure + c1", "c2", "figure +")
COLUMNS = st.builds(
    Column, one_of("c1", "c2", "label", "figure"), SOURCES, WORDS, width=WIDTHS, formula=COLUMN_FORMULAS
)
HEADS = st.builds(
    AppendixHead, one_of("b1", "b2", "b3"), st.integers(1, 400), WORDS, WORDS, WORDS, WORDS, note=WORDS,
    landscape=st.booleans(), repeats=st.booleans(),
)  # fmt: skip
SCOPES = st.builds(Scope, NAMES, NAMES, WORDS)
TABLES = st.builds(Appendix, HEADS, several(ROWS, 3), several(SCOPES, 1), several(COLUMNS, 3))
EXAMPLES = st.dictionaries(KEYS, WORDS, max_size=2)
CHECKS = st.builds(
    Check, one_of("X.1", "X.2"), st.just("error"), one_of("b1.a <= b1.b", "b1.a +", "entered(b1.a)", "b1.a"),
    WORDS, WORDS, WORDS, EXAMPLES, EXAMPLES,
)  # fmt: skip
SECTIONS = st.builds(Section, KEYS, one_of("part", "item", "plain"), WORDS, WORDS, WORDS)
FIGURES = st.builds(Figure, KEYS, KEYS, WORDS, part_of=several(KEYS, 2))


def _form(tables: list[Appendix], sections: Any, figures: Any, own: Any, name: str) -> WrittenEdition:
    head = msgspec.structs.replace(BLANK.head, name=name)
    ordered = tuple(sorted(tables, key=lambda table: table.head.number))
    return msgspec.structs.replace(
        BLANK, head=head, sections=sections, figures=figures, checks=own, appendices=ordered
    )


FORMS = st.builds(
    _form, st.lists(TABLES, max_size=3), several(SECTIONS, 2), several(FIGURES, 2), several(CHECKS, 2), WORDS
)
"""A form of any content, which no editor has seen."""


class Arguments:
    """What an action could be asked to do: places of the form, and some that it does not have."""

    def __init__(self, data: st.DataObject, form: WrittenEdition) -> None:
        self.draw = data.draw
        self.form = form

    def any(self, *values: object) -> Any:
        """One of the values."""
        return self.draw(st.sampled_from(values))

    def row(self) -> str:
        """The key of a row or a figure."""
        keys = [row.key for row in self.form.indicators] + [figure.key for figure in self.form.figures]
        return str(self.any(*keys, "b1.99"))

    def rows(self) -> list[str]:
        """Some of them."""
        return [self.row() for _ in range(self.any(0, 1, 2, 3))]

    def table(self) -> str:
        """The key of a table."""
        return str(self.any(*(table.head.key for table in self.form.appendices), "b99"))

    def section(self) -> str:
        """The key of a section."""
        return str(self.any(*(section.key for section in self.form.sections), "IX"))

    def column(self) -> str:
        """The key of a column."""
        return str(self.any("c1", "c2", "figure", "note", "label"))

    def number(self) -> str:
        """What may be printed before a row or a section."""
        return str(self.draw(NUMBERS))


def _set_kind(form: WrittenEdition, row: str, kind: str) -> Done:
    return rows.set_row(form, row, kind=kind)


def _add_lines(form: WrittenEdition) -> Done:
    return tables.add_table(form, "Danh mục", repeats=True)


def _add_formula(form: WrittenEdition, table: str) -> Done:
    return tables.add_column(form, table, "formula", formula="figure + c1")


ACTIONS: tuple[tuple[Callable[..., Done], Callable[[Arguments], tuple[Any, ...]]], ...] = (
    (rows.insert_row, lambda a: (a.table(), "Dòng", a.number())),
    (rows.insert_row, lambda a: (a.table(), "Dòng", a.number(), a.row())),
    (_set_kind, lambda a: (a.row(), a.draw(KINDS))),
    (rows.delete_rows, lambda a: (a.rows(),)),
    (rows.move_rows, lambda a: (a.rows(), a.row())),
    (rows.renumber, lambda a: (a.table(),)),
    (rows.set_scope, lambda a: (a.rows(), [a.any("province", "agency1")])),
    (rows.set_choices, lambda a: (a.row(), [(1, "Có"), (0, "Không")])),
    (relations.total_of, lambda a: (a.row(), a.rows())),
    (relations.rate_of, lambda a: (a.row(), a.row(), a.row())),
    (relations.part_of, lambda a: (a.row(), a.rows())),
    (relations.same_as, lambda a: (a.row(), [a.rows(), a.row()])),
    (relations.difference_of, lambda a: (a.row(), a.rows(), a.rows())),
    (relations.set_limits, lambda a: (a.row(), *a.any(("1", "5"), ("99,5", ""), ("", "99,5"), ("7", "2")))),
    (relations.set_fill, lambda a: (a.row(), "auto")),
    (tables.add_table, lambda a: ("Bảng",)),
    (_add_lines, lambda a: ()),
    (tables.delete_table, lambda a: (a.table(),)),
    (tables.move_table, lambda a: (a.table(), a.any(0, 1, 2))),
    (tables.add_column, lambda a: (a.table(), a.any("value", "before", "cumulative", "note"))),
    (_add_formula, lambda a: (a.table(),)),
    (tables.delete_column, lambda a: (a.table(), a.column())),
    (tables.move_column, lambda a: (a.table(), a.column(), 0)),
    (tables.usual_columns, lambda a: (a.table(),)),
    (outline.add_section, lambda a: (a.any("part", "heading", "item", "point", "plain"), "Mục", a.number())),
    (outline.move_section, lambda a: (a.section(), a.section())),
    (outline.delete_section, lambda a: (a.section(),)),
    (outline.add_figure, lambda a: (a.section(), "Số liệu")),
    (checks.compare_rows, lambda a: (a.rows(), a.any("==", "<=", "<", "!="), a.rows(), "warning")),
    (checks.delete_check, lambda a: (a.any("Q1", "Q2"),)),
    (outline.delete_figure, lambda a: (a.row(),)),
    (outline.delete_field, lambda a: (a.any("header.date", "header.rate_of_nothing"),)),
    (agencies.add_agency_kind, lambda a: ("Trường học",)),
    (agencies.delete_agency_kind, lambda a: (a.any("province", "agency1"),)),
    (whole.delete_period, lambda a: (a.any("Q1", "Y"),)),
)
"""An action, and how its arguments are drawn."""
