"""The checks that follow from one word on a row: `total_of`, `rate_of`, `part_of`, `same_as`, percent.

A row of an appendix (or a figure of the prose) says in one word how it hangs together with others:

| word on the row            | checks that follow (code of the row, then)                         |
|----------------------------|--------------------------------------------------------------------|
| `total_of = ["a", "b"]`    | the sum holds; `.parts` while parts are blank; `.blank` of the sum |
| `rate_of = ["part", "of"]` | the rate holds; `.zero` over 0; `.bound`: part no larger than whole |
| `part_of = ["whole"]`      | it is no larger                                                     |
| `same_as = ["other"]`      | both say the same                                                   |
| kind "percent", no rate    | `.percent`: a value up to 1 asks whether 100 % was meant            |

Their sentences are those of ``resources/forms/wording.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Template
from typing import NamedTuple

from desktop_app.base import known_keys
from desktop_app.base.text import within_sentence
from desktop_app.forms.heads import AppendixHead, table_name
from desktop_app.forms.model import Check, Edition, Figure, Indicator, Relation, Wording

Row = Indicator | Figure


def derived_checks(edition: Edition, wording: Wording) -> tuple[Check, ...]:
    """Every check that the rows and figures of the edition imply, in printing order."""
    return tuple(_Deriver(edition, wording).checks())


def formula_of(row: Row) -> str:
    """The formula that `total_of` or `rate_of` of a row stands for; "" for a row that is typed."""
    if isinstance(row, Figure):
        return ""
    if row.total_of:
        return _total(as_relation(row.total_of).of)
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


class _Relation(NamedTuple):
    """What a check computes, and values that must pass and fail."""

    expect: str
    passes: dict[str, str]
    fails: dict[str, str]
    when: str = ""
    found: str = ""
    expected: str = ""


class _Deriver:
    """The words of the rows of one edition, turned into checks."""

    def __init__(self, edition: Edition, wording: Wording) -> None:
        self._edition, self._wording = edition, wording
        self._homes = {
            row.key: _home_of_row(row, appendix.head, table_name(edition.head, appendix.head))
            for appendix in edition.appendices
            for row in appendix.indicators
        }
        self._homes |= {figure.key: _home_of_figure(figure) for figure in edition.figures}
        self._stated = {
            (row.key, key) for row in self._rows() for word in row.part_of for key in as_relation(word).of
        }

    def checks(self) -> Iterator[Check]:
        for row in self._rows():
            yield from self._of_total(row)
            yield from self._of_rate(row)
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
            yield self._check("prose_total", row.key, word, _sum(row.key, word.of, in_prose=True))
            return
        yield self._check("total", row.key, word, _sum(row.key, word.of, in_prose=False))
        if len(word.of) > 1:
            yield self._check("parts", row.key, word, _parts_so_far(row.key, word.of))
        yield self._check("blank", row.key, word, _blank_total(row.key, word.of))

    def _of_rate(self, row: Row) -> Iterator[Check]:
        if not isinstance(row, Indicator):
            return
        if row.kind == "percent" and not formula_of(row):
            yield self._check("percent", row.key, Relation((row.key,)), _as_share(row.key))
        if not row.rate_of:
            return
        part, whole = row.rate_of
        word = Relation(row.rate_of)
        yield self._check("rate", row.key, word, _rate(row.key, part, whole))
        if any(field.key == known_keys.RATE_OF_NOTHING for field in self._edition.fields):
            yield self._check("zero_as_chosen", row.key, word, _as_chosen(row.key, part, whole))
        else:
            yield self._check("zero", row.key, word, _over_zero(row.key, part, whole))
        if (part, whole) not in self._stated:
            yield self._bound(part, Relation((whole,), code=f"{self._home(row.key).code}.bound"))

    def _bound(self, key: str, word: Relation) -> Check:
        whole = word.of[0]
        near = self._home(key).table and self._home(key).table == self._home(whole).table
        relation = _Relation(f"{key} <= {whole}", {key: "2", whole: "3"}, {key: "5", whole: "3"})
        return self._check("bound" if near else "bound_apart", key, word, relation)

    def _same(self, key: str, word: Relation) -> Check:
        first, *others = word.of
        near = not others and self._home(key).table == self._home(first).table
        equal = dict.fromkeys(others, "0") | {first: "3"}
        relation = _Relation(f"{key} == {_sum_of(word.of)}", {key: "3", **equal}, {key: "9", **equal})
        return self._check("same" if near else "same_apart", key, word, relation)

    def _check(self, shape_name: str, key: str, word: Relation, relation: _Relation) -> Check:
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


def _home_of_row(row: Indicator, head: AppendixHead, table: str) -> _Home:
    line = row.key.removeprefix(f"{head.key}.")
    code = row.code or f"{head.key.upper()}.{line}"
    return _Home(table, line, row.subject or within_sentence(row.label), code)


def _home_of_figure(figure: Figure) -> _Home:
    return _Home(
        "", figure.section, figure.subject or within_sentence(figure.label), figure.code or figure.key
    )


def _sum(key: str, parts: tuple[str, ...], *, in_prose: bool) -> _Relation:
    """The total holds once all parts are known, or as soon as they exceed it."""
    known = _all_known(parts)
    when = "" if len(parts) == 1 else known if in_prose else f"({known}) or {_total(parts)} > {key}"
    twos = dict.fromkeys(parts, "2")
    return _Relation(
        f"{key} == {_total(parts)}",
        passes={key: str(2 * len(parts)), **twos},
        fails={key: str(2 * len(parts) + 1), **twos},
        when=when,
    )


def _parts_so_far(key: str, parts: tuple[str, ...]) -> _Relation:
    """While parts are blank the total may be larger; worth a note only."""
    return _Relation(
        f"{key} <= {_total(parts)}",
        passes={key: "2", parts[0]: "2"},
        fails={key: "5", parts[0]: "2"},
        when=f"not ({_all_known(parts)})",
    )


def _blank_total(key: str, parts: tuple[str, ...]) -> _Relation:
    """A total left blank over parts that are there; what cannot be read is guessed at."""
    guesses = parts[0] if len(parts) == 1 else _total(tuple(f"guess({part})" for part in parts))
    return _Relation(
        f"entered({key})",
        passes={key: "2", parts[0]: "2"},
        fails={parts[0]: "2"},
        when=" or ".join(f"entered({part})" for part in parts),
        found=key,
        expected=guesses,
    )


def _rate(key: str, part: str, whole: str) -> _Relation:
    return _Relation(
        f"{key} == rate({part}, {whole})",
        passes={key: "83,33%", part: "10", whole: "12"},
        fails={key: "100%", part: "10", whole: "12"},
        when=f"{whole} > 0",
    )


def _over_zero(key: str, part: str, whole: str) -> _Relation:
    """A rate of nothing is no number."""
    return _Relation(
        f"none_arisen({key}) or {whole} != 0",
        passes={key: "-", whole: "0"},
        fails={key: "0", whole: "0"},
        when=f"entered({key}) and {whole} == 0",
        found=key,
        expected=f"rate({part}, {whole})",
    )


def _as_chosen(key: str, part: str, whole: str) -> _Relation:
    """A rate of nothing is written as the report has chosen for all of them, "-" where it has not."""
    chosen = known_keys.RATE_OF_NOTHING
    sign = f"(not entered({chosen}) or none_arisen({chosen})) and none_arisen({key})"
    numbers = f"entered({chosen}) and not none_arisen({chosen}) and not none_arisen({key})"
    return _over_zero(key, part, whole)._replace(
        expect=f"({sign}) or ({numbers} and {key} == {chosen}) or {whole} != 0",
        passes={key: "100", whole: "0", chosen: "100"},
        fails={key: "100", whole: "0"},
    )


def _as_share(key: str) -> _Relation:
    """1 under "%" is most often meant as the whole."""
    return _Relation(f"{key} == 0", {key: "100"}, {key: "1"}, when=f"{key} <= 1", expected=f"{key} * 100")


def _sum_of(keys: tuple[str, ...]) -> str:
    return keys[0] if len(keys) == 1 else _total(keys)


def _total(keys: tuple[str, ...]) -> str:
    return f"total({', '.join(keys)})"


def _all_known(keys: tuple[str, ...]) -> str:
    """Entered, or left blank for good."""
    return " and ".join(f"known({key})" for key in keys)
