"""An open report: every edit is recorded, evaluated and saved, and tells what it changed.

How a keystroke travels: a field calls `type_text` (evaluated and shown, saved by `settle`) or
`edit` (accepted: saved before it returns); the answer is a `Changes` that says which keys and
findings any screen must touch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from desktop_app.base.errors import EnvironmentFault
from desktop_app.base.text import clean
from desktop_app.checking.derivation import Derivation, derivation_of
from desktop_app.checking.evaluate import (
    Difference,
    Result,
    after_edit,
    difference,
    evaluate,
    read_entries,
)
from desktop_app.checking.findings import Count, Finding, count
from desktop_app.checking.plan import Plan
from desktop_app.checking.rules import shown
from desktop_app.forms.values import Value, read_value, show_computed
from desktop_app.reports.explanations import Explanation, explanation_key, read_explanation, write_explanation
from desktop_app.reports.history import Act, ActKind, Change, History, Recalled, Step
from desktop_app.reports.prose import Prose, read_prose, write_prose
from desktop_app.reports.report import NOTHING, Entry, Report


class Store(Protocol):
    """Where a session puts its edits."""

    def save(
        self, report: Report, entries: Mapping[str, Entry], acts: Sequence[Act], count: Count
    ) -> datetime:
        """Commit entries and the acts that led to them, durably, and return when.

        report: with the number of the last row of the log that is committed; the acts' rows come
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


class Session:
    """One open report; all screens read from it and edit through it."""

    def __init__(self, report: Report, plan: Plan, store: Store, recalled: Recalled | None = None) -> None:
        self.report = report
        self.plan = plan
        self._store = store
        self._entries = dict(report.entries)
        self._history = History(recalled)
        self._acts: list[Act] = []  # not committed yet
        self._rows = report.last_log_row  # rows of the log, with those of the acts above
        self._trouble = ""
        self.saved_at = report.changed_at
        texts = {key: entry.text for key, entry in self._entries.items()}
        self.result: Result = evaluate(plan, read_entries(plan, texts))

    # -- reading --

    def text(self, key: str) -> str:
        """What was typed under the key ("" for nothing); prose in its stored spelling."""
        return self._entries.get(key, NOTHING).text

    def texts(self) -> dict[str, str]:
        """Every typed text by key; keys without one are left out."""
        return {key: entry.text for key, entry in self._entries.items() if entry.text}

    def prose(self, key: str) -> Prose:
        """The paragraphs written under the key."""
        return read_prose(self.text(key))

    def is_carried(self, key: str) -> bool:
        """Whether the entry came from the period before and has not been touched since."""
        return self._entries.get(key, NOTHING).carried

    def value(self, key: str) -> Value:
        """The typed text of an indicator or figure, read."""
        return self.result.value(key)

    def shown(self, key: str) -> str:
        """The key as printed: typed, or computed where the form fills it in."""
        formula = self.plan.formula_of.get(key)
        filled = self.result.computed[key] if formula and formula.fill == "auto" else None
        return shown(self.plan, key, self.value(key), filled)

    def computed_text(self, key: str) -> str:
        """The computed number of a row with a formula, as printed; "" without one."""
        quantity = self.result.computed.get(key)
        if quantity is None:
            return ""
        return show_computed(self.plan.kind(key), quantity.number, quantity.none_arisen)

    def is_overruled(self, key: str) -> bool:
        """Whether the clerk typed over the computed number of a rate."""
        formula = self.plan.formula_of.get(key)
        return bool(formula and formula.fill == "auto" and self.text(key).strip())

    def derivation(self, key: str) -> Derivation | None:
        """Where the number of a computed row comes from."""
        return derivation_of(self.plan, self.result, key)

    def findings(self) -> list[Finding]:
        """Every finding, errors first, then in the order of the form."""
        return self.result.sorted_findings()

    def count(self) -> Count:
        """The findings counted by level."""
        return count(list(self.result.findings.values()))

    def out_of_scope(self, key: str) -> str:
        """Why this agency does not report the row; "" when it does."""
        return self.plan.out_of_scope(key, self.text("header.agency_kind"))

    def explanation(self, finding: Finding) -> Explanation | None:
        """The clerk's explanation of a warning, if one was given."""
        return read_explanation(self.text(explanation_key(finding)))

    @property
    def history(self) -> History:
        """For the names of the next undo and redo."""
        return self._history

    @property
    def edits(self) -> int:
        """Rows of the log, with those that are not committed yet: it grows with every edit."""
        return self._rows

    @property
    def trouble(self) -> str:
        """The sentence of the last save when it failed; "" when it did not."""
        return self._trouble

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not committed yet."""
        return bool(self._acts)

    # -- editing --

    def edit(self, key: str, text: str) -> Changes:
        """Accept a text for a key: recorded, evaluated, committed before this returns."""
        self._history.close_step()
        return self.edit_many(self._label(key), {key: text})

    def edit_many(self, label: str, texts: Mapping[str, str]) -> Changes:
        """Accept several texts as one step, such as a paste; `label` names it in the menu."""
        moved = self._apply(self._step(label, texts))
        return self._saved(moved)

    def type_text(self, key: str, text: str) -> Changes:
        """Show and check a text while it is being typed; `settle` commits it."""
        return self._told(self._apply(self._step(self._label(key), {key: text}), typing_in=key))

    def type_prose(self, key: str, prose: Prose) -> Changes:
        """Show and check paragraphs while they are being typed."""
        return self.type_text(key, write_prose(prose))

    def settle(self, *, step_ends: bool = True) -> Changes:
        """Commit what is typed and not committed yet; with step_ends typing starts a new step."""
        if step_ends:
            self._history.close_step()
        return self._saved(Difference(frozenset()))

    def give_explanation(self, finding: Finding, text: str) -> Changes:
        """Accept the clerk's explanation of a warning; "" takes it back."""
        return self.edit(explanation_key(finding), write_explanation(text, finding, self.text))

    def undo(self) -> Changes:
        """Take back the last step, on whatever tab and whatever day it was made."""
        return self._saved(self._replay("undo", self._history.undo()))

    def redo(self) -> Changes:
        """Do again the step last taken back."""
        return self._saved(self._replay("redo", self._history.redo()))

    # -- inside --

    def _label(self, key: str) -> str:
        note = key.removeprefix("note.")
        place = self.plan.names.get(note, key)
        return f"Ghi chú {place}" if note != key else place

    def _step(self, label: str, texts: Mapping[str, str]) -> Step:
        entries = {self.plan.canonical(key): Entry(clean(text)) for key, text in texts.items()}
        changes = tuple(Change(key, self._entries.get(key, NOTHING), entry) for key, entry in entries.items())
        return Step(self._rows + 1, label, tuple(c for c in changes if c.before != c.after))

    def _apply(self, step: Step, typing_in: str = "") -> Difference:
        """Record the step and take it over."""
        if not step.changes:
            return Difference(frozenset())
        if joined := self._history.open_step(typing_in):
            step = msgspec.structs.replace(step, id=joined)
        self._history.record(step, typing_in)
        return self._replay("edit", step)

    def _replay(self, kind: ActKind, step: Step | None) -> Difference:
        """Take a step over into entries and result, and note it for the log."""
        if step is None:
            return Difference(frozenset())
        self._note(Act(kind, step))
        values: dict[str, Value] = {}
        for change in step.changes:
            self._entries[change.key] = change.after
            value_kind, choices = self.plan.kind(change.key), self.plan.choices(change.key)
            values[change.key] = read_value(value_kind, change.after.text, choices)
        before = self.result
        self.result = after_edit(self.plan, before, values)
        return difference(before, self.result, values)

    def _note(self, act: Act) -> None:
        """Keep the act for the next commit; letters typed one after another are one act."""
        last = self._acts[-1] if self._acts else None
        if last and act.kind == last.kind == "edit" and act.step.id == last.step.id:
            self._acts[-1] = Act("edit", last.step.followed_by(act.step))
        else:
            self._acts.append(act)
            self._rows += len(act.step.changes)

    def _saved(self, moved: Difference) -> Changes:
        """Commit what is not committed; a save that fails keeps everything and says so."""
        if self._acts:
            keys = sorted({change.key for act in self._acts for change in act.step.changes})
            entries = {key: self._entries[key] for key in keys}
            try:
                self.saved_at = self._store.save(self.report, entries, self._acts, self.count())
            except EnvironmentFault as fault:
                self._trouble = str(fault)
            else:
                self.report = msgspec.structs.replace(self.report, last_log_row=self._rows)
                self._acts = []
                self._trouble = ""
        return self._told(moved)

    def _told(self, moved: Difference) -> Changes:
        return Changes(
            keys=moved.keys, gone=moved.gone, come=moved.come,
            saved_at=self.saved_at, unsaved=self.unsaved, trouble=self._trouble,
        )  # fmt: skip
