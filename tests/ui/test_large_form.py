"""A report of 10,000 rows in 40 tables: opened, typed into and paged through; the bench has its times."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from tests.support.library import services_in
from tests.support.screen import focused, press, type_keys
from tests.support.shape_window import open_shape, table_page
from tests.support.shapes import large, write_shapes

pytestmark = pytest.mark.timeout(600)
Key = Qt.Key


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    resources = write_shapes(tmp_path / "resources", [large()])
    with services_in(tmp_path / "data", resources) as made:
        yield made


def test_a_key_is_read_in_the_middle_of_ten_thousand_rows(window: MainWindow, services: Services) -> None:
    view = open_shape(window, services, "large-2025")
    assert len(view.session.filled.plan.rows) == 10_000
    table_page(view, "g31", "g31.12")
    type_keys("12")
    press(focused(), Key.Key_Return)
    assert view.session.filled.shown("g31.12") == "12"


def test_only_pages_that_were_shown_are_made(window: MainWindow, services: Services) -> None:
    view = open_shape(window, services, "large-2025")
    for number in range(1, 8):
        view.show_tab(f"g{number}")
    assert sum(len(page.model.rows) for page in map(view.page, ("g1", "g7"))) == 500
    assert not {"g8", "g40"} & set(view._pages)
