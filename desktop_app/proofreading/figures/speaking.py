"""What each quantity of a passage speaks of: the words close to it, and those that frame it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from desktop_app.checking.plan import Plan
from desktop_app.proofreading.figures.concepts import Concept, Lexicon
from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.paragraphs import Paragraph, sentence_at, sentences
from desktop_app.proofreading.figures.rows import RowIndex

_BOUNDARY = re.compile(
    r"[,;:.()…]|\b(?:và|trong đó|gồm|bao gồm|đạt|chiếm|bằng|tăng|giảm|so với)\b", re.IGNORECASE
)

Names = frozenset[str]
NONE: Names = frozenset()


class Spoken(msgspec.Struct, frozen=True):
    """One quantity and the concepts around it.

    near: its own words; noun: what is counted; sentence: the words before it in its sentence;
    frame: those of the sentence before and of the line that opens its list; title: of the
    headings that it stands under.
    """

    paragraph: Paragraph
    place: int
    near: Names
    noun: Names
    sentence: Names
    frame: Names
    title: Names

    @property
    def mention(self) -> Mention:
        """The quantity."""
        return self.paragraph.mentions[self.place]


def spoken(lexicon: Lexicon, found: tuple[Paragraph, ...], title: Names) -> Iterator[Spoken]:
    """Every quantity of a passage with what it speaks of."""
    opener = NONE
    for paragraph in found:
        concepts = lexicon.read(paragraph.plain) if paragraph.mentions else []
        if paragraph.kind == "note":
            home = found[paragraph.anchor[0]]
            outer = lexicon.names(home.plain[: paragraph.anchor[1]][-160:])
        else:
            outer = opener if paragraph.kind != "text" else NONE
        yield from _in_paragraph(paragraph, concepts, outer, title)
        if paragraph.kind == "text":
            opener = (
                lexicon.names(_last_sentence(paragraph)) if paragraph.plain.rstrip().endswith(":") else NONE
            )


def _in_paragraph(
    paragraph: Paragraph, concepts: list[Concept], outer: Names, title: Names
) -> Iterator[Spoken]:
    bounds = _bounds(paragraph, concepts)
    spans = sentences(paragraph.plain)
    for place, mention in enumerate(paragraph.mentions):
        left, right = bounds[place]
        number = sentence_at(paragraph, mention.span[0])
        begin, before = spans[number][0], spans[max(0, number - 1)][0]
        left = _close(paragraph.plain, concepts, max(left, begin), mention.span[0])
        near = _names(concepts, left, right)
        last = paragraph.mentions[place + (mention.part == "numerator")]
        nouns = (c.name for c in concepts if 0 <= c.begin - last.span[1] <= 2)
        noun = next(nouns, "") if last.noun else ""
        yield Spoken(
            paragraph, place, near, frozenset({noun} - {""}),
            _names(concepts, begin, left), outer | _names(concepts, before, begin), title,
        )  # fmt: skip


def _bounds(paragraph: Paragraph, concepts: list[Concept]) -> list[tuple[int, int]]:
    """Where the words of each quantity begin and end; a comma inside a phrase parts nothing."""
    plain = paragraph.plain
    phrases = [(c.begin, c.end) for c in concepts if " " in c.name]
    bounds: list[tuple[int, int]] = []
    left = 0
    for place, mention in enumerate(paragraph.mentions):
        after = paragraph.mentions[place + 1].span[0] if place + 1 < len(paragraph.mentions) else len(plain)
        right = after
        for sign in _BOUNDARY.finditer(plain, mention.span[1], after):
            if not any(begin < sign.start() < end for begin, end in phrases):
                right = sign.start()
                break
        bounds.append((left, right))
        left = right
    for place, mention in enumerate(paragraph.mentions):
        if mention.part == "numerator":  # a fraction has one surrounding
            bounds[place : place + 2] = [(bounds[place][0], bounds[place + 1][1])] * 2
    return bounds


def _close(plain: str, concepts: list[Concept], left: int, place: int) -> int:
    """Where the words that lead to the quantity begin: behind the last comma that leaves some."""
    phrases = [(c.begin, c.end) for c in concepts if " " in c.name]
    for sign in range(place - 1, left - 1, -1):
        parts = plain[sign] == "," and not any(begin < sign < end for begin, end in phrases)
        if parts and any(sign < concept.begin < place for concept in concepts):
            return sign
    return left


def _names(concepts: list[Concept], begin: int, end: int) -> Names:
    return frozenset(concept.name for concept in concepts if begin <= concept.begin < end)


def _last_sentence(paragraph: Paragraph) -> str:
    begin, end = sentences(paragraph.plain)[-1]
    return paragraph.plain[begin:end]


def titles(plan: Plan, key: str) -> list[str]:
    """The headings that a section stands under, its own first; none for what is no section."""
    own = plan.sections.get(key)
    if own is None:
        return []
    above = [section for section in plan.edition.sections if key.startswith(f"{section.key}.")]
    return [section.title for section in (own, *reversed(above))]


def table_of(index: RowIndex, plan: Plan, key: str) -> str:
    """The table that the section's heading stands for: its own, or that of one above; "" for none."""
    above = titles(plan, key)
    section = plan.sections.get(key)
    headings = above[1:] if section is not None and section.level == "item" else above
    return next((table for title in headings if (table := index.table_of(title))), "")
