"""What the clerk does with whole reports: begin, go on, take in, delete, copy the data file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.periods import Period, period_name, read_period
from desktop_app.base.text import within_sentence
from desktop_app.services import diagnostics, importing
from desktop_app.services.backups import copy_out
from desktop_app.services.moving import succession_of_next
from desktop_app.services.sample import forget_sample, make_samples
from desktop_app.services.services import Services
from desktop_app.ui import first_use
from desktop_app.ui.dialogs.about import AboutDialog
from desktop_app.ui.dialogs.ask import ask
from desktop_app.ui.dialogs.diagnostics import DiagnosticsDialog, ask_target
from desktop_app.ui.dialogs.files import ask_where, ask_which
from desktop_app.ui.dialogs.keys import KeysDialog
from desktop_app.ui.dialogs.move_report import MoveReportDialog
from desktop_app.ui.dialogs.new_report import NewReportDialog
from desktop_app.ui.help_places import place_of
from desktop_app.ui.word_importing import WordImporting

SAMPLES_THERE = "Các báo cáo mẫu đã có trên máy này; đây là báo cáo mẫu mới nhất."


class ReportCommands(QObject):
    """Each `do_<name>` is an action; a fault is shown as its one sentence."""

    opened = Signal(str)
    listed = Signal()
    said = Signal(str)
    complained = Signal(str)

    def __init__(self, services: Services, window: QWidget, chosen: Callable[[], str]) -> None:
        super().__init__(window)
        self._services, self._library, self._window = services, services.library, window
        self._chosen = chosen
        self._word = WordImporting(services, window)
        self._word.opened.connect(self.opened)
        self._word.said.connect(self.said)
        self._word.complained.connect(self.complained)

    def do_new(self) -> None:
        """Ask for a period and begin an empty report, or one that goes on from another."""
        self._ask_new("")

    def do_next(self) -> None:
        """Begin the period after the open or chosen report."""
        origin = self._chosen()
        after = self._services.due.after(self._library.summary(origin).period) if origin else None
        self._ask_new(origin, after)

    def begin(self, period_text: str) -> None:
        """Ask about a report of this period, begun from the one changed last."""
        reports = self._library.summaries()
        self._ask_new(reports[0].id if reports else "", read_period(period_text))

    def do_sample(self) -> None:
        """Make the sample periods and open the last; once they are there they are only opened."""
        self._try(self._open_samples)

    def do_import(self) -> None:
        """Take in a report from an exchange file."""
        if chosen := ask_which(
            self._window, "Nhập báo cáo", "Báo cáo Word, tệp trao đổi (*.docx *.cchc *.json)"
        ):
            self.take_in(chosen)

    def take_in(self, path: Path) -> None:
        """Take in a report from this file, and open it; one of Word is reviewed first."""
        if importing.is_word(path):
            self._word.begin(path)
        else:
            self._try(lambda: self._take_in(path))

    def do_delete(self) -> None:
        """Remove the chosen report, after a question."""
        chosen = self._chosen()
        if not chosen:
            return
        report = self._library.summary(chosen)
        name, agency = period_name(report.period), f" của {report.agency}" if report.agency else ""
        question = (
            f"Xóa báo cáo {name}{agency}, sửa lần cuối {report.changed_at.astimezone():%d/%m/%Y %H:%M}, cùng "
            "toàn bộ số liệu và lịch sử? Chỉ lấy lại được bằng cách phục hồi bản sao lưu được tạo ngay trước "
            "khi xóa."
        )
        if ask(self._window, question, f"Xóa báo cáo {name}", "Giữ lại"):
            self._try(lambda: self._delete(chosen))
            self.listed.emit()

    def do_backup(self) -> None:
        """Copy the data file to a place of the clerk's choice."""
        proposed = f"bao-cao-cchc-{date.today():%Y-%m-%d}.db"
        if chosen := ask_where(self._window, "Sao lưu", proposed, "Bản sao lưu (*.db)"):
            self._try(lambda: self._back_up(chosen))

    def do_guide(self) -> None:
        """The guide, at the page for where the clerk is."""
        self._try(lambda: first_use.open_guide(self._window, place_of(self._window)))

    def do_keys(self) -> None:
        """All shortcuts."""
        KeysDialog(self._window).exec()

    def do_about(self) -> None:
        """What this is, what it is made of, and where the data lies."""
        AboutDialog(self._services, self._window).exec()

    def do_diagnostics(self) -> None:
        """Show the diagnostic package, and write it where the clerk says."""
        contents = diagnostics.texts(self._services)
        if DiagnosticsDialog(contents, self._window).exec() and (target := ask_target(self._window)):
            self._try(lambda: self._write_diagnostics(target, contents))

    def _write_diagnostics(self, target: Path, contents: dict[str, str]) -> None:
        diagnostics.write(target, contents)
        self.said.emit(f"Đã ghi gói chẩn đoán vào {target}.")

    def _open_samples(self) -> None:
        last, new = make_samples(self._services)
        self.opened.emit(last)
        if not new:
            self.said.emit(SAMPLES_THERE)

    def _take_in(self, path: Path) -> None:
        report_id, doubts, form = importing.take_in_whole(path, self._services)
        self.opened.emit(report_id)
        if doubts:
            others = f" Còn {len(doubts) - 1} mục khác cũng cần xem lại." if doubts[1:] else ""
            self.complained.emit(f"Đã nhập báo cáo, nhưng cần xem lại {doubts[0]}{others} {form}".strip())
        else:
            said = f"{self._taken_in(report_id)} từ tệp «{path.name}».{self._others(report_id)} {form}"
            self.said.emit(said.strip())

    def _taken_in(self, report_id: str) -> str:
        return f"Đã nhập báo cáo {within_sentence(period_name(self._library.summary(report_id).period))}"

    def _others(self, report_id: str) -> str:
        """That there are several reports of one period, which is seldom meant."""
        period = self._library.summary(report_id).period_text
        count = sum(summary.period_text == period for summary in self._library.summaries())
        return f" Trên máy nay có {count} báo cáo của kỳ này." if count > 1 else ""

    def _delete(self, report_id: str) -> None:
        self._services.backups().make_before("truoc-xoa")
        forget_sample(self._services, report_id)
        self._library.delete(report_id)

    def _ask_new(self, origin: str, period: Period | None = None) -> None:
        forms = self._services.catalogue.all()
        today = date.today()
        proposed = period or self._services.due.proposed(today) or Period(today.year, "Y")
        dialog = NewReportDialog(self._library.summaries(), forms, proposed, origin, self._window)
        if dialog.exec():
            self._try(lambda: self._create(dialog))

    def _create(self, dialog: NewReportDialog) -> None:
        period, edition, origin = str(dialog.period()), dialog.edition(), dialog.origin()
        if not origin:
            self.opened.emit(self._library.create(period, edition))
        elif self._may_go_over(origin, edition):
            self.opened.emit(self._library.create_next(origin, period, edition))

    def _may_go_over(self, origin: str, edition: str) -> bool:
        """Where the next period is on another form: show what of this one goes where."""
        before = self._library.read(origin)
        if edition == before.report.edition_id:
            return True
        moved, plan = succession_of_next(self._library, origin, edition), self._library.plans.plan(edition)
        about = f"Báo cáo mới theo «{plan.edition.head.name}»; báo cáo của kỳ trước giữ nguyên."
        return bool(MoveReportDialog(before, moved, plan, about, self._window).exec())

    def _back_up(self, target: Path) -> None:
        held = copy_out(self._services.file, target)
        self.said.emit(f"Đã sao lưu {held} báo cáo vào {target}.")

    def _try(self, act: Callable[[], None]) -> None:
        """Do it; a fault is one sentence in the message line."""
        try:
            act()
        except (UserFault, EnvironmentFault) as fault:
            self.complained.emit(str(fault))
