"""What is done with whole forms: copied, begun, read from Word, taken in, handed out, published, deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.file_names import refuse_misread
from desktop_app.base.files import read_bounded
from desktop_app.base.periods import Period
from desktop_app.form_editing.actions_edition import copy_edition, new_edition, newer_version_of
from desktop_app.form_import.draft import DraftForm
from desktop_app.forms.catalogue import Listed
from desktop_app.services.export import put_in_place
from desktop_app.services.form_bundle import MOST_OF_FILE, SUFFIX, examine, read_bundle
from desktop_app.services.form_files import read_form_file
from desktop_app.services.form_order import move_in_order
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.ask import ask
from desktop_app.ui.dialogs.files import ask_where, ask_which
from desktop_app.ui.form_editor.forms_page import FormsPage
from desktop_app.ui.form_editor.name_form import ask_name
from desktop_app.ui.reading_progress import follow_reading
from desktop_app.ui.tasks import Task

KIND = f"Tệp mẫu báo cáo (*{SUFFIX})"
NEW = (
    "Mẫu mới bắt đầu là bản nháp với các ô đầu, cuối thường dùng; chưa kỳ báo cáo nào dùng cho đến khi ban "
    "hành."
)
COPY = "Bản sao là bản nháp để sửa tùy ý; mẫu gốc giữ nguyên."
NEWER = (
    "Bản mới hơn là bản nháp nối tiếp mẫu này: báo cáo đã lập giữ mẫu cũ, và chuyển sang được khi ban hành."
)
PUBLISH = (
    "Ban hành mẫu «{}»? Từ đó các kỳ trong hiệu lực dùng được mẫu này, và mẫu không sửa nữa; muốn đổi thì "
    "tạo bản mới hơn."
)
DELETE = "Xóa mẫu «{}»? Chỉ lấy lại được từ tệp đã xuất hoặc bản sao lưu."
AS_COPY = "{} Nhận tệp này thành một mẫu riêng?"


class FormCommands(QObject):
    """Each `do_<name>` takes the id of the form that is meant."""

    opened = Signal(str)
    listed = Signal(str)
    said = Signal(str)
    complained = Signal(str)
    found_damaged = Signal(object)  # Listed, an own form that cannot be read
    read_from_file = Signal(object)  # DraftForm, once it is open

    def __init__(self, services: Services, page: FormsPage) -> None:
        super().__init__(page)
        self._services, self._page = services, page
        self.task: Task | None = None

    def run(self, name: str, edition_id: str) -> None:
        """Do it; a fault is one sentence."""
        try:
            getattr(self, f"do_{name}")(edition_id)
        except (UserFault, EnvironmentFault) as fault:
            self.complained.emit(str(fault))

    def do_open(self, edition_id: str) -> None:
        """In the editor."""
        if edition_id:
            self.opened.emit(edition_id)
        elif (listed := self._chosen()) and listed.own:
            self.found_damaged.emit(listed)
        elif listed:
            raise UserFault(" ".join(listed.faults[:1]))

    def bring_older(self, listed: Listed) -> None:
        """What the data file keeps of a form whose files got damaged."""
        try:
            self._services.own_forms().bring_older(listed)
        except (UserFault, EnvironmentFault) as fault:
            self.complained.emit(str(fault))
            return
        self.listed.emit("")
        self.said.emit("Đã lấy lại bản của mẫu mà chương trình giữ trong dữ liệu.")

    def do_copy(self, edition_id: str) -> None:
        """A draft like it."""
        name = self._name_of(edition_id)
        if edition_id and (wanted := ask_name("Sao chép mẫu", COPY, f"{name} (bản sao)", self._page)):
            own = self._services.own_forms()
            self.opened.emit(own.save(copy_edition(own.written(edition_id), wanted, self._taken())))

    def do_new(self, _edition_id: str) -> None:
        """A draft with next to nothing in it."""
        if wanted := ask_name("Tạo mẫu mới", NEW, "", self._page):
            own = self._services.own_forms()
            self.opened.emit(own.save(new_edition(wanted, self._from_now(), taken=self._taken())))

    def do_newer(self, edition_id: str) -> None:
        """A draft that follows it."""
        own = self._services.own_forms()
        if wanted := ask_name("Tạo bản mới hơn", NEWER, self._name_of(edition_id), self._page):
            before = own.written(edition_id)
            self.opened.emit(own.save(newer_version_of(before, wanted, self._from_now(), self._taken())))

    def do_read(self, _edition_id: str) -> None:
        """A draft made of an empty form in Word or Excel."""
        if path := ask_which(self._page, "Mẫu từ tệp Word, Excel", "Tệp Word, Excel (*.docx *.xlsx)"):
            self.read(path)

    def read(self, path: Path) -> None:
        """Read the file in the background; the draft is stored and opened once it is read."""
        task = self.task = Task(lambda task: read_form_file(path, self._services, task.step))
        follow_reading(task, path.name, self._page.window())
        task.done.connect(self._was_read)
        task.failed.connect(self._not_read)
        task.start()

    def do_import(self, _edition_id: str) -> None:
        """A form that came as a file."""
        if path := ask_which(self._page, "Nhập mẫu báo cáo", KIND):
            self.take_in(path)

    def do_export(self, edition_id: str) -> None:
        """One file to hand out."""
        if not edition_id:
            return
        content = self._services.own_forms().export(edition_id)
        if target := ask_where(self._page, "Xuất mẫu báo cáo", f"{edition_id}{SUFFIX}", KIND):
            refuse_misread(target)
            put_in_place({target: content})
            self.said.emit(f"Đã xuất mẫu «{self._name_of(edition_id)}» ra {target}.")

    def do_publish(self, edition_id: str) -> None:
        """From now on periods get it."""
        name = self._name_of(edition_id)
        if edition_id and ask(self._page.window(), PUBLISH.format(name), "Ban hành", "Chưa ban hành"):
            self._services.own_forms().publish(edition_id)
            self.opened.emit(edition_id)
            self.said.emit(
                f"Đã ban hành mẫu «{name}»; báo cáo mới của các kỳ trong hiệu lực dùng được mẫu này."
            )

    def do_delete(self, _edition_id: str) -> None:
        """Gone, unless reports use it."""
        listed = self._chosen()
        if listed is None:
            return
        own = self._services.own_forms()
        name = listed.head.name if listed.head else listed.folder
        if self._page.is_kept() or ask(self._page, DELETE.format(name), "Xóa mẫu", "Giữ lại"):
            own.delete(listed)
            self.listed.emit("")
            self.said.emit(f"Đã xóa mẫu «{name}».")

    def do_up(self, edition_id: str) -> None:
        """Looked for earlier."""
        self._move(edition_id, -1)

    def do_down(self, edition_id: str) -> None:
        """Looked for later."""
        self._move(edition_id, 1)

    def take_in(self, path: Path) -> None:
        """A form from this file; one that is here with other rows becomes a form of its own, if wanted."""
        try:
            files = read_bundle(read_bounded(path, MOST_OF_FILE), path.name)
        except OSError as fault:
            raise UserFault(f"Không đọc được tệp {path.name}; hãy kiểm tra ổ đĩa hoặc USB.") from fault
        own = self._services.own_forms()
        try:
            taken = own.take_in(files, path.name)
        except UserFault as fault:
            question = AS_COPY.format(fault)
            if not self._is_here(files) or not ask(
                self._page, question, "Nhận thành mẫu riêng", "Không nhận"
            ):
                raise
            taken = own.take_in(files, path.name, as_copy=True)
        self.listed.emit(taken.edition_id)
        there = "đã có sẵn trên máy này, nội dung giống hệt" if taken.outcome == "there" else "đã được nhập"
        self.said.emit(f"Mẫu «{taken.name}» {there}.")

    # -- inside --

    def _is_here(self, files: Mapping[str, bytes]) -> bool:
        """Whether a form of the same id is here already."""
        edition = examine(files).edition
        return edition is not None and self._services.catalogue.listed(edition.head.id) is not None

    def _taken(self) -> list[str]:
        return list(self._services.catalogue.names())

    def _from_now(self) -> str:
        """The first period that a new form is for, until somebody says otherwise."""
        today = date.today()
        return str(self._services.due.proposed(today) or Period(today.year, "Y"))

    def _was_read(self, draft: DraftForm) -> None:
        try:
            self._services.own_forms().save(draft.written)
        except (UserFault, EnvironmentFault) as fault:
            self.complained.emit(str(fault))
            return
        self.opened.emit(draft.written.head.id)
        self.read_from_file.emit(draft)

    def _not_read(self, fault: Exception) -> None:
        if not isinstance(fault, UserFault | EnvironmentFault):
            raise fault
        self.complained.emit(str(fault))

    def _move(self, edition_id: str, step: int) -> None:
        if edition_id:
            move_in_order(self._services.catalogue, self._services.preferences, edition_id, step)
            self.listed.emit(edition_id)

    def _name_of(self, edition_id: str) -> str:
        return self._services.catalogue.names().get(edition_id, "")

    def _chosen(self) -> Listed | None:
        """What the catalogue knows of the line that is chosen, faulty ones too."""
        place = self._page.chosen_place()
        return next((one for one in self._services.catalogue.all() if str(one.place) == place), None)
