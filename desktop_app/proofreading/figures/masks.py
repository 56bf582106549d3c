"""Digits that are no quantities: dates, numbers of documents, articles, addresses, names with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.checking.findings import Span

_UPPER = "A-ZĐÂÊÔƠƯÁÀ"
_DOCUMENT = (
    r"Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|Kế hoạch|Đề án|Công văn|Văn bản|"
    r"Luật|Pháp lệnh|Thông báo|Chương trình|Tờ trình|Báo cáo|Kết luận|Hướng dẫn|Công điện|Quy chế|Quy định"
)
_NAMED = (
    r"Điều|Khoản|Điểm|Mục|Chương|Phụ lục(?: từ)?|Biểu(?: mẫu)?|Bảng|Mẫu|Quý|Đợt|Thứ|Khóa|Khoá|Mức độ|Cấp độ|"
    r"(?<!thăng )Hạng|Khu vực|Giai đoạn|Tháng|Ngày|Tổ dân phố|Quốc lộ|Nhiệm kỳ|Thôn|Khối|Lần thứ|STT|"
    r"dòng|Trang|"
    r"(?<!trong )(?:Năm|Tuần|Kỳ)|NĐ|QĐ|NQ|TT|CT|KH|CV"
)
_MORE = r"\d+(?:[./]\d+)*(?:\s*(?:,|và|hoặc|đến|-|–)\s*\d+(?:[./]\d+)*(?![\d.,%/]|\s*[^\W\d_]))*"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # addresses of the network
        r"(?:https?://|www\.)\S+|[\w.+-]{1,80}@\S{1,80}|\b[\w-]+(?:\.[\w-]+)+\.vn\b",
        # 415/BC-VP, 130/2005/NĐ-CP, 57-NQ/TW, "415 /BC-VP"
        rf"(?<!\d)\d+(?:\s?/\s?\d{{4}})?\s?[-/]\s?[{_UPPER}][\w{_UPPER}]*(?:[-/.][\w{_UPPER}]+)*",
        # ngày 07 tháng 10 năm 2020; 15/3/2023; 15.3.2023; tháng 10/2025; từ 13/3 đến 20/3
        r"(?i:ngày)\s+\d{1,2}\s+(?i:tháng)\s+\d{1,2}(?:\s+(?i:năm)\s+\d{4})?",
        r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\b",
        r"\b\d{1,2}/(?:19|20)\d\d\b",
        r"(?i:\b(?:ngày|từ|đến|trước|sau|hết|dịp))\s+\d{1,2}/\d{1,2}(?![\d/.,]|\s+[^\W\d_])",
        r"(?i:\bngày)\s+\d{1,2}/\d{1,2}(?:\s?(?:,|;|và|đến|-)\s?(?i:ngày )?\d{1,2}/\d{1,2}(?![\d/.,]\d))*",
        r"\b\d{1,2}\s?(?:h|giờ)\s?\d{0,2}\b",
        r"\b(?:24/(?:24|7)|7/7)\b",
        # what bears a number as its name
        rf"\b(?:{_DOCUMENT})(?:\s+số)?\s*:?\s*\d+(?:/\d{{4}})?",
        rf"(?i:\b(?:{_NAMED}))\s+{_MORE}",
        r"(?i:\b(?:Phụ lục|Biểu|Mục)(?: số)?(?: từ)?)\s+\d+\s?(?:[-–]|đến)\s?\d+",
        r"(?i:\b(?:hợp đồng|HĐLĐ|LĐHĐ|HĐ)(?: lao động)?(?: theo)?)\s+(?:68|111|161)\b",
        r"(?i:(?<!\btổng )(?<!\btrong )(?<!\bvới )(?<!\blà )\bsố)\s*\d+\b(?!\s*[.,]\d|\s+[^\W\d_])",
        r"(?:^|(?<=[.;(\n] ))Số\s*:\s*\d+\b(?!\s*[.,]\d|\s+[^\W\d_])",
        r"(?i:\b(?:nhóm|loại|bậc))\s+\d{1,2}(?=\s*(?:[,;.)](?!\d)|$|và\b|đến\b))",
        # the hours of years: 2021 - 2030, and a year that stands alone
        r"\b(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\b",
        r"(?<![\d.,/])(?:19|20)\d\d(?![\d%]|[.,]\d)|[IVX]\s?/\s?(?:19|20)\d\d",
        # a number that is joined to letters, or the mark of a list
        r"\b[^\W\d_]+[-_]?\d[\w.,/]*|\b\d+[^\W\d_]\w*",
        r"^\s*(?:[-+]\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]|\(\d{1,2}\)|\d+\.\d+(?:\.\d+)+)(?=\s)",
        # a label that ends with a number of its own: "theo Nghị định 68: 14"
        r"(?<=[^\W\d_] )\d+(?=\s*:\s*\d)",
    )
)
"""Longest-lived first; each takes away the digits that it names."""


@lru_cache(maxsize=4096)
def masked(line: str) -> str:
    """The line, as long as before, with a blank sign in the place of every digit that is no quantity."""
    for begin, end in _spans(line):
        line = line[:begin] + _MASK.sub("\u2061", line[begin:end]) + line[end:]
    return line


def _spans(line: str) -> Iterator[Span]:
    if not any(letter.isdigit() for letter in line):
        return
    for pattern in _PATTERNS:
        for found in pattern.finditer(line):
            yield found.span()


_MASK = re.compile(r"\d")
