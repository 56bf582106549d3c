"""A state machine: random edits, pastes, undos, redos and restarts, held against a model of ten lines."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from desktop_app.bootstrap import build
from tools.torture.fault_row import FaultRow

KEYS = ("pl1.7.1", "pl1.7.2", "pl1.2", "note.pl1.7.1", "I.1", "header.agency", "I.3.province_done")
KEY = st.sampled_from(KEYS)
TEXT = st.one_of(st.sampled_from(["", "0", "1", "186", "12.5", "chín"]), st.text("abđ ", max_size=300))
Texts = dict[str, str]


class ReportMachine(RuleBasedStateMachine):
    """The real data file beside plain dictionaries of before and after; `steps` of all machines together."""

    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="model-"))
        self.services = build(self.folder)
        self.session = self.services.library.open(self.services.library.create("2023-Q1"))
        self.texts: Texts = {}
        self.done: list[Texts] = []  # the texts before each step
        self.undone: list[Texts] = []

    @rule(key=KEY, text=TEXT)
    def edit(self, key: str, text: str) -> None:
        """One accepted edit."""
        self.session.edit(key, text)
        self._step({key: text})

    @rule(texts=st.dictionaries(KEY, TEXT, min_size=1))
    def paste(self, texts: Texts) -> None:
        """Several keys as one step."""
        self.session.edit_many("Dán", texts)
        self._step(texts)

    @rule(key=KEY, letters=st.text("abc", min_size=1, max_size=5), pause=st.booleans())
    def write(self, key: str, letters: str, pause: bool) -> None:
        """Letters typed one after another, with or without a pause that saves: one step."""
        before = self.session.filled.text(key)
        for place in range(len(letters)):
            self.session.type_text(key, before[:200] + letters[: place + 1])
            if pause:
                self.session.settle(step_ends=False)
        self.session.settle()
        self._step({key: before[:200] + letters})

    @rule()
    def undo(self) -> None:
        """Take the last step back."""
        self.session.undo()
        if self.done:
            self.undone.append(self.texts)
            self.texts = self.done.pop()

    @rule()
    def redo(self) -> None:
        """Make it again."""
        self.session.redo()
        if self.undone:
            self.done.append(self.texts)
            self.texts = self.undone.pop()

    @rule()
    def restart(self) -> None:
        """Close the program and open it again."""
        self.services.file.close()
        self.services = build(self.folder)
        self.session = self.services.library.open("2023-Q1")

    @invariant()
    def texts_are_those_of_the_model(self) -> None:
        """What stands in the report is what the model says, and all of it is saved."""
        ReportMachine.steps += 1
        assert self.session.filled.texts() == self.texts
        assert not self.session.unsaved
        assert bool(self.session.history.undo_label) == bool(self.done)
        assert bool(self.session.history.redo_label) == bool(self.undone)

    def teardown(self) -> None:
        """The folder goes with the machine."""
        self.services.file.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _step(self, texts: Texts) -> None:
        after = {key: text for key, text in (self.texts | texts).items() if text}
        if after != self.texts:
            self.done.append(self.texts)
            self.undone.clear()
            self.texts = after


def against_a_model(steps: int, runs: int) -> FaultRow:
    """At most so many steps in each run; what was really done is counted."""
    begun = ReportMachine.steps
    run_state_machine_as_test(
        ReportMachine,
        settings=settings(
            max_examples=runs, stateful_step_count=steps, deadline=None, derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    done = ReportMachine.steps - begun
    return FaultRow(
        "random edits, pastes, undos, redos and restarts against a model", done, note=f"{runs} runs"
    )
