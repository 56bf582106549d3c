"""How far a report is filled: rows entered of the rows that this agency reports."""

from __future__ import annotations

import msgspec

from desktop_app.checking.evaluate import blanks_waited_for
from desktop_app.forms.model import Appendix
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.marks import marked_tabs
from desktop_app.reports.readiness import open_items


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
    """What should be said of a report that leaves the house as it stands; "" when it is ready."""
    if is_untouched(filled):
        return "Báo cáo này chưa có số liệu hay lời văn nào."
    words = standing(filled)
    return f"Báo cáo chưa sẵn sàng trình ký: {words}." if words else ""


def standing(filled: FilledReport) -> str:
    """Everything that is open in a few words, such as "3 lỗi, 2 cảnh báo chưa giải trình"; "" for nothing."""
    found = open_items(filled)
    levels = [finding.level for finding in found]
    unmarked = len(filled.plan.tabs) - len(marked_tabs(filled.plan, filled.entries))
    parts = (
        (levels.count("error"), "lỗi"), (levels.count("warning"), "cảnh báo chưa giải trình"),
        (levels.count("note"), "chỗ còn thiếu"), (unmarked, "phần chưa đánh dấu xong"),
    )  # fmt: skip
    return ", ".join(f"{count} {word}" for count, word in parts if count)


def checked(filled: FilledReport) -> str:
    """What the checks say of a report that they find nothing in: how many held, how many still wait."""
    waiting, every = len(blanks_waited_for(filled.plan, filled.result)), len(filled.plan.checks)
    if waiting == every or is_untouched(filled):
        return f"Chưa nhập số liệu: {every} quy tắc đang chờ, chưa kiểm tra được gì."
    if waiting:
        return f"Đã kiểm tra {every - waiting} quy tắc, không có gì phải báo; {waiting} quy tắc chờ số liệu."
    return f"Đã kiểm tra {every} quy tắc, không có gì phải báo."
