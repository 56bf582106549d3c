"""The printed form: a blank report of the form as it is now, made in the background."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.base.periods import KINDS, Period, period_name
from desktop_app.checking.plan import Plan
from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.documents.print_positions import PrintPositions
from desktop_app.forms.model import Edition
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.report import Report
from desktop_app.services import press
from desktop_app.ui.form_editor.form_bridge import FormBridge
from desktop_app.ui.form_editor.pane import Pane
from desktop_app.ui.tasks import Task
from desktop_app.ui.widgets.page_layout import Fit, Spot
from desktop_app.ui.widgets.page_view import STEP, PageView
from desktop_app.ui.widgets.printing_line import PrintingLine

PAUSE_MS = 300
FAULTY = "● Mẫu còn lỗi nên chưa in thử được; xem danh sách lỗi ở dưới (F8)."


class PreviewPane(Pane):
    """Pages of a blank report; a click says the key that is printed there."""

    guide_place = "soan-mau#xem-bản-in"
    wanted = Signal(str)

    def __init__(self, bridge: FormBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.positions = PrintPositions()
        self._task: Task | None = None
        self._made: object = None
        self._is_stale = False
        pages = self.pages = PdfPages()
        self.destroyed.connect(lambda: pages.close())
        self.view = PageView(self.pages, self)
        self.view.setAccessibleName("Trang in của mẫu")
        self.view.clicked.connect(self._go_to_entry)
        self.line = PrintingLine(self)
        self._period = QComboBox()
        self._period.setAccessibleName("Kỳ của bản in")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.make_pages)
        self._period.currentIndexChanged.connect(lambda _: self._again())
        layout = QVBoxLayout(self)
        layout.addLayout(self._controls())
        layout.addWidget(self.line)
        layout.addWidget(self.view, 1)

    def focus_first(self) -> None:
        """The pages take the keys."""
        self.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what was edited."""
        super().showEvent(event)
        self._offer_periods()
        if self._made is not self.bridge.written:
            self._again()

    def make_pages(self) -> None:
        """Make the pages anew; one at a time, the newest wins."""
        if self._task:
            self._is_stale = True
            return
        self._is_stale, edition = False, self.bridge.session.edition
        self._made = self.bridge.written
        if edition is None or not self._period.count():
            self.line.say(FAULTY)
            return
        self.line.say("Đang tạo bản in…")
        period = Period(date.today().year, self._period.currentData())
        self._task = Task(lambda task: _pages(edition, period, task))
        self._task.done.connect(self._show)
        self._task.failed.connect(self.line.complain)
        self._task.ended.connect(self._ended)
        self._task.start()

    @property
    def is_current(self) -> bool:
        """Whether the pages are those of the form as it is."""
        return self._task is None and not self._pause.isActive() and self._made is self.bridge.written

    # -- inside --

    def refresh(self) -> None:
        """Make the pages again after a short pause."""
        self._offer_periods()
        self._again()

    def _again(self) -> None:
        self._made = None
        self._pause.start()

    def _ended(self) -> None:
        self._task = None
        if self._is_stale:
            self._pause.start()

    def _show(self, made: tuple[bytes, PrintPositions]) -> None:
        content, self.positions = made
        self.pages.open(content)
        self.view.show_again()
        self.line.say("")

    def _go_to_entry(self, spot: Spot) -> None:
        if key := self.positions.at(spot.page, spot.left, spot.top):
            self.wanted.emit(key)

    def _offer_periods(self) -> None:
        """One period for each that the form words, the one that is shown kept."""
        kinds = {("M1" if each.kind == "M" else each.kind) for each in self.bridge.written.periods}
        offered = [kind for kind in KINDS if kind in kinds]
        if offered == [self._period.itemData(n) for n in range(self._period.count())]:
            return
        before = self._period.currentData()
        self._period.blockSignals(True)
        self._period.clear()
        for kind in offered:
            self._period.addItem(period_name(Period(date.today().year, kind)), kind)
        self._period.setCurrentIndex(max(0, self._period.findData(before)))
        self._period.blockSignals(False)

    def _controls(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel("Kỳ")
        label.setBuddy(self._period)
        row.addWidget(label)
        row.addWidget(self._period)
        for text, name, act in (
            ("−", "Thu nhỏ", lambda: self.view.zoom_by(1 / STEP)),
            ("+", "Phóng to", lambda: self.view.zoom_by(STEP)),
            ("Vừa bề ngang", "Vừa bề ngang", lambda: self.view.fit(Fit.WIDTH)),
            ("Cả trang", "Cả trang", lambda: self.view.fit(Fit.PAGE)),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        row.addStretch(1)
        return row


def _pages(edition: Edition, period: Period, task: Task) -> tuple[bytes, PrintPositions]:
    """The blank report as PDF."""
    blank = fill_in(Report("", edition.head.id, str(period)), Plan(edition), {})
    return press.pdf(press.compose(blank), task.step)
