"""The preview beside the tabs: from a key to the new pages, and keys typed while pages are made."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import bootstrap
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.preview_page import PreviewPage
from desktop_app.ui.report_view import ReportView
from tools.bench.keys import focused
from tools.bench.measure import Ratio, ms, percentile

FRAME = 1 / 60
WAIT = 0.5
ROUNDS, KEYS = 8, 150
TYPING_MS = 20


def preview_ratios(folder: Path) -> list[Ratio]:
    """Two lines: refresh after a keystroke; keystrokes while the pages are being made."""
    services = bootstrap.build(folder / "preview")
    window = MainWindow(services)
    window.resize(1366, 728)
    window.show()
    window.open_report(services.library.create_sample("2023-q1"))
    view = window.view
    assert view
    view.bridge.go_to("pl1.7.2")
    view.toggle_beside()
    beside = view.beside
    assert beside
    _until_new_pages(beside, None)
    refreshed = median(_refresh(view, beside, str(number)) for number in range(10, 10 + ROUNDS))
    typed = percentile(_typed(view, beside), 0.99)
    window.close()
    services.file.close()
    return [
        _ratio("preview refreshed after a keystroke", "half a second", refreshed, WAIT),
        _ratio("keystroke while pages are made, p99", "one 60 Hz frame", typed, FRAME),
    ]


def _ratio(work: str, against: str, ours: float, limit: float) -> Ratio:
    return Ratio(work, against, ms(ours), ms(limit), ours / limit, 1)


def _refresh(view: ReportView, beside: PreviewPage, text: str) -> float:
    """Seconds from an edit to the pages that show it."""
    before = beside.positions
    begun = perf_counter()
    view.bridge.edit("pl1.7.2", text)
    _until_new_pages(beside, before)
    return perf_counter() - begun


def _until_new_pages(beside: PreviewPage, before: object) -> None:
    loop = QEventLoop()
    asking = QTimer()
    asking.timeout.connect(
        lambda: loop.quit() if beside.positions is not before and beside.positions.all else None
    )
    asking.start(1)
    loop.exec()


def _typed(view: ReportView, beside: PreviewPage) -> list[float]:
    """Seconds of keys pressed one after another, as fast as nobody types, pages being made all the while."""
    view.bridge.go_to("note.pl1.7.2")
    QTest.keyClicks(focused(), "a")
    taken: list[float] = []
    for number in range(KEYS):
        if number % 15 == 0:
            beside.make_pages()
        begun = perf_counter()
        QTest.keyClicks(focused(), "b")
        QApplication.processEvents()
        taken.append(perf_counter() - begun)
        pause = QEventLoop()
        QTimer.singleShot(TYPING_MS, pause.quit)
        pause.exec()
    return taken
