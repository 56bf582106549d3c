"""Marks, progress and the page «Trước khi trình ký», by the keys that a clerk presses, on both forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.start_page import StartPage
from desktop_app.ui.report_view import ReportView
from tests.support.screen import focused, is_in_sight, named, press, shown, type_keys

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FORMS = [("2023-q1", "pl1", "PL1"), ("2025-q3", "bm1", "BM1")]
CLEAN = ["2023-q2", "2025-y"]


def opened(window: MainWindow, report: str) -> ReportView:
    window.open_report(report)
    assert window.view is not None
    QApplication.processEvents()
    return window.view


def keys(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(focused(), key, modifier)


def mark_by_key() -> None:
    keys(Key.Key_X, CTRL_SHIFT)


def title_of(view: ReportView, tab: str) -> str:
    return view.tabs.tabText(view.tab_names().index(tab))


def rows(table: QTableView) -> list[str]:
    model = table.model()
    return [
        " | ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def open_things(window: MainWindow) -> QTableView:
    keys(Key.Key_T, CTRL_SHIFT)
    return named(window, QTableView, "Việc còn lại trước khi trình ký")


@pytest.mark.parametrize(("sample", "tab", "name"), FORMS)
def test_a_key_marks_the_tab_and_a_letter_takes_the_mark_back_in_sight(
    window: MainWindow, services: Services, qtbot: QtBot, sample: str, tab: str, name: str
) -> None:
    view = opened(window, services.library.create_sample(sample))
    view.show_tab(tab)
    view.current_page().go_to(f"{tab}.2.1")
    before = view.session.filled.text(f"{tab}.2.1")
    mark_by_key()
    box = view.findChildren(QCheckBox, options=Qt.FindChildOption.FindChildrenRecursively)
    (box,) = [one for one in box if one.isVisible() and one.text() == "Đã nhập xong"]
    qtbot.waitUntil(lambda: title_of(view, tab).startswith(f"{name}✓"))
    assert box.isChecked() and is_in_sight(box)

    type_keys("7")
    qtbot.waitUntil(lambda: "✓" not in title_of(view, tab))
    assert not box.isChecked() and "Đã bỏ dấu «Đã nhập xong»" in shown(view)

    keys(Key.Key_Return)
    keys(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.isChecked() and view.session.filled.text(f"{tab}.2.1") == before
    assert "Đã bỏ dấu" not in shown(view)


def test_a_mark_set_while_a_cell_is_typed_in_stays(window: MainWindow, services: Services) -> None:
    view = opened(window, services.library.create_sample("2023-q1"))
    view.show_tab("pl1").go_to("pl1.2.1")
    type_keys("15")
    mark_by_key()
    keys(Key.Key_Return)

    assert view.session.filled.text("pl1.2.1") == "15" and title_of(view, "pl1").startswith("PL1")
    assert view.session.filled.text("done.pl1") == "1"


def test_a_click_on_the_box_leaves_the_cursor_in_the_prose(window: MainWindow, services: Services) -> None:
    view = opened(window, services.library.create_sample("2023-q1"))
    view.show_tab("I").go_to("I.1")
    editor = focused()
    (box,) = [one for one in view.findChildren(QCheckBox) if one.isVisible()]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)

    assert view.session.filled.text("done.I") == "1" and focused() is editor


@pytest.mark.parametrize(
    ("tab", "key"), [("I", "I.1"), ("general", "header.place"), ("general", "footer.recipients")]
)
def test_the_key_works_in_prose_and_in_fields(
    window: MainWindow, services: Services, tab: str, key: str
) -> None:
    view = opened(window, services.library.create_sample("2025-q3"))
    view.show_tab(tab).go_to(key)
    mark_by_key()
    assert view.session.filled.text(f"done.{tab}") == "1" and title_of(view, tab) != "Trình ký"

    mark_by_key()
    assert view.session.filled.text(f"done.{tab}") == "" and view.current_page().current_key() == key


@pytest.mark.parametrize(
    ("period", "tab", "total", "zeros"), [("2023-Q1", "pl2", "pl2.1", 2), ("2026-Q1", "bm2", "bm2.1", 1)]
)
def test_a_total_is_held_against_what_stands_once_the_tab_is_marked(
    window: MainWindow, services: Services, qtbot: QtBot, period: str, tab: str, total: str, zeros: int
) -> None:
    view = opened(window, services.library.create(period))
    view.show_tab(tab).go_to(total)
    for figure in ["3", *["0"] * zeros]:
        type_keys(figure)
        keys(Key.Key_Return)
    assert view.session.filled.count().errors == 0

    mark_by_key()
    qtbot.waitUntil(lambda: "✓ ●1" in title_of(view, tab))
    (contradiction,) = [f for f in view.session.filled.findings() if f.level == "error"]
    assert contradiction.keys[0] == total and "Để trống nên tính là không có" in contradiction.message
    assert contradiction.message in "".join(rows(view.panel.list))

    keys(Key.Key_Up)
    type_keys("3")
    keys(Key.Key_Return)
    mark_by_key()
    qtbot.waitUntil(lambda: title_of(view, tab).endswith("✓"))
    assert view.session.filled.count().errors == 0


def test_undoing_a_mark_of_another_tab_goes_there(window: MainWindow, services: Services) -> None:
    view = opened(window, services.library.create_sample("2023-q1"))
    view.show_tab("pl3")
    mark_by_key()
    view.show_tab("II")
    keys(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert view.current_tab() == "pl3" and view.session.filled.text("done.pl3") == ""


@pytest.mark.parametrize("period", ["2023-Q1", "2026-Q1"])
def test_an_empty_report_is_called_what_it_is_and_every_row_leads_to_its_place(
    window: MainWindow, services: Services, period: str
) -> None:
    view = opened(window, services.library.create(period))
    assert "Chưa nhập số liệu" in shown(view.panel) and "không có gì phải báo" not in shown(view.panel)

    table = open_things(window)
    listed = rows(table)
    assert sum("chưa ghi «" in row for row in listed) == 8
    assert sum("chưa đánh dấu «Đã nhập xong»" in row for row in listed) == 12
    signer = next(n for n, row in enumerate(listed) if "«Họ tên người ký»" in row)
    for _ in range(signer):
        keys(Key.Key_Down)
    keys(Key.Key_Return)
    assert view.current_tab() == "general" and view.current_page().current_key() == "footer.signer"

    type_keys("An")
    table = open_things(window)
    assert not any("«Họ tên người ký»" in row for row in rows(table))
    table_row = next(n for n, row in enumerate(rows(table)) if "| Phần III |" in row)
    table.scrollTo(table.model().index(table_row, 2))
    place = table.visualRect(table.model().index(table_row, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.current_tab() == "III" and view.current_page().current_key().startswith("III")


def test_the_page_lists_errors_warnings_what_is_missing_and_the_other_report_of_the_period(
    window: MainWindow, services: Services
) -> None:
    services.library.create_sample("2023-q1")
    view = opened(window, services.library.create_sample("2023-q1"))
    listed = rows(open_things(window))
    kinds = [row.split(" | ")[0] for row in listed]

    assert [kind[0] for kind in kinds] == sorted((kind[0] for kind in kinds), key="●▲○".index)
    assert kinds.count("● Lỗi") == view.session.filled.count().errors
    assert "▲ Trùng kỳ" in kinds and "○ Còn thiếu" in kinds and "○ Chưa đánh dấu" in kinds
    (twin,) = [row for row in listed if "Trùng kỳ" in row]
    assert "còn 1 báo cáo khác" in twin and "2023-Q1" not in twin


@pytest.mark.parametrize("sample", CLEAN)
def test_a_report_without_a_fault_is_ready_and_the_list_and_title_say_so(
    window: MainWindow, services: Services, sample: str
) -> None:
    view = opened(window, services.library.create_sample(sample))
    keys(Key.Key_T, CTRL_SHIFT)
    assert "sẵn sàng trình ký" in shown(view.current_page())
    assert window.windowTitle().endswith("Sẵn sàng trình ký")

    view.show_tab("III")
    type_keys("x")
    QApplication.processEvents()
    view.settle()
    assert window.windowTitle().endswith("Bản nháp")
    keys(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.show_list()
    start = window.findChild(StartPage)
    assert start and any("Sẵn sàng trình ký" in row for row in rows(start.table))


def test_what_is_missing_is_looked_for_in_a_pause_and_no_cell_is_called_wrong_for_it(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    view = opened(window, services.library.create("2023-Q1"))
    view.show_tab("pl1").go_to("pl1.1")
    assert view.bridge.findings.level("pl1.1") == "" and "0/31 chỉ tiêu" in shown(view)
    type_keys("5")
    qtbot.waitUntil(lambda: "1/31 chỉ tiêu" in shown(view))
    (rows_left,) = [
        f for f in view.session.filled.findings() if f.code == "missing.figures" and "pl1.2" in f.keys
    ]
    assert "30 dòng" in rows_left.message


def test_an_export_of_what_is_not_ready_says_so_once_and_goes_on(
    window: MainWindow, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    view = opened(window, services.library.create("2023-Q1"))
    view.session.edit("III.1", "")
    window.exporting.export(view.session, {"pdf": tmp_path / "r.pdf"})
    qtbot.waitUntil(lambda: "Đã xuất" in window.messages.text(), timeout=30_000)
    said = window.messages.text()

    assert (tmp_path / "r.pdf").exists() and said.count("chưa có số liệu hay lời văn nào") == 1

    view = opened(window, services.library.create_sample("2023-q1"))
    window.exporting.export(view.session, {"pdf": tmp_path / "s.pdf"})
    qtbot.waitUntil(lambda: "s.pdf" in window.messages.text(), timeout=30_000)
    said = window.messages.text()
    assert "Báo cáo còn 4 lỗi" in said and said.count("chưa sẵn sàng trình ký") == 1


@pytest.mark.parametrize("size", [(1366, 728), (911, 485)])
def test_marked_tabs_and_the_page_fit_a_small_screen(
    window: MainWindow, services: Services, size: tuple[int, int]
) -> None:
    view = opened(window, services.library.create_sample("2023-q2"))
    window.resize(*size)
    QApplication.processEvents()
    bar = view.tabs.tabBar()

    assert bar.tabRect(bar.count() - 1).right() <= view.tabs.width()
    assert (window.width(), window.height()) == size
    keys(Key.Key_T, CTRL_SHIFT)
    assert (window.width(), window.height()) == size
