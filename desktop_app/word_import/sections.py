"""The prose of a report under the headings of the form."""

from __future__ import annotations

import re
from itertools import islice

import msgspec

from desktop_app.checking.plan import Plan
from desktop_app.forms.model import Section
from desktop_app.reports.prose import ParagraphKind, ProseParagraph, ProseRun, tidy
from desktop_app.word_import.contents import Block, WordParagraph, WordRun
from desktop_app.word_import.likeness import new_words, plain_words
from desktop_app.word_import.marks import mark_of
from desktop_app.word_import.outline import CERTAIN, Found, Outline, Place
from desktop_app.word_import.pieces import Piece

OPENING, CLOSING = "opening", "closing"
UNSURE_HEADING = "tiêu đề trong tệp là «{words}»"
TAKEN_AS = "đã nhận là tiêu đề của {name}, nhưng có chữ mà mẫu không có"
BY_LETTER = "nhận ra theo chữ cái đầu đoạn"
NO_HEADING = "tệp không chia thành các mục a, b, c như mẫu"
OTHER_HEADING = "đoạn này giống một tiêu đề mà mẫu không có"
_LIST = re.compile(r"\s*([-–—•●▪+\uf0b7])\s+")
_BREAK = re.compile(r"\n(?=[ \t]*[-–—+•*]\s)|(?<=[.;:!?])[ \t]*\n")
"""Where a line end inside a paragraph begins another one: before a list, behind a sentence."""
_END_MARKS = ("./.", "./")
MOST_LINES = 500
"""Line ends of one paragraph beyond which it is no list any more."""
_TOLD = 60


class Body:
    """Puts the paragraphs between head and foot under their headings."""

    def __init__(self, plan: Plan, words: dict[str, str]) -> None:
        self._plan = plan
        self._outline = Outline(plan, words)
        self._children = _first_children(plan)
        self._by_letter: dict[str, str] = {}
        self.headings = 0

    def read(self, blocks: list[Block], span: range) -> dict[int, list[Piece]]:
        """The pieces of the paragraphs of this span by block."""
        at_of = [at for at in span if isinstance(blocks[at], WordParagraph)]
        paragraphs = [block for at in span if isinstance(block := blocks[at], WordParagraph)]
        found = self._outline.find(paragraphs)
        self.headings = len(found)
        pieces: dict[int, list[Piece]] = {}
        self._by_letter = _doubtful_letters(self._outline.places, found)
        key, doubt = OPENING, ""
        for number, paragraph in enumerate(paragraphs):
            at = at_of[number]
            if number in found:
                place = found[number].place
                pieces[at] = self._heading(paragraph, found[number])
                key, doubt = self._under(place.section), ""
                if key != place.section.key:
                    doubt = NO_HEADING
                elif not place.title:
                    doubt = self._by_letter.get(key, "")
                continue
            if paragraph.contents:
                pieces[at] = [Piece(f"Đoạn {paragraph.at}", paragraph.shown)] if paragraph.shown else []
                continue
            if _is_closing(paragraph) and number > max(found, default=-1):
                key, doubt = CLOSING, ""
            pieces[at] = self._prose(paragraph, key, doubt)
        return pieces

    def _under(self, section: Section) -> str:
        """Where prose below the heading goes: to itself, else to the first section below it."""
        if section.prose:
            return section.key
        return self._children.get(section.key, "")

    def _heading(self, paragraph: WordParagraph, found: Found) -> list[Piece]:
        """The heading itself, which the form prints, and the prose that goes on behind it."""
        place, section = f"Đoạn {paragraph.at}", found.place.section
        head, rest = _split(paragraph, found.length)
        own = head.shown.strip()
        key = self._under(section)
        differs = bool(found.place.title) and new_words(_title(own), found.place.title)
        unsure = bool(found.place.title) and found.score < CERTAIN and section.level != "line"
        doubt = UNSURE_HEADING.format(words=own[:_TOLD]) if unsure and not differs else ""
        pieces = [Piece(place, own, "form", (section.key,), doubt=doubt)] if own else []
        if differs:
            name = self._plan.names[section.key]
            pieces.append(Piece(place, own, doubt=TAKEN_AS.format(name=name)))
        notes = [] if rest.text.strip() else head.notes
        pieces += [Piece(place, note) for note in notes]
        if rest.text.strip() or rest.notes:
            doubt = self._by_letter.get(key, "")
            pieces += self._prose(msgspec.structs.replace(rest, number=""), key, doubt)
        return pieces

    def _prose(self, paragraph: WordParagraph, key: str, doubt: str) -> list[Piece]:
        """The paragraph as one or several of prose under the key."""
        place = f"Đoạn {paragraph.at}"
        pieces: list[Piece] = []
        for part in _parts(paragraph):
            hidden = " ".join(run.text.strip() for run in part.runs if run.hidden and run.text.strip())
            prose = self._as_prose(part, key)
            if hidden:
                pieces.append(Piece(place, hidden))
            if prose is None:
                continue
            words = part.shown
            if not key:
                pieces.append(Piece(place, words))
            else:
                looks = part.bold and mark_of(part.shown).kind and len(words) < 200 and key != OPENING
                why = doubt or (OTHER_HEADING if looks else "")
                pieces.append(Piece(place, words, "entry", (key,), prose.text, prose, why))
        return pieces

    def _as_prose(self, part: WordParagraph, key: str) -> ProseParagraph | None:
        kind: ParagraphKind = part.bullet or "text"
        runs = [ProseRun(r.text, r.bold, r.italic, r.note) for r in part.runs if not r.hidden]
        section = self._plan.sections.get(key)
        numbered = section is not None and section.numbered
        if part.number and not numbered:
            runs.insert(0, ProseRun(f"{part.number} ", runs[0].bold if runs else False))
        runs = _stripped(runs)
        if not runs:
            return None
        if kind == "text" and (found := _LIST.match(runs[0].text)):
            kind = "plus" if found[1] == "+" else "dash"
            runs[0] = runs[0].with_text(runs[0].text[found.end() :])
        elif numbered and (mark := mark_of(runs[0].text)).kind == "decimal" and len(mark.parts) == 1:
            runs[0] = runs[0].with_text(runs[0].text[mark.length :])
        runs[-1] = runs[-1].with_text(_without_end_mark(runs[-1].text))
        (prose,) = tidy((ProseParagraph(kind, tuple(runs)),)) or (None,)
        return prose


def _first_children(plan: Plan) -> dict[str, str]:
    """A section without prose -> the first one below it that has some."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for section in plan.edition.sections:
        if section.level in ("plain", "line"):
            continue
        waiting = [key for key in waiting if section.key.startswith(f"{key}.")]
        if section.prose:
            found |= dict.fromkeys(waiting, section.key)
            waiting = []
        else:
            waiting.append(section.key)
    return found


def _doubtful_letters(places: list[Place], found: dict[int, Found]) -> dict[str, str]:
    """Sections without a title that were told by their letter, where a letter beside them is missing."""
    keys = {each.place.section.key for each in found.values()}
    silent = [place for place in places if not place.title]
    missing = {place.above for place in silent if place.section.key not in keys}
    return {place.section.key: BY_LETTER for place in silent if place.above in missing}


def _is_closing(paragraph: WordParagraph) -> bool:
    return plain_words(paragraph.text)[:3] == ("tren", "day", "la")


def _without_end_mark(text: str) -> str:
    bare = text.rstrip()
    mark = next((mark for mark in _END_MARKS if bare.endswith(mark)), "")
    return bare.removesuffix(mark).rstrip() if mark else text


def _title(own: str) -> str:
    return own[mark_of(own).length :]


def _split(paragraph: WordParagraph, length: int) -> tuple[WordParagraph, WordParagraph]:
    """The paragraph up to so many letters, and what comes behind."""
    head: list[WordRun] = []
    rest: list[WordRun] = []
    for run in paragraph.runs:
        size = len(run.text)
        if length >= size and (run.text or not rest):
            head.append(run)
        elif length > 0:
            head.append(msgspec.structs.replace(run, text=run.text[:length]))
            rest.append(msgspec.structs.replace(run, text=run.text[length:]))
        else:
            rest.append(run)
        length = max(0, length - size)
    replace = msgspec.structs.replace
    return replace(paragraph, runs=tuple(head)), replace(paragraph, runs=tuple(rest))


def _parts(paragraph: WordParagraph) -> list[WordParagraph]:
    """The paragraph cut where a line end in it begins another one."""
    ends = [found.span() for found in islice(_BREAK.finditer(paragraph.text), MOST_LINES)]
    parts: list[WordParagraph] = []
    done = 0
    for begin, end in ends if len(ends) < MOST_LINES else ():
        first, rest = _split(paragraph, begin - done)
        parts.append(first)
        paragraph = msgspec.structs.replace(_split(rest, end - begin)[1], number="")
        done = end
    return [*parts, paragraph]


def _stripped(runs: list[ProseRun]) -> list[ProseRun]:
    """Without empty runs and without blanks at both ends."""
    runs = [run for run in runs if run.text or run.note]
    while runs and not runs[0].note and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].note and not runs[-1].text.strip():
        runs.pop()
    if runs and not runs[0].note:
        runs[0] = runs[0].with_text(runs[0].text.lstrip())
    if runs and not runs[-1].note:
        runs[-1] = runs[-1].with_text(runs[-1].text.rstrip())
    return runs
