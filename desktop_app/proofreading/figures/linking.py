"""Which row of the form a quantity speaks of, judged by the form's own labels, units and headings."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from desktop_app.checking.plan import Plan
from desktop_app.proofreading.figures.paragraphs import paragraphs
from desktop_app.proofreading.figures.rows import FAINT, Row, RowIndex, row_index
from desktop_app.proofreading.figures.speaking import Names, Spoken, spoken, titles
from desktop_app.proofreading.passages import Passage

SENTENCE, FRAME, TITLE = 0.7, 0.6, 0.5
"""What a word of the label counts that stands in the sentence, in the frame, in a heading."""
OWN, ABOVE, TABLE, STRAY = 0.6, 0.25, 0.15, 0.55
"""What the words of the label, of the rows above, of the table, and words of other rows count."""
LONG = 8.0
"""The weight of a label from which on it is long: its many words make no stray one lighter."""
RICH, RARE = 7.0, 4.0
"""The weight of a label, and of one word of it, that tells its row alone."""
HALF = 0.6
"""Words of the rows above that stand close to a number, where a row beside has them in its label."""
RATE = 0.8
"""How well a rate fits whose part and whole were named just before it."""
BACK = 4
"""How many quantities before a rate may be its part and its whole."""
FAMILY = 0.08
"""What it counts that the quantity before spoke of the same block of rows."""
LEAST = 0.45
"""A row whose words fit less is not thought of."""


class Link(msgspec.Struct, frozen=True):
    """A row that a quantity may speak of, and how well the words fit: 0 to 1."""

    row: Row
    score: float


def links(index: RowIndex, said: Spoken, block: str = "") -> list[Link]:
    """The rows whose words fit, the best first; block: the keys that the sentence is already about."""
    found = [Link(row, _score(index, row, said)) for row in index.naming(said.near) if _may(index, row, said)]
    fitting = (
        Link(link.row, link.score + FAMILY * (bool(block) and link.row.key.startswith(block)))
        for link in found
        if link.score >= LEAST
    )
    return sorted(fitting, key=lambda link: -link.score)


def _block(index: RowIndex, said: Spoken, before: tuple[Spoken, tuple[Link, ...]] | None) -> str:
    """How the keys begin of the rows beside or below the one that the paragraph last spoke of."""
    if before is None or before[0].paragraph is not said.paragraph or not before[1]:
        return ""
    key = before[1][0].row.key
    below = f"{key}."
    has_below = any(row.key.startswith(below) for row in index.rows)
    return below if has_below else f"{key.rpartition('.')[0]}."


@lru_cache(maxsize=256)
def linked(plan: Plan, passage: Passage) -> tuple[tuple[Spoken, tuple[Link, ...]], ...]:
    """Every quantity of a passage with the rows that it may speak of."""
    index = row_index(plan)
    title = index.lexicon.names(". ".join(titles(plan, passage.key)[:2]))
    found: list[tuple[Spoken, tuple[Link, ...]]] = []
    for said in spoken(index.lexicon, paragraphs(passage.text), title):
        best = links(index, said, _block(index, said, found[-1] if found else None))
        if said.mention.percent and (rate := _rate_of_those_before(index, said, found)):
            best = [rate, *(link for link in best if link.row is not rate.row)]
        found.append((said, tuple(best)))
    return tuple(found)


def _rate_of_those_before(
    index: RowIndex, said: Spoken, found: list[tuple[Spoken, tuple[Link, ...]]]
) -> Link | None:
    """The rate of a part and a whole that the sentence has just named."""
    before = [best[0].row.key for one, best in found[-BACK:] if best and one.paragraph is said.paragraph]
    fraction = bool(found) and found[-1][0].mention.part == "denominator"
    for row in index.rows:
        if not row.rate_of or not before:
            continue
        part, whole = row.rate_of
        if (before[-1] == part and whole in before) or (fraction and before[-1] == whole):
            return Link(row, RATE)
    return None


def _may(index: RowIndex, row: Row, said: Spoken) -> bool:
    """Whether the sign and the noun of the quantity can be those of the row, and its words name it."""
    if said.mention.percent != (row.kind == "percent"):
        return False
    if not any(index.weight(name) > FAINT for name in row.own & (said.near | said.sentence)):
        return False
    if said.mention.percent or not said.noun:
        return True
    return bool(said.noun & row.counted)


def _score(index: RowIndex, row: Row, said: Spoken) -> float:
    own = _covered(index, row.own, said)
    above = _covered(index, row.above, said) if row.above else own
    rare = any(index.weight(name) >= RARE for name in row.own)
    if rare or index.total(row.own) >= RICH:  # a label that tells enough needs none above it
        above = max(above, HALF * own)
    table = _covered(index, row.table, said)
    others = said.near - row.own - row.table
    strange = index.total(others - row.above) + HALF * index.total(others & row.above & row.beside)
    stray = strange / (strange + min(LONG, index.total(row.own))) if strange else 0.0
    return OWN * own + ABOVE * above + TABLE * table - STRAY * stray


def _covered(index: RowIndex, names: Names, said: Spoken) -> float:
    """How much of the names stands in the words around the quantity, the nearer the more."""
    whole = index.total(names)
    if not whole:
        return 1.0
    return sum(index.weight(name) * nearness(name, said) for name in names) / whole


def nearness(name: str, said: Spoken) -> float:
    """What a word of a label counts by where it stands about the quantity."""
    if name in said.near:
        return 1.0
    if name in said.sentence:
        return SENTENCE
    if name in said.frame:
        return FRAME
    return TITLE if name in said.title else 0.0
