"""The checks that follow from one word on a row: `total_of`, `rate_of`, `part_of`, `same_as`, percent.

A row of an appendix (or a figure of the prose) says in one word how it hangs together with others:

| word on the row            | checks that follow (code of the row, then)                         |
|----------------------------|--------------------------------------------------------------------|
| `total_of = ["a", "b"]`    | the sum holds; `.parts` while parts are blank; `.blank` of the sum |
| `rate_of = ["part", "of"]` | the rate holds; `.zero` over 0; `.bound`: part no larger than whole |
| `part_of = ["whole"]`      | it is no larger                                                     |
| `same_as = ["other"]`      | both say the same                                                   |
| `least = "1"`, `most = "9"` | `.least`, `.most`: the value lies between both                      |
| kind "percent", no rate    | `.percent`: a value up to 1 asks whether 100 % was meant            |

Their sentences are those of ``resources/forms/wording.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from string import Template
from typing import NamedTuple

from msgspec.structs import replace

from desktop_app.base import known_keys
from desktop_app.base.numbers import show_number
from desktop_app.base.text import within_sentence
from desktop_app.forms.derived_relations import (
    Expected,
    as_chosen,
    as_share,
    blank_total,
    limit,
    over_zero,
    parts_so_far,
    rate_holds,
    sum_holds,
    sum_of,
    total,
)
from desktop_app.forms.heads import table_name
from desktop_app.forms.line_names import line_in_checks, line_names
from desktop_app.forms.model import Check, Edition, Figure, Indicator, Relation, Wording
from desktop_app.forms.section_names import section_lines

Row = Indicator | Figure
NOTHING_EXACTLY, ALL_EXACTLY = "0,0000000", "100,0000000"
"""With as many decimals as a limit can have, so that no rounding excuses what lies beyond it."""


def derived_checks(edition: Edition, wording: Wording) -> tuple[Check, ...]:
    """Every check that the rows and figures of the edition imply, in printing order."""
    return tuple(_unlike(_Deriver(edition, wording).checks()))


def _unlike(checks: Iterable[Check]) -> Iterator[Check]:
    """Each check under a code of its own: a row may be part of several, one pair of rows give two rates."""
    known: dict[str, list[str]] = {}
    for check in checks:
        said = known.setdefault(check.code, [])
        if check.expect not in said:
            said.append(check.expect)
            yield check if len(said) == 1 else replace(check, code=f"{check.code}_{len(said)}")


def formula_of(row: Row) -> str:
    """The formula that `total_of` or `rate_of` of a row stands for; "" for a row that is typed."""
    if isinstance(row, Figure):
        return ""
    if row.total_of:
        return total(as_relation(row.total_of).of)
    return f"rate({', '.join(row.rate_of)})" if row.rate_of else row.formula


def as_relation(word: str | tuple[str, ...] | Relation) -> Relation:
    """The short spelling (a key, or keys) as the long one."""
    if isinstance(word, Relation):
        return word
    return Relation((word,) if isinstance(word, str) else word)


class _Home(NamedTuple):
    """Where a key stands: its table, or its section of the prose."""

    table: str  # "Phụ lục 1"; "" in the prose
    line: str  # "7.1"; the section for the prose
    subject: str  # what it counts, in words
    code: str

    @property
    def place(self) -> str:
        """As it is named in a sentence: "Phụ lục 1 dòng 7.1", "mục I.3"."""
        return f"{self.table} dòng {self.line}" if self.table else f"mục {self.line}"


class _Deriver:
    """The words of the rows of one edition, turned into checks."""

    def __init__(self, edition: Edition, wording: Wording) -> None:
        self._edition, self._wording = edition, wording
        self._homes = dict(_homes_of_rows(edition))
        lines = section_lines(edition.sections)
        self._homes |= {figure.key: _home_of_figure(figure, lines) for figure in edition.figures}
        self._stated = {
            (row.key, key) for row in self._rows() for word in row.part_of for key in as_relation(word).of
        }

    def checks(self) -> Iterator[Check]:
        for row in self._rows():
            yield from self._of_total(row)
            yield from self._of_rate(row)
            if isinstance(row, Indicator):
                yield from self._of_limits(row)
            for word in row.part_of:
                yield self._bound(row.key, as_relation(word))
            for word in row.same_as:
                yield self._same(row.key, as_relation(word))

    def _rows(self) -> Iterator[Row]:
        yield from self._edition.indicators
        yield from self._edition.figures

    def _of_total(self, row: Row) -> Iterator[Check]:
        if not row.total_of:
            return
        word = as_relation(row.total_of)
        if not self._home(row.key).table:
            yield self._check("prose_total", row.key, word, sum_holds(row.key, word.of, in_prose=True))
            return
        yield self._check("total", row.key, word, sum_holds(row.key, word.of, in_prose=False))
        if len(word.of) > 1:
            yield self._check("parts", row.key, word, parts_so_far(row.key, word.of))
        if not (isinstance(row, Indicator) and row.fill == "auto"):
            yield self._check("blank", row.key, word, blank_total(row.key, word.of))

    def _of_rate(self, row: Row) -> Iterator[Check]:
        if not isinstance(row, Indicator):
            return
        if row.kind == "percent" and not formula_of(row):
            yield self._check("percent", row.key, Relation((row.key,)), as_share(row.key))
        if not row.rate_of:
            return
        part, whole = row.rate_of
        word = Relation(row.rate_of)
        yield self._check("rate", row.key, word, rate_holds(row.key, part, whole))
        if any(field.key == known_keys.RATE_OF_NOTHING for field in self._edition.fields):
            yield self._check("zero_as_chosen", row.key, word, as_chosen(row.key, part, whole))
        else:
            yield self._check("zero", row.key, word, over_zero(row.key, part, whole))
        if (part, whole) not in self._stated:
            yield self._bound(part, Relation((whole,), code=f"{self._home(row.key).code}.bound"))

    def _of_limits(self, row: Indicator) -> Iterator[Check]:
        """What never fails says nothing: a value is not below 0, a rate not above 100."""
        word = Relation((row.key,))
        if row.least and Decimal(row.least):
            below = "0" if row.kind == "count" else NOTHING_EXACTLY
            yield self._check("least", row.key, word, limit(row.key, ">=", row.least, below))
        if row.most and not (row.kind == "percent" and Decimal(row.most) >= 100):
            over = ALL_EXACTLY if row.kind == "percent" else show_number(Decimal(row.most) + 1)
            yield self._check("most", row.key, word, limit(row.key, "<=", row.most, over))

    def _bound(self, key: str, word: Relation) -> Check:
        whole = word.of[0]
        near = self._home(key).table and self._home(key).table == self._home(whole).table
        relation = Expected(f"{key} <= {whole}", {key: "2", whole: "3"}, {key: "5", whole: "3"})
        return self._check("bound" if near else "bound_apart", key, word, relation)

    def _same(self, key: str, word: Relation) -> Check:
        first, *others = word.of
        near = not others and self._home(key).table == self._home(first).table
        equal = dict.fromkeys(others, "0") | {first: "3"}
        relation = Expected(f"{key} == {sum_of(word.of)}", {key: "3", **equal}, {key: "9", **equal})
        return self._check("same" if near else "same_apart", key, word, relation)

    def _check(self, shape_name: str, key: str, word: Relation, relation: Expected) -> Check:
        """One check: its words from the shape, its exceptions from the row."""
        name = self._shape_name(shape_name, word)
        shape = self._wording.shape[name]
        words = self._words(key, word)
        return Check(
            code=(word.code or self._home(key).code) + shape.suffix,
            level=word.level or shape.level,
            message=Template(shape.message).substitute(words),
            advice=word.advice or shape.advice,
            source=Template(shape.source).substitute(words),
            shape=name,
            **relation._asdict(),
        )

    def _shape_name(self, name: str, word: Relation) -> str:
        single = f"{name}_of_one" if len(word.of) == 1 else ""
        return single if single in self._wording.shape else name

    def _words(self, key: str, word: Relation) -> dict[str, str]:
        """What the sentences of the shapes may name."""
        home, others = self._home(key), [self._home(other) for other in word.of]
        places = ", ".join(other.place for other in others)
        return {
            "table": home.table, "line": home.line,
            "place": home.place, "Place": home.place[:1].upper() + home.place[1:],
            "subject": word.subject or home.subject,
            "sum": " + ".join(other.line for other in others),
            "lines": ", ".join(other.line for other in others),
            "first": others[0].line, "second": others[-1].line,
            "first_key": word.of[0], "second_key": word.of[-1], "key": key,
            "others": f"tổng {places}" if len(others) > 1 else places,
            "source": _source(home, others),
        }  # fmt: skip

    def _home(self, key: str) -> _Home:
        return self._homes.get(key) or _Home("", key, key, key)  # a dangling key: the linter names it


def _source(home: _Home, others: list[_Home]) -> str:
    """Where both sides stand: "mục I.3; Phụ lục 1 dòng 8.1", or the one section of both."""
    if not home.table and all(other.place == home.place for other in others):
        return f"Mục {home.line}"
    places = ", ".join(other.place for other in others)
    return f"{home.place}; {'tổng ' if len(others) > 1 else ''}{places}"


def _homes_of_rows(edition: Edition) -> Iterator[tuple[str, _Home]]:
    for appendix in edition.appendices:
        head, names = appendix.head, line_names(appendix)
        table = table_name(edition.head, head)
        for row in appendix.indicators:
            code = row.code or f"{head.key.upper()}.{row.key.removeprefix(f'{head.key}.')}"
            line = line_in_checks(row.key, head.key, names[row.key])
            yield row.key, _Home(table, line, row.subject or within_sentence(row.label), code)


def _home_of_figure(figure: Figure, lines: dict[str, str]) -> _Home:
    subject = figure.subject or within_sentence(figure.label)
    return _Home("", lines.get(figure.section, figure.section), subject, figure.code or figure.key)
