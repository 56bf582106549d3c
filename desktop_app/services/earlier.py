"""The earlier reports of an agency that cells of a report look back to, and their numbers brought anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period
from desktop_app.forms.calendar import following
from desktop_app.forms.columns import shares_cells
from desktop_app.reports.earlier import BROUGHT, Earlier, brought, earlier_entries
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.report import Summary
from desktop_app.reports.session import Changes, Session


class Reports(Protocol):
    """Where earlier reports are found: the library."""

    def summaries(self) -> list[Summary]:
        """One line for each report, the one changed last first."""

    def read(self, report_id: str) -> FilledReport:
        """The report as it stands; raises UserFault when there is none of this id."""

    def before(self, filled: FilledReport) -> FilledReport | None:
        """The linked report of the period before; None without one, or without its form."""


def earlier_reports(reports: Reports, filled: FilledReport) -> Earlier:
    """The linked report of an earlier period, else that of the period before; and last year's.

    Of two reports of one period the one changed last counts.
    """
    today, agency = filled.report.period, filled.text(known_keys.AGENCY).strip()
    same = [one for one in reports.summaries() if agency and one.agency.strip() == agency]
    linked = reports.before(filled)
    if linked is None or linked.report.period.rank() >= today.rank():
        kinds = filled.plan.edition.periods
        linked = _read(reports, [one for one in same if following(kinds, one.period) == today])
    year_before = Period(today.year - 1, today.kind)
    return Earlier(linked, _read(reports, [one for one in same if one.period == year_before]))


def bring_earlier(reports: Reports, session: Session) -> Changes:
    """Bring the numbers of earlier reports anew as one step, also over what was typed in their place.

    Raises UserFault where the form asks for none, or where no earlier report is there.
    """
    filled = session.filled
    if not shares_cells(filled.plan.edition):
        raise UserFault("Mẫu của báo cáo này không có cột nào lấy số của kỳ trước.")
    earlier = earlier_reports(reports, filled)
    if not any(earlier):
        raise UserFault(
            "Trên máy này chưa có báo cáo kỳ trước hay cùng kỳ năm trước của cơ quan; "
            "hãy lập hoặc nhập báo cáo đó rồi lấy lại số."
        )
    texts = brought(filled.entries, earlier_entries(filled.plan, filled.report.period, earlier))
    return session.edit_many(BROUGHT, texts, carried=True)


def _read(reports: Reports, found: Sequence[Summary]) -> FilledReport | None:
    """The first that can be read: the form of one may be gone."""
    for summary in found:
        try:
            return reports.read(summary.id)
        except UserFault:
            continue
    return None
