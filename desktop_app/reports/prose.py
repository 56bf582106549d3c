"""Prose as paragraphs of runs in a neutral form, and its two spellings: stored and plain.

Never Qt HTML: the same record feeds the editor, the documents and the command line.
A footnote is an anchor between the words: a run without text whose note holds the footnote's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from desktop_app.base.text import clean

ParagraphKind = Literal["text", "dash", "plus"]
MARKS: dict[ParagraphKind, str] = {"dash": "- ", "plus": "+ "}
"""How the lines of list items begin."""
NOTE_OPENS = "[chú thích: "
"""How a footnote begins in plain spelling, right behind its word; "]" ends it."""
NOTE_LINE_END = " ⏎ "
"""A line end inside a footnote, in plain spelling."""


class ProseRun(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """A stretch of text in one face: all its fields but the text. Whoever copies a run keeps them all."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str = ""
    """The words of a footnote, line ends in them; the run is its anchor and has no text of its own."""
    bound: str = ""
    """The figure that the number of this run follows, as bound_numbers.py reads it; "" for plain words."""

    def with_text(self, text: str) -> ProseRun:
        """Other words in the same face."""
        return msgspec.structs.replace(self, text=text)

    def with_bound(self, bound: str) -> ProseRun:
        """The same words following this figure, or none ("")."""
        return msgspec.structs.replace(self, bound=bound)

    @property
    def is_plain(self) -> bool:
        """Whether a line of plain text says all that the run does."""
        return not (self.bold or self.italic or self.bound) and NOTE_OPENS not in self.text


class ProseParagraph(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """One paragraph; kind "dash" and "plus" are the list items "- …" and "+ …" of the form."""

    kind: ParagraphKind
    runs: tuple[ProseRun, ...]
    carried: bool = False
    """Taken over from the period before and not looked at since, while others of its section were."""

    @property
    def text(self) -> str:
        """The words of the paragraph without faces, list mark and footnotes."""
        return "".join(run.text for run in self.runs)

    @property
    def is_blank(self) -> bool:
        """Whether nothing would be printed of it but its mark."""
        return not self.text.strip() and not any(run.note for run in self.runs)


Prose = tuple[ProseParagraph, ...]

_DECODER = msgspec.json.Decoder(tuple[ProseParagraph, ...])


def from_plain(text: str) -> Prose:
    """Plain text as prose: a line is a paragraph, "- " and "+ " begin list items, blanks go."""
    lines = (line.replace("\t", " ").strip() for line in clean(text).split("\n"))
    return tuple(_paragraph(line) for line in lines if line)


def to_plain(prose: Prose) -> str:
    """The words with list marks and footnotes, paragraphs joined by a line end; "" when there is none."""
    return "\n".join(
        MARKS.get(paragraph.kind, "") + "".join(map(_spelled, paragraph.runs)) for paragraph in prose
    )


@lru_cache(maxsize=64)
def read_prose(stored: str) -> Prose:
    """The prose of its stored spelling; text that is none (an older or foreign file) as plain.

    Kept for a while: a key that is pressed asks for the same text several times.
    """
    if not stored:
        return ()
    try:
        return _DECODER.decode(stored)
    except (msgspec.DecodeError, RecursionError):
        return from_plain(stored)


def in_words(stored: str, *, prose: bool) -> str:
    """A stored text as a reader wants it: prose as lines, all else as typed."""
    return to_plain(read_prose(stored)) if prose else stored


@lru_cache(maxsize=512)
def note_count(stored: str) -> int:
    """How many footnotes the prose of this stored spelling has."""
    return sum(bool(run.note) for paragraph in read_prose(stored) for run in paragraph.runs)


def write_prose(prose: Prose) -> str:
    """The stored spelling; "" when there is no paragraph with words."""
    kept = tidy(prose)
    return msgspec.json.encode(kept).decode() if kept else ""


def tidy(prose: Prose) -> Prose:
    """In NFC, neighbouring runs of one face joined, empty runs and paragraphs without words dropped."""
    return tuple(paragraph for paragraph in map(_tidy, prose) if not paragraph.is_blank)


def tidy_note(note: str) -> str:
    """The words of a footnote in NFC, its lines without blanks around them, blank lines dropped."""
    lines = clean(note).replace("\t", " ").replace(NOTE_LINE_END.strip(), "\n").split("\n")
    return "\n".join(line for line in map(str.strip, lines) if line)


def placed_runs(paragraph: ProseParagraph, start: int = 0) -> Iterator[tuple[int, int, ProseRun]]:
    """Where each run begins and ends in the plain spelling of a prose; start: where the paragraph does."""
    at = start + len(MARKS.get(paragraph.kind, ""))
    for run in paragraph.runs:
        end = at + len(_spelled(run))
        yield at, end, run
        at = end


def _paragraph(line: str) -> ProseParagraph:
    for kind, mark in MARKS.items():
        if line.startswith(mark):
            return ProseParagraph(kind, _runs(line[len(mark) :].strip()))
    return ProseParagraph("text", _runs(line))


def _runs(line: str) -> tuple[ProseRun, ...]:
    """The words of a line and the anchors between them."""
    if NOTE_OPENS not in line:
        return (ProseRun(line),)
    runs: list[ProseRun] = []
    done = 0
    for begin, end in note_places(line):
        note = _ESCAPED.sub(r"\1", line[begin + len(NOTE_OPENS) : end - 1])
        runs += [ProseRun(line[done:begin]), ProseRun("", note=tidy_note(note))]
        done = end
    return tuple(run for run in (*runs, ProseRun(line[done:])) if run.text or run.note)


def note_places(line: str) -> Iterator[tuple[int, int]]:
    """Where the footnotes with words in them begin and end; what no bracket closes is text."""
    begin = line.find(NOTE_OPENS)
    while begin >= 0:
        end = _closed(line, begin)
        if end and tidy_note(line[begin + len(NOTE_OPENS) : end - 1]):
            yield begin, end
            begin = line.find(NOTE_OPENS, end)
        else:
            begin = line.find(NOTE_OPENS, begin + 1)


def _closed(line: str, begin: int) -> int:
    """The place behind the bracket that closes the one at `begin`; 0 without one."""
    depth = 0
    for found in _BRACKET.finditer(line, begin):
        depth += {"[": 1, "]": -1}.get(found.group(), 0)
        if not depth:
            return found.end()
    return 0


_BRACKET = re.compile(r"\\[\\\[\]]|[\[\]]")
_ESCAPED = re.compile(r"\\([\\\[\]])")


def _spelled(run: ProseRun) -> str:
    """The run in plain spelling; brackets that would end the footnote too early get a backslash."""
    if not run.note:
        return run.text
    note = run.note
    whole = f"{NOTE_OPENS}{note}]"
    if _ESCAPED.search(whole) or _closed(whole, 0) != len(whole):
        note = re.sub(r"([\\\[\]])", r"\\\1", note)
    return f"{run.text}{NOTE_OPENS}{note.replace(chr(10), NOTE_LINE_END)}]"


def _tidy(paragraph: ProseParagraph) -> ProseParagraph:
    runs: list[ProseRun] = []
    for run in paragraph.runs:
        note = tidy_note(run.note) if run.note else ""
        face = msgspec.structs.replace(run, text="", note="") if run.note else run.with_text("")
        text = clean(run.text).replace("\n", " ").replace("\t", " ")
        if text and runs and runs[-1].with_text("") == face:
            runs[-1] = face.with_text(runs[-1].text + text)
        elif text:
            runs.append(face.with_text(text))
        if note:
            runs.append(ProseRun("", note=note))
    return ProseParagraph(paragraph.kind, tuple(runs), paragraph.carried)
