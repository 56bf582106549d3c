"""Back from Word or Excel: the exported file, edited there, read again and compared with the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from desktop_app.base.periods import period_name
from desktop_app.checking.plans import Plans
from desktop_app.reports.filled_report import FilledReport
from desktop_app.services import press
from desktop_app.services.word_files import (
    Wanted,
    is_workbook,
    read_bytes,
    read_word_content,
    read_workbook_content,
)
from desktop_app.word_import.comparison import Comparison


class EditedFile(NamedTuple):
    """What differs, and sentences about the file as a whole."""

    comparison: Comparison
    remarks: tuple[str, ...]


def compare_with_file(
    path: Path, filled: FilledReport, plans: Plans, step: Callable[[int], None] = lambda count: None
) -> EditedFile:
    """The report beside the Word file or workbook; raises UserFault for what is none of such a report.

    Both are read in one way: the file that would be exported now, and the edited one. What reading
    itself changes is so never taken for an edit. Cells that a workbook leaves empty say nothing.
    """
    report = filled.report
    wanted = Wanted(report.period_text, report.edition_id)
    content = read_bytes(path)
    if is_workbook(content):
        theirs = read_workbook_content(content, path.name, plans, wanted, step)
        ours = read_workbook_content(press.xlsx(filled), path.name, plans, wanted, step)
        return EditedFile(Comparison(filled.plan, ours, theirs, emptied=False), theirs.remarks)
    theirs = read_word_content(content, path.name, plans, wanted, step)
    ours = read_word_content(press.docx(press.compose(filled)), path.name, plans, wanted, step)
    remarks = theirs.remarks
    if theirs.found_period and theirs.found_period != report.period:
        other = period_name(theirs.found_period)
        remarks = (f"Tệp ghi kỳ {other}, báo cáo đang mở là {period_name(report.period)}", *remarks)
    return EditedFile(Comparison(filled.plan, ours, theirs), remarks)
