"""A report of 10,000 rows in 40 tables: opened, typed into and paged through as an ordinary one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.library import services_in
from tests.support.screen import focused, press
from tests.support.shape_window import open_shape, table_page
from tests.support.shapes import large, write_shapes

pytestmark = pytest.mark.timeout(600)
Key = Qt.Key
SHOWN, KEYS, TIMES = 12, 24, 2.5
"""Tables shown before, keys pressed, and how much more one may cost than in an ordinary form."""
ORDINARY = tuple(text.replace("large-2025", "ordinary-2025") for text in large(tables=7, rows=35))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    resources = write_shapes(tmp_path / "resources", [large(), ORDINARY])
    with services_in(tmp_path / "data", resources) as made:
        yield made


def spent(act: Callable[[], object]) -> float:
    """Seconds of this process, whoever else runs."""
    before = time.process_time()
    act()
    QApplication.processEvents()
    return time.process_time() - before


def key_cost(view: ReportView) -> float:
    """What a key costs in the middle of a cell, many tables of the form having been shown."""
    for appendix in view.session.filled.plan.edition.appendices[:SHOWN]:
        table_page(view, appendix.head.key)
    table_page(view, "g3", "g3.12")
    press(focused(), Key.Key_1)
    keys = (Key.Key_2, Key.Key_Backspace) * (KEYS // 2)
    return median([spent(lambda key=key: press(focused(), key)) for key in keys])


def test_a_key_costs_as_in_an_ordinary_form(window: MainWindow, services: Services) -> None:
    ordinary = key_cost(open_shape(window, services, "ordinary-2025"))
    view = open_shape(window, services, "large-2025")
    assert len(view.session.filled.plan.rows) == 10_000
    assert key_cost(view) < TIMES * ordinary


def test_what_is_shown_again_is_not_made_again(window: MainWindow, services: Services) -> None:
    view = open_shape(window, services, "large-2025")
    first = median([spent(lambda n=n: view.show_tab(f"g{n}")) for n in range(1, 8)])
    again = median([spent(lambda n=n: view.show_tab(f"g{n}")) for n in range(1, 8)])
    assert again < first
    assert sum(len(page.model.rows) for page in map(view.page, ("g1", "g7"))) == 500
    assert not {"g8", "g40"} & set(view._pages)
