"""An open report: every edit is recorded, evaluated and saved, and answers with what it changed.

How a keystroke travels: a field calls `type_text` (evaluated and shown, saved by `settle`) or
`edit` (accepted: saved before it returns); the answer is a `Changes` that says which keys and
findings any screen must touch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.text import clean
from desktop_app.checking.evaluate import Difference, difference
from desktop_app.checking.findings import Count, Finding, Source
from desktop_app.checking.plan import Plan
from desktop_app.reports.bound_numbers import Before
from desktop_app.reports.confirming import still_unconfirmed
from desktop_app.reports.explanations import explanation_key, write_explanation
from desktop_app.reports.filled_report import FilledReport, fill_in, with_entries, with_findings
from desktop_app.reports.following import consequences
from desktop_app.reports.history import Change, History, Recalled, Step
from desktop_app.reports.marks import marked_tabs, marks_lost
from desktop_app.reports.prose import read_prose
from desktop_app.reports.readiness import READINESS, status_of, with_look
from desktop_app.reports.report import NOTHING, Entry, Report


class Store(Protocol):
    """Where a session puts its edits."""

    def save(
        self, report: Report, entries: Mapping[str, Entry], steps: Sequence[Step], count: Count
    ) -> datetime:
        """Commit entries and the steps that led to them, durably, and return when.

        report: with the number of the last row of the log that is committed; the steps' rows come
        next. count: the open findings. Raises EnvironmentFault, nothing half done.
        """


class Changes(msgspec.Struct, frozen=True):
    """What a screen must touch after an edit.

    keys: every key whose text, computed number or findings changed. saved_at: when the last
    commit was made; unsaved: edits wait for one. trouble: the sentence of a save that failed.
    """

    keys: frozenset[str]
    gone: tuple[Finding, ...] = ()
    come: tuple[Finding, ...] = ()
    saved_at: datetime | None = None
    unsaved: bool = False
    trouble: str = ""


def no_other_form(edition_id: str) -> Plan:
    """For sessions whose report stays on its form."""
    raise UserFault(f"Không có mẫu báo cáo «{edition_id[:60]}».")


class Session:
    """One open report; all screens edit through it and read what it holds as `filled`."""

    def __init__(
        self, filled: FilledReport, store: Store, recalled: Recalled | None = None,
        plan_of: Callable[[str], Plan] = no_other_form, before: Before = dict,
    ) -> None:  # fmt: skip
        """plan_of: the compiled form of this id, for a report that goes over to it or comes back.

        before: what the report of the period before shows by key, asked for when a number follows it.
        """
        self._before = before
        self._filled = filled
        self._plan_of = plan_of
        self._store = store
        self._history = History(recalled)
        self._steps: list[Step] = []  # not committed yet
        self._rows = filled.report.last_log_row  # rows of the log, with those of the steps above
        self._trouble = ""

    # -- reading --

    @property
    def filled(self) -> FilledReport:
        """The report as it stands now, with what is not committed yet."""
        return self._filled

    @property
    def history(self) -> History:
        """For the names of the next undo and redo."""
        return self._history

    @property
    def edits(self) -> int:
        """Rows of the log, with those that are not committed yet: it grows with every edit."""
        return self._rows

    @property
    def saved_at(self) -> datetime | None:
        """When the last commit was made."""
        return self.filled.report.changed_at

    @property
    def trouble(self) -> str:
        """The sentence of the last save when it failed; "" when it did not."""
        return self._trouble

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not committed yet."""
        return bool(self._steps)

    # -- editing --

    def edit(self, key: str, text: str) -> Changes:
        """Accept a text for a key: recorded, evaluated, committed before this returns."""
        self._history.close_step()
        return self.edit_many(self._label(key), {key: text})

    def edit_many(self, label: str, texts: Mapping[str, str], *, carried: bool = False) -> Changes:
        """Accept several texts as one step, such as a paste; `label` names it in the menu.

        carried: they are taken over from an earlier report, and nobody has touched them yet.
        """
        moved = self._apply(self._step(label, texts, carried=carried))
        return self._saved(moved)

    def type_text(self, key: str, text: str) -> Changes:
        """Show and check a text while it is being typed; `settle` commits it."""
        if self.filled.plan.is_prose(key):
            text = still_unconfirmed(self.filled, key, text)
        return self._changes(self._apply(self._step(self._label(key), {key: text}), typing_in=key))

    def move(self, edition_id: str, entries: Mapping[str, Entry], label: str) -> Changes:
        """Go over to this form with these entries in the place of all others, as one step.

        The log keeps what stood before, so that undo brings form and entries back. Whoever shows the
        report shows it anew: its rows are others.
        """
        self._history.close_step()
        now = self.filled.entries
        after = dict.fromkeys(now, NOTHING) | dict(entries)
        after.pop(known_keys.FORM, None)
        form = Change(known_keys.FORM, Entry(self.filled.report.edition_id), Entry(edition_id))
        changes = [form, *(Change(key, now.get(key, NOTHING), entry) for key, entry in after.items())]
        moved = tuple(change for change in changes if change.before != change.after)
        return self._saved(self._apply(Step(self._rows + 1, label, moved)))

    def settle(self, *, step_ends: bool = True) -> Changes:
        """Commit what is typed and not committed yet; with step_ends typing starts a new step."""
        if step_ends:
            self._history.close_step()
        return self._saved(Difference(frozenset()))

    def give_explanation(self, finding: Finding, text: str) -> Changes:
        """Accept the clerk's explanation of a warning; "" takes it back."""
        return self.edit(explanation_key(finding), write_explanation(text, finding, self.filled.text))

    def deliver(self, source: Source, findings: Sequence[Finding]) -> Changes:
        """Take over all that a source finds now, in the place of what it found before.

        For those that need a pause: whoever delivers sees to it that it looked at the texts of today.
        """
        self._filled, moved = with_findings(self._filled, source, findings)
        return self._changes(moved)

    def undo(self) -> Changes:
        """Take back the last step, on whatever tab and whatever day it was made."""
        return self._saved(self._take_over(self._history.undo()))

    def redo(self) -> Changes:
        """Do again the step last taken back."""
        return self._saved(self._take_over(self._history.redo()))

    # -- inside --

    def _label(self, key: str) -> str:
        if known_keys.is_explanation(key):
            return "Giải trình"
        if known_keys.is_silence(key):
            return "Bỏ qua lỗi"
        if known_keys.is_named_number(key):
            return f"Số «{known_keys.number_name(key)}»"
        note = known_keys.row_of(key)
        place = self.filled.plan.names.get(note, key)
        return f"Ghi chú {place}" if note != key else place

    def _step(self, label: str, texts: Mapping[str, str], *, carried: bool = False) -> Step:
        now, plan = self.filled.entries, self.filled.plan
        clear = {plan.canonical(key): clean(text) for key, text in texts.items()}
        typed = {
            key: Entry(text, carried or (plan.is_prose(key) and any(p.carried for p in read_prose(text))))
            for key, text in clear.items()
        }
        entries = consequences(self.filled, typed, self._before)
        changed = {key: entry for key, entry in entries.items() if now.get(key, NOTHING) != entry}
        changed = marks_lost(plan, now, changed) | changed
        changes = (Change(key, now.get(key, NOTHING), entry) for key, entry in changed.items())
        return Step(self._rows + 1, label, tuple(changes))

    def _apply(self, step: Step, typing_in: str = "") -> Difference:
        """Record the step and take it over."""
        if not step.changes:
            return Difference(frozenset())
        if joined := self._history.open_step(typing_in):
            step = msgspec.structs.replace(step, id=joined)
        self._history.record(step, typing_in)
        return self._take_over(step)

    def _take_over(self, step: Step | None) -> Difference:
        """Make the step, undo or redo part of the report, and note it for the log."""
        if step is None:
            return Difference(frozenset())
        edited = {change.key: change.after for change in step.changes}
        if form := edited.get(known_keys.FORM):
            return self._take_form(step, form.text, edited)
        self._note(step)
        before = self.filled.result
        self._filled = with_entries(self.filled, edited)
        return difference(before, self.filled.result, edited)

    def _take_form(self, step: Step, edition_id: str, edited: Mapping[str, Entry]) -> Difference:
        """The same for a step that exchanges the form too."""
        plan = self._plan_of(edition_id)
        self._note(step)
        report = msgspec.structs.replace(self.filled.report, edition_id=edition_id)
        self._filled = fill_in(report, plan, {**self.filled.entries, **edited})
        return Difference(frozenset(edited))

    def _note(self, step: Step) -> None:
        """Keep the step for the next commit; letters typed one after another are one."""
        last = self._steps[-1] if self._steps else None
        if last and step.kind == last.kind == "edit" and step.id == last.id:
            joined = self._steps[-1] = last.followed_by(step)
            self._rows += len(joined.changes) - len(last.changes)
        else:
            self._steps.append(step)
            self._rows += len(step.changes)

    def _saved(self, moved: Difference) -> Changes:
        """Commit what is not committed; a save that fails keeps everything and says so."""
        if self._steps:
            moved = self._looked(moved)
            report, now = self._with_status(self.filled.report), self.filled.entries
            keys = sorted({change.key for step in self._steps for change in step.changes})
            entries = {key: now[key] for key in keys}
            try:
                saved_at = self._store.save(report, entries, self._steps, self.filled.count())
            except EnvironmentFault as fault:
                self._trouble = str(fault)
            else:
                self._committed(report, saved_at)
        return self._changes(moved)

    def _looked(self, moved: Difference) -> Difference:
        """Look anew for what is missing when a mark or the form is another: it weighs otherwise now."""
        keys = {change.key for step in self._steps for change in step.changes}
        first = READINESS not in self.filled.further and marked_tabs(self.filled.plan, self.filled.entries)
        if not first and not any(known_keys.is_mark(key) or key == known_keys.FORM for key in keys):
            return moved
        self._filled, more = with_look(self.filled)
        return Difference(moved.keys | more.keys, moved.gone + more.gone, moved.come + more.come)

    def _with_status(self, report: Report) -> Report:
        return msgspec.structs.replace(report, status=status_of(self.filled))

    def _committed(self, report: Report, saved_at: datetime) -> None:
        committed = msgspec.structs.replace(report, changed_at=saved_at, last_log_row=self._rows)
        self._filled = msgspec.structs.replace(self.filled, report=committed)
        self._steps, self._trouble = [], ""

    def _changes(self, moved: Difference) -> Changes:
        return Changes(
            keys=moved.keys, gone=moved.gone, come=moved.come,
            saved_at=self.saved_at, unsaved=self.unsaved, trouble=self._trouble,
        )  # fmt: skip
