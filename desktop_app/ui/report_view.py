"""One open report: its tabs, each with its count of findings, and the findings beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop_app.reports.session import Changes, Session
from desktop_app.ui.finding_index import GENERAL, SIGNS
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.pages.general_page import GeneralPage
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.prose_page import ProsePage
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.findings_panel import FindingsPanel

PREVIEW = "preview"
PANEL_WIDTH = 300
COUNT_MS = 150
"""A tab whose text changes lays the whole window out anew, so the counts wait for a pause."""


class ReportView(QWidget):
    """Tabs and findings; a page is made when its tab is first shown."""

    told = Signal(object)  # Changes, for the status bar

    def __init__(
        self,
        session: Session,
        shown_before: Callable[[], dict[str, str]],
        preview: Callable[[SessionBridge, QWidget], Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.bridge = SessionBridge(session, self)
        self._shown_before = shown_before
        self._before: dict[str, str] | None = None
        self._preview = preview
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)
        self._counting.timeout.connect(self._show_counts)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.setAccessibleName("Các phần của báo cáo")
        self._names: dict[str, str] = self._tab_names()
        for name in self._names:
            holder = QWidget()
            QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(holder, name)
        self.panel = FindingsPanel(self.bridge)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tabs)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([1000, PANEL_WIDTH])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.tabs.currentChanged.connect(self._make_current)
        self.bridge.wanted.connect(self.go_to)
        self.bridge.changed.connect(self._refresh)
        for tab in self._names:
            self._show_count(tab)
        self._make_current(0)

    # -- going places --

    def go_to(self, key: str) -> None:
        """Show the tab of the key and focus its place."""
        self.show_tab(self.bridge.findings.tab(key)).go_to(key)

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
            holder = self.tabs.widget(list(self._names).index(tab))
            holder.layout().addWidget(page)
            page.show()
            holder.setFocusProxy(page)
        return self._pages[tab]

    def focus_next_area(self, step: int) -> None:
        """F6: from the tabs to the page to the findings and round again."""
        areas = [self.tabs.tabBar(), self.current_page(), self.panel.list]
        now = self.window().focusWidget()
        at = next((n for n, area in enumerate(areas) if now and (area is now or area.isAncestorOf(now))), 0)
        target = areas[(at + step) % len(areas)]
        if target is areas[1]:
            _focus_inside(target)
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- inside --

    def _tab_names(self) -> dict[str, str]:
        edition = self.session.plan.edition
        names = {GENERAL: "Chung"}
        names |= {section.tab: section.tab for section in edition.sections}
        names |= {a.head.key: f"PL{a.head.number}" for a in edition.appendices}
        return names | {PREVIEW: "Xem trước"}

    def _make(self, tab: str) -> Page:
        if tab == GENERAL:
            return GeneralPage(self.bridge)
        if tab == PREVIEW:
            return self._preview(self.bridge, self)
        for appendix in self.session.plan.edition.appendices:
            if appendix.head.key == tab:
                if self._before is None:
                    self._before = self._shown_before()
                return AppendixPage(self.bridge, appendix, self._before)
        return ProsePage(self.bridge, tab)

    def _make_current(self, _place: int) -> None:
        page = self.current_page()
        if not self.tabs.tabBar().hasFocus():
            _focus_inside(page)

    def _refresh(self, changes: Changes) -> None:
        self._stale |= self.bridge.stale_tabs
        if self._stale:
            self._counting.start()
        self.told.emit(changes)

    def _show_counts(self) -> None:
        for tab in self._stale:
            self._show_count(tab)
        self._stale.clear()

    def _show_count(self, tab: str) -> None:
        """The tab's name with its errors and warnings."""
        errors, warnings = self.bridge.findings.count(tab)
        marks = [f"{SIGNS['error']}{errors}"] * bool(errors) + [f"{SIGNS['warning']}{warnings}"] * bool(
            warnings
        )
        place, text = list(self._names).index(tab), " ".join([self._names[tab], *marks])
        if self.tabs.tabText(place) == text:
            return
        self.tabs.setTabText(place, text)
        spoken = f"{self._names[tab]}: {errors} lỗi, {warnings} cảnh báo"
        self.tabs.setTabToolTip(place, spoken)


def _focus_inside(page: QWidget) -> None:
    """Focus the first place of a page where something can be entered."""
    if isinstance(page, AppendixPage):
        page.table.setFocus()
        return
    for child in page.findChildren(QWidget):
        if (
            child.isVisibleTo(page)
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(child, QLabel)
        ):
            child.setFocus(Qt.FocusReason.OtherFocusReason)
            return
