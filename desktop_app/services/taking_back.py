"""One report taken back out of a backup, beside those of today, of which none changes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from database import one_report, salvage
from database.reports import one_report as row_of
from desktop_app.base.errors import UserFault
from desktop_app.services.form_bundle import examine, read_bundle
from desktop_app.services.form_pins import PIN
from desktop_app.services.report_rows import free_id
from desktop_app.services.services import Services


def take_back(services: Services, source: Path, report_id: str) -> str:
    """The report of the backup with its history, under its own id or, when that is taken, a new one.

    Returns the id. Raises UserFault when the backup is damaged or has no such report.
    """
    held = next((one for one in salvage.reports_in(source) if one.id == report_id), None)
    if held is None:
        raise UserFault(f"{source.name} không có báo cáo «{report_id[:60]}».")
    is_free = row_of(services.file, report_id) is None
    new_id = report_id if is_free else free_id(services.file, held.period)
    one_report.take_in(services.file, source, report_id, new_id)
    _take_form(services, source, new_id)
    if pin := one_report.preference_in(source, PIN + report_id):
        services.preferences.keep(PIN + new_id, pin)
    return new_id


def _take_form(services: Services, source: Path, report_id: str) -> None:
    """The form of the report out of the backup, where it is not here any more."""
    row = row_of(services.file, report_id)
    if row is None or services.catalogue.listed(row.edition):
        return
    for kept in one_report.forms_in(source):
        with suppress(UserFault):  # one of the others may be it
            files = read_bundle(kept.content.encode("utf-8", "replace"), source.name)
            edition = examine(files).edition
            if edition and edition.head.id == row.edition:
                services.own_forms().take_in(files, source.name)
                return
