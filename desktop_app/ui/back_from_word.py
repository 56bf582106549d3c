"""Compare the open report with its edited Word file or workbook, and take over what the clerk ticks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.services.file_comparison import EditedFile, compare_with_file
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.dialogs.compare_word import CompareWordDialog
from desktop_app.ui.dialogs.files import ask_which
from desktop_app.ui.reading_progress import follow_reading
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.tasks import Task

NO_DIFFERENCE = "Tệp và báo cáo không khác nhau chỗ nào."


class ComparingWord(QObject):
    """One comparison of the open report with a file."""

    def __init__(self, view: ReportView, services: Services) -> None:
        super().__init__(view)
        self._view, self._services = view, services
        self.task: Task | None = None

    def ask(self) -> None:
        """Ask for the file, then compare."""
        if chosen := ask_which(
            self._view, "So với tệp Word, Excel đã sửa", "Tệp Word, Excel (*.docx *.xlsx)"
        ):
            self.begin(chosen)

    def begin(self, path: Path) -> None:
        """Read the file in the background; what was typed until now is compared."""
        self._view.bridge.settle()
        filled, plans = self._view.session.filled, self._services.library.plans
        task = Task(lambda task: compare_with_file(path, filled, plans, task.step))
        follow_reading(task, path.name, self._view.window())
        task.done.connect(lambda back: self._show(path.name, back))
        task.failed.connect(self._failed)
        self.task = task
        task.start()

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, UserFault | EnvironmentFault):
            raise fault
        tell(self._view, str(fault))

    def _show(self, name: str, back: EditedFile) -> None:
        if not back.comparison.differences:
            tell(self._view, " ".join([NO_DIFFERENCE, *(f"▲ {remark}." for remark in back.remarks)]))
            return
        dialog = CompareWordDialog(name, back.comparison.differences, back.remarks, self._view)
        if dialog.exec():
            held = self._view.session.filled.texts()
            self._services.backups().make_before("truoc-nhap")
            self._view.bridge.edit_many(f"Lấy từ {name}", back.comparison.entries(dialog.chosen(), held))
