"""Everything that ever stood under a key, through the forms that its report has been on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from database import history as log_rows
from database import reports as rows
from database.data_file import DataFile
from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.checking.plans import Plans
from desktop_app.reports.log import WHOLE_LOG, Stretch, Version, versions_of
from desktop_app.reports.report import NOTHING, Entry
from desktop_app.reports.succession import heirs_of


class FormOnce(NamedTuple):
    """A form that the report was on, and the rows of the log from then."""

    edition_id: str
    stretch: Stretch


class _Log(NamedTuple):
    """The log of one report, and where each of its keys ends."""

    file: DataFile
    report_id: str
    held: Mapping[str, rows.EntryRow]

    def of_key(self, key: str, stretch: Stretch, place: str) -> Iterator[Version]:
        held = self.held.get(key)
        if held is None:
            return versions_of((), NOTHING, stretch, place)
        log = log_rows.of_key(self.file, self.report_id, key, held.last_log_row)
        return versions_of(log, Entry(held.text, held.carried), stretch, place)


def versions(file: DataFile, plans: Plans, report: rows.ReportRow, key: str) -> Iterator[Version]:
    """The versions of the key, the present one first, read as they are asked for.

    Where the report came from another form, those of the rows that this one follows come next.
    """
    log = _Log(file, report.id, {row.key: row for row in rows.entries_of(file, report)})
    yield from _through(log, plans, key, _forms(log, report.edition))


def _through(log: _Log, plans: Plans, key: str, forms: list[FormOnce], place: str = "") -> Iterator[Version]:
    """Versions on the first of the forms, then on those before it."""
    yield from log.of_key(key, forms[0].stretch, place)
    if not forms[1:]:
        return
    try:
        plan, before = plans.plan(forms[0].edition_id), plans.plan(forms[1].edition_id)
    except UserFault:  # a form that is gone names nothing, and tells nothing of its rows
        return
    row = known_keys.row_of(key)
    for source in heirs_of(plan).get(row, (row,)):
        older = known_keys.note_of(source) if known_keys.is_note(key) else source
        yield from _through(log, plans, older, forms[1:], before.names.get(source, ""))


def _forms(log: _Log, edition_id: str) -> list[FormOnce]:
    """The forms that the report has been on, today's first; those that were taken back are left out."""
    held = log.held.get(known_keys.FORM)
    moves = log_rows.of_key(log.file, log.report_id, known_keys.FORM, held.last_log_row) if held else iter(())
    forms: list[FormOnce] = []
    seen: set[int] = set()
    until = WHOLE_LOG.until
    for row in moves:
        if row.step not in seen and row.act != "undo":
            forms.append(FormOnce(row.after, Stretch(row.number, until)))
            until = row.number
            edition_id = row.before
        seen.add(row.step)
    return [*forms, FormOnce(edition_id, Stretch(0, until))]
