"""Search in an open report: the bar asks, hits are shown where they are entered, and replaced."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject, QTimer

from desktop_app.base.numbers import show_number
from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit, Look, looking_for, places
from desktop_app.searching.period_words import other_periods, own_periods
from desktop_app.searching.wanted import pattern_of
from desktop_app.ui.models.hits_model import HitsModel
from desktop_app.ui.pages.page import Page
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.search_origin import SearchOrigin
from desktop_app.ui.search_replacing import SearchReplacing
from desktop_app.ui.sliced_search import MOST, SlicedSearch
from desktop_app.ui.widgets.search_bar import SearchBar

PAUSE_MS = 250
"""After an edit, hits are looked for again once the typing pauses."""
NOTHING = "Không tìm thấy chỗ nào."
LOOSER = "Thử bỏ chọn «Đúng dấu», «Nguyên từ», «Đúng chữ hoa, chữ thường»."
NO_OTHER_PERIOD = "Không thấy chữ của kỳ khác."
FROM_THE_START, FROM_THE_END = "Đã hết báo cáo; tìm tiếp từ đầu.", "Đã tới đầu báo cáo; tìm tiếp từ cuối."
OURS = -1
"""No number of edits: what happens now is known."""
Place = tuple[int, int, int, int]
"""Where a hit stands in the order of the form."""


class ReportSearch(QObject):
    """One for each open report, made when the bar is first asked for."""

    def __init__(self, view: ReportView) -> None:
        super().__init__(view)
        self._view, self._session = view, view.session
        self.model = HitsModel(view.session, self)
        self.bar = SearchBar(self.model)
        self._order = {key: n for n, key in enumerate(places(view.session.filled.plan))}
        self._other_period = False
        self._row = -1
        self._here: Place | None = None  # where the next hit is counted from while none is shown
        self._goes_on = False  # a hit is to be shown as soon as all are found
        self._searched = 0  # the edits of the session when it was last looked through
        self._origin = SearchOrigin(view, self.bar)
        self._marked: Page | None = None
        self._finder = SlicedSearch(self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE_MS)
        self._again.timeout.connect(self._search)
        self._connect()
        self._replacing = SearchReplacing(self, view.bridge)

    @property
    def searching(self) -> bool:
        """Whether more hits may come."""
        return self._finder.running or self._again.isActive()

    # -- what menu and keys ask --

    def open(self, *, replacing: bool) -> None:
        """Show the bar and take the focus; what is selected is looked for."""
        words = self._origin.leave()
        self._row, self._here = -1, self._here_in_page()
        if words:
            self.bar.words.setText(words)
        self._view.make_room(for_search=True)
        self.bar.show_replacing(replacing=replacing)
        self.bar.words.selectAll()
        self.bar.words.setFocus()
        self._search()

    def open_other_period(self) -> None:
        """Show every name of another period."""
        self.open(replacing=False)
        self.bar.words.clear()
        self._other_period, self._here = True, None  # the surest first, wherever the clerk is
        self.bar.list.setFocus()
        self._search()

    def step(self, step: int) -> None:
        """Show the next hit (1) or the one before (-1), round again at the end."""
        asked = bool(self.bar.words.text().strip()) or self._other_period
        if not self.bar.isVisible() or not asked or self._searched != self._session.edits:
            self._goes_on = asked
            if self.bar.isVisible() and asked:
                self._search()
            else:
                self.open(replacing=False)
            return
        if not self.model.hits:
            return
        self.bar.say("")
        self._count_from_page()
        row = self._row + step if self._row >= 0 else self._first(step)
        if not 0 <= row < len(self.model.hits):
            self.bar.say(FROM_THE_START if step > 0 else FROM_THE_END)
        self._show(row % len(self.model.hits))

    def close(self) -> None:
        """Put the bar away; the focus goes back to where the clerk was."""
        self._finder.stop()
        self._forget()
        in_page = self._origin.is_in_page()
        self._view.make_room(for_search=False)
        if not in_page:
            self._origin.come_back()
        self.model.clear()
        self._other_period, self._row = False, -1

    # -- what replacing asks --

    def shown(self) -> Hit | None:
        """The hit that is shown; None while none is, or once the report says something else."""
        if not 0 <= self._row < len(self.model.hits) or self._searched != self._session.edits:
            return None
        return self.model.hits[self._row]

    def go_on(self, behind: Hit | None = None, letters: int = 0) -> None:
        """Look anew after an edit of ours, and show the first hit behind this one and its new letters."""
        self._row, self._here = -1, None
        if behind:
            order, paragraph, footnote, start = self._place(behind)
            self._here = (order, paragraph, footnote, start + letters)
        self._goes_on = behind is not None
        self._search()

    def expect_edit(self) -> None:
        """What changes next is ours: nothing found stays marked, and nobody looks anew by himself."""
        self._forget()
        self._searched = OURS

    # -- searching --

    def _look(self) -> Look | None:
        filled = self._session.filled
        if self._other_period:
            period = filled.report.period
            return other_periods(own_periods(filled.plan.edition, period), period)
        pattern = pattern_of(self.bar.wanted())
        return looking_for(pattern) if pattern else None

    def _ask(self) -> None:
        """Other words or choices: look anew, from where the clerk is."""
        if self._other_period and not self.bar.words.text():
            return
        self._other_period = False
        self._row, self._here = -1, self._here_in_page()
        self.bar.say("")
        self._search()

    def _search(self) -> None:
        """Look through the report as it stands now; the hit that is shown stays so."""
        if 0 <= self._row < len(self.model.hits):
            self._here = self._place(self.model.hits[self._row])
        self._again.stop()
        self._row = -1
        self.model.clear()
        self._searched = self._session.edits
        self.show_state()
        if look := self._look():
            self._finder.start(self._session.filled, look)
        else:
            self._finder.stop()
            self._forget()
            self.bar.show_count("")

    def _end(self) -> None:
        """All hits are known."""
        hits = self.model.hits
        if self._goes_on and hits:
            self._goes_on = False
            self._show(self._first(1) % len(hits))
            return
        self._goes_on = False
        row = self._first(1)
        if row < len(hits) and self._place(hits[row]) == self._here and self._marked:
            self._row = row
        elif hits:
            self.bar.list.choose(row % len(hits))
        elif not self._other_period and self.bar.is_strict():
            self.bar.say(LOOSER)
        self.show_state()

    def _first(self, step: int) -> int:
        """The first hit behind the place that is counted from; before it, for a step back."""
        here = self._here or (0, 0, 0, 0)
        behind = (n for n, hit in enumerate(self.model.hits) if not hit.doubt and self._place(hit) >= here)
        sure = sum(not hit.doubt for hit in self.model.hits)
        return next(behind, sure) - (1 if step < 0 else 0)

    def _place(self, hit: Hit) -> Place:
        return (self._order_of(hit.key), hit.paragraph, hit.footnote, hit.start)

    def _order_of(self, key: str) -> int:
        return self._order.get(key, len(self._order))  # what has no place in the form comes last

    def _here_in_page(self) -> Place:
        """Where the clerk is, or was when the bar was opened."""
        at = self._origin.standing()
        return (self._order.get(at.key, 0), at.paragraph, 0, at.letter)

    def _count_from_page(self) -> None:
        """Who went elsewhere in the page meanwhile goes on from there."""
        if not self._origin.is_in_page() or self._origin.shows_hit():
            return
        here = self._here_in_page()
        shown = self.model.hits[self._row] if 0 <= self._row < len(self.model.hits) else None
        in_text = self._session.filled.plan.is_prose(self._origin.standing().key)
        if shown is None or self._order_of(shown.key) != here[0] or in_text:
            self._row, self._here = -1, here

    # -- showing --

    def _show(self, row: int, *, go_in: bool = False) -> None:
        """Select the hit where it is entered; the focus stays in the bar, or goes along with the page."""
        hit = self.model.hits[row]
        in_page = self._origin.is_in_page()
        self._forget()
        self._row = row
        self.bar.list.choose(row)
        page = self._view.show_tab(self._view.tab_of(hit.key))
        shown = page.show_hit(hit)
        self._marked = page
        if shown and (go_in or in_page):
            shown.setFocus()
        self.show_state()

    def _go_in(self) -> None:
        """The focus goes to the hit, the bar stays."""
        row = self._row if self._row >= 0 else self.bar.list.currentIndex().row()
        if 0 <= row < len(self.model.hits):
            self._show(row, go_in=True)

    def _forget(self) -> None:
        if self._marked:
            self._marked.forget_hit()
            self._marked = None

    def show_state(self) -> None:
        """The count, and which buttons can be pressed."""
        hits, waits = len(self.model.hits), self._finder.running
        self.bar.show_count(self._counted(hits, waits))
        ready = bool(hits) and not waits
        self.bar.show_buttons(
            one=ready,
            every=ready and not self._other_period and not self._finder.gave_up,
            review=len(self.model.ticked()) if self.model.reviewing else None,
        )

    def _counted(self, hits: int, waits: bool) -> str:
        if not hits:
            return "" if waits else self._none()
        if self._row >= 0:
            return f"Chỗ {self._row + 1} trong {hits}"
        if self._other_period:
            doubtful = sum(bool(hit.doubt) for hit in self.model.hits)
            return f"{hits - doubtful} chỗ của kỳ khác, {doubtful} chỗ cần xem (dấu ?)"
        if self._finder.gave_up:
            return f"Hơn {show_number(Decimal(MOST))} chỗ; hãy gõ thêm chữ."
        return f"{hits} chỗ{'…' if waits else ''}"

    def _none(self) -> str:
        return NO_OTHER_PERIOD if self._other_period else NOTHING

    # -- inside --

    def _connect(self) -> None:
        bar = self.bar
        for signal, act in (
            (bar.asked, self._ask), (bar.stepped, self.step), (bar.entered, self._go_in),
            (bar.pointed, self._show), (bar.other_period_asked, self.open_other_period),
            (bar.closed, self.close), (self._finder.found, self.model.add),
            (self._finder.ended, self._end), (self.model.dataChanged, lambda *_: self.show_state()),
            (self._view.bridge.entries_changed, self._on_entries_changed),
        ):  # fmt: skip
            signal.connect(act)

    def _on_entries_changed(self, changes: Changes) -> None:
        if not self.bar.isVisible() or self._searched in (OURS, self._session.edits):
            return
        self._again.start()
