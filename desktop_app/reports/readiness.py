"""What stands between a report and a signature: what is missing, contradicted, unexplained, unconfirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.base import known_keys
from desktop_app.base.dates import clock, short_date
from desktop_app.checking.evaluate import Difference, blanks_waited_for
from desktop_app.checking.findings import LEVEL_WORDS, Finding, Source
from desktop_app.forms.columns import is_entered, line_key, typed_values
from desktop_app.forms.model import Appendix, Level, Section
from desktop_app.forms.tabs import GENERAL
from desktop_app.reports.confirming import unconfirmed
from desktop_app.reports.explanations import is_explained
from desktop_app.reports.filled_report import FilledReport, with_findings
from desktop_app.reports.lines import count_lines
from desktop_app.reports.marks import marked_tabs
from desktop_app.reports.report import Status, Summary

READINESS: Source = "readiness"
NO_ENTRY, NO_PROSE, NO_FIGURES = "missing.entry", "missing.prose", "missing.figures"
WAITING, UNCONFIRMED, TWIN = "waiting.checks", "carried.prose", "same.period"
MOST_NUMBERS = 12
"""Numbers of rows that a sentence lists; a table may have thousands."""


def look(filled: FilledReport, others: Iterable[Summary] = ()) -> list[Finding]:
    """All that is missing now; others: the reports for the same period.

    A note while the clerk is still at work there, an error once the tab is marked as complete. Blank
    rows of a table that is complete are nothing, unless no row of it holds anything at all.
    """
    complete = frozenset(marked_tabs(filled.plan, filled.entries))
    found = [*_entries(filled, GENERAL in complete)]
    for section in filled.plan.edition.sections:
        found += _prose(filled, section, section.tab in complete)
    for appendix in filled.plan.edition.appendices:
        found += _figures(filled, appendix, appendix.head.key in complete)
    return [*found, *_waiting(filled), *_twins(filled, others)]


def _twins(filled: FilledReport, reports: Iterable[Summary]) -> list[Finding]:
    """The other reports of the same agency for the same period, one of which is too many."""
    report, agency = filled.report, _plain(filled.text(known_keys.AGENCY))
    others = (other for other in reports if other.id != report.id and other.period == report.period)
    same = [other for other in others if _plain(other.agency) == agency]
    if not same:
        return []
    latest = max(other.changed_at for other in same).astimezone()
    when = f"sửa lần cuối {clock(latest)} ngày {short_date(latest.date())}"
    message = f"Kỳ này còn {len(same)} báo cáo khác của cùng cơ quan, {when}."
    advice = "Xóa bản thừa ở danh sách báo cáo, hoặc giải trình vì sao giữ cả hai."
    return [_finding(filled, TWIN, "warning", (known_keys.AGENCY,), message, advice)]


def open_items(filled: FilledReport) -> list[Finding]:
    """Everything between now and a signature, the gravest first; no explained warning, no mere hint."""
    return [finding for finding in filled.findings() if _is_open(filled, finding)]


def kind_word(finding: Finding) -> str:
    """What the finding is called on the screen: its level, or in which way it is missing."""
    if finding.found_by != READINESS:
        return LEVEL_WORDS[finding.level]
    return {UNCONFIRMED: "Chưa xác nhận", TWIN: "Trùng kỳ"}.get(finding.code, "Còn thiếu")


def status_of(filled: FilledReport) -> Status:
    """How far the report is: a draft until every tab is marked; ready when nothing is open any more."""
    if len(marked_tabs(filled.plan, filled.entries)) < len(filled.plan.marks):
        return "draft"
    filled = filled if READINESS in filled.further else with_look(filled)[0]
    return "entered" if open_items(filled) else "ready"


def with_look(filled: FilledReport) -> tuple[FilledReport, Difference]:
    """The report with all that is missing, and what that changes; other reports of the period stay found."""
    seen = [one for one in filled.further.get(READINESS, ()) if one.code == TWIN]
    return with_findings(filled, READINESS, [*look(filled), *seen])


def _is_open(filled: FilledReport, finding: Finding) -> bool:
    if finding.level == "note":
        return finding.found_by == READINESS
    return not is_explained(finding, filled.text)


def _entries(filled: FilledReport, complete: bool) -> Iterator[Finding]:
    """Entries of head and foot without which nobody signs."""
    for field in filled.plan.edition.fields:
        if field.required and not filled.text(field.key).strip() and not field.default:
            message = f"Chung: chưa ghi «{field.label}»."
            yield _finding(filled, NO_ENTRY, _level(complete), (field.key,), message, "Ghi ở thẻ Chung.")


def _prose(filled: FilledReport, section: Section, complete: bool) -> Iterator[Finding]:
    """A section without a word, or with those of the period before."""
    if not section.prose or section.default:
        return
    key, name = section.key, filled.plan.names[section.key]
    if not filled.text(key):
        advice = "Viết vài câu; không có gì thì ghi rõ là trong kỳ không phát sinh."
        yield _finding(filled, NO_PROSE, _level(complete), (key,), f"{name} chưa có lời văn.", advice)
    elif not complete and (paragraphs := unconfirmed(filled, key)):
        advice = (
            "Sửa cho đúng kỳ này, hoặc bấm «Giữ nguyên»; dấu «Đã nhập xong» xác nhận lời văn của cả phần."
        )
        message = f"{name} còn {len(paragraphs)} đoạn của kỳ trước chưa xem lại."
        yield _finding(filled, UNCONFIRMED, "note", (key,), message, advice)


def _figures(filled: FilledReport, appendix: Appendix, complete: bool) -> Iterator[Finding]:
    """Rows of this agency's scope that show nothing, as one finding for the table."""
    if appendix.head.repeats:
        yield from _lines(filled, appendix, complete)
        return
    rows = [row for row in typed_values(appendix) if not filled.out_of_scope(row.key)]
    blank = [row for row in rows if not filled.shown(row.key)]
    table = filled.plan.tabs[appendix.head.key]
    if complete and blank and len(blank) == len(rows):
        message, advice = f"{table} đã đánh dấu xong mà chưa có số liệu nào.", "Ghi số liệu, hoặc bỏ dấu."
        yield _finding(filled, NO_FIGURES, "error", (blank[0].key,), message, advice)
    elif blank and not complete:
        lines = list(dict.fromkeys(_line(filled, row.key) for row in blank))
        numbers = [name.removeprefix(f"{table}, dòng ") for name in lines[:MOST_NUMBERS]]
        more = " …" if lines[MOST_NUMBERS:] else ""
        lack = "chưa có số liệu" if len(lines) == len(blank) else "chưa đủ số liệu"
        message = f"{table}: {len(lines)} dòng {lack}: {', '.join(numbers)}{more}."
        advice = "Ghi nốt; dòng nào không có gì thì để trống rồi đánh dấu «Đã nhập xong»."
        keys = tuple(row.key for row in blank)
        yield _finding(filled, NO_FIGURES, "note", keys, message, advice)


def _line(filled: FilledReport, key: str) -> str:
    """The name of the row that a figure or a cell beside it belongs to."""
    row = key.rpartition(".")[0] if key in filled.plan.cells else key
    return filled.plan.names[row]


def _lines(filled: FilledReport, appendix: Appendix, complete: bool) -> Iterator[Finding]:
    """A list without a line: nothing to report once it is complete, unless the form asks for one."""
    if count_lines(filled, appendix) or (complete and not appendix.head.required):
        return
    table, advice = filled.plan.tabs[appendix.head.key], "Thêm dòng ở bảng đó."
    if not appendix.head.required:
        advice = "Thêm dòng; không có gì để báo cáo thì đánh dấu «Đã nhập xong»."
    first = next(line_key(appendix.head.key, 1, c) for c in appendix.columns if is_entered(c))
    yield _finding(filled, NO_FIGURES, _level(complete), (first,), f"{table} chưa có dòng nào.", advice)


def _waiting(filled: FilledReport) -> Iterator[Finding]:
    """Checks that have said nothing, since they touch a blank."""
    blanks_of = blanks_waited_for(filled.plan, filled.result)
    in_scope = ([key for key in blanks if not filled.out_of_scope(key)] for blanks in blanks_of)
    waiting = [blanks for blanks in in_scope if blanks]
    if waiting:
        order = filled.plan.order
        keys = sorted({key for blanks in waiting for key in blanks}, key=lambda key: order.get(key, 0))
        tabs = dict.fromkeys(filled.plan.tab_of.get(key, GENERAL) for key in keys)
        where = ", ".join(filled.plan.tabs[tab] for tab in [*tabs][:MOST_NUMBERS])
        message = f"{len(waiting)} quy tắc kiểm tra còn chờ số liệu ở {where}."
        advice = "Ghi nốt chỗ trống, hoặc đánh dấu phần đó «Đã nhập xong»."
        yield _finding(filled, WAITING, "note", tuple(keys), message, advice)


def _level(complete: bool) -> Level:
    return "error" if complete else "note"


def _finding(
    filled: FilledReport, code: str, level: Level, keys: tuple[str, ...], message: str, advice: str
) -> Finding:
    order = filled.plan.order.get(keys[0], 0)
    return Finding(code, level, keys, message, advice, order=order, found_by=READINESS)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
