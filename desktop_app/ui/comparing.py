"""The open report beside the earlier ones of its agency."""

from __future__ import annotations

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.services.library import Library
from desktop_app.services.trends import before_of, past_of
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.dialogs.trend import TrendDialog
from desktop_app.ui.report_view import ReportView


def compare_periods(view: ReportView, library: Library) -> None:
    """Show the comparison, and go to the row that the clerk chose there."""
    view.bridge.settle()
    filled = view.session.filled
    dialog = TrendDialog(filled, before_of(library, filled), past_of(library, filled), view)
    try:
        dialog.exec()
    except (UserFault, EnvironmentFault) as fault:
        tell(view, str(fault))
    chosen = dialog.chosen
    dialog.deleteLater()
    if chosen:
        view.go_to(chosen)
