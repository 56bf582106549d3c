"""Export an open report from the window: where to, in the background, then put in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.periods import period_name
from desktop_app.documents.model import Document
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.progress import still_open
from desktop_app.reports.session import Session
from desktop_app.services import exchange, press
from desktop_app.services.export import put_in_place
from desktop_app.services.form_travel import file_with_form
from desktop_app.services.print_settings import read_settings
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.ask import ask
from desktop_app.ui.dialogs.files import ask_where
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.status import StatusBar
from desktop_app.ui.tasks import Task

FILTERS = {
    "docx": "Tệp Word (*.docx)",
    "pdf": "Tệp PDF (*.pdf)",
    "xlsx": "Bảng tính Excel (*.xlsx)",
    "json": "Tệp trao đổi (*.cchc *.json)",
    "explanations": "Tệp Word (*.docx)",
}
ENDINGS = {"json": (exchange.SUFFIX, ".json"), "explanations": (".docx",)}
"""Kind -> how its files may end, first what is proposed; the others end as they are called."""
FOLDER = "export.folder"


class Exporting:
    """Asks for the place, composes at once, writes in the background, reports in the message bar."""

    def __init__(self, services: Services, window: QWidget, bar: MessageBar, status: StatusBar) -> None:
        self._services, self._window, self._bar, self._status = services, window, bar, status
        self.task: Task | None = None

    def ask(self, session: Session, kinds: tuple[str, ...]) -> None:
        """Ask where to, then export; with two kinds the second lies beside the first."""
        endings = ENDINGS.get(kinds[0], (f".{kinds[0]}",))
        proposed, folder = file_name(session.filled) + endings[0], self._services.preferences.get(FOLDER)
        if kinds[0] == "explanations":
            proposed = proposed.replace("Bao-cao", "Phieu-giai-trinh")
        chosen = ask_where(self._window, "Xuất báo cáo", proposed, FILTERS[kinds[0]], folder)
        if chosen is None:
            return
        first = chosen if chosen.suffix.lower() in endings else Path(f"{chosen}{endings[0]}")
        targets = {kinds[0]: first} | {kind: first.with_suffix(f".{kind}") for kind in kinds[1:]}
        if self._may_replace([target for target in targets.values() if target != chosen]):
            self.export(session, targets)

    def _may_replace(self, unasked: list[Path]) -> bool:
        """Ask about files that are there already and that the dialog knew nothing of."""
        names = " và ".join(f"«{target.name}»" for target in unasked if target.exists())
        if not names:
            return True
        question = f"Thư mục đã có {names}. Xuất tiếp sẽ thay tệp đó bằng bản mới."
        return ask(self._window, question, "Thay tệp cũ", "Không xuất")

    def export(self, session: Session, targets: dict[str, Path]) -> None:
        """Write the files; the report may be edited meanwhile, it was copied when this began."""
        filled = session.filled
        self.task = Task(self._work(filled, targets))
        self.task.done.connect(lambda _: self._done(filled, targets))
        self.task.failed.connect(self._failed)
        self._status.follow(self.task, "Đang xuất")
        self.task.start()

    def _work(self, filled: FilledReport, targets: dict[str, Path]) -> Callable[[Task], None]:
        settings = read_settings(self._services.preferences)
        document = press.compose(filled, settings)
        ready: dict[str, bytes] = {}
        if "json" in targets:
            ready["json"] = exchange.as_json(file_with_form(filled, self._services))
        if "xlsx" in targets:
            ready["xlsx"] = press.xlsx(filled)
        if "explanations" in targets:
            ready["explanations"] = press.docx(press.explanations(filled, settings))

        def work(task: Task) -> None:
            made: dict[Path, bytes] = {}
            for kind, target in targets.items():
                task.step(0)
                made[target] = ready.get(kind) or _printed(kind, document, task)
            put_in_place(made)

        return work

    def _done(self, filled: FilledReport, targets: dict[str, Path]) -> None:
        names = " và ".join(target.name for target in targets.values())
        first = next(iter(targets.values()))
        self._services.preferences.keep(FOLDER, str(first.parent))
        said = f"Đã xuất {names} vào {first.parent}."
        if words := still_open(filled):
            said += f" {words} Ctrl+Shift+T: xem từng việc."
        self._bar.say(said, "Mở tệp", lambda: _open(first))
        self._bar.offer("Mở thư mục", lambda: _open(first.parent))

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, UserFault | EnvironmentFault):
            raise fault
        self._bar.complain(str(fault))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _printed(kind: str, document: Document, task: Task) -> bytes:
    """The file for Word, or the PDF, whose pages are steps of the task."""
    return press.docx(document) if kind == "docx" else press.pdf(document, task.step)[0]


def file_name(filled: FilledReport) -> str:
    """ "Bao-cao-CCHC-Quy-I-2023": letters that every file system takes."""
    plain = {"Quý": "Quy", "tháng đầu năm": "thang", "Năm": "Nam"}
    name = period_name(filled.report.period)
    for word, letters in plain.items():
        name = name.replace(word, letters)
    return "Bao-cao-CCHC-" + name.replace("/", "-").replace(" ", "-")
