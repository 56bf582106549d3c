"""Undo and redo as steps of (key, before, after); typing in one place is one step.

The log notes every step, undo and redo as a step of its kind; from these `recall` makes the same
history again when the report is opened another day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import msgspec

from desktop_app.base.log_row import StepKind
from desktop_app.reports.report import Entry


class Change(msgspec.Struct, frozen=True):
    """One key before and after."""

    key: str
    before: Entry
    after: Entry


class Step(msgspec.Struct, frozen=True):
    """What one undo takes back; `label` is its Vietnamese name in the menu.

    id: the number that its first row has in the log of the report. kind: whether it is made, taken
    back (its changes reversed) or made again.
    """

    id: int
    label: str
    changes: tuple[Change, ...]
    kind: StepKind = "edit"

    def reversed(self) -> Step:
        """The step that takes this one back."""
        back = (Change(change.key, change.after, change.before) for change in self.changes)
        return Step(self.id, self.label, tuple(back)[::-1], "undo")

    def again(self) -> Step:
        """The step made once more."""
        return msgspec.structs.replace(self, kind="redo")

    @property
    def keys(self) -> frozenset[str]:
        """The places that the step changes."""
        return frozenset(change.key for change in self.changes)

    @property
    def changes_something(self) -> bool:
        """Whether any key is another after the step than before."""
        return any(change.before != change.after for change in self.changes)

    def followed_by(self, later: Step) -> Step:
        """Both as one step: from before this one to after the later one."""
        changes = {change.key: change for change in self.changes}
        for change in later.changes:
            before = changes[change.key].before if change.key in changes else change.before
            changes[change.key] = Change(change.key, before, change.after)
        return Step(self.id, self.label, tuple(changes.values()), self.kind)


class Recalled(NamedTuple):
    """The steps of earlier days: to be redone, and to be undone, the next one first."""

    undone: list[Step]
    done: Iterator[Step]


def recall(log: Iterable[Step]) -> Recalled:
    """The history that a log holds, from its steps, undos and redos, the last one first.

    A step stands as the last mention of its id left it. What was undone can be redone only if no step
    was made since; the log is read just so far, the steps before when they are asked for.
    """
    groups = _grouped(log)
    seen: set[int] = set()
    undone: list[Step] = []
    done: list[Step] = []
    for step in groups:
        if step.id not in seen:
            seen.add(step.id)
            (undone if step.kind == "undo" else done).append(step)
        if step.kind == "edit":
            break
    redoable = [step.reversed().again() for step in reversed(undone)]
    return Recalled(redoable, _changing(done, _still_done(groups, seen)))


def _grouped(log: Iterable[Step]) -> Iterator[Step]:
    """Every step, undo and redo as one, of a log where they come in parts, the last one first."""
    for _, group in groupby(log, key=lambda step: (step.kind, step.id)):
        parts = list(group)
        step = parts.pop()
        while parts:
            step = step.followed_by(parts.pop())
        yield step


def _still_done(log: Iterable[Step], seen: set[int]) -> Iterator[Step]:
    """The steps whose last mention, which is met first, left them done."""
    for step in log:
        if step.id not in seen:
            seen.add(step.id)
            if step.kind != "undo":
                yield step


def _changing(*parts: Iterable[Step]) -> Iterator[Step]:
    for part in parts:
        for step in part:
            if step.changes_something:
                yield step


class History:
    """The steps of a report: what can be undone, what can be redone."""

    def __init__(self, recalled: Recalled | None = None) -> None:
        self._undone, self._older = recalled or Recalled([], iter(()))
        self._done: list[Step] = []
        self._open_key = ""  # the place whose typing may still join the last step

    def open_step(self, typing_in: str) -> int:
        """The id of the last step when typing in this place still joins it, else 0."""
        joins = typing_in and typing_in == self._open_key and self._done
        return self._done[-1].id if joins else 0

    def record(self, step: Step, typing_in: str = "") -> None:
        """Add a step; one with the id of the last joins it."""
        self._undone.clear()
        if self._done and self._done[-1].id == step.id:
            step = self._done.pop().followed_by(step)
        self._open_key = typing_in
        if step.changes_something:
            self._done.append(step)
        else:
            self._open_key = ""

    def close_step(self) -> None:
        """What is typed from now on is a step of its own."""
        self._open_key = ""

    def undo(self) -> Step | None:
        """The step that takes back the last one, or None."""
        self.close_step()
        self._look_back()
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].reversed()

    def redo(self) -> Step | None:
        """The step last taken back, or None."""
        self.close_step()
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1].again()

    @property
    def undo_label(self) -> str:
        """Name of the step that undo would take back; "" when there is none."""
        self._look_back()
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """Name of the step that redo would do again; "" when there is none."""
        return self._undone[-1].label if self._undone else ""

    @property
    def undo_keys(self) -> frozenset[str]:
        """The places that undo would change."""
        self._look_back()
        return self._done[-1].keys if self._done else frozenset()

    @property
    def redo_keys(self) -> frozenset[str]:
        """The places that redo would change."""
        return self._undone[-1].keys if self._undone else frozenset()

    def _look_back(self) -> None:
        """Bring in one step of an earlier day when none of today is left."""
        if not self._done:
            self._done.extend(next(([step] for step in self._older), []))
