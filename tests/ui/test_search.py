"""Find by keys alone, on both forms: what is found is seen, in its place and with its name."""

from __future__ import annotations

import time

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.reports.prose import from_plain, to_plain, write_prose
from desktop_app.searching.hits import Hit
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.shortcuts import shortcuts
from desktop_app.ui.sliced_search import SLICE_SECONDS, SlicedSearch
from desktop_app.ui.widgets.prose_editor import ProseEditor
from desktop_app.ui.widgets.text_field import LinesField, TextField
from tests.support.screen import focused, is_in_sight, named, press, settle, shown, type_keys
from tests.support.search import CONTROL, LAST, ROW, SHIFT, WORD, ask, line, listed, name, opened, stands

Key = Qt.Key
__all__ = ["name", "opened"]


def test_every_kind_of_place_is_listed_with_its_name_and_the_words_around(
    opened: ReportView, name: str
) -> None:
    ask(opened, "xyzzy")
    table = "Phụ lục 1, dòng 7.1" if name == "2023-q1" else "Biểu mẫu 1, dòng 2.1"
    lines = listed(opened)

    assert [line.split(":")[0].split(" · chú thích")[0] for line in lines] == [
        "Cơ quan báo cáo", "Nơi nhận", f"Mục {LAST[name]}", f"Mục {LAST[name]}", table, f"{table} · ghi chú",
    ]  # fmt: skip
    assert lines[2].endswith("mot «Xyzzy» hai")
    assert " · chú thích" in lines[3] and lines[3].endswith("theo «Xyzzy»")
    assert "6 chỗ" in shown(opened)


def test_enter_walks_from_hit_to_hit_and_each_is_selected_in_sight(opened: ReportView, name: str) -> None:
    opened.show_tab("general").go_to("header.parent_agency")
    ask(opened, "xyzzy")
    seen = []
    for _ in range(6):
        press(focused(), Key.Key_Return)
        assert focused() is line(opened, "Chữ cần tìm")
        seen.append(selected(opened))

    assert seen == [WORD, WORD, WORD, "\ufffc", ROW[name], f"note.{ROW[name]}"]
    press(focused(), Key.Key_Return, SHIFT)
    assert selected(opened) == ROW[name]


def selected(view: ReportView) -> str:
    """What the page shows as found: selected letters of a field in sight, or the key of the current cell."""
    page = view.current_page()
    settle(page)
    if isinstance(page, AppendixPage):
        index = page.table.currentIndex()
        assert page.table.viewport().rect().contains(page.table.visualRect(index).center())
        return page.model.key_at(index)
    found = [each for each in page.findChildren(TextField) if each.property("found")]
    found += [each for each in page.findChildren(LinesField) if each.property("found")]
    found += [each for each in page.findChildren(ProseEditor) if each.property("found")]
    assert len(found) == 1
    [field] = found
    if isinstance(field, QLineEdit):
        assert is_in_sight(field)
        return field.selectedText()
    assert is_in_sight(field.viewport(), field.cursorRect())
    return field.textCursor().selectedText()


def test_a_hit_in_a_cell_is_marked_with_its_letters(opened: ReportView, name: str) -> None:
    page = opened.show_tab(ROW[name].split(".")[0])
    assert isinstance(page, AppendixPage)
    page.go_to(f"note.{ROW[name]}")
    place = page.table.visualRect(page.table.currentIndex())
    ask(opened, "do xyzzy")
    press(focused(), Key.Key_Return)

    assert amber(page, place) > 50
    press(focused(), Key.Key_Escape)
    assert amber(page, place) == 0


def amber(page: AppendixPage, place: QRect) -> int:
    """Pixels of the colour of what was found."""
    image = page.table.viewport().grab(place).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel.name() == "#ffd978" for pixel in pixels)


def test_f3_goes_on_with_the_focus_in_the_page(opened: ReportView, name: str) -> None:
    opened.show_tab("general").go_to("header.agency")
    ask(opened, "xyzzy")
    press(focused(), Key.Key_Return, CONTROL)
    assert isinstance(focused(), TextField)
    press(focused(), Key.Key_F3)
    assert isinstance(focused(), LinesField) and focused().textCursor().selectedText() == WORD
    press(focused(), Key.Key_F3)
    assert isinstance(focused(), ProseEditor) and focused().textCursor().selectedText() == WORD
    press(focused(), Key.Key_F3, SHIFT)
    assert isinstance(focused(), LinesField)


def test_what_is_typed_into_a_hit_takes_its_place(opened: ReportView, name: str) -> None:
    opened.show_tab("II")
    ask(opened, "xyzzy")
    press(focused(), Key.Key_Return, CONTROL)
    type_keys("nam")

    assert to_plain(opened.session.filled.prose(LAST[name])).startswith("- mot nam hai\n")


def test_escape_closes_and_gives_the_focus_back_where_it_was(opened: ReportView, name: str) -> None:
    editor = opened.show_tab("I").sections["I.2"].editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    place = editor.textCursor().position()
    ask(opened, "xyzzy")
    press(focused(), Key.Key_Return)
    press(focused(), Key.Key_Return)
    assert not editor.isVisible()
    press(focused(), Key.Key_Escape)

    assert focused() is editor and editor.textCursor().position() == place
    assert not opened.search.bar.isVisible() and opened.panel.isVisible()


def test_escape_in_the_page_closes_too_and_leaves_the_focus_there(opened: ReportView) -> None:
    ask(opened, "xyzzy")
    press(focused(), Key.Key_Return, CONTROL)
    here = focused()
    press(here, Key.Key_Escape)

    assert focused() is here and not opened.search.bar.isVisible()


def test_a_cell_that_is_being_typed_in_is_kept_and_come_back_to(opened: ReportView, name: str) -> None:
    opened.go_to(ROW[name])
    type_keys("12")
    ask(opened, "xyzzy")
    assert stands(opened)[ROW[name]] == "12"
    press(focused(), Key.Key_Return)
    press(focused(), Key.Key_Escape)

    page = opened.current_page()
    assert isinstance(page, AppendixPage) and focused() is page.table and page.current_key() == ROW[name]


def test_what_is_selected_is_looked_for(opened: ReportView, name: str) -> None:
    editor = opened.show_tab("II").sections[LAST[name]].editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    for _ in range(2):
        editor.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    words = editor.textCursor().selectedText()
    press(focused(), Key.Key_F, CONTROL)

    assert words == "- mot " and line(opened, "Chữ cần tìm").text() == "mot "


def test_choices_narrow_what_is_found(opened: ReportView, name: str) -> None:
    opened.bridge.edit(f"note.{ROW[name]}", "Xỳzzy xyzzyx")
    ask(opened, "xyzzy")
    assert len(listed(opened)) == 7
    press(focused(), Key.Key_Tab)
    press(focused(), Key.Key_Space)
    assert len(listed(opened)) == 6
    press(focused(), Key.Key_Tab)
    press(focused(), Key.Key_Space)
    assert len(listed(opened)) == 5
    press(focused(), Key.Key_Tab)
    press(focused(), Key.Key_Space)
    assert listed(opened) == [] and "Thử bỏ chọn «Đúng dấu»" in shown(opened)


def test_words_of_another_period_are_listed_by_one_key_and_the_doubtful_come_last(
    opened: ReportView, name: str
) -> None:
    opened.bridge.edit(f"note.{ROW[name]}", "Trong Quý IV năm 2021; so với Quý IV năm 2020")
    press(focused(), Key.Key_F, CONTROL | SHIFT)
    lines = listed(opened)
    sure = [each for each in lines if "có thể đúng" not in each]

    assert any("«Quý IV năm 2021»" in each for each in sure)
    assert lines[: len(sure)] == sure and len(lines) > len(sure)
    assert any("(có thể đúng: đang so sánh)" in each and "2020»" in each for each in lines)
    assert named(opened, QTableView, "Các chỗ tìm thấy").currentIndex().row() == 0
    press(focused(), Key.Key_End, CONTROL)
    press(focused(), Key.Key_Return)
    assert not opened.search.bar.isAncestorOf(focused())


def test_the_keys_stand_in_the_help() -> None:
    keys_of_menus = [shortcut.keys for shortcut in shortcuts() if "Sửa" in shortcut.where]
    for keys in ("Ctrl+F", "Ctrl+Shift+H", "F3", "Shift+F3", "Ctrl+Shift+F"):
        assert keys in keys_of_menus


def test_hits_follow_what_is_typed_while_the_bar_is_open(opened: ReportView, name: str, qtbot: QtBot) -> None:
    ask(opened, "xyzzy")
    opened.show_tab("general").go_to("header.place")
    type_keys("Xyzzy")

    qtbot.waitUntil(lambda: len(listed(opened)) == 7)


def test_nothing_found_is_said(opened: ReportView) -> None:
    ask(opened, "plugh")
    assert "Không tìm thấy chỗ nào" in shown(opened)
    press(focused(), Key.Key_F3)
    assert focused() is line(opened, "Chữ cần tìm")


def test_the_window_with_the_bar_fits_a_small_screen_at_one_and_a_half(
    opened: ReportView, window: MainWindow
) -> None:
    for tab in opened.tab_names()[:-1]:
        opened.show_tab(tab)
    ask(opened, "xyzzy", Key.Key_H, CONTROL | SHIFT)

    assert window.minimumSizeHint().width() <= 1366 / 1.5
    assert window.minimumSizeHint().height() <= 690 / 1.5


def test_five_hundred_pages_are_looked_through_in_slices(opened: ReportView, name: str, qtbot: QtBot) -> None:
    page = "\n".join([f"Trong quý, tỉnh đã ban hành văn bản chỉ đạo, điều hành. {'a ' * 1500}"] * 500)
    opened.session.edit("III.1", write_prose(from_plain(page)))
    opened.show_tab("general").go_to("header.agency")
    ask(opened, "chi dao", Key.Key_F)

    qtbot.waitUntil(lambda: len(listed(opened)) >= 500)
    line(opened, "Chữ cần tìm").clear()
    type_keys("a")
    listed(opened)
    assert "Hơn 20.000 chỗ; hãy gõ thêm chữ" in shown(opened)


def test_a_slow_text_ends_its_slice_and_the_rest_waits(opened: ReportView, qtbot: QtBot) -> None:
    looked: list[str] = []

    def look(words: str) -> list[tuple[int, int, str]]:
        looked.append(words)
        time.sleep(2 * SLICE_SECONDS)
        return [(0, 1, "")]

    search = SlicedSearch(opened)
    found: list[list[Hit]] = []
    search.found.connect(found.append)
    search.start(opened.session.filled, look)

    assert len(looked) == len(found[0]) == 1 and search.running
    search.stop()
    qtbot.wait(5)
    assert len(looked) == 1


def test_f3_without_the_bar_looks_for_the_last_words_again(opened: ReportView, name: str) -> None:
    opened.show_tab("general").go_to("header.parent_agency")
    ask(opened, "xyzzy")
    press(focused(), Key.Key_Escape)
    press(focused(), Key.Key_F3)
    listed(opened)

    assert selected(opened) == WORD and "Chỗ 1 trong 6" in shown(opened)


def test_the_next_hit_is_counted_from_the_cursor(opened: ReportView, name: str) -> None:
    key = LAST[name]
    opened.bridge.edit(key, write_prose(from_plain("plugh a\n- plugh b plugh c\nplugh d")))
    editor = opened.show_tab("II").sections[key].editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.moveCursor(QTextCursor.MoveOperation.Down)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfWord)
    ask(opened, "plugh")
    press(focused(), Key.Key_Return)
    assert "Chỗ 2 trong 4" in shown(opened)
    press(focused(), Key.Key_Return, CONTROL)
    press(focused(), Key.Key_F3)
    assert "Chỗ 3 trong 4" in shown(opened)
    press(focused(), Key.Key_Home, CONTROL)
    press(focused(), Key.Key_F3)
    assert "Chỗ 1 trong 4" in shown(opened)


def test_a_cursor_that_was_moved_meanwhile_is_come_back_to(opened: ReportView, name: str) -> None:
    field = opened.show_tab("general").findChild(TextField)
    field.setFocus()
    ask(opened, "xyzzy")
    press(focused(), Key.Key_Return, CONTROL)
    editor = opened.show_tab("I").sections["I.2"].editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    line(opened, "Chữ cần tìm").setFocus()
    press(focused(), Key.Key_Escape)

    assert focused() is editor and editor.textCursor().atEnd()


def test_the_reason_for_a_warning_is_come_back_to(opened: ReportView, name: str) -> None:
    press(focused(), Key.Key_F8)
    opened.panel.list.setFocus()
    ask(opened, "xyzzy")
    press(focused(), Key.Key_Escape)

    assert focused() is opened.panel.list


def test_what_has_no_place_in_the_form_is_shown_in_its_tab(window: MainWindow, services: Services) -> None:
    report = services.library.create_sample("2025-y")
    services.library.open(report).edit("tray.pl9.1", "Phụ lục 9, dòng 1\ncho Xyzzy")
    window.open_report(report)
    assert window.view is not None
    window.view.show_tab("I").focus_first()
    ask(window.view, "xyzzy")
    assert listed(window.view)
    press(focused(), Key.Key_Return, CONTROL)

    assert window.view.current_tab() == "tray"
    assert isinstance(focused(), QPlainTextEdit) and focused().textCursor().selectedText() == WORD


def test_the_bar_is_in_the_round_of_areas(opened: ReportView, name: str) -> None:
    ask(opened, "xyzzy")
    press(focused(), Key.Key_F6)
    assert focused() is opened.tabs.tabBar()
    press(focused(), Key.Key_F6)
    press(focused(), Key.Key_F6)
    assert focused() is line(opened, "Chữ cần tìm")
