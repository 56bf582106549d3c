"""Undo and redo as steps of (key, before, after); typing in one place is one step."""

from __future__ import annotations

import msgspec

from desktop_app.reports.report import Entry


class Change(msgspec.Struct, frozen=True):
    """One key before and after."""

    key: str
    before: Entry
    after: Entry


class Step(msgspec.Struct, frozen=True):
    """What one undo takes back; `label` is its Vietnamese name in the menu."""

    label: str
    changes: tuple[Change, ...]

    def reversed(self) -> Step:
        """The step that takes this one back."""
        back = (Change(change.key, change.after, change.before) for change in self.changes)
        return Step(self.label, tuple(back)[::-1])


class History:
    """The steps of one session: what can be undone, what can be redone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open_key = ""  # the place whose typing may still join the last step

    def record(self, step: Step, typing_in: str = "") -> None:
        """Add a step; consecutive typing in one place joins into one."""
        self._undone.clear()
        if typing_in and typing_in == self._open_key and self._done:
            step = _joined(self._done.pop(), step)
        self._open_key = typing_in
        if any(change.before != change.after for change in step.changes):
            self._done.append(step)
        else:
            self._open_key = ""

    def close_step(self) -> None:
        """What is typed from now on is a step of its own."""
        self._open_key = ""

    def undo(self) -> Step | None:
        """The step that takes back the last one, or None."""
        self.close_step()
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
        return self._done[-1]

    @property
    def undo_label(self) -> str:
        """Name of the step that undo would take back; "" when there is none."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """Name of the step that redo would do again; "" when there is none."""
        return self._undone[-1].label if self._undone else ""


def _joined(first: Step, second: Step) -> Step:
    """Two steps of typing in one place as one."""
    before = {change.key: change.before for change in first.changes}
    changes = tuple(
        Change(change.key, before.get(change.key, change.before), change.after) for change in second.changes
    )
    return Step(first.label, changes)
