"""The tab where a report was left, which it opens at the next time."""

from __future__ import annotations

from desktop_app.services.preferences import Preferences
from desktop_app.ui.report_view import PREVIEW, ReportView


def remember_place(preferences: Preferences, view: ReportView) -> None:
    """Keep the tab that is shown; the preview is no place to begin."""
    if view.current_tab() != PREVIEW:
        preferences.keep(_name(view), view.current_tab())


def show_place(preferences: Preferences, view: ReportView) -> None:
    """The tab where the report was left, else the first."""
    tab, known = preferences.get(_name(view)), view.tab_names()
    view.show_tab(tab if tab in known else known[0]).focus_first()


def _name(view: ReportView) -> str:
    return f"place.{view.session.filled.report.id}"
