"""Editions of clearly different shapes beside those that ship, and reports on them."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from desktop_app.checking.plan import Plan
from desktop_app.forms.loader import load_edition
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry, Report
from desktop_app.reports.session import Session
from tests.support.editions import NotedStore

FOLDER = Path(__file__).parent / "other_shapes"
PERIODS = {
    "datasheet": "2025-M7",
    "outline": "2026-Q1",
    "wide": "2026-Q1",
    "lists": "2026-Q1",
    "minimal": "2026-Q1",
    "large": "2026-Q1",
    "large-usual": "2026-Q1",
    "twelve": "2026-Q1",
}
"""Shape -> a period that its edition serves."""
TABLES, ROWS = 8, 125

_LARGE_HEAD = """
[appendix]
key = "t{n}"
number = {n}
title = "Số liệu chuyên đề {n}"
short = "Chuyên đề {n}"
label_head = "Chỉ tiêu"
figure_head = "Số liệu"
{columns}"""
_LARGE_COLUMNS = """
[[column]]
key = "stt"
of = "number"
title = "STT"

[[column]]
key = "ten"
of = "label"
title = "Chỉ tiêu"

[[column]]
key = "dvt"
of = "unit"
title = "Đơn vị tính"

[[column]]
key = "so"
of = "figure"
title = "Số liệu {label} năm {year}"

[[column]]
key = "ghi"
of = "note"
title = "Ghi chú"
"""
_LARGE_ROW = """
[[indicator]]
key = "t{n}.{row}"
number = "{row}"
label = "Số hồ sơ thuộc lĩnh vực {row} đã giải quyết trong kỳ báo cáo"
unit = "Hồ sơ"
"""


@cache
def shaped_plan(shape: str) -> Plan:
    """The compiled edition of the shape."""
    if shape not in ("large", "large-usual", "twelve"):
        return Plan(load_edition(FOLDER / shape))
    tables, rows = (12, 4) if shape == "twelve" else (TABLES, ROWS)
    with tempfile.TemporaryDirectory() as folder:
        return Plan(load_edition(write_large(Path(folder), tables, rows, own_columns=shape != "large-usual")))


def write_large(folder: Path, tables: int, rows: int, *, own_columns: bool) -> Path:
    """An edition of so many tables with so many rows each, a file a table."""
    head = (FOLDER / "minimal/edition.toml").read_text("utf-8").split("[appendix]")[0]
    (folder / "edition.toml").write_text(head.replace("form-minimal", "form-large"), "utf-8")
    for n in range(1, tables + 1):
        columns = _LARGE_COLUMNS if own_columns else ""
        text = _LARGE_HEAD.replace("{columns}", columns).replace("{n}", str(n))
        text += "".join(_LARGE_ROW.format(n=n, row=row) for row in range(1, rows + 1))
        (folder / f"t{n:03}.toml").write_text(text, "utf-8")
    return folder


def report_on(shape: str, period: str = "", **typed: str) -> FilledReport:
    """A report with these entries; keys are given with "__" for the dot."""
    plan = shaped_plan(shape)
    texts = {key.replace("__", "."): text for key, text in typed.items()}
    entries = {k: Entry(write_prose(from_plain(v)) if plan.is_prose(k) else v) for k, v in texts.items()}
    return fill_in(Report("r1", plan.edition.head.id, period or PERIODS[shape]), plan, entries)


def session_on(shape: str, period: str = "", **typed: str) -> Session:
    """The same, open."""
    return Session(report_on(shape, period, **typed), NotedStore())


def full_report(shape: str) -> FilledReport:
    """A report in which everything that can be entered holds something that is told apart."""
    plan = shaped_plan(shape)
    typed = {"header.agency": "UBND tỉnh Hà Giang", "header.number": "12", "header.symbol": "BC-UBND"}
    typed |= {"header.place": "Hà Giang", "header.date": "15/3/2026", "footer.signer": "Nguyễn Văn A"}
    typed |= {"footer.recipients": "Bộ Nội vụ\nLưu: VT", "footer.position": "CHỦ TỊCH"}
    texts = {key: text for key, text in typed.items() if key in plan.fields}
    for n, key in enumerate(k for k in plan.sections if plan.is_prose(k)):
        texts[key] = f"Đoạn văn số {n + 1} của báo cáo, viết cho mục này.\n- Ý thứ nhất;\n- Ý thứ hai."
    for n, (key, row) in enumerate(plan.rows.items()):
        if row.kind != "heading":
            texts[key] = _text(row.kind, n)
            if plan.is_key(f"note.{key}"):
                texts[f"note.{key}"] = f"Ghi chú {n}" if n % 3 == 0 else ""
    for n, (key, cell) in enumerate(plan.cells.items()):
        line = int(cell.number) if cell.number.isdecimal() and key not in plan.rows else 1
        if not plan.fills_itself(key) and line <= 12:
            texts[key] = _text(cell.kind, n)
    entries = {k: Entry(write_prose(from_plain(v)) if plan.is_prose(k) else v) for k, v in texts.items() if v}
    return fill_in(Report("r1", plan.edition.head.id, PERIODS[shape]), plan, entries)


def _text(kind: str, n: int) -> str:
    known = {"text": f"Nội dung số {n} theo quy định", "date": "5/2/2026", "percent": "97,5%", "choice": "1"}
    return known.get(kind) or ("Có" if kind == "yes_no" else str(100 + n))
