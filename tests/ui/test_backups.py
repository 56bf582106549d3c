"""The page of backups: what is inside each, restoring and its undoing, and backups that nobody asked for."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from database import backup
from desktop_app.services import offsite_backup
from desktop_app.services.backups import EVERY_SECONDS, Backups
from desktop_app.services.services import Services
from desktop_app.ui.backups.backups_page import BackupsPage
from desktop_app.ui.backups.scheduled_backups import ScheduledBackups
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import answering
from tests.support.real import TWO_QUARTERS
from tests.support.screen import button, focused, press, shown


def the_page(window: MainWindow) -> BackupsPage:
    return window.findChildren(BackupsPage)[0]


def contents(window: MainWindow) -> list[str]:
    items = the_page(window).contents
    return [items.item(row).text() for row in range(items.count())]


@pytest.fixture
def backed_up(window: MainWindow, services: Services) -> MainWindow:
    """Two reports, a backup of them, then an edit and a third report."""
    first = services.library.create_samples(TWO_QUARTERS)[0]
    services.backups().make("dinh-ky")
    services.library.open(first).edit("pl1.7.1", "190")
    services.library.create("2024-Q1")
    window.open_report(first)
    window.do_backups()
    return window


def test_the_page_says_what_is_inside_and_how_it_differs_from_today(backed_up: MainWindow) -> None:
    inside = contents(backed_up)

    assert len(inside) == 3
    assert "Quý I/2023" in inside[0] or "Quý I/2023" in inside[1]
    assert any("cũ hơn hiện tại 1 lần sửa" in line for line in inside)
    assert any("giống hiện tại" in line for line in inside)
    assert any("Quý I/2024" in line and "chưa có" in line for line in inside)


def test_a_restore_is_asked_for_done_and_undone(backed_up: MainWindow, services: Services) -> None:
    with answering("Phục hồi bản này") as asked:
        the_page(backed_up).restore()

    assert "giữ thành một bản sao lưu" in asked[0]
    assert services.library.read("2023-Q1").text("pl1.7.1") == "186"
    assert len(backed_up.start.model.rows) == 2
    act = next(b for b in backed_up.messages.findChildren(QPushButton) if b.text() == "Hoàn tác phục hồi")
    act.click()
    assert services.library.read("2023-Q1").text("pl1.7.1") == "190"
    assert len(backed_up.start.model.rows) == 3


def test_leaving_the_question_leaves_everything(backed_up: MainWindow, services: Services) -> None:
    with answering("Giữ dữ liệu hiện tại"):
        the_page(backed_up).restore()

    assert services.library.read("2023-Q1").text("pl1.7.1") == "190"


def test_a_damaged_backup_is_shown_and_cannot_be_chosen(backed_up: MainWindow, services: Services) -> None:
    services.backups().all()[0].path.write_bytes(b"x" * 5000)

    the_page(backed_up).show_backups()

    assert "hỏng" in shown(the_page(backed_up))
    assert not the_page(backed_up).buttons["restore"].isEnabled()


def test_a_backup_now_appears_in_the_list(backed_up: MainWindow, services: Services, qtbot: QtBot) -> None:
    the_page(backed_up).buttons["now"].click()

    qtbot.waitUntil(lambda: the_page(backed_up).model.rowCount() == 2)
    assert "Đã sao lưu 3 báo cáo" in backed_up.messages.text()


def test_half_an_hour_of_work_makes_a_backup_in_the_background(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    now = 0.0
    backups = Backups(services.file, seconds=lambda: now)
    timed = msgspec.structs.replace(services, backups=lambda: backups)
    report = services.library.create("2023-Q1")
    window.open_report(report)
    scheduled_backups = ScheduledBackups(timed, window, window.messages)
    scheduled_backups.look()
    assert not scheduled_backups.is_making and services.backups().all() == []
    now += EVERY_SECONDS

    scheduled_backups.look()

    qtbot.waitUntil(lambda: len(services.backups().all()) == 1 and not scheduled_backups.is_making)
    assert services.backups().all()[0].reason == "dinh-ky"
    assert not window.messages.isVisible()  # nothing is said of what goes well by itself
    scheduled_backups.look()
    assert not scheduled_backups.is_making


def test_closing_makes_a_backup_once_anything_was_edited(window: MainWindow, services: Services) -> None:
    assert window.watchers.leave() == "" and services.backups().all() == []
    services.library.create("2023-Q1")
    assert window.watchers.leave() == ""
    assert [one.reason for one in services.backups().all()] == ["khi-roi"]
    window.watchers.leave()
    assert len(services.backups().all()) == 1


def test_the_second_place_is_asked_for_and_takes_a_backup(
    window: MainWindow, services: Services, qtbot: QtBot, tmp_path: Path, monkeypatch
) -> None:
    services.library.create("2023-Q1")
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))

    window.watchers.begin()
    assert "nơi thứ hai" in window.messages.text()
    next(b for b in window.messages.findChildren(QPushButton) if b.text() == "Chọn nơi…").click()

    qtbot.waitUntil(lambda: "Đã sao lưu 1 báo cáo" in window.messages.text())
    (copy,) = (tmp_path / "stick").rglob("*.db")
    assert backup.check(copy) == 1
    assert offsite_backup.folder(services.preferences) == str(tmp_path / "stick")


def test_before_a_report_is_deleted_a_backup_keeps_it(window: MainWindow, services: Services) -> None:
    services.library.create("2023-Q1")
    window.show_list()
    with answering("Xóa báo cáo Quý I/2023") as asked:
        window.commands.do_delete()

    assert "bản sao lưu được tạo ngay trước khi xóa" in asked[0]
    assert services.library.summaries() == []
    assert backup.check(services.backups().all()[0].path) == 1
    QThreadPool.globalInstance().waitForDone()
    QTest.qWait(0)


def test_a_restore_waits_for_a_backup_that_is_being_made(backed_up: MainWindow, services: Services) -> None:
    the_page(backed_up).buttons["now"].click()
    with answering("Phục hồi bản này"):
        the_page(backed_up).restore()

    assert services.library.read("2023-Q1").text("pl1.7.1") == "186"
    assert all(backup.check(one.path) for one in services.backups().all())


@pytest.mark.parametrize("way", ["Escape", "Quay lại"])
def test_the_way_back_leads_to_the_report_that_was_open(
    window: MainWindow, view: ReportView, services: Services, way: str
) -> None:
    view.go_to("pl1.7.2")
    press(focused(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert the_page(window).isVisible()
    if way == "Escape":
        press(focused(), Qt.Key.Key_Escape)
    else:
        button(window, way).click()

    assert window.view is not None and window.view.isVisible()
    assert window.view.current_tab() == "pl1"


def test_the_list_is_a_key_away_from_the_backups(backed_up: MainWindow) -> None:
    press(focused(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert not the_page(backed_up).isVisible()
    assert backed_up.view is None and backed_up.start.isVisible()


def test_a_backup_is_called_by_its_number_and_time_not_by_its_file(backed_up: MainWindow) -> None:
    assert ".db" not in shown(the_page(backed_up))
    assert "Trong bản sao lưu số " in shown(the_page(backed_up))


def test_one_report_alone_is_taken_back_by_keys_and_nothing_else_changes(
    backed_up: MainWindow, services: Services
) -> None:
    page = the_page(backed_up)
    one = button(page, "Lấy riêng một báo cáo…")
    assert not one.isEnabled()
    page.contents.setFocus()
    press(page.contents, Qt.Key.Key_Home)
    row = next(n for n, line in enumerate(contents(backed_up)) if "cũ hơn hiện tại" in line)
    for _ in range(row):
        press(page.contents, Qt.Key.Key_Down)
    with answering("Lấy riêng báo cáo này") as asked:
        press(one, Qt.Key.Key_Space)

    assert "giữ nguyên" in asked[0] and "Quý I/2023" in asked[0]
    assert services.library.read("2023-Q1").text("pl1.7.1") == "190"
    assert services.library.read("2023-Q1-2").text("pl1.7.1") == "186"
    assert "Đã lấy lại báo cáo Quý I/2023" in backed_up.messages.text()
    press(button(backed_up.messages, "Về danh sách"), Qt.Key.Key_Space)
    assert len(backed_up.start.model.rows) == 4


def test_a_report_that_the_backup_lacks_cannot_be_taken_from_it(backed_up: MainWindow) -> None:
    page = the_page(backed_up)
    row = next(n for n, line in enumerate(contents(backed_up)) if "chưa có" in line)
    page.contents.setCurrentRow(row)

    assert not button(page, "Lấy riêng một báo cáo…").isEnabled()
