"""The proof-reader in the window: it waits for a pause, reads in another thread, and shows what it found."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.reports.prose import from_plain
from desktop_app.ui import first_use
from desktop_app.ui.report_view import ReportView
from tests.support.library import services_in

CONTRADICTS = "Có 12 hồ sơ, trong đó 15 hồ sơ đúng hạn."


def test_what_is_typed_is_read_after_a_pause_and_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report_id = services.library.create_sample("2025-y")
        view = ReportView(services.library.open(report_id), services)
        qtbot.addWidget(view)
        qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)

        view.bridge.type_prose("II.2.c", from_plain("Một câu."))
        assert not view.proof_reading.is_up_to_date
        qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)


def test_the_readers_are_the_same_for_window_and_command_line() -> None:
    assert first_use.proof_reader().read_again == frozenset()
