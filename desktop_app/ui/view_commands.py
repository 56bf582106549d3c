"""What menu and keys do in the open report: undo, history, tabs, areas, findings, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.services import moving
from desktop_app.services.earlier import bring_earlier
from desktop_app.services.services import Services
from desktop_app.ui import first_use
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.marking import toggle_mark
from desktop_app.ui.pages.page import Page
from desktop_app.ui.report_view import CITATIONS, PREVIEW, READY, ReportView
from desktop_app.ui.silencing import Silencing
from desktop_app.ui.telling_where import (
    NO_PLACE_FOR_NOTE,
    NO_PLACE_FOR_NUMBER,
    tell_what_is_marked,
    tell_where,
)
from desktop_app.ui.widgets.prose_editor import ProseEditor

if TYPE_CHECKING:
    from desktop_app.ui.change_form import ChangeForm
    from desktop_app.ui.pages.preview_page import PreviewPage

TO_UNICODE = "Chuyển chữ sang Unicode"
NO_OLD_LETTERS = "Báo cáo không có đoạn nào gõ bằng bảng mã TCVN3 hoặc VNI."
NOTHING_TO_EXPLAIN = (
    "Chỗ này không có cảnh báo nào để giải trình; bấm F8 để đến từng lỗi và cảnh báo, rồi bấm F4."
)

NO_OTHER_NUMBERS = "Số lấy từ các kỳ trước đã giống hệt báo cáo của các kỳ đó; không có gì phải lấy lại."
NO_PROPOSAL = (
    "Điều đang chọn trong danh sách kiểm tra không có chữ nào để thay tự động: hãy sửa theo lời khuyên "
    "của nó. F8 đến điều kế tiếp."
)


class ViewCommands:
    """A method `do_<name>` for each action of actions.py that needs an open report."""

    def __init__(self, view: ReportView, services: Services) -> None:
        self._view, self._services = view, services
        self._silencing = Silencing(view, services)

    def do_undo(self) -> None:
        """Take back the last step and show where it was made."""
        self._view.bridge.settle()
        keys = self._view.session.history.undo_keys
        if known_keys.FORM in keys:
            self._form().step(moving.undo)
            return
        self._view.bridge.undo()
        _show_change(self._view, keys)

    def do_redo(self) -> None:
        """Do again what was taken back, and show where."""
        keys = self._view.session.history.redo_keys
        if known_keys.FORM in keys:
            self._form().step(moving.redo)
            return
        self._view.bridge.redo()
        _show_change(self._view, keys)

    def _form(self) -> ChangeForm:
        return first_use.change_form(self._view.bridge, self._services, self._view)

    def do_history(self) -> None:
        """Everything that ever stood in the cell or paragraph that is being entered."""
        view = self._view
        view.bridge.settle()
        if key := view.current_page().current_key():
            first_use.history_dialog(view.bridge, self._services, key, view).exec()

    def do_move(self) -> None:
        """Show what of the report goes where in the newest form, and put it there."""
        self._view.settle()
        self._form().ask()

    def do_compare_word(self) -> None:
        """What was changed in Word since the report was exported, each taken over or left."""
        first_use.comparing_word(self._view, self._services).ask()

    def do_footnote(self) -> None:
        """A footnote at the cursor, or the one beside it."""
        editor = self._view.window().focusWidget()
        if isinstance(editor, ProseEditor):
            editor.edit_note()
        else:
            tell_where(self._view, NO_PLACE_FOR_NOTE)

    def do_search(self) -> None:
        """Look for words all over the report."""
        self._view.search.open(replacing=False)

    def do_replace(self) -> None:
        """The same, with a line for other words."""
        self._view.search.open(replacing=True)

    def do_search_next(self) -> None:
        """Show the next place."""
        self._view.search.step(1)

    def do_search_previous(self) -> None:
        """Show the place before."""
        self._view.search.step(-1)

    def do_other_period(self) -> None:
        """Show every name of another period."""
        self._view.search.open_other_period()

    def do_number(self) -> None:
        """A number at the cursor that follows a figure, or what the one beside it follows."""
        editor = self._view.window().focusWidget()
        if isinstance(editor, ProseEditor):
            first_use.bind_number(editor, self._services.library)
        else:
            tell_where(self._view, NO_PLACE_FOR_NUMBER)

    def do_bind_all(self) -> None:
        """Bind every number of the prose that is the figure of the row it speaks of."""
        first_use.bind_all(self._view.bridge, self._view)

    def do_preview(self) -> None:
        """Show the pages as they will be printed, at the place that was being entered."""
        key = self._view.current_page().current_key()
        preview = self._view.show_tab(PREVIEW)
        if key:
            preview.go_to(key)

    def do_citations(self) -> None:
        """Every document that the report names."""
        self._view.show_tab(CITATIONS).focus_first()

    def do_beside(self) -> None:
        """Show the printed pages beside the tabs, or put them away."""
        self._view.toggle_beside()

    def do_print(self) -> None:
        """Print from the preview."""
        cast("PreviewPage", self._view.show_tab(PREVIEW)).print()

    def do_done(self) -> None:
        """Mark the tab that is shown as complete, or take its mark back."""
        tab = self._view.current_tab()
        if tab in self._view.session.filled.plan.tabs:
            toggle_mark(self._view.bridge, tab)
        else:
            tell_what_is_marked(self._view)

    def do_ready(self) -> None:
        """All that stands between now and a signature."""
        self._view.settle()
        self._view.show_tab(READY).focus_first()

    def do_bring_earlier(self) -> None:
        """Bring the numbers of earlier reports anew, and show the first of them."""
        view = self._view
        view.settle()
        before = view.session.filled.entries
        try:
            view.bridge.let_edit(lambda session: bring_earlier(self._services.library, session))
        except UserFault as fault:
            tell(view, str(fault))
            return
        after = view.session.filled.entries
        if keys := frozenset(key for key in after if before.get(key) != after[key]):
            _show_change(view, keys)
        else:
            tell(view, NO_OTHER_NUMBERS)

    def do_go_to(self) -> None:
        """Choose a tab by its name."""
        if tab := first_use.chosen_tab(self._view):
            self._view.show_tab(tab).focus_first()

    def do_next_tab(self) -> None:
        """The tab to the right."""
        self._step_tabs(1)

    def do_previous_tab(self) -> None:
        """The tab to the left."""
        self._step_tabs(-1)

    def do_next_area(self) -> None:
        """Focus tabs, page and findings in turn."""
        self._step_areas(1)

    def do_previous_area(self) -> None:
        """The same, backwards."""
        self._step_areas(-1)

    def do_next_finding(self) -> None:
        """Go to the place of the next finding."""
        self._view.panel.step(1)

    def do_previous_finding(self) -> None:
        """Go to the place of the finding before."""
        self._view.panel.step(-1)

    def do_explain(self) -> None:
        """Go to the reason for the warning that is chosen, or that stands where one is."""
        if not self._view.panel.explain(self._view.current_page().current_key()):
            tell(self._view, NOTHING_TO_EXPLAIN)

    def do_to_unicode(self) -> None:
        """Make letters of the codes before Unicode readable, as one step."""
        view = self._view
        view.bridge.settle()
        if texts := first_use.made_unicode(view.session.filled):
            view.bridge.edit_many(TO_UNICODE, texts)
            _show_change(view, frozenset(texts))
        else:
            tell(view, NO_OLD_LETTERS)

    def do_silence(self) -> None:
        """Hear no more of the chosen finding in this report."""
        self._silencing.silence(always=False)

    def do_silence_always(self) -> None:
        """Hear no more of its kind about these words, in any report."""
        self._silencing.silence(always=True)

    def do_silenced(self) -> None:
        """See what is silenced, and take it back."""
        self._silencing.show()

    def do_compare(self) -> None:
        """The figures beside those of earlier periods."""
        first_use.compare_periods(self._view, self._services.library)

    def do_why(self) -> None:
        """The chain of rows and numbers behind a number or a finding."""
        first_use.show_why(self._view)

    def do_take_proposal(self) -> None:
        """Write what the chosen finding proposes."""
        self._view.bridge.settle()
        if not self._view.panel.take_proposal():
            tell(self._view, NO_PROPOSAL)

    def do_panel(self) -> None:
        """Hide or show the findings."""
        self._view.panel.setVisible(not self._view.panel.isVisible())

    def _step_tabs(self, step: int) -> None:
        tabs = self._view.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + step) % tabs.count())

    def _step_areas(self, step: int) -> None:
        """F6: tabs, page, the pages beside it, findings, search, and round again; nothing hidden."""
        view = self._view
        areas: list[QWidget] = [view.tabs.tabBar(), view.current_page(), view.panel.list]
        if view.beside:
            areas.insert(2, view.beside)
        if view.is_searching:
            areas.append(view.search.bar)
        areas = [area for area in areas if area.isVisible()]
        now = view.window().focusWidget()
        at = next((n for n, area in enumerate(areas) if now and (area is now or area.isAncestorOf(now))), 0)
        target = areas[(at + step) % len(areas)]
        if isinstance(target, Page):
            target.focus_first()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _show_change(view: ReportView, keys: frozenset[str]) -> None:
    """Go to the first of these places, unless one of them is being entered now."""
    order = view.session.filled.plan.order
    places = {known_keys.row_of(key): key for key in sorted(keys)}
    known = sorted((place for place in places if place in order), key=order.__getitem__)
    marks = sorted(filter(known_keys.is_mark, keys))
    if known and view.current_page().current_key() not in keys:
        view.go_to(places[known[0]])
    elif marks and not known and known_keys.mark_of(view.current_tab()) not in marks:
        view.go_to(marks[0])
