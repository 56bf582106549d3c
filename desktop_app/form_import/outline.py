"""The headings of the body, however deep, told by their numbers and their looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.form_import.found import FoundSection
from desktop_app.form_import.titles import with_places
from desktop_app.word_import.contents import WordParagraph
from desktop_app.word_import.marks import Mark, mark_of

MOST_HEADING, MOST_PLAIN = 420, 250
DEEPEST = 9
LINE = 0
"""The depth of a line that the form prints between the headings."""
_TYPED_BULLET = re.compile(r"\s*([-–+•*])\s+(?=\S)")
_DOTS = re.compile(r"[\s….·_;]*")
_CLOSING = re.compile(r"\s*Trên đây là\b", re.IGNORECASE)
_END = re.compile(r"\s*\./\.?\s*")

Style = tuple[str, int]


class Body(NamedTuple):
    """The title of the report, its headings, its closing words; the lines that were left out."""

    title: str
    sections: tuple[FoundSection, ...]
    closing: str
    left: tuple[str, ...]


def read_outline(paragraphs: Sequence[WordParagraph]) -> Body:
    """All headings of the paragraphs that stand outside of the tables, each with its depth."""
    found: list[FoundSection] = []
    above: list[Style] = []
    title: list[str] = []
    closing, left = "", list[str]()
    for paragraph in paragraphs:
        text = " ".join(paragraph.text.split())
        if not text or paragraph.contents or _DOTS.fullmatch(text) or _END.fullmatch(text):
            continue
        heading = _heading(paragraph)
        if heading:
            style, number, words = heading
            above = (
                [*above[: above.index(style)], style] if style in above else [*above[: DEEPEST - 1], style]
            )
            found.append(FoundSection(len(above), number, with_places(words, ahead=True)))
        elif _CLOSING.match(text):
            closing = with_places(text)
        elif not found and paragraph.centred:
            title.append(text)
        elif found and paragraph.centred and paragraph.italic and len(text) < MOST_PLAIN:
            found.append(FoundSection(LINE, "", with_places(text), prose=False))
        else:
            left.append(text)
    return Body("\n".join(title), tuple(_leaves(found)), closing, tuple(left))


def _heading(paragraph: WordParagraph) -> tuple[Style, str, str] | None:
    """Style, number and words of a heading; None for running text."""
    text = paragraph.text.strip()
    looks = paragraph.level >= 0 or paragraph.bold or text.isupper() or _starts_bold(paragraph)
    short = len(text) <= MOST_PLAIN and not text.endswith((".", ";", "…"))
    if len(text) > MOST_HEADING or not (looks or short):
        return None
    if paragraph.number:
        mark = mark_of(f"{paragraph.number} ")
        return (_style(mark), paragraph.number, " ".join(text.split())) if mark.kind else None
    bullet = _TYPED_BULLET.match(text)
    if paragraph.bullet or bullet:
        sign = bullet[1] if bullet else "+" if paragraph.bullet == "plus" else "-"
        words = text[bullet.end() :] if bullet else text
        return (("bullet", ord(sign)), sign, " ".join(words.split())) if short or looks else None
    mark = mark_of(f"{text} ")
    if mark.kind:
        words = " ".join(text[mark.length :].split())  # dots to write on are no title
        return _style(mark), text[: mark.length].strip(), "" if _DOTS.fullmatch(words) else words
    if paragraph.level >= 0 and not paragraph.centred:
        return ("none", paragraph.level), "", " ".join(text.split())
    return None


def _style(mark: Mark) -> Style:
    return mark.kind, len(mark.parts)


def _starts_bold(paragraph: WordParagraph) -> bool:
    words = [run for run in paragraph.runs if run.text.strip()]
    return len(words) > 1 and words[0].bold and ":" in "".join(run.text for run in words if run.bold)


def _leaves(sections: list[FoundSection]) -> list[FoundSection]:
    """Prose stands under the headings that have none below them."""
    headings = [at for at, section in enumerate(sections) if section.depth]
    above = {at for at, below in pairwise(headings) if sections[below].depth > sections[at].depth}
    return [
        FoundSection(s.depth, s.number, s.title, prose=False) if at in above else s
        for at, s in enumerate(sections)
    ]
