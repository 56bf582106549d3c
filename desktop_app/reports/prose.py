"""Prose as paragraphs of runs in a neutral form, and its two spellings: stored and plain.

Never Qt HTML: the same record feeds the editor, the documents and the command line. A run may
one day be bound to an indicator; then it gains a key, and readers of today's form stay right.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from desktop_app.base.text import clean

ParagraphKind = Literal["text", "dash", "plus"]
MARKS: dict[ParagraphKind, str] = {"dash": "- ", "plus": "+ "}
"""How the lines of list items begin."""


class ProseRun(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """A stretch of text in one face: all its fields but the text. Whoever copies a run keeps them all."""

    text: str
    bold: bool = False
    italic: bool = False

    def with_text(self, text: str) -> ProseRun:
        """Other words in the same face."""
        return msgspec.structs.replace(self, text=text)

    @property
    def is_plain(self) -> bool:
        """Whether a line of plain text says all that the run does."""
        return self == ProseRun(self.text)


class ProseParagraph(msgspec.Struct, frozen=True, array_like=True):
    """One paragraph; kind "dash" and "plus" are the list items "- …" and "+ …" of the form."""

    kind: ParagraphKind
    runs: tuple[ProseRun, ...]

    @property
    def text(self) -> str:
        """The words of the paragraph without faces or list mark."""
        return "".join(run.text for run in self.runs)


Prose = tuple[ProseParagraph, ...]

_DECODER = msgspec.json.Decoder(tuple[ProseParagraph, ...])


def from_plain(text: str) -> Prose:
    """Plain text as prose: a line is a paragraph, "- " and "+ " begin list items, blanks go."""
    lines = (line.replace("\t", " ").strip() for line in clean(text).split("\n"))
    return tuple(_paragraph(line) for line in lines if line)


def to_plain(prose: Prose) -> str:
    """The words with their list marks, paragraphs joined by a line end; "" when there is none."""
    return "\n".join(MARKS.get(paragraph.kind, "") + paragraph.text for paragraph in prose)


def read_prose(stored: str) -> Prose:
    """The prose of its stored spelling; text that is none (an older or foreign file) as plain."""
    if not stored:
        return ()
    try:
        return _DECODER.decode(stored)
    except (msgspec.DecodeError, RecursionError):
        return from_plain(stored)


def write_prose(prose: Prose) -> str:
    """The stored spelling; "" when there is no paragraph with words."""
    kept = tidy(prose)
    return msgspec.json.encode(kept).decode() if kept else ""


def tidy(prose: Prose) -> Prose:
    """In NFC, neighbouring runs of one face joined, empty runs and paragraphs without words dropped."""
    return tuple(paragraph for paragraph in map(_tidy, prose) if paragraph.text.strip())


def _paragraph(line: str) -> ProseParagraph:
    for kind, mark in MARKS.items():
        if line.startswith(mark):
            return ProseParagraph(kind, (ProseRun(line[len(mark) :].strip()),))
    return ProseParagraph("text", (ProseRun(line),))


def _tidy(paragraph: ProseParagraph) -> ProseParagraph:
    runs: list[ProseRun] = []
    for run in paragraph.runs:
        text = clean(run.text).replace("\n", " ").replace("\t", " ")
        if not text:
            continue
        if runs and runs[-1].with_text("") == run.with_text(""):
            runs[-1] = run.with_text(runs[-1].text + text)
        else:
            runs.append(run.with_text(text))
    return ProseParagraph(paragraph.kind, tuple(runs))
