"""Forms with many tables, without tables, without prose, without anything in the head: tabs and words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QListWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.print_settings import read_settings
from desktop_app.services.services import Services
from desktop_app.ui.actions import MENU_ITEMS
from desktop_app.ui.dialogs.go_to_tab import GoToTabDialog
from desktop_app.ui.dialogs.print_settings import PrintSettingsDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import CITATIONS, PREVIEW, READY, ReportView
from tests.support.dialogs import answering, in_dialog
from tests.support.library import services_in
from tests.support.screen import button, focused, press, shown
from tests.support.shape_window import open_shape, table_page
from tests.support.shapes import SHAPES, large, write_shapes

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MANY = large(tables=40, rows=11)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    resources = write_shapes(tmp_path / "resources", [*SHAPES.values(), MANY])
    with services_in(tmp_path / "data", resources) as made:
        yield made


@pytest.fixture
def many(window: MainWindow, services: Services) -> ReportView:
    return open_shape(window, services, "large-2025")


def test_a_digit_shows_a_tab(many: ReportView) -> None:
    for digit, tab in ((Key.Key_3, "g2"), (Key.Key_9, "g8"), (Key.Key_1, "general")):
        press(focused(), digit, CONTROL)
        assert many.current_tab() == tab
    table_page(many, "g1")
    press(focused(), Key.Key_7)
    press(focused(), Key.Key_4, CONTROL)
    assert (many.current_tab(), many.session.filled.text("g1.1")) == ("g3", "7")


def test_letters_find_a_tab_among_forty(many: ReportView) -> None:
    left: list[list[str]] = []

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, GoToTabDialog)
        assert dialog.focusWidget() is dialog.words
        dialog.words.setText("linh vuc 3")
        left.append([row.tab for row in dialog.model.rows])
        press(dialog.words, Key.Key_Down)
        press(dialog.words, Key.Key_Return)

    with in_dialog(choose):
        press(focused(), Key.Key_T, CONTROL)
    assert left == [["g3", "g13", "g23", *(f"g{n}" for n in range(30, 40))]]
    assert many.current_tab() == "g13"
    assert (
        many.tabs.tabBar()
        .visibleRegion()
        .boundingRect()
        .intersects(many.tabs.tabBar().tabRect(many.tab_names().index("g13")))
    )

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, GoToTabDialog)
        dialog.words.setText("khong co dau")
        assert dialog.chosen() == ""
        press(dialog.words, Key.Key_Return)

    with in_dialog(leave):
        many.window().command("go_to")()
    assert many.current_tab() == "g13"


def test_pages_are_made_when_first_shown(many: ReportView) -> None:
    assert len(many._pages) <= 1
    table_page(many, "g39")
    assert set(many._pages) <= {"general", "g39"}


def test_the_print_settings_hold_forty_tables(many: ReportView, services: Services) -> None:
    dialog = PrintSettingsDialog(read_settings(services.preferences), many.session.filled.plan.edition, many)
    dialog.show()
    QApplication.processEvents()
    assert dialog.width() < 900 and dialog.height() < 700
    words = f"{shown(dialog)} {' '.join(dialog.medium.itemText(n) for n in range(2))}"
    assert "bảng số liệu" in words and "phụ lục ghi" not in words
    dialog.landscape[38].setChecked(True)
    assert dialog.settings().turned == ("g39",)
    assert dialog.landscape[38].text() == "39"


def test_what_the_menu_calls_the_tables(window: MainWindow, services: Services) -> None:
    open_shape(window, services, "large-2025")
    text = window.actions_by_name["export_xlsx"].text()
    assert text.replace("&", "") == "Xuất các bảng số liệu ra Excel…"
    view = open_shape(window, services, "minimal-2025", "2025-Q1")
    told = next(item.text for item in MENU_ITEMS if item.name == "export_xlsx")
    assert window.actions_by_name["export_xlsx"].text() == told
    assert button(view.show_tab(PREVIEW), "In phụ lục…")


def test_a_form_without_prose_and_without_head(window: MainWindow, services: Services) -> None:
    view = open_shape(window, services, "minimal-2025", "2025-Q1")
    assert view.tab_names() == ["general", "t", CITATIONS, READY, PREVIEW]
    view.show_tab("general")
    press(view, Key.Key_PageDown, CONTROL)
    assert view.current_tab() == "t"
    with answering("Đã hiểu") as said:
        window.command("footnote")()
    assert said == ["Mẫu báo cáo này không có phần lời văn."]
    view.show_tab(READY)
    with answering("Đã hiểu") as said:
        window.command("done")()
    assert said == ["Hãy mở thẻ Chung hoặc một phụ lục rồi đánh dấu thẻ đó."]


def test_sections_of_any_depth_and_without_titles(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    view = open_shape(window, services, "inspection-2025")
    assert view.tab_names() == ["general", "I", "II", "III", CITATIONS, READY, PREVIEW]
    page = view.show_tab("II")
    outline = page.findChild(QListWidget)
    lines = [outline.item(n).text()[2:] for n in range(outline.count())]
    assert lines == [
        "- Rà soát", "+ Nội dung đã rà soát", "+ Nội dung chưa rà soát", "II.1.b Kết quả giải quyết hồ sơ",
    ]  # fmt: skip
    words = shown(page)
    assert "a) Kiểm soát" in words and "+ Nội dung đã rà soát" in words and "b) Kết quả" in words
    assert "s8" not in words
    view.show_tab(READY)
    qtbot.waitUntil(lambda: "Mục «Rà soát» chưa có lời văn." in found(view), timeout=5_000)
    assert "s7" not in found(view) and "s12" not in found(view)
    view.go_to("s9")
    assert page.current_key() == "s9"
    with answering("Đã hiểu") as said:
        view.show_tab(READY)
        window.command("done")()
    assert said == ["Hãy mở thẻ Chung hoặc một trong các phần I đến III rồi đánh dấu thẻ đó."]


def found(view: ReportView) -> str:
    return " ".join(finding.message for finding in view.session.filled.findings())


def test_numbers_of_earlier_reports_are_brought_anew(window: MainWindow, services: Services) -> None:
    action = window.actions_by_name["bring_earlier"]
    view = open_shape(window, services, "list-2025")
    assert not action.isEnabled()
    view = open_shape(window, services, "split-2025", "2025-Q1")
    assert action.isEnabled()
    with answering("Đã hiểu") as said:
        action.trigger()
    assert "chưa có báo cáo kỳ trước" in said[0]

    first = view.session.filled.report.id
    view.bridge.edit_many("", {"b1.1": "40", "b1.2": "4", "header.agency": "Sở Nội vụ"})
    window.open_report(services.library.create_next(first, "2025-Q2"))
    second = window.view
    assert second is not None
    key, of_year = "b1.1.truoc", "b1.1.luy_ke"
    page = table_page(second, "b1", key)
    assert str(page.model.index_of(key).data()) == "40"
    assert page.session.filled.is_carried(key)
    second.bridge.edit_many("", {"b1.1": "5", key: "39"})
    assert str(page.model.index_of(of_year).data()) == "45"

    action.trigger()
    assert page.session.filled.text(key) == "40"
    assert page.current_key() == key
    window.command("undo")()
    assert page.session.filled.text(key) == "39"
    action.trigger()
    with answering("Đã hiểu") as said:
        action.trigger()
    assert "không có gì phải lấy lại" in said[0]
