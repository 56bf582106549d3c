"""What every tab of an open report can do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.widgets.hit_mark import unmark_within


class Page(QWidget):
    """One tab of an open report; made when it is first shown, and kept fresh from then on."""

    guide_place = ""
    """The page of the guide that F1 opens here."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.session = bridge.session
        bridge.entries_changed.connect(self.refresh)

    def go_to(self, key: str) -> None:
        """Show and focus the place where the key (or note.<key>) is entered."""
        raise NotImplementedError

    def current_key(self) -> str:
        """The key that is being entered; "" when none is."""
        return ""

    def follow(self, key: str) -> None:
        """Show the key beside the page where it is entered, without taking the focus."""

    def show_hit(self, hit: Hit) -> QWidget | None:
        """Select what a search has found, in sight; returns who would take the focus, None without one."""

    def forget_hit(self) -> None:
        """Mark nothing as found any more; what is selected stays so."""
        unmark_within(self)

    def focus_first(self) -> None:
        """Focus the place where the clerk was, or would begin."""
        raise NotImplementedError

    def refresh(self, changes: Changes) -> None:
        """Show again the keys that changed; others stay as they are."""
        raise NotImplementedError
