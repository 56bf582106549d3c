"""Where words stand in a report: prose with its footnotes, cells, notes, entries of head and foot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeAlias

import msgspec

from desktop_app.base import known_keys
from desktop_app.checking.plan import Plan
from desktop_app.forms.columns import cells_of, values_of
from desktop_app.reports.bound_numbers import stated
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import note_count, read_prose
from desktop_app.reports.succession import tray

AROUND = 60
"""Letters that are shown before and behind what was found."""
_SETTINGS = frozenset({known_keys.AGENCY_KIND, known_keys.RATE_OF_NOTHING, known_keys.DEADLINE})
"""Entries that are chosen or never printed: no words of the report."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """One place: letters `start` to `end` of a text of the report.

    paragraph: which one of prose, from 0. footnote: which one of this paragraph, from 1; 0 for its own
    words. shown: of the number as the program shows it, not of what was typed. doubt: why the place may
    well be right as it is.
    """

    key: str
    start: int
    end: int
    paragraph: int = 0
    footnote: int = 0
    shown: bool = False
    doubt: str = ""


class Text(NamedTuple):
    """One stretch of words under a key; see Hit."""

    key: str
    words: str
    paragraph: int = 0
    footnote: int = 0
    shown: bool = False


Found: TypeAlias = tuple[int, int, str]
"""Start, end and doubt."""
Look: TypeAlias = Callable[[str], Iterable[Found]]
"""What finds places in plain text."""


def looking_for(pattern: re.Pattern[str]) -> Look:
    """Every place that the pattern matches."""
    return lambda words: ((found.start(), found.end(), "") for found in pattern.finditer(words))


def search(filled: FilledReport, look: Look, keys: Iterable[str] | None = None) -> Iterator[list[Hit]]:
    """The hits in the order of the form, text by text, so that whoever waits may pause between.

    keys: only under these. What is shown of a figure counts where what was typed holds nothing.
    """
    for key in (*places(filled.plan), *_without_place(filled)) if keys is None else keys:
        if key in filled.plan.lines and key not in filled.entries:
            continue  # most lines that a table may have are none
        met = False
        for text in texts(filled, key):
            if text.shown and met:
                continue
            hits = [
                Hit(key, start, end, text.paragraph, text.footnote, text.shown, doubt)
                for start, end, doubt in look(text.words)
            ]
            met = met or bool(hits)
            yield hits


@lru_cache(maxsize=4)
def places(plan: Plan) -> tuple[str, ...]:
    """Every key that holds words of the report, figures and notes behind what they belong to."""
    edition = plan.edition
    found = [field.key for field in edition.fields if field.key not in _SETTINGS]
    for section in edition.sections:
        found += [section.key] * section.prose
        found += [figure.key for figure in edition.figures if figure.section == section.key]
    for appendix in edition.appendices:
        found += [cell.key for cell in cells_of(appendix)] if appendix.head.repeats else []
        for row in values_of(appendix):
            if row.kind != "heading":
                found.append(row.key)
                found += [note] if plan.is_key(note := known_keys.note_of(row.key)) else []
    return tuple(found)


def _without_place(filled: FilledReport) -> list[str]:
    """The keys of what a move to another form left over, last."""
    return [known_keys.TRAY + item.key for item in tray(filled.entries)]


def texts(filled: FilledReport, key: str) -> Iterator[Text]:
    """The words under a key, each paragraph and footnote by itself."""
    typed = filled.text(key)
    if filled.plan.is_prose(key):
        for number, (words, notes) in enumerate(_paragraphs(typed)):
            yield Text(key, words, number)
            for place, note in enumerate(notes, start=1):
                yield Text(key, note, number, place)
        return
    if typed and key in filled.plan.figures and _is_stated(filled, key):
        return  # its digits are those of a sentence
    if known_keys.is_tray(key):
        typed = typed.partition("\n")[2]  # its first line is the name of the old place
    if typed:
        yield Text(key, typed)
    if key in filled.plan.indicators or key in filled.plan.figures:
        shown = filled.shown(key)
        if shown and shown != typed:
            yield Text(key, shown, shown=True)


def _is_stated(filled: FilledReport, figure: str) -> bool:
    """Whether a sentence holds the figure."""
    texts = (filled.text(section.key) for section in filled.plan.edition.sections if section.prose)
    return any(figure in _stated_in(text) for text in texts if text)


@lru_cache(maxsize=512)
def _stated_in(stored: str) -> frozenset[str]:
    """The figures that the sentences of a stored prose hold."""
    return frozenset(stated(read_prose(stored)))


def words_at(filled: FilledReport, hit: Hit) -> str:
    """The whole text that the hit lies in; "" once it is gone."""
    if not filled.plan.is_prose(hit.key):
        return next((t.words for t in texts(filled, hit.key) if t.shown == hit.shown), "")
    paragraphs = _paragraphs(filled.text(hit.key))
    words, notes = paragraphs[hit.paragraph] if hit.paragraph < len(paragraphs) else ("", ())
    return next(iter(notes[hit.footnote - 1 : hit.footnote]), "") if hit.footnote else words


def around(filled: FilledReport, hit: Hit) -> tuple[str, str, str]:
    """The words before the hit, those found, the words behind it; on one line, cut where long."""
    words = words_at(filled, hit)
    before, after = words[max(0, hit.start - AROUND) : hit.start], words[hit.end : hit.end + AROUND]
    cut_before, cut_after = hit.start > AROUND, len(words) > hit.end + AROUND
    found = words[hit.start : hit.end]
    parts = ("…" * cut_before + before, found, after + "…" * cut_after)
    return tuple(re.sub(r"\s", " ", part) for part in parts)  # type: ignore[return-value]  # three again


def place_name(filled: FilledReport, hit: Hit) -> str:
    """ "Phụ lục 1, dòng 7.1 · ghi chú", "Mục II.4.a · chú thích 3": where a person looks for it."""
    row = known_keys.row_of(hit.key)
    name = filled.plan.names.get(row) or filled.text(hit.key).partition("\n")[0]
    if hit.footnote:
        return f"{name} · chú thích {footnote_number(filled, hit)}"
    return f"{name} · ghi chú" if known_keys.is_note(hit.key) else name


def footnote_number(filled: FilledReport, hit: Hit) -> int:
    """The number that the footnote is printed with."""
    before = 0
    for section in filled.plan.edition.sections:
        if section.key == hit.key:
            break
        before += note_count(filled.text(section.key)) if section.prose else 0
    paragraphs = islice(_paragraphs(filled.text(hit.key)), hit.paragraph)
    return before + sum(len(notes) for _, notes in paragraphs) + hit.footnote


@lru_cache(maxsize=512)
def _paragraphs(stored: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each paragraph's words and footnotes; what was read once is not read again with each key pressed."""
    return tuple(
        (paragraph.text, tuple(run.note for run in paragraph.runs if run.note))
        for paragraph in read_prose(stored)
    )
