"""Where the clerk was before the focus came to the search bar, to count from and to go back to."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.focus_place import FocusPlace, selected_words, table_of
from desktop_app.ui.widgets.hit_mark import is_marked
from desktop_app.ui.widgets.prose_editor import ProseEditor


class Standing(NamedTuple):
    """The key that is entered, and in prose the paragraph and letter of the cursor."""

    key: str
    paragraph: int = 0
    letter: int = 0


class SearchOrigin(QObject):
    """Follows the focus: whenever it comes to the bar, where it came from is kept."""

    def __init__(self, view: ReportView, bar: QWidget) -> None:
        super().__init__(bar)
        self._view, self._bar = view, bar
        self._tab = ""
        self._place: FocusPlace | None = None
        self._kept: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def leave(self) -> str:
        """Keep where the focus is now, which the bar will take; the words that are selected there."""
        now = self._view.window().focusWidget()
        if now is None or not self._is_ours(now):
            return ""
        words = selected_words(now)
        self._keep(now)
        self._kept = now  # a field of one line forgets its selection when it loses the focus
        if table := table_of(now):
            table.setFocus()  # what is typed in the cell is accepted first
        return words

    def come_back(self) -> None:
        """The focus to where it was; the bar has gone."""
        place, self._place = self._place, None
        if self._tab:
            self._view.show_tab(self._tab)
        if place is None or not place.come_back():
            self._view.current_page().focus_first()

    def is_in_page(self) -> bool:
        """Whether the focus is in the report, not in the bar."""
        now = QApplication.focusWidget()
        return now is not None and self._is_ours(now)

    def shows_hit(self) -> bool:
        """Whether the field with the focus has what was found selected still."""
        now = QApplication.focusWidget()
        return now is not None and is_marked(now) and bool(selected_words(now))

    def standing(self) -> Standing:
        """Where the clerk is in the page that is shown, or was when the bar took the focus."""
        field: QWidget | None = QApplication.focusWidget()
        if field is None or not self._is_ours(field):
            same = self._place is not None and self._tab == self._view.current_tab()
            field = self._place.field if same and self._place else None
        if isinstance(field, ProseEditor):
            return Standing(field.key, *field.place())
        key = self._view.current_page().current_key() or getattr(field, "key", "")
        return Standing(str(key))

    def _is_ours(self, field: QWidget) -> bool:
        return self._view.isAncestorOf(field) and not self._bar.isAncestorOf(field)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        entering = now is not None and self._bar.isAncestorOf(now)
        if entering and before and self._is_ours(before):
            if before is not self._kept and table_of(before) is None:
                self._keep(before)
            self._kept = None

    def _keep(self, field: QWidget) -> None:
        inside = self._view.tabs.isAncestorOf(field)
        self._tab = self._view.current_tab() if inside else ""
        self._place = FocusPlace(field)
