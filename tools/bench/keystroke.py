"""One key pressed in a cell until its findings are shown, through the real widgets."""

from __future__ import annotations

import random
import string
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import bootstrap
from desktop_app.checking.findings import Count
from desktop_app.checking.plan import Plan
from desktop_app.forms.loader import load_edition
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.history import Step
from desktop_app.reports.report import Entry, Report
from desktop_app.reports.session import Session
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tools.bench.keys import focused
from tools.bench.measure import Ratio, ms, percentile

FRAME = 1 / 60
KEYS = 400
LARGE = 10_000
TYPED = {
    "2023-q1": ["pl1.7.2", "pl1.7.3", "pl1.2.2", "pl1.8.4"],
    "2025-y": ["bm1.4.1.1", "bm1.4.1.2", "bm1.2.2", "bm1.3.3.2"],
}
"""Sample -> cells of a table that many checks read."""


def keystroke_ratios(folder: Path) -> list[Ratio]:
    """A line for each form, and one for ten thousand indicators in a single appendix."""
    services = bootstrap.build(folder / "keys")
    window = MainWindow(services)
    window.resize(1366, 728)
    window.show()
    real: dict[str, float] = {}
    for sample, keys in TYPED.items():
        window.open_report(services.library.create_sample(sample))
        assert window.view
        real[sample] = percentile(_typed(window.view, keys[0].split(".")[0], keys), 0.99)
    large_view = ReportView(_large_session(folder), services)
    large_view.resize(1366, 728)
    large_view.show()
    large = percentile(_typed(large_view, "pl1", [f"pl1.{n}" for n in range(4_000, 8_000, 37)]), 0.99)
    window.close()
    services.file.close()
    return [
        *(
            Ratio(
                f"keystroke to findings shown, p99, {sample}",
                "one 60 Hz frame",
                ms(taken),
                ms(FRAME),
                taken / FRAME,
                0.25,
            )
            for sample, taken in real.items()
        ),
        Ratio("the same with 10,000 indicators", "one 60 Hz frame", ms(large), ms(FRAME), large / FRAME, 1),
    ]


def _typed(view: ReportView, tab: str, keys: list[str]) -> list[float]:
    """Seconds of each of many keys typed into cells, painting included."""
    page = view.show_tab(tab)
    QApplication.processEvents()
    chance = random.Random(1)
    taken: list[float] = []
    while len(taken) < KEYS:
        page.go_to(chance.choice(keys))
        QApplication.processEvents()
        for digit in chance.choices(string.digits[1:], k=2):
            target = focused()
            begun = perf_counter()
            QTest.keyClicks(target, digit)
            QApplication.processEvents()
            taken.append(perf_counter() - begun)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        QApplication.processEvents()
    return taken[KEYS // 10 :]


class _NoStore:
    """The disk has a line of its own in the table."""

    def save(
        self, report: Report, entries: Mapping[str, Entry], steps: Sequence[Step], count: Count
    ) -> datetime:
        """Nothing is written."""
        return datetime.now(UTC)


def _large_session(folder: Path) -> Session:
    """Ten thousand rows in groups of a total and four parts, each group with its own check."""
    home = folder / "large" / "edition"
    home.mkdir(parents=True)
    real = Path(__file__).parents[2] / "resources/forms/cchc/2022"
    rows, checks = [], []
    for n in range(LARGE):
        rows.append(f'[[indicator]]\nkey = "pl1.{n}"\nnumber = "{n}"\nlabel = "Dòng {n}"\nkind = "count"\n')
        if n % 5 == 0 and n + 4 < LARGE:
            parts = ", ".join(f"pl1.{n + k}" for k in range(1, 5))
            checks.append(
                f'[[check]]\ncode = "S{n}"\nlevel = "error"\nexpect = "pl1.{n} == total({parts})"\n'
                f'message = "Dòng {n} ghi {{left}}, cộng được {{right}}."\n'
                f'advice = "Xem lại."\nsource = "x"\npasses = {{ "pl1.{n}" = "1" }}\n'
                f'fails = {{ "pl1.{n}" = "1" }}\n'
            )
    appendix = (real / "appendix-1.toml").read_text("utf-8").split("[[indicator]]")[0]
    (home / "edition.toml").write_text((real / "edition.toml").read_text("utf-8"), "utf-8")
    (home / "appendix-1.toml").write_text(appendix + "\n".join(rows) + "\n".join(checks), "utf-8")
    plan = Plan(load_edition(home))
    entries = {f"pl1.{n}": Entry(str(n % 7)) for n in range(LARGE)}
    return Session(fill_in(Report("large", "large", "2023-Q1"), plan, entries), _NoStore())
