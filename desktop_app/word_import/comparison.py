"""A report beside its own Word file that somebody edited: each number, cell and paragraph that differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

import msgspec

from desktop_app.base import known_keys
from desktop_app.checking.plan import Plan
from desktop_app.reports.draft import Draft
from desktop_app.reports.prose import Prose, read_prose, tidy, to_plain, write_prose
from desktop_app.word_import.pieces import Reading, draft_of_reading

WITHOUT_PLACE = "Chưa có chỗ"


class Change(NamedTuple):
    """Paragraphs of ours (from, to) and those of the other file that stand there instead."""

    ours: tuple[int, int]
    theirs: tuple[int, int]


class WordDifference(msgspec.Struct, frozen=True):
    """One thing that can be taken over or left: its key, its name, both texts, "" for what is not there.

    change: which paragraphs, where it is one of prose.
    """

    key: str
    name: str
    ours: str
    theirs: str
    change: Change | None = None


class Comparison:
    """Two readings of one report: of the file as it would be exported now, and of the edited one."""

    def __init__(self, plan: Plan, ours: Reading, theirs: Reading, *, emptied: bool = True) -> None:
        """emptied: whether what the other file leaves empty is a difference too."""
        self._plan = plan
        self._ours, self._theirs = draft_of_reading(plan, ours), draft_of_reading(plan, theirs)
        found = [
            *_texts(plan, self._ours, self._theirs),
            *_prose(plan, self._ours, self._theirs),
            *_without_place(ours, theirs),
        ]
        self.differences = [one for one in found if emptied or one.theirs]
        self.differences.sort(key=lambda one: plan.order.get(known_keys.row_of(one.key), len(plan.order)))

    def entries(self, chosen: Iterable[WordDifference], held: dict[str, str]) -> dict[str, str]:
        """What the report gets from the differences that are taken; held: what it has now, by key."""
        texts: dict[str, str] = {}
        changes: dict[str, list[Change]] = {}
        for one in chosen:
            if one.change:
                changes.setdefault(one.key, []).append(one.change)
            elif known_keys.is_tray(one.key):
                texts[_free(one.key, {**held, **texts})] = f"{one.name}\n{one.theirs}"
            else:
                texts[one.key] = one.theirs
                texts |= self._words_behind(one.key, held)
        return texts | {key: self._changed(key, each, held.get(key, "")) for key, each in changes.items()}

    def _words_behind(self, key: str, held: dict[str, str]) -> dict[str, str]:
        """Words that stood in the cell of a figure go to its note, as they do when a file is taken in."""
        note = known_keys.note_of(key)
        words = self._theirs.texts.get(note, "")
        moved = key in self._plan.indicators and words == self._ours.texts.get(note, "") != held.get(note, "")
        return {note: words} if moved and words else {}

    def _changed(self, key: str, changes: list[Change], held: str) -> str:
        """Our prose with the paragraphs of the other file in those places.

        The others stay as they are held: what follows a figure in them goes on following it.
        """
        ours, theirs = tidy(self._ours.prose.get(key, ())), tidy(self._theirs.prose.get(key, ()))
        stored = tidy(read_prose(held))
        ours = stored if len(stored) == len(ours) else ours
        made: list[Prose] = []
        done = 0
        for change in sorted(changes):
            made += [ours[done : change.ours[0]], theirs[slice(*change.theirs)]]
            done = change.ours[1]
        made.append(ours[done:])
        return write_prose(tuple(paragraph for part in made for paragraph in part))


def _texts(plan: Plan, ours: Draft, theirs: Draft) -> Iterator[WordDifference]:
    for key in dict.fromkeys((*ours.texts, *theirs.texts)):
        before, after = ours.texts.get(key, ""), theirs.texts.get(key, "")
        if before != after and not known_keys.is_tray(key):
            name = plan.names[known_keys.row_of(key)]
            yield WordDifference(key, f"{name} (ghi chú)" if known_keys.is_note(key) else name, before, after)


def _prose(plan: Plan, ours: Draft, theirs: Draft) -> Iterator[WordDifference]:
    for key in dict.fromkeys((*ours.prose, *theirs.prose)):
        before, after = tidy(ours.prose.get(key, ())), tidy(theirs.prose.get(key, ()))
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for what, *ends in matcher.get_opcodes():
            if what == "equal":
                continue
            for change in _one_by_one(Change((ends[0], ends[1]), (ends[2], ends[3]))):
                both = to_plain(before[slice(*change.ours)]), to_plain(after[slice(*change.theirs)])
                yield WordDifference(key, plan.names[key], *both, change)


def _one_by_one(change: Change) -> Iterator[Change]:
    """As many paragraphs for as many: each for itself, so that each can be taken or left."""
    (a, b), (c, d) = change
    if b - a != d - c:
        yield change
        return
    for at in range(b - a):
        yield Change((a + at, a + at + 1), (c + at, c + at + 1))


def _without_place(ours: Reading, theirs: Reading) -> Iterator[WordDifference]:
    """What the other file has and no place of the form takes."""
    known = Counter(piece.words for piece in ours.pieces if piece.fate == "left")
    number = 0
    for piece in theirs.pieces:
        if piece.fate != "left" or not piece.words.strip():
            continue
        if known[piece.words]:
            known[piece.words] -= 1
            continue
        number += 1
        key = f"{known_keys.TRAY}back.{number}"
        yield WordDifference(key, f"{WITHOUT_PLACE}: {piece.place}", "", piece.words)


def _free(key: str, held: dict[str, str]) -> str:
    """The key, or the same with a number that no other has."""
    names = (key, *(f"{key}.{number}" for number in range(2, len(held) + 3)))
    return next(name for name in names if name not in held)
