"""What is due, on the start page, and the dialog of a new report: real widgets and real keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from desktop_app.base.periods import KINDS, Period
from desktop_app.ui.dialogs.new_report import NewReportDialog
from tests.support.screen import button, named, shown

Key = Qt.Key


class Frozen(date):
    """25/11/2026, whatever the computer says."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 11, 25)


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("desktop_app.ui.widgets.due_box", "desktop_app.ui.report_commands"):
        monkeypatch.setattr(f"{module}.date", Frozen)


def lines(window) -> str:
    QApplication.processEvents()
    return " ".join(label.text() for label in window.start.due.findChildren(QLabel) if label.isVisible())


def test_the_start_page_says_what_is_due_and_in_how_many_days(window) -> None:
    window.show_list()

    assert (
        "Báo cáo năm 2026 (số liệu từ 15/12/2025 đến 14/12/2026): gửi chậm nhất 20/12/2026, "
        "còn 25 ngày, chưa lập."
    ) in lines(window)


def test_the_provinces_day_is_typed_once_and_counts_at_once(window, services) -> None:
    window.show_list()
    day = named(window.start, QSpinBox, "Ngày phải gửi do tỉnh quy định")
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "15")
    QTest.keyClick(day, Key.Key_Return)

    assert "gửi chậm nhất 15/12/2026, còn 20 ngày" in lines(window)
    assert services.due.own_day == 15


def test_a_report_that_is_there_is_opened_from_its_line(window, services) -> None:
    made = services.library.create("2026-Y")
    window.show_list()
    QApplication.processEvents()
    press = button(window.start.due, "Mở")
    press.setFocus()
    QTest.keyClick(press, Key.Key_Space)

    assert window.view and window.view.session.filled.report.id == made
    assert window.view.session.filled.text("header.deadline") == "20/12/2026"


@pytest.fixture
def dialog(qtbot: QtBot, services) -> NewReportDialog:
    made = NewReportDialog([], services.catalogue.all(), Period(2026, "Y"))
    qtbot.addWidget(made)
    made.show()
    return made


def offered(dialog: NewReportDialog, name: str) -> list[str]:
    box = named(dialog, QComboBox, name)
    return [box.itemText(number) for number in range(box.count())]


def test_every_period_of_the_year_is_offered_months_last(dialog: NewReportDialog) -> None:
    assert dialog.period() == Period(2026, "Y") and dialog.edition() == "cchc-2025"
    assert offered(dialog, "Kỳ báo cáo") == [
        "Quý I", "Quý II", "6 tháng đầu năm", "Quý III", "9 tháng đầu năm", "Quý IV", "Năm",
        *(f"Tháng {month}" for month in range(1, 13)),
    ]  # fmt: skip


def test_only_what_a_form_serves_is_offered(dialog: NewReportDialog, services) -> None:
    year = named(dialog, QSpinBox, "Năm")
    year.setValue(1990)

    assert year.value() == 2022
    year.setValue(2025)
    served = [kind for kind in KINDS if services.catalogue.serving(Period(2025, kind))]
    assert len(offered(dialog, "Kỳ báo cáo")) == len(served) == 13
    assert "Tháng 7" in offered(dialog, "Kỳ báo cáo") and "Tháng 6" not in offered(dialog, "Kỳ báo cáo")


def test_the_older_form_can_be_chosen_by_key(dialog: NewReportDialog) -> None:
    assert offered(dialog, "Mẫu báo cáo") == [
        "Mẫu báo cáo CCHC 2025 (Công văn 4625/BNV-CCHC)",
        "Mẫu báo cáo CCHC 2022 · từ Quý I/2022 đến 6 tháng đầu năm 2025",
    ]
    forms = named(dialog, QComboBox, "Mẫu báo cáo")
    forms.setFocus()
    QTest.keyClick(forms, Key.Key_Down)

    assert dialog.edition() == "cchc-2022"
    assert "Mẫu báo cáo" in shown(dialog)


def test_a_second_report_of_one_period_is_spoken_of_before_it_is_made(qtbot: QtBot, services) -> None:
    services.library.create("2026-Q1")
    made = NewReportDialog(services.library.summaries(), services.catalogue.all(), Period(2026, "Y"))
    qtbot.addWidget(made)
    made.show()
    assert "thứ hai" not in shown(made)

    named(made, QComboBox, "Kỳ báo cáo").setCurrentText("Quý I")
    assert "Trên máy đã có báo cáo Quý I/2026" in shown(made)
