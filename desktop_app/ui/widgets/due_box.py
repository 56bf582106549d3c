"""What is due: each report that is owed, by when, in how many days, and the province's own day."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from desktop_app.base.dates import short_date
from desktop_app.base.periods import period_name
from desktop_app.base.text import within_sentence
from desktop_app.forms.calendar import LAST_DAY
from desktop_app.reports.report import Summary
from desktop_app.services.due import DueDates, DueReport
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.report_keys import let_through


class DueBox(QWidget):
    """One line for each owed report with its button, and the day of the month that the province asks for."""

    opened = Signal(str)  # the id of a report
    begun = Signal(str)  # a period without a report

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._lines = QGridLayout()
        self._lines.setColumnStretch(1, 1)
        self.day = QSpinBox()
        self.day.setRange(0, LAST_DAY)
        self.day.setSpecialValueText("theo mẫu")
        self.day.setAccessibleName("Ngày phải gửi do tỉnh quy định")
        self.day.setToolTip("Ngày trong tháng cuối kỳ mà tỉnh yêu cầu gửi báo cáo; 0 là theo mẫu báo cáo")
        self.day.editingFinished.connect(self._choose_day)
        let_through(self.day)
        self._dates: DueDates | None = None
        self._reports: list[Summary] = []
        about = QLabel("&Hạn của tỉnh: ngày")
        about.setBuddy(self.day)
        own = QHBoxLayout()
        own.addWidget(about)
        own.addWidget(self.day)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._lines, 1)
        layout.addLayout(own)
        layout.setAlignment(own, Qt.AlignmentFlag.AlignTop)

    def show_owed(self, dates: DueDates, reports: list[Summary]) -> None:
        """Show what is owed today beside these reports; no line where no form names a day."""
        self._dates, self._reports = dates, reports
        self.day.setValue(dates.own_day)
        for part in self._rows:
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._rows = []
        for number, report in enumerate(dates.owed(date.today(), reports)):
            self._add(number, report)

    def _add(self, number: int, report: DueReport) -> None:
        line = PlainLabel(sentence(report))
        line.setWordWrap(True)
        button = QPushButton("Mở" if report.report_id else "Lập báo cáo này")
        button.setAccessibleName(f"{button.text()}: {period_name(report.due.period)}")
        button.clicked.connect(partial(self._press, report))
        self._lines.addWidget(button, number, 0)
        self._lines.addWidget(line, number, 1)
        self._rows += [button, line]

    def _press(self, report: DueReport) -> None:
        if report.report_id:
            self.opened.emit(report.report_id)
        else:
            self.begun.emit(str(report.due.period))

    def _choose_day(self) -> None:
        if self._dates and self.day.value() != self._dates.own_day:
            self._dates.set_own_day(self.day.value())
            self.show_owed(self._dates, self._reports)


def sentence(report: DueReport) -> str:
    """ "Báo cáo năm 2026 (số liệu từ …): gửi chậm nhất 20/12/2026, còn 25 ngày, chưa lập."."""
    due = report.due
    name = within_sentence(period_name(due.period))
    left = f"còn {report.days} ngày" if report.days else "hôm nay"
    when = left if report.days >= 0 else f"đã quá {-report.days} ngày"
    state = "" if report.report_id else ", chưa lập"
    return (
        f"Báo cáo {name} (số liệu từ {short_date(due.first)} đến {short_date(due.last)}): "
        f"gửi chậm nhất {short_date(due.day)}, {when}{state}."
    )
