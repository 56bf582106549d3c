"""A tab I to IV: the printed headings in their order, each with its editor, an outline at the left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.forms.model import Section
from desktop_app.forms.section_names import PLAIN_TITLES, section_numbers, words_of_section
from desktop_app.forms.wording import section_heading
from desktop_app.reports.filled_report import words_of
from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.pages.page import Page
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.findings_panel import escape
from desktop_app.ui.widgets.following_scroll import FollowingScroll
from desktop_app.ui.widgets.prose_section import ProseSection

EMPTY, CARRIED, WRITTEN = "○", "⟳", "✓"
OUTLINE_WIDTH = 200
MEASURE = 760
NARROW = 600


class ProsePage(Page):
    """All sections of one part of the body."""

    guide_place = "loi-van"

    def __init__(self, bridge: SessionBridge, tab: str, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        plan = self.session.filled.plan
        self._words = words_of(self.session.filled)
        self._words["appendices"] = ""
        self._numbers = section_numbers(plan.edition.sections)
        self.sections: dict[str, ProseSection] = {}
        self._items: dict[str, QListWidgetItem] = {}
        self._outline = QListWidget()
        self._outline.setFixedWidth(OUTLINE_WIDTH)
        self._outline.setAccessibleName("Mục lục")
        self._outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._outline.setWordWrap(True)
        self._outline.itemActivated.connect(self._go_item)
        self._outline.itemClicked.connect(self._go_item)
        column = QWidget()
        column.setMaximumWidth(MEASURE)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(20, 12, 20, 24)
        for section in (s for s in plan.edition.sections if s.tab == tab):
            self._add(section, rows)
        rows.addStretch(1)
        self._scroll = FollowingScroll(column)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addWidget(self._outline)
        layout.addWidget(self._scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Beside the preview the text is worth more than the outline."""
        super().resizeEvent(event)
        self._outline.setVisible(event.size().width() > NARROW)

    def go_to(self, key: str) -> None:
        """Focus the editor, at the number that states the key."""
        figure = self.session.filled.plan.figures.get(key)
        section = self.sections.get(figure.section if figure else key)
        if section is None or not section.editor:
            section = next((s for s in self.sections.values() if s.editor), None)
        if section:
            section.focus_on(key)
        else:
            self.focus_first()

    def show_hit(self, hit: Hit) -> QWidget | None:
        """Select the letters in their editor, or the number of their footnote."""
        figure = self.session.filled.plan.figures.get(hit.key)
        section = self.sections.get(figure.section if figure else hit.key)
        shown = section.show_hit(hit) if section else None
        if shown:
            self._scroll.show_place(shown)
        return shown

    def current_key(self) -> str:
        """The section whose editor has the focus."""
        now = self.window().focusWidget()
        return next((key for key, s in self.sections.items() if s.editor and s.editor is now), "")

    def focus_first(self) -> None:
        """Focus the editor where the clerk was last, else the first."""
        self._scroll.come_back(next((s.editor for s in self.sections.values() if s.editor), None))

    def refresh(self, changes: Changes) -> None:
        """Show again the sections that changed."""
        for section in self.sections.values():
            section.refresh(changes)
        if any(map(self.session.filled.plan.is_prose, changes.keys)):
            for section in self.sections.values():
                section.renumber()
        for key, item in self._items.items():
            if changes.keys & self.sections[key].keys:
                self._show_state(key, item)

    def _add(self, section: Section, rows: QVBoxLayout) -> None:
        head = section_heading(section, self._words) or PLAIN_TITLES.get(section.key, "")
        if not section.title and section.key not in PLAIN_TITLES:
            head = f"{head} {section.hint}".strip()  # printed as "a)" alone, which says nothing on the screen
        made = ProseSection(self.bridge, section, head)
        self.sections[section.key] = made
        rows.addWidget(made)
        if section.prose:
            item = QListWidgetItem(self._outline)
            item.setData(Qt.ItemDataRole.UserRole, section.key)
            item.setToolTip(f"<qt>{escape(head)}</qt>")
            self._items[section.key] = item
            self._show_state(section.key, item)

    def _show_state(self, key: str, item: QListWidgetItem) -> None:
        """Empty, carried over, written, or complained about."""
        levels = [self.bridge.findings.level(k) for k in self.sections[key].keys]
        level = next((one for one in ("error", "warning") if one in levels), "")
        state = EMPTY
        if self.session.filled.text(key):
            state = CARRIED if self.session.filled.is_carried(key) else WRITTEN
        sign = SIGNS[level] if level else state
        section = self.session.filled.plan.sections[key]
        title = PLAIN_TITLES.get(key) or section.title or words_of_section(section)
        number = self._numbers.get(key) or section.number
        item.setText(f"{sign} {number} {title}".replace("  ", " "))

    def _go_item(self, item: QListWidgetItem) -> None:
        self.go_to(item.data(Qt.ItemDataRole.UserRole))
