"""A report goes over to another form and back, with all that it holds: one step, undone like any other."""

from __future__ import annotations

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.reports.carry_over import carry_over
from desktop_app.reports.session import Changes
from desktop_app.reports.succession import Moved, succeed
from desktop_app.services.library import Library

MOVED = "Chuyển sang mẫu khác"
ADAPTED = "Theo mẫu đã sửa"


def succession(library: Library, report_id: str, edition_id: str) -> Moved:
    """What of the report would go where on the form; nothing is written."""
    filled = library.read(report_id)
    return succeed(filled.plan, library.plans.plan(edition_id), filled.entries)


def succession_of_next(library: Library, report_id: str, edition_id: str) -> Moved:
    """What of the report would go where in the next period's, begun on this form."""
    filled = library.read(report_id)
    kept = carry_over(filled.plan.edition, filled.entries)
    return succeed(filled.plan, library.plans.plan(edition_id), kept, carried=True)


def move(library: Library, report_id: str, edition_id: str) -> None:
    """Put the report on another form; what finds no place there is in its tray.

    Raises UserFault when it is on that form, or when the form cannot serve its period.
    """
    session = library.open(report_id)
    report = session.filled.report
    if report.edition_id == edition_id:
        raise UserFault(f"Báo cáo {report_id[:60]} đã theo mẫu «{edition_id[:60]}»; hãy chọn mẫu khác.")
    edition_id = library.plans.edition_for(report.period, edition_id)
    moved = succeed(session.filled.plan, library.plans.plan(edition_id), session.filled.entries)
    _saved(session.move(edition_id, moved.entries, MOVED))


def adapt(library: Library, report_id: str) -> None:
    """What stands in rows that an edited form has no more goes to the tray."""
    session = library.open(report_id)
    filled = session.filled
    moved = succeed(filled.plan, filled.plan, filled.entries)
    _saved(session.move(filled.report.edition_id, moved.entries, ADAPTED))


def undo(library: Library, report_id: str) -> None:
    """Take back the last step of a report that nobody holds open, be it the move to its form."""
    _saved(library.open(report_id).undo())


def redo(library: Library, report_id: str) -> None:
    """Do again the step last taken back."""
    _saved(library.open(report_id).redo())


def _saved(changes: Changes) -> None:
    """A move is either on the disk or was not made."""
    if changes.trouble:
        raise EnvironmentFault(changes.trouble)
