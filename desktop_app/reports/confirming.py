"""Paragraphs of the period before: which of a section nobody has looked at yet, and how that ends."""

from __future__ import annotations

import msgspec

from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import Prose, ProseParagraph, read_prose, write_prose


def unconfirmed(filled: FilledReport, key: str) -> frozenset[int]:
    """The paragraphs that came from the period before and were neither touched nor confirmed.

    A section that nobody has touched at all marks none of them by itself: it is all of them.
    """
    if not filled.is_carried(key):
        return frozenset()
    prose = filled.prose(key)
    marked = frozenset(n for n, paragraph in enumerate(prose) if paragraph.carried)
    return marked or frozenset(range(len(prose)))


def still_unconfirmed(filled: FilledReport, key: str, stored: str) -> str:
    """A prose as it is typed, with the marks of those paragraphs that are as they were."""
    waiting = unconfirmed(filled, key)
    if not waiting:
        return stored
    old = [_unmarked(p) for n, p in enumerate(filled.prose(key)) if n in waiting]
    new: list[ProseParagraph] = []
    for paragraph in read_prose(stored):
        same = _unmarked(paragraph) in old
        if same:
            old.remove(_unmarked(paragraph))
        new.append(msgspec.structs.replace(paragraph, carried=same))
    return write_prose(tuple(new))


def confirmed(filled: FilledReport, key: str, place: int) -> str:
    """The stored prose with this paragraph confirmed, as it stands."""
    return write_prose(marked(filled.prose(key), unconfirmed(filled, key) - {place}))


def without_marks_of(prose: Prose) -> Prose:
    """The same words as if they were all of this period."""
    return marked(prose, frozenset())


def marked(prose: Prose, waiting: frozenset[int]) -> Prose:
    """The same words with these paragraphs, and no others, still to be looked at."""
    return tuple(msgspec.structs.replace(p, carried=n in waiting) for n, p in enumerate(prose))


def _unmarked(paragraph: ProseParagraph) -> ProseParagraph:
    return msgspec.structs.replace(paragraph, carried=False)
