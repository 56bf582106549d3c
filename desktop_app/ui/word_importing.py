"""Take a Word file in from the window: read in the background, shown for review, stored once accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.services.services import Services
from desktop_app.services.word_files import (
    OF_THE_FILE,
    STEP,
    NoPeriod,
    OldLetters,
    Wanted,
    read_word_file,
    store_reading,
)
from desktop_app.ui.dialogs.ask import ask
from desktop_app.ui.dialogs.review_import import INTO, ReviewImportDialog
from desktop_app.ui.reading_progress import follow_reading
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.tasks import Task
from desktop_app.word_import.bound_offers import bound_offers
from desktop_app.word_import.pieces import Reading, draft_of_reading

TURN = (
    "Tệp dùng phông chữ đời cũ (.VnTime, VNI), phải chuyển sang Unicode mới đọc được. Tệp trên đĩa không bị "
    "sửa; chữ được chuyển khi đọc vào."
)
NO_PERIOD = "Tệp không ghi rõ kỳ báo cáo; hãy kiểm tra kỳ đã chọn sẵn"


class WordImporting(QObject):
    """`opened` names the new report; `said` and `complained` are sentences for the message line."""

    opened = Signal(str)
    said = Signal(str)
    complained = Signal(str)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._window = services, window
        self.task: Task | None = None

    def begin(self, path: Path, wanted: Wanted = OF_THE_FILE) -> None:
        """Read the file in the background, then show what went where.

        wanted: what the clerk agreed to, or what is proposed where the file names no period.
        """
        plans = self._services.library.plans
        task = Task(lambda task: read_word_file(path, plans, wanted, task.step))
        follow_reading(task, path.name, self._window)
        task.done.connect(lambda reading: self._review(path, _with_remark(reading, wanted), wanted))
        task.failed.connect(lambda fault: self._failed(path, wanted, fault))
        self.task = task
        task.start()

    def _failed(self, path: Path, wanted: Wanted, fault: Exception) -> None:
        if isinstance(fault, NoPeriod):
            proposed = self._services.due.proposed(date.today())
            if proposed:
                self.begin(path, wanted._replace(period=str(proposed)))
                return
        if isinstance(fault, OldLetters):
            if ask(self._window, TURN, "Chuyển và nhập", "Không nhập"):
                self.begin(path, wanted._replace(unicode=True))
            return
        if not isinstance(fault, UserFault | EnvironmentFault):
            raise fault
        self.complained.emit(str(fault))

    def _review(self, path: Path, reading: Reading, wanted: Wanted) -> None:
        """Show the reading; store it as the clerk decides."""
        library = self._services.library
        view = self._open_view()
        edition = view.session.filled.report.edition_id if view else ""

        def again(period_text: str, edition_id: str) -> Reading:
            return read_word_file(path, library.plans, Wanted(period_text, edition_id, wanted.unicode))

        dialog = ReviewImportDialog(reading, self._services, again, edition, self._window)
        if not dialog.exec():
            return
        try:
            if dialog.decided == INTO and view:
                self._enter(dialog, view)
            else:
                self.opened.emit(store_reading(dialog.reading, self._services, bind=dialog.binds))
        except (UserFault, EnvironmentFault) as fault:
            self.complained.emit(str(fault))
            return
        self.said.emit(_done(dialog.reading))

    def _enter(self, dialog: ReviewImportDialog, view: ReportView) -> None:
        """Into the open report as one step of undo, after a backup."""
        self._services.backups().make_before("truoc-nhap")
        filled = view.session.filled
        draft = draft_of_reading(filled.plan, dialog.reading, filled.entries)
        more = bound_offers(filled.plan, draft) if dialog.binds else {}
        view.bridge.settle()
        view.bridge.edit_many(STEP, draft.stored() | more)
        self.opened.emit(filled.report.id)  # anew: it may have something without a place now

    def _open_view(self) -> ReportView | None:
        views = self._window.findChildren(ReportView)
        return next((view for view in views if view.isVisible()), None)


def _with_remark(reading: Reading, wanted: Wanted) -> Reading:
    """The reading, which says so where its period is only proposed."""
    more = (NO_PERIOD,) if wanted.period else ()
    return msgspec.structs.replace(reading, remarks=(*more, *reading.remarks))


def _done(reading: Reading) -> str:
    """What was taken in, and what waits."""
    entered = sum(piece.fate == "entry" for piece in reading.pieces)
    left = sum(piece.fate == "left" for piece in reading.pieces)
    waiting = f" {left} nội dung chưa có chỗ, ở thẻ «Chưa có chỗ»." if left else ""
    return f"Đã nhập {entered} nội dung từ {reading.name}; Ctrl+Z để bỏ.{waiting}"
