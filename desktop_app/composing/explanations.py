"""The sheet of explanations for the signing official: never a part of the report."""

from __future__ import annotations

from desktop_app.checking.findings import LEVEL_WORDS, Finding
from desktop_app.composing.text import Printed
from desktop_app.composing.title_lines import in_lines
from desktop_app.documents.column_widths import fitted_widths
from desktop_app.documents.model import Cell, Document, PageSection, Row, Table, plain
from desktop_app.documents.settings import PrintSettings
from desktop_app.reports.explanations import explanation_of, explanation_state
from desktop_app.reports.filled_report import FilledReport

TITLE = "Phiếu giải trình"
ABOUT = "Các cảnh báo của dự thảo báo cáo {subject}"
APART = "(Để trình người ký xem cùng dự thảo; không thuộc nội dung báo cáo và không gửi kèm báo cáo)"
HEADS = ("STT", "Chỗ", "Cảnh báo", "Giải trình")
NONE = "Dự thảo không có cảnh báo nào."
NOT_YET, STALE = "(chưa giải trình)", "(Số liệu đã đổi sau khi giải trình: cần xem lại.)"
_RANGES = ((10.0, 14.0), (30.0, 45.0), (50.0, 80.0), (50.0, 80.0))
"""Least and most of each column in mm."""


def explanations_sheet(filled: FilledReport, settings: PrintSettings) -> Document:
    """Every warning with its place and the clerk's reason; those without one say so."""
    printed = Printed(filled)
    found = [finding for finding in filled.findings() if finding.level == "warning"]
    rows = tuple(_row(filled, number, finding) for number, finding in enumerate(found, start=1))
    head = (Row(tuple(Cell((plain("table_head", word),)) for word in HEADS)),)
    widths = fitted_widths(head, rows, _RANGES, settings.text_width())
    about = ABOUT.format(subject=printed.words["subject_within"])
    blocks = (
        plain("appendix_title", TITLE.upper()),
        plain("subject", in_lines("subject", about, settings.text_width())),
        plain("attached", in_lines("attached", APART, settings.text_width())),
        Table(widths, rows, head) if rows else plain("body", NONE),
    )
    return Document(f"{TITLE} {printed.words['subject']}", (PageSection(blocks, TITLE),), settings)


def _row(filled: FilledReport, number: int, finding: Finding) -> Row:
    names = [filled.plan.names[key] for key in finding.keys if key in filled.plan.names]
    reason = explanation_of(finding, filled.text)
    words = [reason.text if reason else NOT_YET]
    if explanation_state(reason, filled.text) == "stale":
        words.append(STALE)
    return Row(
        (
            Cell((plain("cell_center", str(number)),)),
            Cell((plain("cell", "; ".join(names[:1]) or LEVEL_WORDS[finding.level]),)),
            Cell((plain("cell", finding.message),)),
            Cell(tuple(plain("cell_italic" if n else "cell", line) for n, line in enumerate(words))),
        )
    )
