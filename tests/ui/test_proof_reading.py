"""The proof-reader in the window: it waits for a pause, reads in another thread, and shows what it found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.reports.prose import from_plain
from desktop_app.reports.session import Changes
from desktop_app.ui import first_use
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.prose_section import ProseSection
from tests.support.library import services_in

CONTRADICTS = "Có 12 hồ sơ, trong đó 15 hồ sơ đúng hạn."


def test_what_is_typed_is_read_after_a_pause_and_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report_id = services.library.create_sample("2025-y")
        view = ReportView(services.library.open(report_id), services)
        qtbot.addWidget(view)
        qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)

        view.bridge.type_prose("II.2.c", from_plain(CONTRADICTS))
        assert not view.proof_reading.is_up_to_date
        qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)
        said = [f for f in view.panel.model.findings if f.code == "sum.part"]
        assert [(f.keys, CONTRADICTS[slice(*f.span)]) for f in said if f.span] == [(("II.2.c",), "15")]

        view.bridge.type_prose("II.2.c", from_plain(CONTRADICTS.replace("15", "11")))
        qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)
        assert not [f for f in view.panel.model.findings if f.code == "sum.part"]


def test_each_finding_below_a_section_has_the_colour_of_its_own_level(qtbot: QtBot, tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report_id = services.library.create_sample("2025-y")
        view = ReportView(services.library.open(report_id), services)
        qtbot.addWidget(view)
        section = ProseSection(view.bridge, view.session.filled.plan.sections["II.2.c"], "II.2.c")
        qtbot.addWidget(section)
        view.bridge.type_prose("II.2.c", from_plain(f"{CONTRADICTS} Đơn vị đã đã làm , xong việc"))
        qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)
        section.refresh(Changes(frozenset({"II.2.c"})))

        lines = [label for label in section.findChildren(PlainLabel) if label.text()[:1] in SIGNS.values()]
        colours = {label.text()[:1]: label.styleSheet() for label in lines if not label.isHidden()}
        assert len(colours) > 1
        assert len(set(colours.values())) == len(colours)


def test_the_readers_are_the_same_for_window_and_command_line() -> None:
    assert first_use.proof_reader().read_again == frozenset()


def test_a_report_that_was_left_is_read_no_more_and_comes_back_to_its_findings(
    qtbot: QtBot, window: MainWindow, view: ReportView
) -> None:
    view.proof_reading.read_now()
    QTest.qWait(1)
    QThreadPool.globalInstance().waitForDone()  # what was found is on its way
    window.show_list()
    QTest.qWait(1)
    assert not view.proof_reading.is_up_to_date

    window.open_report(view.session.filled.report.id)
    assert window.view is not None
    again = window.view.proof_reading
    qtbot.waitUntil(lambda: again.is_up_to_date, timeout=20_000)


def test_what_was_typed_while_the_report_was_hidden_is_read_when_it_is_seen(
    qtbot: QtBot, view: ReportView
) -> None:
    qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)
    view.hide()
    view.bridge.type_prose("II.6", from_plain("Một câu."))
    view.show()
    qtbot.waitUntil(lambda: view.proof_reading.is_up_to_date, timeout=20_000)
