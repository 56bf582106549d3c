"""Keys pressed in the search bar over five hundred pages of prose, while the hits come in."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import bootstrap
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.ui.main_window import MainWindow
from tools.bench.keys import focused
from tools.bench.measure import Ratio, ms, percentile

FRAME = 1 / 60
PAGES, LETTERS_OF_A_PAGE = 500, 3000
SENTENCE = (
    "Trong kỳ, Ủy ban nhân dân tỉnh đã ban hành 12 văn bản chỉ đạo, điều hành công tác cải cách hành chính; "
    "kết quả giải quyết hồ sơ thủ tục hành chính đúng hạn đạt 99,2% trên tổng số. "
)
WORDS = ("hanh chinh", "quy i", "thu tuc", "a", "99,2%") * 6


def search_ratio(folder: Path) -> Ratio:
    """The slowest keys against a frame; each is followed by what the window does until it is idle once."""
    services = bootstrap.build(folder / "search")
    window = MainWindow(services)
    window.resize(1366, 728)
    window.show()
    window.open_report(services.library.create_sample("2025-y"))
    assert window.view
    sections = [s.key for s in window.view.session.filled.plan.edition.sections if s.prose]
    share = PAGES * LETTERS_OF_A_PAGE // len(sections) // (4 * len(SENTENCE)) + 1
    prose = write_prose(from_plain("\n".join([SENTENCE * 4] * share)))
    window.view.show_tab("general").focus_first()
    window.view.bridge.edit_many("", dict.fromkeys(sections, prose))
    QApplication.processEvents()
    window.view.search.open(replacing=False)
    QApplication.processEvents()
    taken: list[float] = []
    for words in WORDS:
        window.view.search.bar.words.clear()
        for letter in words:
            begin = perf_counter()
            QTest.keyClicks(focused(), letter)
            QApplication.processEvents()
            taken.append(perf_counter() - begin)
        while window.view.search.searching:
            QApplication.processEvents()
    window.close()
    services.file.close()
    slow = percentile(taken, 0.99)
    return Ratio(
        f"key in the search bar, {PAGES} pages, p99", "one 60 Hz frame", ms(slow), ms(FRAME), slow / FRAME, 1
    )
