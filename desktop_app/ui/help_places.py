"""Which page of the guide speaks of the place where the clerk is, and of the finding she looks at."""

from __future__ import annotations

import re

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.checking.findings import Finding
from desktop_app.checking.plan import Plan
from desktop_app.checking.run_checks import NO_SUCH_DAY, OUT_OF_SCOPE, TITLED_SIGNER, UNREADABLE
from desktop_app.reports.readiness import NO_ENTRY, NO_FIGURES, NO_PROSE, TWIN, UNCONFIRMED, WAITING
from desktop_app.services.guide_names import FINDINGS, slug
from desktop_app.ui import first_use

BROKEN, OWN = "broken", "own"
HEADINGS = {
    UNREADABLE: "Ô không đọc được",
    OUT_OF_SCOPE: "Dòng không thuộc phạm vi của cơ quan",
    TITLED_SIGNER: "Học hàm, học vị trước tên người ký",
    NO_SUCH_DAY: "Ngày không có trong lịch",
    "total": "Dòng tổng không bằng cộng các dòng thành phần",
    "total_of_one": "Dòng tổng không bằng cộng các dòng thành phần",
    "prose_total": "Dòng tổng không bằng cộng các dòng thành phần",
    "parts": "Dòng tổng lớn hơn các dòng thành phần đã ghi",
    "blank": "Dòng tổng còn trống",
    "blank_of_one": "Dòng tổng còn trống",
    "rate": "Tỷ lệ không bằng phép chia",
    "zero": "Tỷ lệ của cái không phát sinh",
    "zero_as_chosen": "Tỷ lệ của cái không phát sinh",
    "percent": "Số phần trăm nhỏ hơn hoặc bằng 1",
    "least": "Số ngoài giới hạn của dòng",
    "most": "Số ngoài giới hạn của dòng",
    "bound": "Số bộ phận lớn hơn số chung",
    "bound_apart": "Số bộ phận lớn hơn số chung",
    "same": "Hai nơi ghi khác nhau về cùng một việc",
    "same_apart": "Hai nơi ghi khác nhau về cùng một việc",
    OWN: "Quy tắc riêng của mẫu",
    BROKEN: "Quy tắc của mẫu bị hỏng",
    "repeats": "Lặp chữ, lặp câu",
    "leftovers": "Chữ còn sót của kỳ khác, cơ quan khác",
    "marks": "Dấu câu và dấu cách",
    "capitals": "Viết hoa và tên gọi",
    "spelling": "Chính tả",
    "abbreviations": "Chữ viết tắt",
    "offers": "Cách viết nên xem lại",
    "numbers": "Con số trong lời văn",
    "claims": "Lời văn không khớp với bảng",
    "periods": "Số lũy kế so với kỳ trước",
    "citations": "Văn bản được dẫn",
    "prose": "Điều cần xem trong lời văn",
    NO_ENTRY: "Thẻ Chung còn thiếu",
    NO_PROSE: "Mục chưa có lời văn",
    NO_FIGURES: "Bảng còn dòng trống",
    WAITING: "Quy tắc còn chờ số liệu",
    UNCONFIRMED: "Lời văn còn nguyên của kỳ trước",
    TWIN: "Hai báo cáo của một kỳ",
    "readiness": "Còn thiếu trước khi trình ký",
}
"""Kind of a finding -> the heading of the guide that says what to do about it."""
_WORDS = {
    "double": "repeats", "clause": "repeats", "sentence": "repeats",
    "period": "leftovers", "day": "leftovers", "agency": "leftovers",
    "space": "marks", "mark": "marks", "pair": "marks", "stop": "marks", "quote": "marks",
    "capital": "capitals", "rule": "capitals", "name": "capitals",
    "syllable": "spelling", "compound": "spelling", "tone": "spelling", "legacy": "spelling",
    "missing": "spelling", "cut": "marks",
    "abbreviation": "abbreviations", "abbreviation_two": "abbreviations",
}  # fmt: skip
_FAMILIES = {
    "offer": "offers", "sum": "numbers", "rate": "numbers", "figure": "numbers",
    "claim": "claims", "period": "periods",
}  # fmt: skip
"""How the proof-reader calls what it finds, before and after the dot, -> the kind."""
_CITATION = re.compile(r"[A-Z][0-9]")


def place_of(window: QWidget) -> str:
    """The page for whatever has the focus in the window, or is seen in it; "" for none."""
    widget: QWidget | None = window.focusWidget()
    while widget is not None:
        if place := getattr(widget, "guide_place", ""):
            return place
        widget = widget.parentWidget()
    seen = (getattr(w, "guide_place", "") for w in window.findChildren(QWidget) if w.isVisible())
    return next(filter(None, seen), "")


def place_of_finding(finding: Finding, plan: Plan) -> str:
    """The heading for this kind of finding."""
    return f"{FINDINGS}#{slug(HEADINGS[kind_of(finding, plan)])}"


def kind_of(finding: Finding, plan: Plan) -> str:
    """The kind, a key of `HEADINGS`."""
    if finding.broken:
        return BROKEN
    if finding.code in HEADINGS:
        return finding.code
    if finding.found_by == "prose":
        return _kind_of_prose(finding.code)
    if finding.found_by == "readiness":
        return finding.found_by
    checks = (c.written for c in plan.checks if (c.written.code, c.keys) == (finding.code, finding.keys))
    return next((check.shape for check in checks if check.shape), OWN)


def _kind_of_prose(code: str) -> str:
    if _CITATION.match(code):
        return "citations"
    family, _, name = code.partition(".")
    return _FAMILIES.get(family) or _WORDS.get(name, "prose")


def give_help_key(dialog: QDialog, place: str) -> None:
    """F1 in the dialog opens the guide at this page; it closes with the dialog."""
    QShortcut(QKeySequence("F1"), dialog).activated.connect(lambda: first_use.open_guide(dialog, place))
