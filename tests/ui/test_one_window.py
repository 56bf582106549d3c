"""What a second start, the end of a session and an archive ask of the one window."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.base import paths
from desktop_app.base.errors import EnvironmentFault, FileInUse
from desktop_app.bootstrap import build
from desktop_app.services import exchange, presence
from desktop_app.services.services import Services
from desktop_app.ui import first_use
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.startup.session_end import end_session
from tests.support.dialogs import answering
from tests.support.library import services_in
from tests.support.screen import shown
from tests.support.systems import out_of_reach


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An exchange file with a name of our people."""
    content = {"format": exchange.FORMAT, "edition": "cchc-2022", "period": "2023-Q3"}
    path = tmp_path / f"Báo cáo quý III{exchange.SUFFIX}"
    path.write_text(json.dumps(content | {"values": {"pl1.7.1": "7"}}), "utf-8")
    return path


def test_an_open_window_takes_the_file_of_a_second_start(
    window: MainWindow, services: Services, file: Path, qtbot: QtBot
) -> None:
    assert window.watchers.calls
    presence.call(services.folder, presence.Wish(str(file)))
    qtbot.waitUntil(lambda: window.view is not None, timeout=8000)

    assert services.library.read("2023-Q3").text("pl1.7.1") == "7"
    assert presence.is_answered(services.folder)


def test_a_file_that_is_none_of_ours_is_one_sentence_in_the_open_window(
    window: MainWindow, services: Services, file: Path, qtbot: QtBot
) -> None:
    file.write_bytes(b"MZ\0")
    assert window.watchers.calls
    presence.call(services.folder, presence.Wish(str(file)))
    qtbot.waitUntil(lambda: window.messages.isVisible(), timeout=8000)

    assert file.name in shown(window.messages)
    assert window.view is None and services.library.summaries() == []


def test_while_a_question_stands_open_the_wish_waits(
    window: MainWindow, services: Services, file: Path, qtbot: QtBot
) -> None:
    assert window.watchers.calls
    question = QDialog(window)
    seen: list[bool] = []

    def look() -> None:
        if presence.is_answered(services.folder):  # heard, and not yet done
            seen.append(window.view is None)
            question.reject()

    timer = QTimer(question)
    timer.timeout.connect(look)
    timer.start(700)
    presence.call(services.folder, presence.Wish(str(file)))
    question.exec()
    qtbot.waitUntil(lambda: window.view is not None, timeout=8000)

    assert seen == [True]


def test_a_setup_closes_the_window_and_what_was_typed_is_saved(
    view: ReportView, services: Services, qtbot: QtBot
) -> None:
    window = view.window()
    assert window.watchers.calls
    view.bridge.type_text("pl1.7.1", "190")
    presence.call(services.folder, presence.Wish(close=True))
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=8000)

    assert services.library.read("2023-Q1").text("pl1.7.1") == "190"


@pytest.mark.parametrize("content", [b"", b"12345", b"{", b'{"take": 3}', b"\xff"])
def test_a_call_that_cannot_be_read_still_brings_the_window_forward(tmp_path: Path, content: bytes) -> None:
    (tmp_path / presence.CALL).write_bytes(content)

    assert presence.take_call(tmp_path) == presence.Wish()
    assert presence.take_call(tmp_path) is None


def test_another_user_of_the_computer_is_told_who_has_it_open(tmp_path: Path, qapp, monkeypatch) -> None:
    """Her window stands in a session that nobody here sees: calling it forward would look like nothing."""
    monkeypatch.setattr("desktop_app.ui.startup.single_window.ANSWER_SECONDS", 0.5)
    with services_in(tmp_path):
        monkeypatch.setattr(presence, "user_name", lambda: "chị Bình")
        presence.announce(tmp_path)
        monkeypatch.setattr(presence, "user_name", lambda: "anh Cường")
        monkeypatch.setattr(presence, "is_answered", lambda _: True)  # as soon as it is asked, she hears it
        with pytest.raises(FileInUse, match="Người mở: chị Bình"):
            first_use.open_or_call(lambda: build(tmp_path), tmp_path, presence.Wish())

    assert not (tmp_path / presence.CALL).exists()


class Session:
    """What the system tells of its end."""

    def __init__(self, may_ask: bool = True) -> None:
        self._may_ask, self.cancelled = may_ask, False

    def allowsInteraction(self) -> bool:
        return self._may_ask

    def cancel(self) -> None:
        self.cancelled = True


def test_log_off_while_typing_saves_at_once_and_closes(
    view: ReportView, services: Services, qtbot: QtBot
) -> None:
    view.bridge.type_text("pl1.7.1", "190")
    assert view.session.unsaved
    session = Session()

    end_session(view.window(), session)

    assert services.library.read("2023-Q1").text("pl1.7.1") == "190"  # before the system goes on
    qtbot.waitUntil(lambda: not view.window().isVisible())
    assert not session.cancelled


def test_log_off_is_held_while_edits_are_on_no_disk(view: ReportView, services: Services) -> None:
    window, silent, asking = view.window(), Session(may_ask=False), Session()
    with out_of_reach(services):
        view.bridge.edit("pl1.7.1", "190")
        end_session(window, silent)
        with answering("Ở lại"):
            end_session(window, asking)

        assert silent.cancelled and asking.cancelled and window.isVisible()


def test_a_portable_program_started_in_its_archive_keeps_no_report_there(tmp_path: Path, monkeypatch) -> None:
    program = tmp_path / "Temp1_Bao-cao-CCHC.zip" / "chuong-trinh"
    (program / "data").mkdir(parents=True)
    (program / paths.PORTABLE_MARK).touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "bao-cao-cchc-cua-so.exe"))
    monkeypatch.setenv("TEMP", str(tmp_path))
    assert paths.data_folder() == program / "data"

    with pytest.raises(EnvironmentFault, match="giải nén"):
        build(None, resources=Path(__file__).parents[2] / "resources")
    assert list((program / "data").iterdir()) == []

    monkeypatch.setenv("TEMP", str(tmp_path / "elsewhere"))
    paths.refuse_temporary(program / "data")
