"""The page «Mẫu báo cáo»: every form with what is wrong, opened, copied, ordered, handed out, deleted."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.base.periods import read_period
from desktop_app.services import press as press_documents
from desktop_app.services.services import Services
from desktop_app.ui.form_editor.editor_page import EditorPage
from desktop_app.ui.form_editor.form_desk import FormDesk
from desktop_app.ui.form_editor.forms_page import FormsPage
from desktop_app.ui.form_editor.review_draft import ReviewDraftDialog
from desktop_app.ui.main_window import MainWindow
from tests.support.dialogs import answering, in_dialog
from tests.support.screen import button, focused, named, press, shown
from tests.ui.test_small_screens import SIZES

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow) -> FormsPage:
    """The page, as its key opens it."""
    press(window, Key.Key_M, CTRL)
    return window.findChildren(FormsPage)[0]


def desk(window: MainWindow) -> FormDesk:
    assert window.sides.forms
    return window.sides.forms


def editor(window: MainWindow) -> EditorPage:
    found = desk(window).editor
    assert found
    return found


def name_it(name: str) -> object:
    def act(dialog: QDialog) -> None:
        line = named(dialog, QLineEdit, "Tên mẫu")
        line.setText(name)
        press(line, Key.Key_Return)

    return in_dialog(act)


def copied(window: MainWindow, page: FormsPage, name: str = "Mẫu của Sở") -> str:
    with name_it(name):
        button(page, "Sao chép").click()
    window.activateWindow()
    QApplication.processEvents()
    return editor(window).bridge.written.head.id


def test_both_forms_that_ship_are_listed_with_their_periods(page: FormsPage) -> None:
    assert [one.id for one in page.model.rows] == ["cchc-2025", "cchc-2022"]
    assert page.model.cells(0)[2:] == ("Có sẵn", "Dùng được", "Từ Quý III/2025", "0")
    assert page.table.hasFocus()


def test_enter_opens_a_form_that_ships_to_be_read_and_escape_leads_back(
    window: MainWindow, page: FormsPage
) -> None:
    press(page.table, Key.Key_Return)
    assert editor(window).bridge.is_closed
    assert "chỉ để xem" in shown(editor(window))
    press(focused(), Key.Key_Escape)

    assert desk(window).editor is None and page.table.hasFocus()
    press(page.table, Key.Key_Escape)
    assert window.start.isVisible()


def test_a_copy_is_a_draft_of_ones_own_that_is_saved_as_one_edits(
    window: MainWindow, page: FormsPage, services: Services
) -> None:
    made = copied(window, page)
    page_of = editor(window)
    assert not page_of.bridge.is_closed
    page_of.go_to(("head",))
    name = focused()
    assert isinstance(name, QLineEdit)
    name.setText("Mẫu của Sở Tư pháp")
    name.editingFinished.emit()
    assert page_of.bridge.save_now()

    assert services.own_forms().written(made).head.name == "Mẫu của Sở Tư pháp"
    press(window, Key.Key_L, CTRL)
    assert window.start.isVisible()
    window.do_forms()
    line = next(one for one in page.model.rows if one.id == made)
    assert (line.origin, line.state, line.is_draft) == ("Tự lập", "Bản nháp", True)


def test_what_is_being_typed_is_saved_when_the_window_closes(
    window: MainWindow, page: FormsPage, services: Services
) -> None:
    made = copied(window, page)
    editor(window).go_to(("head",))
    name = focused()
    assert isinstance(name, QLineEdit)
    name.setText("Mẫu đóng lại")
    assert window.close()

    assert services.own_forms().written(made).head.name == "Mẫu đóng lại"


def test_undo_and_redo_of_the_menu_are_those_of_the_form(window: MainWindow, page: FormsPage) -> None:
    copied(window, page)
    page_of = editor(window)
    page_of.go_to(("rows", "bm1"))
    press(focused(), Key.Key_Insert)
    undo = window.actions_by_name["undo"]
    assert undo.isEnabled() and undo.text() == "Hoàn tác: Thêm dòng"
    count = len(page_of.bridge.written.appendices[0].indicators)
    press(focused(), Key.Key_Z, CTRL)
    assert len(page_of.bridge.written.appendices[0].indicators) == count - 1
    press(focused(), Key.Key_Y, CTRL)

    assert len(page_of.bridge.written.appendices[0].indicators) == count


def test_a_faulty_form_is_listed_with_what_is_wrong_and_stops_no_other(
    window: MainWindow, page: FormsPage, services: Services
) -> None:
    home = services.folder / "forms" / "rieng" / "hong"
    home.mkdir(parents=True)
    (home / "edition.toml").write_text('[edition]\nid = "x"\nnamee = "y"\n', encoding="utf-8")
    services.catalogue.refresh()
    window.do_forms()
    row = next(n for n, one in enumerate(page.model.rows) if one.faults)
    page.table.selectRow(row)

    assert len(page.model.rows) == 3
    assert page.model.rows[row].state == "● Không đọc được"
    assert "edition.toml" in shown(page)
    press(page.table, Key.Key_Return)
    assert "edition.toml" in window.messages.text() and desk(window).editor is None
    assert services.catalogue.for_period(read_period("2026-Q1")) == "cchc-2025"
    with answering("Xóa mẫu"):
        press(page.table, Key.Key_Delete)
    assert len(page.model.rows) == 2 and not home.exists()


def test_a_form_whose_files_got_damaged_comes_back_from_the_data_file(
    window: MainWindow, page: FormsPage, services: Services
) -> None:
    made = copied(window, page)
    assert editor(window).bridge.save_now()
    window.do_forms()
    listed = services.catalogue.listed(made)
    assert listed
    (services.catalogue.path_of(listed) / "edition.toml").write_text("[edition", encoding="utf-8")
    services.catalogue.refresh()
    window.do_forms()
    page.table.selectRow(next(n for n, one in enumerate(page.model.rows) if one.faults))
    press(page.table, Key.Key_Return)
    button(window.messages, "Lấy lại bản đã giữ").click()

    assert made in [one.id for one in page.model.rows]
    assert services.own_forms().written(made).head.name == "Mẫu của Sở"


def test_a_form_that_reports_use_is_not_deleted(
    window: MainWindow, page: FormsPage, services: Services
) -> None:
    made = copied(window, page)
    assert editor(window).bridge.save_now()
    services.own_forms().publish(made)
    services.library.create("2026-Q1", made)
    window.do_forms()
    page.table.selectRow([one.id for one in page.model.rows].index(made))
    assert page.model.cells(page.table.currentIndex().row())[-1] == "1"
    press(page.table, Key.Key_Delete)

    assert "1 báo cáo dùng nên không xóa được" in window.messages.text()
    assert made in services.catalogue.names()


def test_the_order_is_changed_by_keys_and_says_which_form_a_period_gets(
    window: MainWindow, page: FormsPage, services: Services
) -> None:
    made = copied(window, page)
    assert editor(window).bridge.save_now()
    services.own_forms().publish(made)
    window.do_forms()
    period = read_period("2026-Q1")
    before = [one.id for one in page.model.rows]
    first = services.catalogue.for_period(period)
    page.table.selectRow(before.index(first))
    press(page.table, Key.Key_Down, ALT)

    assert [one.id for one in page.model.rows] == [before[1], before[0], before[2]]
    assert services.catalogue.for_period(period) == before[1]
    assert page.chosen() == before[0], "the cursor goes along"
    press(page.table, Key.Key_Up, ALT)
    assert services.catalogue.for_period(period) == first


def test_a_form_goes_out_as_a_file_and_comes_in_again(
    window: MainWindow, page: FormsPage, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = copied(window, page)
    assert editor(window).bridge.save_now()
    window.do_forms()
    target = tmp_path / "mau.maubc"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    page.table.selectRow([one.id for one in page.model.rows].index(made))
    button(page, "Xuất…").click()
    assert target.exists() and "Đã xuất" in window.messages.text()
    with answering("Xóa mẫu"):
        press(page.table, Key.Key_Delete)
    assert made not in services.catalogue.names()
    button(page, "Nhập…").click()

    assert page.chosen() == made and "đã được nhập" in window.messages.text()
    assert next(one for one in page.model.rows if one.id == made).origin == "Nhập từ tệp"


def test_a_file_that_is_no_form_is_refused_in_a_sentence(
    window: MainWindow, page: FormsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.maubc"
    target.write_bytes(b'{"format": "bao-cao-cchc-form", "version": 1, "files": {"../x.toml": "a"}}')
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    button(page, "Nhập…").click()

    assert "x.maubc" in window.messages.text() and len(page.model.rows) == 2


def test_a_published_form_is_followed_by_a_newer_one(window: MainWindow, page: FormsPage) -> None:
    press(page.table, Key.Key_Return)
    with name_it("Mẫu 2027"):
        button(editor(window), "Tạo bản mới hơn…").click()

    newer = editor(window).bridge.written
    assert newer.head.draft and newer.head.name == "Mẫu 2027"
    assert newer.appendices[0].indicators[0].was == ("bm1.1",)


def test_the_report_that_was_open_comes_back(window: MainWindow, services: Services) -> None:
    made = services.library.create("2026-Q1")
    window.open_report(made)
    press(window, Key.Key_M, CTRL)
    QApplication.processEvents()
    assert window.view is None
    press(focused(), Key.Key_Escape)

    assert window.view and window.view.session.filled.report.id == made


def test_an_empty_word_form_becomes_a_draft_with_the_sums_that_are_agreed_to(
    window: MainWindow, page: FormsPage, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    report = services.library.read(services.library.create("2026-Q1"))
    path = tmp_path / "Mau cua tinh.docx"
    path.write_bytes(press_documents.docx(press_documents.compose(report)))
    offered: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ReviewDraftDialog):
            return
        offered.extend((dialog.sums.count(), dialog.doubts.count()))
        dialog.sums.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(20)
    desk(window).commands.read(path)
    qtbot.waitUntil(lambda: bool(offered), timeout=20_000)
    timer.stop()

    assert offered[1] > 0
    made = editor(window).bridge.written
    assert made.head.name == "Mau cua tinh" and made.head.draft
    assert [len(table.indicators) for table in made.appendices] == [19, 13, 21, 19, 13, 13, 25]
    related = sum(bool(row.total_of) or bool(row.rate_of) for row in made.indicators)
    assert related == offered[0] - 1 > 10
    assert editor(window).bridge.session.undo_name == f"Đặt {related} tổng và tỷ lệ"


def test_a_file_that_cannot_be_read_is_one_sentence(
    window: MainWindow, page: FormsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK not a file")
    desk(window).commands.read(path)
    qtbot.waitUntil(lambda: "x.docx" in window.messages.text(), timeout=20_000)

    assert len(page.model.rows) == 2


def test_a_name_in_use_twice_makes_two_forms(window: MainWindow, page: FormsPage) -> None:
    one = copied(window, page, "Mẫu A")
    window.do_forms()
    page.table.selectRow(0)
    other = copied(window, page, "Mẫu A")

    assert one != other
    assert msgspec.structs.asdict(editor(window).bridge.written.head)["name"] == "Mẫu A"


@pytest.mark.parametrize("size", SIZES)
def test_the_window_keeps_to_a_small_screen_with_list_and_editor(
    window: MainWindow, page: FormsPage, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    press(page.table, Key.Key_Return)
    editor(window).go_to(("rows", "bm1"))
    QApplication.processEvents()

    assert (window.width(), window.height()) == size
