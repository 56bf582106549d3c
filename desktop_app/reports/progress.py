"""How far a report is filled: rows entered of the rows that this agency reports."""

from __future__ import annotations

import msgspec

from desktop_app.checking.evaluate import waiting_checks
from desktop_app.forms.model import Appendix
from desktop_app.reports.filled_report import FilledReport


class Progress(msgspec.Struct, frozen=True):
    """Rows filled, rows to fill, rows of other agencies."""

    filled: int
    wanted: int
    out_of_scope: int


def appendix_progress(filled: FilledReport, appendix: Appendix) -> Progress:
    """How far one appendix is filled; a computed row counts as filled once it shows a number."""
    rows = [row.key for row in appendix.indicators if row.kind != "heading"]
    wanted = [key for key in rows if not filled.out_of_scope(key)]
    shown = sum(1 for key in wanted if filled.shown(key))
    return Progress(shown, len(wanted), len(rows) - len(wanted))


def is_untouched(filled: FilledReport) -> bool:
    """Whether no figure and no prose was entered yet; the head and the foot do not count."""
    plan = filled.plan
    return not any(
        key in plan.indicators or key in plan.figures or plan.is_prose(key) for key in filled.texts()
    )


def still_open(filled: FilledReport) -> str:
    """What should be said of a report that leaves the house as it stands; "" for nothing."""
    if is_untouched(filled):
        return "Báo cáo này chưa có số liệu hay lời văn nào."
    count = filled.count()
    parts = [f"{count.errors} lỗi"] * bool(count.errors) + [f"{count.warnings} cảnh báo"] * bool(
        count.warnings
    )
    return f"Báo cáo còn {' và '.join(parts)} (F8: xem từng mục)." if parts else ""


def checked(filled: FilledReport) -> str:
    """What the checks say of a report without a finding: how many held, how many still wait."""
    waiting, every = waiting_checks(filled.plan, filled.result), len(filled.plan.checks)
    if waiting == every or is_untouched(filled):
        return f"Chưa nhập số liệu: {every} quy tắc đang chờ, chưa kiểm tra được gì."
    if waiting:
        return f"Đã kiểm tra {every - waiting} quy tắc, không có gì phải báo; {waiting} quy tắc chờ số liệu."
    return f"Đã kiểm tra {every} quy tắc, không có gì phải báo."
