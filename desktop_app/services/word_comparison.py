"""Back from Word: the exported file, edited there, read again and compared with the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from desktop_app.base.periods import period_name
from desktop_app.checking.plans import Plans
from desktop_app.reports.filled_report import FilledReport
from desktop_app.services import press
from desktop_app.services.word_files import read_word_content, read_word_file
from desktop_app.word_import.comparison import Comparison

STEP = "Lấy lại từ Word"


class BackFromWord(NamedTuple):
    """What differs, and sentences about the file as a whole."""

    comparison: Comparison
    remarks: tuple[str, ...]


def compare_with_word(
    path: Path, filled: FilledReport, plans: Plans, step: Callable[[int], None] = lambda count: None
) -> BackFromWord:
    """The report beside the file; raises UserFault for what is no Word file of such a report.

    Both are read in one way: the file that would be exported now, and the edited one. What reading
    itself changes is so never taken for an edit.
    """
    report = filled.report
    wanted = (report.period_text, report.edition_id)
    theirs = read_word_file(path, plans, *wanted, step)
    exported = press.docx(press.compose(filled))
    ours = read_word_content(exported, path.name, plans, wanted, step)
    remarks = theirs.remarks
    if theirs.found_period and theirs.found_period != report.period:
        other = period_name(theirs.found_period)
        remarks = (f"Tệp ghi kỳ {other}, báo cáo đang mở là {period_name(report.period)}", *remarks)
    return BackFromWord(Comparison(filled.plan, ours, theirs), remarks)
