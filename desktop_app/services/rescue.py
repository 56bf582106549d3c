"""A damaged data file: moved aside, replaced by the newest good backup, and what is newer read back.

Every edit stands twice in the file, under its key and in the log, on different pages. What a
damaged file still shows is therefore nearly everything; the rest is named as missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from database import backup
from database.reports import EntryRow, ReportRow, add_report
from database.salvage import Readable, StoredReport, readable_in, reports_in, texts_in
from desktop_app.base import known_keys
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.log_row import LogRow
from desktop_app.base.patience import remove
from desktop_app.reports.log import ALL, exchanged
from desktop_app.services.backups import FOLDER, Backup, backups_in
from desktop_app.services.services import Services

LABEL = "Lấy lại từ tệp hỏng"
HEAD = 4096
"""The first page holds the file's head and the list of tables, the same in every file of one line."""


class Rescue(msgspec.Struct, frozen=True):
    """What can be done about a damaged file.

    backup: the newest good one, None when there is none; held: its reports. texts: report -> key ->
    newer text that the damaged file still shows. whole: reports that only the damaged file has.
    missing: report -> edits made after the backup of which nothing can be read. reads_anything:
    False when the file shows nothing at all, so that nobody can say what is missing.
    """

    damaged: Path
    backup: Backup | None
    held: tuple[StoredReport, ...]
    texts: dict[str, dict[str, str]]
    whole: dict[str, tuple[ReportRow, tuple[EntryRow, ...]]]
    missing: dict[str, int]
    reads_anything: bool = True


def look(damaged: Path) -> Rescue:
    """What a rescue would bring; reads only."""
    made = [one for one in backups_in(damaged.parent / FOLDER) if one.reason != "truoc-phuc-hoi"]
    newest = next((one for one in made if _is_good(one)), None)
    held = tuple(reports_in(newest.path)) if newest else ()
    known = {report.id: report.edits for report in held}
    readable = _readable(damaged, known, newest)
    old = texts_in(newest.path) if newest else {}
    texts = {name: _newer(readable, name, number, old.get(name, {})) for name, number in known.items()}
    rows = _rows(readable)
    whole = {
        report: (row._replace(last_log_row=0), _all(readable, report))
        for report, row in rows.items()
        if report not in known
    }
    missing = {report: _missing(readable, report, number) for report, number in known.items()}
    missing |= {
        report: len(found) for report, found in readable.entries.items() if report not in {*rows, *known}
    }
    return Rescue(
        damaged, newest, held, {r: t for r, t in texts.items() if t}, whole,
        {report: count for report, count in missing.items() if count}, any(readable),
    )  # fmt: skip


def repair(rescue: Rescue, build: Callable[[], Services]) -> tuple[Services, Path]:
    """Carry it out; returns the parts over the repaired file, and where the damaged one is kept.

    build: opens whatever lies at the data file's place, a new file where nothing does.
    """
    aside = _free_name(rescue.damaged)
    if rescue.backup:
        backup.put_back(rescue.backup.path, rescue.damaged, aside)
    else:
        backup.move_aside(rescue.damaged, aside)
    services = build()
    for row, entries in rescue.whole.values():
        add_report(services.file, row, entries)
    for report, texts in rescue.texts.items():
        changes = services.library.open(report).edit_many(LABEL, texts)
        if changes.trouble:
            raise EnvironmentFault(changes.trouble)
    return services, aside


def _is_good(one: Backup) -> bool:
    with suppress(UserFault, EnvironmentFault):
        backup.check(one.path)
        return True
    return False


def _readable(damaged: Path, known: Mapping[str, int], newest: Backup | None) -> Readable:
    """What the file shows; when even its tables cannot be found, with the first page of the backup."""
    readable = readable_in(damaged, known)
    if readable.reports or newest is None:
        return readable
    with suppress(OSError):
        content, head = damaged.read_bytes(), newest.path.read_bytes()[:HEAD]
        pages = max(1, len(content) // HEAD)
        head = head[:28] + pages.to_bytes(4, "big") + head[32:]
        copy = damaged.with_name(f"{damaged.name}.doc-lai")
        try:
            copy.write_bytes(head + content[HEAD:])
            return readable_in(copy, known)
        finally:
            remove(copy)
    return readable


def _rows(readable: Readable) -> dict[str, ReportRow]:
    """The lines of the reports; one that cannot be read is made again from its id and a neighbour's.

    An id is the period, or the period and a number; the form is the same as the neighbour's.
    """
    rows = dict(readable.reports)
    neighbour = next(iter(rows.values()), None)
    for report, entries in readable.entries.items():
        if report not in rows and neighbour:
            agency = entries[known_keys.AGENCY].text if known_keys.AGENCY in entries else ""
            period = "-".join(report.split("-")[:2])
            rows[report] = neighbour._replace(
                id=report, period=period, agency=agency, previous_id="", errors=0, warnings=0, notes=0
            )
    return rows


def _newer(readable: Readable, report: str, known: int, old: Mapping[str, str]) -> dict[str, str]:
    """Key -> text newer than the backup: from the entry, else from the rows of its log."""
    entries = readable.entries.get(report, {})
    texts = _replayed(readable.log.get(report, {}), old)
    return texts | {key: entry.text for key, entry in entries.items() if entry.last_log_row > known}


def _all(readable: Readable, report: str) -> tuple[EntryRow, ...]:
    """All entries of a report that is not in the backup, begun anew: its log stays in the damaged file."""
    entries = readable.entries.get(report, {})
    texts = _replayed(readable.log.get(report, {}), {})
    replayed = {key: EntryRow(key, text, False) for key, text in texts.items()}
    return tuple((replayed | {key: e._replace(last_log_row=0) for key, e in entries.items()}).values())


def _replayed(log: Mapping[int, LogRow], old: Mapping[str, str]) -> dict[str, str]:
    """Key -> its text after the rows that can be read; a key with a gap before its last row has none."""
    texts: dict[str, str | None] = {}
    for row in (log[number] for number in sorted(log)):
        text = texts.get(row.key, old.get(row.key, ""))
        text = None if text is None else exchanged(text, row.at, row.before, row.after)
        texts[row.key] = row.after if text is None and row.at == ALL else text
    return {key: text for key, text in texts.items() if text is not None}


def _missing(readable: Readable, report: str, known: int) -> int:
    """How many rows of the log after the backup are gone, and with them perhaps an edit."""
    if readable.has_all_entries(report):
        return 0
    entries, log = readable.entries.get(report, {}), readable.log.get(report, {})
    numbers = {*log, *(entry.last_log_row for entry in entries.values())}
    last = max([known, *numbers, *(r.last_log_row for r in [readable.reports.get(report)] if r)])
    return sum(1 for number in range(known + 1, last + 1) if number not in numbers)


def _free_name(damaged: Path) -> Path:
    """Where the damaged file is kept: numbered, never over an older one."""
    number = 1
    while (aside := damaged.with_name(f"{damaged.stem}-hong-{number}{damaged.suffix}")).exists():
        number += 1
    return aside
