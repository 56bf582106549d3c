"""The earlier reports of an agency on this computer, as they show in the rows of one report's form."""

from __future__ import annotations

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.succession import shown_before
from desktop_app.reports.trend import Past
from desktop_app.services.library import Library


def past_of(library: Library, filled: FilledReport) -> list[Past]:
    """One for each earlier period, oldest first; of two reports of one period the one changed last.

    Reports whose form is gone or whose agency is another are left out.
    """
    agency, today = filled.text(known_keys.AGENCY).strip(), filled.report.period
    found: dict[tuple[int, int], Past] = {}
    for summary in library.summaries():
        rank = summary.period.rank()
        if rank >= today.rank() or rank in found or summary.agency.strip() != agency:
            continue
        try:
            earlier = library.read(summary.id)
        except UserFault:
            continue
        found[rank] = Past(summary.period, shown_before(filled, earlier))
    return [found[rank] for rank in sorted(found)]


def before_of(library: Library, filled: FilledReport) -> Past | None:
    """The linked report of the period before."""
    earlier = library.before(filled)
    return Past(earlier.report.period, shown_before(filled, earlier)) if earlier else None
