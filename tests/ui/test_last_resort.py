"""When we err: one dialog, that tells the truth about the last edit, and the program goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop_app.base.errors import DamagedFile, UserFault
from desktop_app.base.log import LOG_FILE
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.startup.last_resort import LastResort
from tests.support.dialogs import answering
from tests.support.screen import button
from tests.support.systems import out_of_reach


def erring(hook: LastResort, times: int = 1) -> None:
    for _ in range(times):
        try:
            raise KeyError("nội dung riêng")
        except KeyError as fault:
            hook.hook(type(fault), fault, fault.__traceback__)


def test_a_fault_of_ours_is_one_dialog_and_what_was_typed_is_saved(
    view: ReportView, services: Services
) -> None:
    window = view.window()
    hook = LastResort(window)
    view.bridge.type_text("pl1.7.1", "190")
    assert view.session.unsaved

    with answering("Đã hiểu") as said:
        erring(hook, times=5)

    assert len(said) == 1
    assert "không phải lỗi của bạn" in said[0] and "đã được lưu" in said[0] and LOG_FILE in said[0]
    assert not view.session.unsaved
    assert "nội dung riêng" not in (services.folder / LOG_FILE).read_text("utf-8")
    view.bridge.edit("pl1.7.1", "191")
    assert services.library.read("2023-Q1").text("pl1.7.1") == "191"


def test_an_edit_that_is_not_saved_is_not_called_saved(view: ReportView, services: Services) -> None:
    hook = LastResort(view.window())
    with out_of_reach(services), answering("Đã hiểu") as said:
        view.bridge.type_text("pl1.7.1", "190")
        erring(hook)

    assert "CHƯA lưu" in said[0] and "đã được lưu" not in said[0]


def test_expected_faults_that_come_so_far_are_shown_as_they_are(
    window: MainWindow, services: Services
) -> None:
    hook = LastResort(window)

    hook.hook(UserFault, UserFault("Kỳ này không có."), None)
    assert window.messages.text() == "● Kỳ này không có."
    hook.hook(DamagedFile, DamagedFile("Tệp hỏng."), None)
    assert button(window.messages, "Phục hồi…").isEnabled()


def test_damage_seen_at_work_closes_the_window_for_the_rescue(window: MainWindow, qtbot: QtBot) -> None:
    window.complain(DamagedFile("Tệp hỏng."))

    button(window.messages, "Phục hồi…").click()

    assert window.wants_rescue and not window.isVisible()


def test_a_report_with_edits_that_wait_is_not_left_without_a_question(
    view: ReportView, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    window = view.window()
    with out_of_reach(services):
        view.bridge.edit("pl1.7.1", "190")
        assert "CHƯA LƯU" in window.messages.text()

        with answering("Ở lại"):
            window.show_list()
        assert window.view is view
        window.watchers.unsaved_edits.write_to(tmp_path / "elsewhere.json")
        assert window.watchers.unsaved_edits.are_written_elsewhere(view.session)
    qtbot.waitUntil(lambda: not view.session.unsaved, timeout=6000)
    assert "Đã lưu lại được" in window.messages.text()
    QTimer.singleShot(0, window.show_list)
    qtbot.waitUntil(lambda: window.view is None)


def test_the_open_report_opened_again_goes_on_from_what_was_typed(
    view: ReportView, services: Services
) -> None:
    window = view.window()
    view.bridge.type_text("pl1.7.1", "190")

    window.open_report("2023-Q1")
    window.view.bridge.edit("pl1.7.2", "83")

    assert not window.view.session.unsaved
    assert [services.library.read("2023-Q1").text(key) for key in ("pl1.7.1", "pl1.7.2")] == ["190", "83"]


def test_edits_that_were_given_up_are_not_written_later(view: ReportView, services: Services) -> None:
    window = view.window()
    with out_of_reach(services):
        view.bridge.edit("pl1.7.1", "190")
        with answering("Bỏ các thay đổi"):
            window.show_list()

    assert not window.watchers.unsaved_edits.is_trying
    assert window.view is None
    assert services.library.read("2023-Q1").text("pl1.7.1") == "186"
