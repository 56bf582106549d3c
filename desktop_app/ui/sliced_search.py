"""A search that never keeps a key waiting: a few milliseconds of it, then whatever else there is to do."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.reports.filled_report import FilledReport
from desktop_app.searching.hits import Hit, Look, search

SLICE_SECONDS = 0.004


class SlicedSearch(QObject):
    """Signals: found(hits) as they come, those in doubt last; ended() when all was looked through."""

    found = Signal(list)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[list[Hit]] = iter(())
        self._doubtful: list[Hit] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def running(self) -> bool:
        """Whether more may come."""
        return self._timer.isActive()

    def start(self, filled: FilledReport, look: Look) -> None:
        """Look through the report as it stands now; what was under way is given up."""
        self._work, self._doubtful = search(filled, look), []
        self._timer.start()
        self._slice()

    def stop(self) -> None:
        """Give up what is under way; neither signal comes any more."""
        self._timer.stop()

    def _slice(self) -> None:
        until, hits = perf_counter() + SLICE_SECONDS, list[Hit]()
        for some in self._work:
            for hit in some:
                (self._doubtful if hit.doubt else hits).append(hit)
            if perf_counter() > until:
                self.found.emit(hits)
                return
        self._timer.stop()
        self.found.emit(hits + self._doubtful)
        self.ended.emit()
