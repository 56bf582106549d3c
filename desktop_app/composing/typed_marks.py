"""Marks that the form prints itself, taken off what was typed, so that none is printed twice."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from desktop_app.reports.prose import Prose, ProseParagraph, ProseRun

BULLETS = "-–—+*•●▪·\uf0b7"
"""What begins the line of a list, typed or pasted from Word."""

_BULLET = re.compile(rf"\s*[{BULLETS}](?=\s)\s*")
_NUMBER = re.compile(r"\s*\d{1,3}[.)]\s+")
_AGAIN = re.compile(r"\s*(?:\d{1,2}|[a-zđ]|[ivx]{1,5})[.)/]\s", re.IGNORECASE)
_END = r"\s*(?:[:.;]\s*|\Z)"
_COLON = r"\s*(?::\s*|[.;]?\s*\Z)"


def without_heading(prose: Prose, number: str, title: str, *, run_in: bool) -> Prose:
    """The prose without a number or heading at its beginning that the form prints before it.

    run_in: the prose goes on in the line of its number; else it stands below, where "a)" may begin a
    list of its own, which shows in the numbers of the paragraphs that follow.
    """
    if not prose or prose[0].kind != "text":
        return prose
    first, *further = prose
    length = _heading_length(first.text, number, title)
    if not length and number and (run_in or not any(_AGAIN.match(p.text) for p in further)):
        found = _mark_pattern(number).match(first.text)
        length = found.end() if found else 0
    if not length:
        return prose
    left = _cut(first, length)
    return tuple(further) if left.is_blank else (left, *further)


def without_bullet(paragraph: ProseParagraph) -> ProseParagraph:
    """A list item without a second mark typed behind the one that is printed."""
    found = _BULLET.match(paragraph.text) if paragraph.kind != "text" else None
    return _cut(paragraph, found.end()) if found else paragraph


def without_number(paragraph: ProseParagraph) -> ProseParagraph:
    """A paragraph without the number typed before it, where the form prints one."""
    found = _NUMBER.match(paragraph.text)
    return _cut(paragraph, found.end()) if found else paragraph


def _heading_length(text: str, number: str, title: str) -> int:
    """The letters of a typed heading: number and title, or the title with a colon or nothing behind it."""
    title = title.rstrip(" :.;")
    if not title:
        return 0
    numbered, alone = _heading_patterns(number, title)
    found = (numbered.match(text) if number else None) or alone.match(text)
    return found.end() if found else 0


@lru_cache(maxsize=512)
def _heading_patterns(number: str, title: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = r"\s+".join(map(re.escape, title.split()))
    numbered = re.compile(_mark_pattern(number).pattern + words + _END, re.IGNORECASE)
    return numbered, re.compile(rf"\s*{words}{_COLON}", re.IGNORECASE)


@lru_cache(maxsize=512)
def _mark_pattern(number: str) -> re.Pattern[str]:
    """The number however it is typed: "a)", "a.", "A/", "(a)"; "II." and "II)"; "-" as any bullet."""
    core = number.strip().strip("().:/").strip()
    if not core or core in BULLETS:
        return _BULLET
    return re.compile(rf"\s*\(?{re.escape(core)}(?:\s*[.)/:]\s*|\s+[-–]\s+)", re.IGNORECASE)


def _cut(paragraph: ProseParagraph, count: int) -> ProseParagraph:
    """The paragraph without its first letters; the faces of the others stay."""
    runs: list[ProseRun] = []
    for run in paragraph.runs:
        kept = run.text[count:]
        count = max(0, count - len(run.text))
        if kept or run.note:
            runs.append(run.with_text(kept))
    return msgspec.structs.replace(paragraph, runs=tuple(runs))
