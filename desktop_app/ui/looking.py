"""Look after a pause for what the open report still lacks, so that no key waits for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.reports.readiness import READINESS, look
from desktop_app.reports.report import Summary
from desktop_app.reports.session import Changes
from desktop_app.ui.session_bridge import SessionBridge

PAUSE_MS = 400


class Looking(QObject):
    """Signal: looked, after each look, for whoever shows how far the report is.

    others: the reports for the same period, as they were when this one was opened.
    """

    looked = Signal()

    def __init__(self, bridge: SessionBridge, others: Sequence[Summary]) -> None:
        super().__init__(bridge)
        self._bridge, self._others = bridge, others
        self._seen = bridge.session.filled.entries
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        bridge.entries_changed.connect(self._on_entries_changed)

    def wake(self) -> None:
        """The report is seen again."""
        if self._bridge.session.filled.entries is not self._seen:
            self._pause.start()

    def rest(self) -> None:
        """Nobody sees the report any more."""
        self._pause.stop()

    def _on_entries_changed(self, _changes: Changes) -> None:
        self.wake()

    def look(self) -> None:
        """Look now."""
        self._pause.stop()
        filled = self._bridge.session.filled
        self._seen = filled.entries
        found = look(filled, self._others)
        if set(found) != set(filled.further.get(READINESS, ())):
            self._bridge.deliver(READINESS, found)
        self.looked.emit()
