"""One open report: its tabs, each with its count of findings, and the findings beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.checking.findings import Span
from desktop_app.forms.tabs import GENERAL, tab_titles
from desktop_app.reports.binding import adopted
from desktop_app.reports.progress import tab_progress
from desktop_app.reports.readiness import READINESS, look
from desktop_app.reports.session import Changes, Session
from desktop_app.reports.succession import shown_before
from desktop_app.searching.hits import Hit
from desktop_app.searching.spans import hits_of
from desktop_app.services.services import Services
from desktop_app.ui import first_use
from desktop_app.ui.looking import Looking
from desktop_app.ui.marking import is_marked
from desktop_app.ui.pages.page import Page
from desktop_app.ui.proof_reading import proof_reading_of
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.tab_holder import TabHolder
from desktop_app.ui.tab_signs import tab_text, tab_words
from desktop_app.ui.widgets.done_line import DoneLine
from desktop_app.ui.widgets.report_tabs import ReportTabs

if TYPE_CHECKING:
    from desktop_app.ui.pages.preview_page import PreviewPage
    from desktop_app.ui.report_search import ReportSearch
    from desktop_app.ui.widgets.findings_panel import FindingsPanel

ADOPTED = "Gắn số liệu vào câu"
PREVIEW, TRAY, CITATIONS, READY = "preview", "tray", "citations", "ready"
PANEL_WIDTH = 300
NARROW = 1000
"""A window narrower than this (a small screen at 150 %) gives all its width to the tabs; F7 brings
the findings back."""
PANEL_MS = 30
"""The findings come when the window has been painted, and a key may be pressed already."""
COUNT_MS = 150
"""A tab whose text changes lays the whole window out anew, so the counts wait for a pause."""


class ReportView(QWidget):
    """Tabs and findings; a page is made when its tab is first shown.

    Signal: panel_seen(bool) whenever the findings come into sight or go out of it.
    """

    panel_seen = Signal(bool)

    def __init__(self, session: Session, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        others = services.library.others(session.filled)
        session.deliver(READINESS, look(session.filled, others))
        self.bridge = SessionBridge(session, self)
        self.looking = Looking(self.bridge, others)
        self._services = services
        self._narrow = False
        self.is_searching = self._had_panel = False
        self._before: dict[str, str] | None = None
        self._pages: dict[str, Page] = {}
        self._names = self._tab_names()
        self._stale: set[str] = set(self._names)
        self._counting = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._counting.timeout.connect(self._show_counts)
        self._holders = {tab: TabHolder() for tab in self._names}
        self.tabs = self._empty_tabs()
        self._panel: FindingsPanel | None = None
        self._room = QWidget()  # where the findings will stand
        self.beside: PreviewPage | None = None
        self._search: ReportSearch | None = None
        self._splitter = self._lay_out()
        self.tabs.currentChanged.connect(self._make_current)
        self.bridge.wanted.connect(self.go_to)
        self.bridge.words_wanted.connect(self._show_words)
        self.bridge.entries_changed.connect(self._on_entries_changed)
        self._show_counts()
        if texts := adopted(session.filled):  # a report of before, with figures beside its prose
            self.bridge.edit_many(ADOPTED, texts)
        self.proof_reading = proof_reading_of(self.bridge, services)
        self._show_progress()
        self.looking.looked.connect(self._show_progress)

    def _lay_out(self) -> QSplitter:
        """Tabs and findings side by side."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tabs)
        splitter.addWidget(self._room)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([1000, PANEL_WIDTH])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        return splitter

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Make room on a narrow screen, and take it back on a wide one."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            (self._panel or self._room).setVisible(not narrow and not self.is_searching)

    @property
    def panel(self) -> FindingsPanel:
        """The findings, made once the window stands or at their first use."""
        if self._panel is None:
            self._panel = first_use.findings_panel(self.bridge)
            self._panel.seen.connect(self.panel_seen)
            hidden = self._room.isHidden()
            self._splitter.replaceWidget(self._splitter.indexOf(self._room), self._panel)
            self._panel.setHidden(hidden)
            self._panel.list.setCurrentIndex(QModelIndex())  # as before F8
            self._room.deleteLater()
        return self._panel

    # -- going places --

    def go_to(self, key: str) -> None:
        """Show the tab of the key and focus its place."""
        self.show_tab(self.tab_of(key)).go_to(key)

    def tab_of(self, key: str) -> str:
        """The tab that shows what stands under the key."""
        waits = known_keys.is_tray(key) and TRAY in self._names
        return TRAY if waits else self.bridge.findings.tab(key)

    def show_hit(self, hit: Hit) -> None:
        """Show the tab of these words and select them."""
        page = self.show_tab(self.bridge.findings.tab(hit.key))
        page.go_to(hit.key)
        if shown := page.show_hit(hit):
            shown.setFocus()

    def _show_words(self, key: str, span: Span) -> None:
        """Select the words that a finding speaks of."""
        if hits := hits_of(self.session.filled, key, span):
            self.current_page().show_hit(hits[0])

    def settle(self) -> None:
        """Hand over and commit all that is typed."""
        if self._panel:
            self._panel.keep_reason()
        self.bridge.settle()

    def show_tab(self, tab: str) -> Page:
        """Bring the tab forward, making its page if need be."""
        self.tabs.setCurrentIndex(list(self._names).index(tab))
        return self.page(tab)

    def current_tab(self) -> str:
        """The tab that is shown."""
        return list(self._names)[self.tabs.currentIndex()]

    def tab_names(self) -> list[str]:
        """The names of all tabs in their order."""
        return list(self._names)

    def current_page(self) -> Page:
        """The page that is shown."""
        return self.page(self.current_tab())

    def page(self, tab: str) -> Page:
        """The page of a tab, made at its first use."""
        if tab not in self._pages:
            page = self._make(tab)
            self._pages[tab] = page
            enters = tab in self.session.filled.plan.tabs
            self._holders[tab].take(page, DoneLine(self.bridge, self.looking, tab) if enters else None)
        return self._pages[tab]

    def toggle_beside(self) -> None:
        """Show the printed pages beside the tabs, following what is entered; or put them away."""
        if self.beside is None:
            self.beside = first_use.preview_page(self._services, self.bridge, self)
            self._splitter.insertWidget(1, self.beside)
            self._splitter.setSizes([560, 500, PANEL_WIDTH])
            self.beside.go_to(self.current_page().current_key())
        else:
            self.beside.setVisible(not self.beside.isVisible())
        self.panel.setVisible(not self.beside.isVisible() and not self._narrow)

    # -- search --

    @property
    def search(self) -> ReportSearch:
        """The search bar with what it does, made at its first use."""
        if self._search is None:
            self._search = first_use.report_search(self)
            self._splitter.addWidget(self._search.bar)
        return self._search

    def make_room(self, *, for_search: bool) -> None:
        """The findings give way to the search bar, and come back when it goes."""
        bar = self.search.bar
        if for_search == self.is_searching:
            return
        if for_search:
            self._had_panel = self.panel.isVisible()
        self.is_searching = for_search
        bar.setVisible(for_search)
        if for_search:
            bar.setFocus()  # before a panel that has the focus goes, and hands it to some neighbour
        self.panel.setVisible(not for_search and self._had_panel and not self._narrow)
        if self._narrow and self.beside:
            self.beside.hide()
        sizes = self._splitter.sizes()
        self._splitter.setSizes([sum(sizes) - PANEL_WIDTH, *sizes[1:-1], PANEL_WIDTH])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What is seen is read."""
        super().showEvent(event)
        self.proof_reading.wake()
        self.looking.wake()
        QTimer.singleShot(PANEL_MS, self, lambda: self.panel)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Left for the list, or the window closed: no reader speaks of it any more."""
        super().hideEvent(event)
        self.proof_reading.rest()
        self.looking.rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape that no field wants puts the search bar away."""
        if event.key() == Qt.Key.Key_Escape and self.is_searching:
            self.search.close()
        else:
            super().keyPressEvent(event)

    # -- inside --

    def _tab_names(self) -> dict[str, str]:
        names = tab_titles(self.session.filled.plan.edition)
        if any(known_keys.is_tray(key) for key in self.session.filled.texts()):
            names[TRAY] = "Chưa có chỗ"
        return names | {CITATIONS: "Văn bản viện dẫn", READY: "Trình ký", PREVIEW: "Xem trước"}

    def _empty_tabs(self) -> ReportTabs:
        """All tabs with an empty holder each, which takes its page when it is first shown."""
        tabs = ReportTabs()
        for tab, name in self._names.items():
            tabs.addTab(self._holders[tab], name)
        return tabs

    def _make(self, tab: str) -> Page:
        if tab == GENERAL:
            return first_use.general_page(self.bridge)
        if tab == PREVIEW:
            return first_use.preview_page(self._services, self.bridge, self)
        if tab == CITATIONS:
            return first_use.citations_page(self.bridge, self.show_hit)
        if tab == TRAY:
            return first_use.tray_page(self.bridge)
        if tab == READY:
            return first_use.ready_page(self.bridge, self.looking)
        for appendix in self.session.filled.plan.edition.appendices:
            if appendix.head.key == tab:
                if self._before is None:
                    filled = self.session.filled
                    self._before = shown_before(filled, self._services.library.before(filled))
                return first_use.appendix_page(self.bridge, appendix, self._before)
        return first_use.prose_page(self.bridge, tab)

    def _make_current(self, _place: int) -> None:
        page = self.current_page()
        asking = self.is_searching and self.search.bar.isAncestorOf(self.window().focusWidget() or self)
        if not self.tabs.tabBar().hasFocus() and not asking:
            page.focus_first()

    def _on_entries_changed(self, changes: Changes) -> None:
        marks = map(known_keys.marked_tab, filter(known_keys.is_mark, changes.keys))
        self._stale |= self.bridge.stale_tabs | (set(marks) & set(self._names))
        if self._stale:
            self._counting.start()
        if self.beside and changes.keys:
            self.beside.follow(self.current_page().current_key())

    def _show_counts(self) -> None:
        """Each stale tab's name with its mark, its errors and warnings."""
        stale = [(place, tab) for place, tab in enumerate(self._names) if tab in self._stale]
        self.tabs.set_texts({place: tab_text(self.bridge, tab, self._names[tab]) for place, tab in stale})
        for place, tab in stale:
            self.tabs.setTabToolTip(place, tab_words(self.bridge, tab, self._names[tab]))
        self._stale.clear()

    def _show_progress(self) -> None:
        for place, tab in enumerate(self.session.filled.plan.tabs):
            share = tab_progress(self.session.filled, tab).share
            self.tabs.show_progress(place, share, complete=is_marked(self.bridge, tab))
            self.tabs.setTabToolTip(place, tab_words(self.bridge, tab, self._names[tab]))
