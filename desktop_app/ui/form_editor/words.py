"""How the parts of a form are called to the clerk: kinds, levels, columns, periods, days, numbers."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import KINDS, MONTH, Period, kind_name, read_period
from desktop_app.forms.model import Choice

KIND_WORDS = (
    ("count", "Số nguyên"), ("decimal", "Số thập phân"), ("money", "Tiền (triệu đồng)"),
    ("percent", "Tỷ lệ %"), ("text", "Chữ"), ("choice", "Chọn câu trả lời"), ("yes_no", "Có / Không"),
    ("date", "Ngày"), ("heading", "Tiêu đề"),
)  # fmt: skip
FIELD_KINDS = (("text", "Chữ"), ("date", "Ngày"), ("count", "Số nguyên"), ("percent", "Tỷ lệ %"))
COLUMN_KINDS = (("", "Như dòng"), *KIND_WORDS[:-1])
COLUMN_WORDS = (
    ("number", "Số thứ tự"), ("label", "Tên chỉ tiêu"), ("unit", "Đơn vị tính"),
    ("figure", "Số liệu của kỳ"), ("note", "Ghi chú"), ("value", "Số liệu thêm"),
    ("before", "Số kỳ trước"), ("last_year", "Số cùng kỳ năm trước"),
    ("cumulative", "Lũy kế từ đầu năm"), ("formula", "Tính từ cột khác"),
)  # fmt: skip
LEVEL_WORDS = (
    ("part", "Phần (I, II)"), ("heading", "Mục (1, 2)"), ("item", "Tiết (a, b)"),
    *((f"point{depth}", f"Điểm, cấp {depth}") for depth in range(4, 10)),
    ("plain", "Lời văn không đề mục"), ("line", "Dòng in sẵn"),
)  # fmt: skip
PERIOD_WORDS = (
    *((kind, kind_name(kind)) for kind in ("Q1", "Q2", "6M", "Q3", "9M", "Q4", "Y")),
    (MONTH, "Mỗi tháng"),
    *((kind, kind_name(kind)) for kind in KINDS if kind.startswith(MONTH)),
)
SEVERITY_WORDS = (("error", "Lỗi"), ("warning", "Cảnh báo"), ("note", "Lưu ý"))
YES_NO = (("1", "Có"), ("", "Không"))
BEFORE = "năm trước"


def day_words(day: str) -> str:
    """ "15/12 năm trước" for "-15/12"."""
    return f"{day[1:]} {BEFORE}" if day.startswith("-") else day


def read_day(text: str) -> str:
    """The day as the form spells it; refuses what is none."""
    plain = " ".join(text.split())
    before = plain.startswith("-") or plain.casefold().endswith(BEFORE)
    day = plain.casefold().removeprefix("-").removesuffix(BEFORE).strip()
    parts = day.split("/")
    numbers = [int(part) for part in parts if part.isascii() and part.isdecimal()]
    good = len(numbers) == len(parts) <= 2 and all(numbers) and numbers[0] <= 31
    if day and not (good and (len(numbers) == 1 or numbers[1] <= 12)):
        raise UserFault(
            f"Ngày «{text[:30]}» không đọc được; hãy ghi ngày và tháng, ví dụ 20/3 hoặc 15/12 năm trước."
        )
    return f"-{day}" if day and before else day


def period_parts(text: str) -> tuple[str, str]:
    """Kind and year of a period in a form's spelling; ("", "") for none."""
    try:
        period = read_period(text) if text else None
    except UserFault:
        return "", ""
    return (period.kind, str(period.year)) if period else ("", "")


def period_text(kind: str, year: str) -> str:
    """A period in the form's spelling; refuses a year that is none."""
    if not kind:
        return ""
    plain = year.strip()
    if not (plain.isascii() and plain.isdecimal() and 1990 <= int(plain) <= 2199):
        raise UserFault(f"Năm «{year[:20]}» không đọc được; hãy ghi bốn chữ số, ví dụ 2026.")
    return str(Period(int(plain), kind))


def choice_words(choices: Iterable[Choice]) -> str:
    """One answer a line: "0 = Trực tuyến"."""
    return "\n".join(f"{choice.code} = {choice.word}" for choice in choices)


def read_choices(text: str) -> tuple[tuple[int, str], ...]:
    """Code and word of each line; a line without a number gets the next one."""
    found: dict[int, str] = {}
    for line in filter(str.strip, text.splitlines()):
        code, sign, word = line.partition("=")
        number = code.strip() if sign else str(max(found, default=-1) + 1)
        if not (number.isascii() and number.isdecimal() and len(number) <= 3):
            raise UserFault(
                f"Câu trả lời «{line.strip()[:40]}» phải ghi số rồi dấu bằng, ví dụ 1 = Đã hoàn thành."
            )
        if int(number) in found:
            raise UserFault(f"Số {int(number)} đứng trước hai câu trả lời; mỗi câu trả lời một số riêng.")
        found[int(number)] = (word if sign else line).strip()
    return tuple(found.items())


def number_words(number: str) -> str:
    """A bound as the clerk writes it: "0,5" for "0.5"."""
    return number.replace(".", ",")


def lines_of(words: Iterable[str]) -> str:
    """Each on a line of its own."""
    return "\n".join(words)


def read_lines(text: str) -> tuple[str, ...]:
    """The lines that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
