"""Figures of the prose that a sentence states without being bound to them: which number is which figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from desktop_app.checking.findings import Span
from desktop_app.checking.plan import Plan
from desktop_app.forms.derived_checks import as_relation
from desktop_app.forms.model import Figure
from desktop_app.proofreading.context import Context
from desktop_app.proofreading.figures.against_rows import is_ahead, is_elsewhen
from desktop_app.proofreading.figures.linking import linked, nearness
from desktop_app.proofreading.figures.nouns import are_kin
from desktop_app.proofreading.figures.paragraphs import sentence_at, sentences
from desktop_app.proofreading.figures.rows import Row, RowIndex, figure_index, row_index
from desktop_app.proofreading.figures.speaking import Names, Spoken
from desktop_app.proofreading.figures.sums import is_in_equation
from desktop_app.proofreading.passages import Passage
from desktop_app.reports.binding import bound_spans
from desktop_app.reports.bound_numbers import read_bound

_OF_IT = re.compile(r"\s*(?:trong (?:số )?(?:đó|này)|(?:bao )?gồm|cụ thể|chia ra)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;.:()]")

SURE = 0.62
"""How well the words must fit a figure that is read from them."""
AHEAD = 0.05
"""By how much a number must fit a figure better than another number does, or better than another figure."""
GROUP = 0.2
"""What it counts for the parts of a total that the paragraph has just named, and against all others."""
OTHERS, STRAY = 0.6, 0.3
"""What words close to the number take away: those of other figures of the section, those of none."""
UNTOLD = 0.3
"""What it takes away that no word tells the figure from another of the section."""
BEHIND, TITLE = 0.9, 0.3
"""What a word of the figure counts that stands further on in the clause, or in the heading alone."""


class Stated(msgspec.Struct, frozen=True):
    """A figure and the number that states it; span: in the passage of its section.

    row: the row that the number follows already, "" for one that was typed. entered: whether the
    report holds the figure already, as one that is bound or that stood beside the prose.
    """

    figure: str
    said: Spoken
    span: Span
    row: str = ""
    entered: bool = False


class _Place(msgspec.Struct, frozen=True):
    """A number of the section, and how well it fits each figure; by_row: how well it fits rows of tables."""

    said: Spoken
    span: Span
    fits: dict[str, float]
    by_row: dict[str, float] = {}
    row: str = ""


def stated_figures(context: Context, passage: Passage) -> list[Stated]:
    """What a section states of its figures; one that two numbers may be is left out."""
    figures = {key: one for key, one in context.plan.figures.items() if one.section == passage.key}
    if not figures or is_ahead(context, passage):
        return []
    words = _Words(context.plan, figures)
    places = _grouped(words, list(_places(context, passage, words)))
    return [
        Stated(key, place.said, place.span, place.row, bool(context.filled.text(key)))
        for key, number in _assigned(places, set(figures)).items()
        if (place := places[number])
    ]


def same_rows(figure: Figure) -> tuple[str, ...]:
    """The rows of which the form says that each is the same number as the figure."""
    return tuple(of[0] for one in figure.same_as if len(of := as_relation(one).of) == 1)


def _places(context: Context, passage: Passage, words: _Words) -> Iterator[_Place]:
    """The numbers of the section that may be one of its figures."""
    bound = [
        (span, read.key if (read := read_bound(run.bound)) else "")
        for span, run in bound_spans(context.filled.prose(passage.key))
    ]
    for said, found in linked(context.plan, passage):
        paragraph, mention = said.paragraph, said.mention
        span = paragraph.span(mention.span)
        follows = next((key for (begin, end), key in bound if begin <= span[0] < end), None)
        if follows is not None:
            yield _Place(said, span, words.following(follows), row=follows)
        elif not (
            paragraph.kind == "note"
            or mention.about
            or is_elsewhen(context, said)
            or is_in_equation(paragraph, mention)
        ):
            by_row = {link.row.key: link.score for link in found}
            yield _Place(said, span, words.fits(said, by_row), by_row)


class _Words:
    """The figures of a section and their words, to be held against those around a number."""

    def __init__(self, plan: Plan, figures: dict[str, Figure]) -> None:
        self.figures = figures
        self._index, self._of_rows = figure_index(plan), row_index(plan)
        self.rows = {row.key: row for row in self._index.rows if row.key in figures}
        self._words = frozenset[str]().union(*(row.own for row in self.rows.values()))
        self._same = {key: same_rows(figure) for key, figure in figures.items()}
        self._wholes = {of for one in figures.values() for word in one.part_of for of in as_relation(word).of}

    def following(self, row: str) -> dict[str, float]:
        """A number that follows a row states the figure that is the same; one bound to a figure, that one."""
        return {key: 1.0 for key, same in self._same.items() if row in (key, *same)}

    def fits(self, said: Spoken, by_row: dict[str, float]) -> dict[str, float]:
        """How well the number fits each figure, by its own words or by those of the row that is the same."""
        found: dict[str, float] = {}
        for key, row in self.rows.items():
            if said.mention.percent == (row.kind == "percent"):
                same = self._same[key]
                best = max(self._fit(row, said), *(by_row.get(one, 0.0) for one in same), 0.0)
                foreign = max((score for one, score in by_row.items() if one not in same), default=0.0)
                best = self._of_fraction(key, said, best)
                if best > foreign:
                    found[key] = best
        return found

    def fits_in_group(self, place: _Place, total: str, others: frozenset[str]) -> dict[str, float]:
        """The same behind a total, whose words go on to count; others: figures of other totals."""
        said = msgspec.structs.replace(place.said, sentence=place.said.sentence | self.rows[total].own)
        foreign = {row for key in others for row in self._same.get(key, ())}
        return self.fits(said, {row: fit for row, fit in place.by_row.items() if row not in foreign})

    def _fit(self, row: Row, said: Spoken) -> float:
        if not _counts(row, said):
            return 0.0
        index = self._index
        whole = index.total(row.own) or 1.0
        behind = _behind(index, said)
        own = sum(index.weight(name) * _nearness(name, said, behind) for name in row.own) / whole
        strange = said.near - row.own
        others = index.total(strange & self._words)
        stray = self._of_rows.total(strange - self._words - row.own)
        untold = UNTOLD * any(
            not any(_nearness(name, said, behind) for name in row.own - other.own)
            for other in self.rows.values()
            if row.own - other.own
        )
        return own - OTHERS * others / (others + whole) - STRAY * stray / (stray + whole) - untold

    def _of_fraction(self, key: str, said: Spoken, fit: float) -> float:
        """90/101: the first is a part, the second its whole."""
        if said.mention.part == "denominator":
            return fit if key in self._wholes else 0.0
        if said.mention.part == "numerator":
            return fit + GROUP if self.figures[key].part_of else 0.0
        return fit


def _counts(row: Row, said: Spoken) -> bool:
    """Whether what the number counts can be what the figure counts."""
    noun = said.mention.noun
    return not said.noun or bool(said.noun & row.own) or any(are_kin(noun, name) for name in row.own)


def _nearness(name: str, said: Spoken, behind: Names) -> float:
    if name in said.near | said.sentence | said.frame | behind:
        return max(nearness(name, said), BEHIND * (name in behind))
    return TITLE * (name in said.title)


def _behind(index: RowIndex, said: Spoken) -> Names:
    """The words of the clause that follow the number, up to the next: "01 người từ … đến và bổ nhiệm …"."""
    paragraph, mentions = said.paragraph, said.paragraph.mentions
    after = said.place + 1
    end = mentions[after].span[0] if after < len(mentions) else len(paragraph.plain)
    return index.lexicon.names(_CLAUSE.split(paragraph.plain[said.mention.span[1] : end])[0])


def _grouped(words: _Words, places: list[_Place]) -> list[_Place]:
    """The places with the parts of a total preferred behind it, while its sentence or "trong đó" goes on."""
    figures = words.figures
    parts = {key: as_relation(one.total_of).of for key, one in figures.items() if one.total_of}
    of_some = frozenset(part for group in parts.values() for part in group)
    at = {n: key for key, n in _of_known_whole(figures, places, _assigned(places, set(parts))).items()}
    found: list[_Place] = []
    total = ""
    for number, place in enumerate(places):
        if number and not _goes_on(places[number - 1].said, place.said):
            total = ""
        fits = place.fits
        if number in at:
            total = at[number]
            fits = {total: 1.0 + GROUP}
        elif total and not place.row:
            others = of_some - {*parts[total]}
            fits = {
                key: fit + GROUP * ((key in parts[total]) - (key in others))
                for key, fit in words.fits_in_group(place, total, others).items()
            }
        found.append(msgspec.structs.replace(place, fits=fits))
    return found


def _of_known_whole(
    figures: dict[str, Figure], places: list[_Place], totals: dict[str, int]
) -> dict[str, int]:
    """The totals, and those that a fraction states over one of them: 92/101 behind "101 biên chế"."""
    found = dict(totals)
    for key, figure in figures.items():
        wholes = [of for word in figure.part_of for of in as_relation(word).of if of in totals]
        if key in found or not figure.total_of or not wholes:
            continue
        for number, (one, other) in enumerate(pairwise(places)):
            whole = _number(places, totals[wholes[0]])
            if one.said.mention.part == "numerator" and other.said.mention.number == whole:
                found.setdefault(key, number)
    return found


def _goes_on(last: Spoken, said: Spoken) -> bool:
    """Whether the number still speaks of the total before it: in its sentence, or in "Trong đó …"."""
    paragraph = said.paragraph
    if last.paragraph is not paragraph:
        return paragraph.kind != "text" and last.paragraph.plain.rstrip().endswith(":")
    before, now = sentence_at(paragraph, last.mention.span[0]), sentence_at(paragraph, said.mention.span[0])
    begin = sentences(paragraph.plain)[now][0]
    return before == now or bool(_OF_IT.match(paragraph.plain, begin))


def _assigned(places: list[_Place], keys: set[str]) -> dict[str, int]:
    """Figure -> place of its number, the surest first; who fits two almost alike is nobody's."""
    fits = sorted(
        (-fit, number, key)
        for number, place in enumerate(places)
        for key, fit in place.fits.items()
        if key in keys and fit >= SURE
    )
    found: dict[str, int] = {}
    gone: set[int] = set()
    doubtful: set[str] = set()
    for fit, number, key in fits:
        if key in found or key in doubtful or number in gone:
            continue
        rivals = [
            (other, figure)
            for less, other, figure in fits
            if less <= fit + AHEAD and figure not in found and other not in gone and figure not in doubtful
        ]
        if any(other == number and figure != key for other, figure in rivals):
            gone.add(number)
        elif any(one == key and _number(places, other) != _number(places, number) for other, one in rivals):
            doubtful.add(key)
        else:
            found[key] = number
            gone.add(number)
    return found


def _number(places: list[_Place], place: int) -> Decimal:
    return places[place].said.mention.number
