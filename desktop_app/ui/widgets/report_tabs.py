"""The tabs of an open report, each with a thin line below its name that shows how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabBar, QTabWidget

from desktop_app.ui.theme import COMPLETE, LINK, TRACK

BY_KEY = 9
"""Tabs that Ctrl and a digit show."""
HEIGHT, EDGE, ABOVE = 2, 8, 4
"""Of the line, in pixels; what stays free at both its ends, and below it for the line of the chosen tab."""


class ReportTabs(QTabWidget):
    """Tabs whose bar shows progress, and whose names become shorter where not all of them are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _ProgressBar()
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self._bar.setUsesScrollButtons(True)
        self._bar.setAccessibleName("Các phần của báo cáo")
        self._texts: dict[int, tuple[str, ...]] = {}
        for place in range(BY_KEY):
            keys = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            keys.activated.connect(partial(self._show_place, place))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The longer texts, as soon as there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def set_texts(self, texts: Mapping[int, tuple[str, ...]]) -> None:
        """What stands on these tabs, the longest text first; all show the longest that have room together."""
        if any(self._texts.get(place) != one for place, one in texts.items()):
            self._texts |= texts
            self._fit()

    def _show_place(self, place: int) -> None:
        if place < self.count():
            self.setCurrentIndex(place)

    def _fit(self) -> None:
        letters, frames = self._bar.fontMetrics(), self._bar.frame() * len(self._texts)
        widths = [
            sum(map(letters.horizontalAdvance, texts)) for texts in zip(*self._texts.values(), strict=True)
        ]
        fitting = (n for n, width in enumerate(widths) if width + frames <= self.width())
        chosen = next(fitting, len(widths) - 1)
        for place, texts in self._texts.items():
            if self.tabText(place) != texts[chosen]:
                self.setTabText(place, texts[chosen])

    def show_progress(self, place: int, share: float, *, complete: bool) -> None:
        """How much of the tab is entered, from 0 to 1, and whether it is marked as complete."""
        self._bar.show_progress(place, (share, complete))


class _ProgressBar(QTabBar):
    def __init__(self) -> None:
        super().__init__()
        self._progress: dict[int, tuple[float, bool]] = {}

    def frame(self) -> int:
        """What a tab is wider than its letters."""
        letters = self.fontMetrics()
        return min(
            self.tabSizeHint(n).width() - letters.horizontalAdvance(self.tabText(n))
            for n in range(self.count())
        )

    def show_progress(self, place: int, progress: tuple[float, bool]) -> None:
        if self._progress.get(place) != progress:
            self._progress[place] = progress
            self.update(self.tabRect(place))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        for place, (share, complete) in self._progress.items():
            tab = self.tabRect(place)
            line = QRect(tab.left() + EDGE, tab.bottom() - ABOVE, tab.width() - 2 * EDGE, HEIGHT)
            painter.fillRect(line, TRACK)
            line.setWidth(round(line.width() * share))
            painter.fillRect(line, COMPLETE if complete else LINK)
