"""How far a report is filled: rows entered of the rows that this agency reports."""

from __future__ import annotations

import msgspec

from desktop_app.checking.evaluate import blanks_waited_for
from desktop_app.forms.columns import is_entered, typed_values
from desktop_app.forms.model import Appendix
from desktop_app.forms.tabs import GENERAL
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.lines import count_lines
from desktop_app.reports.marks import marked_tabs
from desktop_app.reports.readiness import open_items


class Progress(msgspec.Struct, frozen=True):
    """Entries made, entries to make, rows of other agencies, prose as it was in the period before."""

    filled: int
    wanted: int
    out_of_scope: int = 0
    carried: int = 0

    @property
    def share(self) -> float:
        """How much is entered, from 0 to 1."""
        return self.filled / self.wanted if self.wanted else 1.0


def appendix_progress(filled: FilledReport, appendix: Appendix) -> Progress:
    """How far one appendix is filled; a computed row counts as filled once it shows a number.

    A list wants no more lines than it has.
    """
    if appendix.head.repeats:
        lines = count_lines(filled, appendix)
        return Progress(lines, lines)
    rows = [row.key for row in typed_values(appendix)]
    wanted = [key for key in rows if not filled.out_of_scope(key)]
    shown = sum(1 for key in wanted if filled.shown(key))
    return Progress(shown, len(wanted), len(rows) - len(wanted))


def tab_progress(filled: FilledReport, tab: str) -> Progress:
    """How far one tab is filled: what must be entered of head and foot, sections with words, rows."""
    edition = filled.plan.edition
    if tab == GENERAL:
        keys = [field.key for field in edition.fields if field.required]
        return Progress(sum(bool(filled.text(key).strip()) for key in keys), len(keys))
    for appendix in edition.appendices:
        if appendix.head.key == tab:
            return appendix_progress(filled, appendix)
    wanted = [s.key for s in edition.sections if s.tab == tab and s.prose and not s.default]
    written = [key for key in wanted if filled.text(key)]
    return Progress(len(written), len(wanted), carried=sum(map(filled.is_carried, written)))


def tab_line(filled: FilledReport, tab: str) -> str:
    """The same in words: "Phụ lục 1 · Chỉ đạo, điều hành · 12/35 chỉ tiêu · 4 dòng không thuộc phạm vi"."""
    progress = tab_progress(filled, tab)
    tables = {a.head.key: a for a in filled.plan.edition.appendices}
    short = tables[tab].head.short if tab in tables else ""
    parts = [filled.plan.tabs[tab], short, _count(progress, tab, tables.get(tab))]
    parts += [f"{progress.out_of_scope} dòng không thuộc phạm vi"] * bool(progress.out_of_scope)
    parts += [f"{progress.carried} mục còn lời văn kỳ trước"] * bool(progress.carried)
    return " · ".join(part for part in parts if part)


def _count(progress: Progress, tab: str, table: Appendix | None) -> str:
    if table and table.head.repeats:
        return f"{progress.filled} dòng"
    unit = "mục cần ghi" if tab == GENERAL else "mục có lời văn"
    if table:
        unit = "ô số liệu" if any(map(is_entered, table.columns)) else "chỉ tiêu"
    return f"{progress.filled}/{progress.wanted} {unit}"


def is_untouched(filled: FilledReport) -> bool:
    """Whether no figure and no prose was entered yet; the head and the foot do not count."""
    plan = filled.plan
    return not any(
        key in plan.rows
        or key in plan.figures
        or plan.is_prose(key)
        or (key in plan.cells and not filled.is_carried(key))
        for key in filled.texts()
    )


def still_open(filled: FilledReport) -> str:
    """What should be said of a report that leaves the house as it stands; "" when it is ready."""
    if is_untouched(filled):
        return "Báo cáo này chưa có số liệu hay lời văn nào."
    words = standing(filled)
    return f"Báo cáo còn {words}: chưa sẵn sàng trình ký." if words else ""


def standing(filled: FilledReport) -> str:
    """Everything that is open in a few words, such as "3 lỗi, 2 cảnh báo chưa giải trình"; "" for nothing."""
    found = open_items(filled)
    levels = [finding.level for finding in found]
    unmarked = len(filled.plan.tabs) - len(marked_tabs(filled.plan, filled.entries))
    parts = (
        (levels.count("error"), "lỗi"), (levels.count("warning"), "cảnh báo chưa giải trình"),
        (levels.count("note"), "chỗ thiếu"), (unmarked, "phần chưa đánh dấu xong"),
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
