"""Read the open report again after a pause, in another thread, and show what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.base import known_keys
from desktop_app.checking.findings import Finding
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.session import Changes
from desktop_app.reports.silencing import Silence
from desktop_app.services.services import Services
from desktop_app.services.silenced import always_silent
from desktop_app.ui import first_use
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.tasks import Stopped, Task

if TYPE_CHECKING:
    from desktop_app.proofreading.reader import ProofReader

PAUSE_MS = 700
"""Typing that pauses this long is read; a key pressed meanwhile ends the reading."""


class ProofReading(QObject):
    """The proof-reader of one open report; what it finds comes through the bridge.

    before: gives the report of the period before, asked for once, when the first pause comes.
    always: gives what is silenced in every report, asked for at each reading.
    """

    def __init__(
        self,
        bridge: SessionBridge,
        before: Callable[[], FilledReport | None],
        always: Callable[[], frozenset[Silence]],
    ) -> None:
        super().__init__(bridge)
        self._always = always
        self._bridge = bridge
        self._before = before
        self._previous: FilledReport | None = None
        self._reader: ProofReader | None = None
        self._task: Task | None = None
        self._reading: FilledReport | None = None
        self._resting = False
        self._read: object = None  # the entries that the findings shown were found in
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        bridge.entries_changed.connect(self._on_entries_changed)
        self._pause.start(PAUSE_MS)

    @property
    def is_up_to_date(self) -> bool:
        """Whether what is shown was found in the report as it stands."""
        return self._read is self._bridge.session.filled.entries

    def rest(self) -> None:
        """Nobody sees the report any more: nothing is read of it, and nothing found is shown."""
        self._resting = True
        self._pause.stop()
        if self._task:
            self._task.stop()

    def wake(self) -> None:
        """The report is seen again; what was typed meanwhile is read."""
        self._resting = False
        if not self.is_up_to_date:
            self._pause.start(PAUSE_MS)

    def read_now(self) -> None:
        """Read without a pause, also when nothing changed: what is silenced for good is another."""
        self._read = None
        if self._task:
            self._task.stop()
        self._pause.start(0)

    def _on_entries_changed(self, changes: Changes) -> None:
        if not self.is_up_to_date:
            if self._task:
                self._task.stop()
            silenced = bool(changes.keys) and all(map(known_keys.is_silence, changes.keys))
            self._pause.start(0 if silenced else PAUSE_MS)

    def _begin(self) -> None:
        if self._task or self._resting:  # it has been asked to stop, and this one begins when it has
            return
        if self._reader is None:
            self._previous, self._reader = self._before(), first_use.proof_reader()
        reader, previous = self._reader, self._previous
        filled = self._reading = self._bridge.session.filled
        always = self._always()
        task = self._task = Task(lambda task: reader.read(filled, previous, lambda: _go_on(task), always))
        task.done.connect(self._deliver)
        task.failed.connect(self._failed)
        task.ended.connect(self._end)
        self.destroyed.connect(task.stop)
        task.start()

    def _deliver(self, found: tuple[Finding, ...]) -> None:
        entries = self._reading.entries if self._reading else None
        if entries is self._bridge.session.filled.entries and not self._resting:
            self._read = entries
            self._bridge.deliver("prose", found)

    def _failed(self, fault: Exception) -> None:
        """A fault of ours: said once for these texts, not after every pause."""
        self._read = self._reading.entries if self._reading else None
        raise fault

    def _end(self) -> None:
        self._task = None
        if not self.is_up_to_date:
            self._pause.start(PAUSE_MS)


def proof_reading_of(bridge: SessionBridge, services: Services) -> ProofReading:
    """The proof-reader of an open report, with the report before it and what is silenced for good."""
    return ProofReading(
        bridge,
        lambda: services.library.before(bridge.session.filled),
        lambda: always_silent(services.preferences),
    )


def _go_on(task: Task) -> None:
    """Ends the reading once a key was pressed."""
    if task.is_stopping:
        raise Stopped
