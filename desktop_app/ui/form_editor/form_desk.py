"""The list of forms and the form that is open in the editor: which is shown, what the menu does there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.form_editing.form_session import FormSession
from desktop_app.form_import.draft import DraftForm
from desktop_app.forms.catalogue import Listed
from desktop_app.forms.written import WrittenEdition
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.ask import ask
from desktop_app.ui.form_editor.editor_page import EditorPage
from desktop_app.ui.form_editor.form_bridge import FormBridge
from desktop_app.ui.form_editor.form_commands import FormCommands
from desktop_app.ui.form_editor.form_lines import claims_of, form_lines
from desktop_app.ui.form_editor.forms_page import FormsPage
from desktop_app.ui.form_editor.review_draft import review
from desktop_app.ui.message_bar import MessageBar

DRAFT, CLOSED, SHIPPED = "Bản nháp", "Đã ban hành, chỉ để xem", "Mẫu có sẵn, chỉ để xem"
LOSE = "Mẫu có thay đổi chưa lưu được vào ổ đĩa. Rời mẫu bây giờ sẽ mất các thay đổi đó."
_IN_EDITOR = frozenset(
    ("undo", "redo", "preview", "next_area", "previous_area", "next_finding", "previous_finding", "search")
)


class FormDesk(QObject):
    """Made at its first use; `back` asks for what was open before."""

    back = Signal()
    possible_changed = Signal()

    def __init__(self, services: Services, bar: MessageBar) -> None:
        super().__init__(bar)
        self._services, self._bar = services, bar
        self.page = QStackedWidget()
        self.list = FormsPage()
        self.page.addWidget(self.list)
        self.editor: EditorPage | None = None
        self.commands = FormCommands(services, self.list)
        self.commands.opened.connect(self.open_form)
        self.commands.listed.connect(self.show_list)
        self.commands.said.connect(bar.say)
        self.commands.complained.connect(bar.complain)
        self.commands.read_from_file.connect(self._review)
        self.commands.found_damaged.connect(self._offer_older)
        self.list.wanted.connect(self._on_wanted)

    # -- what the window asks --

    @property
    def undo_label(self) -> str:
        """What undo would take back."""
        return self.editor.bridge.session.undo_name if self.editor else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again."""
        return self.editor.bridge.session.redo_name if self.editor else ""

    def can(self, name: str) -> bool:
        """Whether the action of this name does something here."""
        return self.editor is not None and name in _IN_EDITOR

    def may_leave(self) -> bool:
        """Whether all is on the disk, or the clerk gives it up."""
        if self.editor is None:
            return True
        self.editor.settle()
        return self.editor.bridge.save_now() or ask(self.page, LOSE, "Bỏ các thay đổi", "Ở lại")

    def show_forms(self) -> None:
        """The list, as the menu asks for it."""
        self._close_editor()
        self.show_list()

    def show_list(self, chosen: str = "") -> None:
        """The list anew."""
        try:
            self.list.show_forms(form_lines(self._services.own_forms().all()), chosen)
        except (UserFault, EnvironmentFault) as fault:
            self._bar.complain(str(fault))

    def open_form(self, edition_id: str) -> None:
        """The form in the editor; one that is published is only read."""
        own = self._services.own_forms()
        try:
            written, lines = own.written(edition_id), own.all()
        except (UserFault, EnvironmentFault) as fault:
            self._bar.complain(str(fault))
            return
        line = next(one for one in lines if one.listed.head and one.listed.head.id == edition_id)
        about = DRAFT if written.head.draft else CLOSED if line.listed.own else SHIPPED
        session = FormSession(written, claims_of(lines, edition_id))
        self._show_editor(FormBridge(session, self._save, is_closed=not written.head.draft), about)

    # -- actions of the menu --

    def do_undo(self) -> None:
        """Take the last edit back."""
        self._settled().bridge.undo()

    def do_redo(self) -> None:
        """Do it again."""
        self._settled().bridge.redo()

    def do_preview(self) -> None:
        """The printed form."""
        self._settled().show_preview()

    def do_next_area(self) -> None:
        """The part of the editor to the right."""
        self._settled().step_areas(1)

    def do_previous_area(self) -> None:
        """The part to the left."""
        self._settled().step_areas(-1)

    def do_next_finding(self) -> None:
        """The next place where something is wrong."""
        self._settled().step_faults(1)

    def do_previous_finding(self) -> None:
        """The one before."""
        self._settled().step_faults(-1)

    def do_search(self) -> None:
        """Look for a row by words of its label, and go there."""
        self._settled().search()

    # -- inside --

    def _settled(self) -> EditorPage:
        assert self.editor, "the menu offers these in the editor alone"
        self.editor.settle()
        return self.editor

    def _save(self, written: WrittenEdition) -> None:
        self._services.own_forms().save(written)

    def _offer_older(self, listed: Listed) -> None:
        """What is wrong with a form that cannot be read, and the way back."""
        sentence = " ".join(listed.faults[:1])
        self._bar.complain(sentence, "Lấy lại bản đã giữ", partial(self.commands.bring_older, listed))

    def _review(self, draft: DraftForm) -> None:
        """What is doubtful in a draft that was read from a file and is open now."""
        if self.editor and (action := review(draft.doubts, draft.offers, self.page)):
            self.editor.bridge.do(action)

    def _on_wanted(self, name: str) -> None:
        if name == "back":
            self.back.emit()
        else:
            self.commands.run(name, self.list.chosen())

    def _show_editor(self, bridge: FormBridge, about: str) -> None:
        self._close_editor()
        editor = self.editor = EditorPage(bridge, about)
        bridge.changed.connect(self.possible_changed)
        bridge.said.connect(self._bar.say)
        bridge.complained.connect(self._bar.complain)
        editor.wanted.connect(self._on_editor_wanted)
        self.page.addWidget(editor)
        self.page.setCurrentWidget(editor)
        self._bar.hide()
        editor.tree.setFocus()
        self.possible_changed.emit()

    def _close_editor(self) -> None:
        if self.editor is None:
            return
        self.page.removeWidget(self.editor)
        self.editor.deleteLater()
        self.editor = None
        self.page.setCurrentWidget(self.list)
        self.possible_changed.emit()

    def _on_editor_wanted(self, name: str) -> None:
        """Leave the editor, or do something with the whole form, once all of it is on the disk."""
        editor = self._settled()
        edition_id = editor.bridge.written.head.id
        if name == "preview":
            editor.show_preview()
        elif name == "back":
            if self.may_leave():
                self._close_editor()
                self.show_list(edition_id)
        elif name == "publish" and any(fault.level == "error" for fault in editor.bridge.look()):
            self._bar.complain("Mẫu còn lỗi nên chưa ban hành được; F8 đến từng chỗ cần sửa.")
            editor.step_faults(1)
        elif editor.bridge.save_now():
            self.commands.run(name, edition_id)
