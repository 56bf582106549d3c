"""A search that never keeps a key waiting: a few milliseconds of it, then whatever else there is to do."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.reports.filled_report import FilledReport
from desktop_app.searching.hits import Hit, Look, search

SLICE_SECONDS = 0.003
MOST = 20_000
"""Nobody walks through more hits than these; the search ends there and says so."""


class SlicedSearch(QObject):
    """Signals: found(hits) once the first are known and at the end, those in doubt last; then ended().

    A view takes milliseconds for every handful that comes, so the rest comes as one.
    """

    found = Signal(list)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[list[Hit]] = iter(())
        self._sure: list[Hit] = []
        self._doubtful: list[Hit] = []
        self._count, self._shown = 0, False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def running(self) -> bool:
        """Whether more may come."""
        return self._timer.isActive()

    @property
    def gave_up(self) -> bool:
        """Whether there were more than MOST."""
        return self._count > MOST

    def start(self, filled: FilledReport, look: Look) -> None:
        """Look through the report as it stands now; what was under way is given up."""
        self._work, self._count, self._shown = search(filled, look), 0, False
        self._sure, self._doubtful = [], []
        self._timer.start()
        self._slice()

    def stop(self) -> None:
        """Give up what is under way; neither signal comes any more."""
        self._timer.stop()

    def _slice(self) -> None:
        until = perf_counter() + SLICE_SECONDS
        for some in self._work:
            for hit in some:
                (self._doubtful if hit.doubt else self._sure).append(hit)
            self._count += len(some)
            if self.gave_up:
                break
            if perf_counter() > until:
                self._show_first()
                return
        self._timer.stop()
        self.found.emit(self._sure + self._doubtful)
        self.ended.emit()

    def _show_first(self) -> None:
        if self._sure and not self._shown:
            self._shown = True
            hits, self._sure = self._sure, []
            self.found.emit(hits)
