"""The status bar: saved or not, background work with "Dừng", edition, agency and deadline."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QStatusBar

from desktop_app.base import known_keys
from desktop_app.base.dates import clock, read_date, short_date
from desktop_app.base.periods import period_name
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.readiness import status_of
from desktop_app.reports.report import STATUS_WORDS
from desktop_app.reports.session import Session
from desktop_app.ui.tasks import Task
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.text_line import TextLine

PROGRESS_DELAY_MS = 300
"""Work that ends sooner shows no progress."""
MOST_LETTERS, OF_AGENCY = 90, 32
MOST_HEIGHT = 60


class StatusBar(QStatusBar):
    """Says "Đã lưu" only after the commit."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(8, 0, 8, 0)
        self._saved = TextLine("Trạng thái lưu", 1)
        self._troubled = False
        self._saved.setAutoFillBackground(False)  # the bar has a ground of its own
        self._saved.setMaximumHeight(MOST_HEIGHT)  # that of its neighbours, for one base line
        self._saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._about = PlainLabel()
        self._about.setProperty("quiet", True)
        self._doing = PlainLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setMaximumWidth(120)
        self._stop = QPushButton("Dừng")
        self.addWidget(self._saved, 1)
        for part in (self._doing, self._bar, self._stop):
            self.addWidget(part)
            part.hide()
        self.addPermanentWidget(self._about)
        self._task: Task | None = None
        self._patience = QTimer(self, singleShot=True, interval=PROGRESS_DELAY_MS)
        self._patience.timeout.connect(self._show_work)
        self._stop.clicked.connect(self._stop_work)

    def show_saved(self, session: Session, trouble: str = "") -> None:
        """The truth about the last edit: waiting, saved at, or why it could not be saved."""
        if bool(trouble) != self._troubled:
            self._troubled = bool(trouble)
            self._saved.setStyleSheet("color: #b3261e; font-weight: 600" if trouble else "")
        if trouble:
            self._saved.setText(f"● CHƯA LƯU: {trouble.split(';')[0][:MOST_LETTERS]}")  # the rest is above
        elif session.unsaved:
            self._saved.setText("Đang gõ…")
        elif session.saved_at:
            self._saved.setText(f"Đã lưu {clock(session.saved_at.astimezone())}")

    def show_about(self, session: Session | None) -> None:
        """Edition, agency and deadline of the open report."""
        if session is None:
            self._about.setText("")
            self._saved.setText("")
            return
        agency = session.filled.text(known_keys.AGENCY)
        self._about.setToolTip(agency)
        parts = [session.filled.plan.edition.head.name, shortened(agency)]
        parts.append(_deadline(session.filled.text(known_keys.DEADLINE)))
        self._about.setText(" · ".join(part for part in parts if part))

    def follow(self, task: Task, what: str) -> None:
        """Show the progress of a task once it takes noticeable time."""
        self._task = task
        self._doing.setText(what)
        self._patience.start()
        task.moved.connect(lambda page: self._doing.setText(f"{what}: trang {page}"))
        task.ended.connect(self._end_work)

    def _show_work(self) -> None:
        for part in (self._doing, self._bar, self._stop):
            part.show()

    def _end_work(self) -> None:
        self._patience.stop()
        self._task = None
        for part in (self._doing, self._bar, self._stop):
            part.hide()

    def _stop_work(self) -> None:
        if self._task:
            self._task.stop()


def title_of(filled: FilledReport) -> str:
    """The title of the window: period, agency and how far the report is."""
    agency = filled.text(known_keys.AGENCY)
    parts = [period_name(filled.report.period), agency, STATUS_WORDS[status_of(filled)]]
    return f"Báo cáo CCHC {' · '.join(part for part in parts if part)}"


def shortened(agency: str) -> str:
    """A long name cut, so that it pushes nothing off the screen."""
    return agency if len(agency) <= OF_AGENCY else f"{agency[: OF_AGENCY - 1].rstrip()}…"


def _deadline(text: str) -> str:
    day = read_date(text)
    if day is None:
        return ""
    left = (day - date.today()).days
    when = f"còn {left} ngày" if left > 0 else "hôm nay" if left == 0 else "đã qua"
    return f"Hạn gửi {short_date(day)} ({when})"
