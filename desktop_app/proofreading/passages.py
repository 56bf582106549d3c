"""All words of a report as passages: one text for each key, in the order of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.base import known_keys
from desktop_app.checking.findings import Span
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import NOTE_OPENS, in_words, note_places

NOTE_FILL = "\u2060"
"""What stands for each letter of a footnote in `without_notes`: no space, no letter, no sign."""


WORDS = 3
"""So many words make a cell for a figure one that holds words."""
_WORD = re.compile(r"[^\W\d_]{2,}")


class Passage(NamedTuple):
    """What stands under one key, as a reader sees it; the span of a finding counts its characters.

    Prose is in its plain spelling (`to_plain`): a line is a paragraph, "- " begins a list item,
    "[chú thích: …]" is a footnote. A head field, a cell or a note is as typed.
    """

    key: str
    text: str


def passages(filled: FilledReport) -> Iterator[Passage]:
    """Everything that was written: head and foot, prose, cells with words, notes beside rows.

    Figures are no words; they are read where they stand, from the report. A cell for a figure that
    holds a sentence or a list of documents is read.
    """
    texts = filled.texts()
    plan = filled.plan
    for key in plan.names:
        written = key in plan.fields or plan.is_prose(key) or plan.kind(key) == "text"
        text = texts.get(key, "")
        if text and (written or len(_WORD.findall(text)) >= WORDS):
            yield Passage(key, in_words(text, prose=plan.is_prose(key)))
        if key in plan.indicators and (note := texts.get(known_keys.note_of(key), "")):
            yield Passage(known_keys.note_of(key), note)


def is_prose(filled: FilledReport, passage: Passage) -> bool:
    """Whether the passage is part of the body of the report."""
    return filled.plan.is_prose(passage.key)


def without_notes(text: str) -> str:
    """The text of a passage, as long as before, with NOTE_FILL in the place of its footnotes."""
    if NOTE_OPENS not in text:
        return text
    parts: list[str] = []
    done = 0
    for begin, end in notes_in(text):
        begin -= len(NOTE_OPENS)
        parts += [text[done:begin], NOTE_FILL * (end + 1 - begin)]
        done = end + 1
    return "".join((*parts, text[done:]))


def notes_in(text: str) -> list[Span]:
    """Where the words of the footnotes stand, without their brackets."""
    return [
        (first + begin + len(NOTE_OPENS), first + end - 1)
        for first, line in lines(text)
        if NOTE_OPENS in line
        for begin, end in note_places(line)
    ]


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a passage, each with the place of its first character."""
    begin = 0
    for line in text.split("\n"):
        yield begin, line
        begin += len(line) + 1
