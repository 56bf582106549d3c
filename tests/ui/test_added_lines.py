"""A table to which the clerk adds lines, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.forms.columns import MOST_LINES
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.appendix_page import AppendixPage
from tests.support.dialogs import answering
from tests.support.library import services_in
from tests.support.screen import button, focused, press, shown, type_keys
from tests.support.shape_window import open_shape, table_page
from tests.support.shapes import LIST, write_shapes

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data", write_shapes(tmp_path / "resources", [LIST])) as made:
        yield made


@pytest.fixture
def page(window: MainWindow, services: Services) -> AppendixPage:
    return table_page(open_shape(window, services, "list-2025"), "ds")


@pytest.fixture
def filled(page: AppendixPage) -> AppendixPage:
    """Four lines, the cursor in the second."""
    page.bridge.edit_many("", {f"ds.{n}.so": f"{n}/KH" for n in range(1, 5)})
    page.go_to("ds.2.so")
    return page


def lines(page: AppendixPage) -> list[str]:
    """Number and symbol of all lines that are shown."""
    column = page.model.index_of("ds.1.so").column()
    return [str(page.model.index(row, column).data()) for row in range(page.model.rowCount())]


def test_one_empty_line_waits_and_the_next_comes_as_one_types(page: AppendixPage, qtbot: QtBot) -> None:
    assert (lines(page), page.current_key()) == ([""], "ds.1.so")
    type_keys("1/KH")
    assert page.model.rowCount() == 2, "the next line is there before this one is left"
    press(focused(), Key.Key_Tab)
    assert page.current_key() == "ds.1.ngay"
    type_keys("1/3/2025")
    for _ in range(2):
        press(focused(), Key.Key_Tab)
    type_keys("12")
    press(focused(), Key.Key_Tab)
    assert page.current_key() == "ds.2.so"
    assert page.session.filled.text("ds.1.kinh_phi") == "12"
    assert [page.model.index(row, 0).data() for row in range(2)] == ["1", "2"]
    qtbot.waitUntil(lambda: "· 1 dòng" in shown(page.window()), timeout=5_000)


def test_the_last_line_goes_once_nothing_stands_in_it(filled: AppendixPage) -> None:
    filled.go_to("ds.4.so")
    press(focused(), Key.Key_Delete)
    assert lines(filled) == ["1/KH", "2/KH", "3/KH", ""]
    filled.go_to("ds.2.so")
    press(focused(), Key.Key_Delete)
    assert lines(filled) == ["1/KH", "", "3/KH", ""], "one between others stays where it is"


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Return, CONTROL), (Key.Key_Insert, None)])
def test_a_line_is_put_in_and_undone(
    filled: AppendixPage, key: Key, held: Qt.KeyboardModifier | None
) -> None:
    press(focused(), key, held or Qt.KeyboardModifier.NoModifier)
    assert lines(filled) == ["1/KH", "", "2/KH", "3/KH", "4/KH", ""]
    type_keys("moi")
    press(focused(), Key.Key_Return)
    assert filled.session.filled.text("ds.2.so") == "moi"
    for _ in range(2):
        press(focused(), Key.Key_Z, CONTROL)
    assert lines(filled) == ["1/KH", "2/KH", "3/KH", "4/KH", ""]


def test_what_is_being_typed_is_kept_when_a_line_is_put_in(filled: AppendixPage) -> None:
    type_keys("hai")
    press(focused(), Key.Key_Return, CONTROL)
    assert lines(filled) == ["1/KH", "", "hai", "3/KH", "4/KH", ""]
    assert filled.current_key() == "ds.2.so"


def test_deleting_asks_only_where_something_stands(filled: AppendixPage) -> None:
    with answering("Không xóa") as said:
        press(filled.table, Key.Key_Delete, CONTROL)
    assert said == ["Xóa dòng 2 của bảng?"]
    assert len(lines(filled)) == 5
    with answering("Xóa dòng"):
        press(filled.table, Key.Key_Delete, CONTROL)
    assert lines(filled) == ["1/KH", "3/KH", "4/KH", ""]
    filled.window().command("undo")()
    assert lines(filled) == ["1/KH", "2/KH", "3/KH", "4/KH", ""]

    filled.bridge.edit("ds.2.so", "")
    filled.go_to("ds.2.so")
    with answering() as said:
        press(filled.table, Key.Key_Delete, CONTROL)
    assert (lines(filled), said) == (["1/KH", "3/KH", "4/KH", ""], [])
    filled.go_to("ds.3.so")
    press(filled.table, Key.Key_Down)
    press(filled.table, Key.Key_Delete, CONTROL)
    assert "chỗ để gõ dòng mới" in shown(filled)


def test_lines_change_places(filled: AppendixPage) -> None:
    press(focused(), Key.Key_Down, ALT)
    assert lines(filled) == ["1/KH", "3/KH", "2/KH", "4/KH", ""]
    assert filled.current_key() == "ds.3.so"
    for _ in range(3):
        press(focused(), Key.Key_Up, ALT)
    assert lines(filled) == ["2/KH", "1/KH", "3/KH", "4/KH", ""]
    assert filled.current_key() == "ds.1.so"
    press(focused(), Key.Key_Z, CONTROL)
    assert lines(filled)[:2] == ["1/KH", "2/KH"]


def test_the_buttons_do_the_same(filled: AppendixPage) -> None:
    button(filled, "Chèn dòng").click()
    assert lines(filled)[1] == ""
    button(filled, "Chuyển xuống").click()
    assert lines(filled)[1:3] == ["2/KH", ""]
    button(filled, "Xóa dòng").click()
    assert lines(filled) == ["1/KH", "2/KH", "3/KH", "4/KH", ""]


def test_a_block_of_many_lines_adds_them_in_one_step(filled: AppendixPage) -> None:
    filled.go_to("ds.4.so")
    press(focused(), Key.Key_Down)
    block = "".join(f"{n}/QĐ\t{n % 28 + 1}/3/2025\tTrích yếu {n}\t{n}\n" for n in range(120))
    QGuiApplication.clipboard().setText(block)
    press(focused(), Key.Key_V, CONTROL)
    QApplication.processEvents()
    assert filled.model.rowCount() == 125
    assert filled.session.filled.text("ds.124.trich_yeu") == "Trích yếu 119"
    assert "Đã dán 480 ô" in shown(filled)
    assert len(filled.table.selectionModel().selectedIndexes()) == 480
    press(focused(), Key.Key_Z, CONTROL)
    assert lines(filled) == ["1/KH", "2/KH", "3/KH", "4/KH", ""]


def test_no_more_lines_than_there_may_be(filled: AppendixPage) -> None:
    filled.bridge.edit("ds." + str(MOST_LINES) + ".so", "cuối")
    assert filled.model.rowCount() == MOST_LINES
    filled.go_to("ds.2.so")
    press(focused(), Key.Key_Return, CONTROL)
    assert f"đã đủ {MOST_LINES} dòng" in shown(filled)
    QGuiApplication.clipboard().setText("a\nb\nc")
    filled.go_to(f"ds.{MOST_LINES}.so")
    press(focused(), Key.Key_V, CONTROL)
    assert "2 ô thừa" in shown(filled)


def test_signs_and_search_find_a_line(filled: AppendixPage) -> None:
    filled.bridge.edit("ds.3.kinh_phi", "nhiều")
    assert str(filled.model.index_of("ds.3.kinh_phi").data()) == "nhiều ●"
    view = filled.window().view
    assert "Danh mục 1, dòng 3, cột «Kinh phí (triệu đồng)»" in view.session.filled.findings()[0].message
    view.go_to("ds.3.kinh_phi")
    assert filled.current_key() == "ds.3.kinh_phi"
    assert "dòng 3, cột" in shown(filled)
