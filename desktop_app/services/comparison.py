"""How the reports inside a backup differ from those of today, one sentence for each."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from database.data_file import DataFile
from database.reports import ReportRow, all_reports
from database.salvage import StoredReport, reports_in


class Compared(NamedTuple):
    """One report, in the backup, today, or both; `held` None when the backup lacks it."""

    id: str
    period: str
    agency: str
    held: StoredReport | None
    words: str


def compare(path: Path, file: DataFile) -> list[Compared]:
    """Every report of the backup and of today; raises UserFault when the backup cannot be read."""
    today = {row.id: row for row in all_reports(file)}
    held = {report.id: report for report in reports_in(path)}
    both = [Compared(r.id, r.period, r.agency, r, _words(r, today.get(r.id))) for r in held.values()]
    lacking = [
        Compared(row.id, row.period, row.agency, None, "bản sao lưu chưa có; phục hồi thì báo cáo này mất")
        for row in today.values()
        if row.id not in held
    ]
    return both + lacking


def _words(held: StoredReport, row: ReportRow | None) -> str:
    entries = f"{held.entries} mục có nội dung, sửa lần cuối {_moment(held.changed_at)}"
    if row is None:
        return f"{entries}; hiện không còn"
    if row.changed_at == held.changed_at and row.last_log_row == held.edits:
        return f"{entries}; giống hiện tại"
    later = row.last_log_row - held.edits
    return f"{entries}; " + (f"cũ hơn hiện tại {later} lần sửa" if later > 0 else "khác hiện tại")


def _moment(stamp: str) -> str:
    try:
        return datetime.fromisoformat(stamp).astimezone().strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return stamp
