"""The real window over a data file whose only forms are those of other shapes."""

from __future__ import annotations

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView


def open_shape(window: MainWindow, services: Services, edition: str, period: str = "2025-Q2") -> ReportView:
    """A new report on the form of this id, open."""
    window.open_report(services.library.create(period, edition))
    assert window.view
    return window.view


def table_page(view: ReportView, tab: str, key: str = "") -> AppendixPage:
    """The page of a table, at the cell of the key."""
    page = view.show_tab(tab)
    assert isinstance(page, AppendixPage)
    if key:
        page.go_to(key)
    return page
