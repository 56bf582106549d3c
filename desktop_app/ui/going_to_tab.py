"""The list of all tabs, and which of them the clerk chooses."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from desktop_app.forms.tabs import tab_titles
from desktop_app.reports.progress import tab_line
from desktop_app.ui.dialogs.go_to_tab import GoToTabDialog, TabRow
from desktop_app.ui.report_view import ReportView


def ask_tab(view: ReportView) -> str:
    """The tab that the clerk chooses; "" for none."""
    dialog = GoToTabDialog(_rows(view), view.current_tab(), view)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    tab = dialog.chosen() if accepted else ""
    dialog.deleteLater()
    return tab


def _rows(view: ReportView) -> list[TabRow]:
    filled, index = view.session.filled, view.bridge.findings
    titles = tab_titles(filled.plan.edition)
    rows: list[TabRow] = []
    for place, tab in enumerate(view.tab_names()):
        name = titles.get(tab) or view.tabs.tabToolTip(place).rpartition(":")[0]
        errors, warnings = index.count(tab)
        parts = [f"{errors} lỗi"] * bool(errors) + [f"{warnings} cảnh báo"] * bool(warnings)
        line = tab_line(filled, tab) if tab in filled.plan.tabs else name
        rows.append(TabRow(tab, name, line, ", ".join(parts)))
    return rows
