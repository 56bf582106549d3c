"""A passage taken apart: paragraphs and footnotes, their sentences, the quantities in each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from desktop_app.checking.findings import Span
from desktop_app.proofreading.figures.masks import masked
from desktop_app.proofreading.figures.mentions import Mention, mentions
from desktop_app.proofreading.passages import NOTE_FILL, lines, notes_in, without_notes
from desktop_app.reports.prose import NOTE_OPENS

Kind = Literal["text", "dash", "plus", "note"]
_ENDS = ".!?…"
LONGEST = 4000
"""Letters of a stretch that is read at once; a line without an end is read in stretches."""


class Paragraph(msgspec.Struct, frozen=True):
    """One line of a passage, or the words of one footnote.

    begin: the place of its first character in the passage. text: its words, footnotes blanked
    out. plain: the same without digits that are no quantities. mentions: by place in `text`.
    anchor: for a footnote, the paragraph and the place in it where it is called.
    """

    begin: int
    kind: Kind
    text: str
    plain: str
    mentions: tuple[Mention, ...]
    anchor: tuple[int, int] = (-1, -1)

    def span(self, span: Span) -> Span:
        """A place in this paragraph as one in the passage."""
        return self.begin + span[0], self.begin + span[1]

    def within(self, begin: int, end: int) -> list[Mention]:
        """The quantities that begin between these places."""
        return [mention for mention in self.mentions if begin <= mention.span[0] < end]


@lru_cache(maxsize=256)
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a passage in their order, then its footnotes."""
    found = [
        _paragraph(begin + first, _kind(line), line[first:last])
        for begin, line in lines(without_notes(text))
        for first, last in _stretches(line)
    ]
    begins = [paragraph.begin for paragraph in found]
    place = 0
    for begin, end in notes_in(text):
        while place + 1 < len(begins) and begins[place + 1] <= begin:
            place += 1
        anchor = (place, begin - len(NOTE_OPENS) - begins[place])
        words = text[begin : min(end, begin + LONGEST)]
        note = _paragraph(begin, "note", words.replace("⏎", ";"))
        found.append(msgspec.structs.replace(note, anchor=anchor))
    return tuple(found)


def _stretches(line: str) -> Iterator[Span]:
    """The line in pieces that are not too long, cut behind a sentence where there is one."""
    begin = 0
    while len(line) - begin > LONGEST:
        end = line.rfind(". ", begin + 1, begin + LONGEST) + 1
        yield begin, end or begin + LONGEST
        begin = end or begin + LONGEST
    yield begin, len(line)


@lru_cache(maxsize=4096)
def sentences(plain: str) -> tuple[Span, ...]:
    """Where the sentences of a paragraph begin and end."""
    found: list[Span] = []
    begin = 0
    for place, letter in enumerate(plain):
        if letter in _ENDS and _begins_sentence(plain, place + 1):
            found.append((begin, place + 1))
            begin = place + 1
    return (*found, (begin, len(plain)))


def sentence_at(paragraph: Paragraph, place: int) -> int:
    """Which sentence of the paragraph holds the place."""
    spans = sentences(paragraph.plain)
    return next((number for number, (_, end) in enumerate(spans) if place < end), len(spans) - 1)


def _begins_sentence(plain: str, place: int) -> bool:
    """Whether a capital follows, behind blanks and quotes."""
    rest = plain[place : place + 4]
    words = rest.lstrip(" “\"'(" + NOTE_FILL)
    return rest[:1] in (" ", NOTE_FILL) and words[:1].isupper()


def _kind(line: str) -> Kind:
    return "dash" if line.startswith("- ") else "plus" if line.startswith("+ ") else "text"


def _paragraph(begin: int, kind: Kind, text: str) -> Paragraph:
    return Paragraph(begin, kind, text, masked(text), mentions(text))


def items_below(found: tuple[Paragraph, ...], place: int) -> Iterator[Paragraph]:
    """The list items that follow a paragraph and hang on it: "- " below text, "+ " below "- "."""
    wanted: Kind = "plus" if found[place].kind == "dash" else "dash"
    for paragraph in found[place + 1 :]:
        if paragraph.kind == wanted:
            yield paragraph
        elif paragraph.kind in ("text", "note") or wanted == "plus":
            return


def is_inside(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether the quantity stands in brackets."""
    before = paragraph.plain[: mention.span[0]]
    return before.count("(") > before.count(")")
