"""Findings from values: the checks of the edition, and what every row obeys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from desktop_app.base import known_keys
from desktop_app.base.dates import days_of_month, read_date
from desktop_app.base.numbers import TO_NOTES, decimals, number_and_words, show_number
from desktop_app.checking.findings import Finding
from desktop_app.checking.plan import CompiledCheck, Plan
from desktop_app.checking.quantity import BrokenCheck, Compute, Look, Quantity
from desktop_app.checking.signer import title_before
from desktop_app.forms.values import BLANK, MOST_DECIMALS, Value, show_computed, show_value

UNREADABLE = "V1"
OUT_OF_SCOPE = "V2"
TITLED_SIGNER = "V3"
NO_SUCH_DAY = "V4"
VALUE_CODES = (UNREADABLE, OUT_OF_SCOPE, TITLED_SIGNER, NO_SUCH_DAY)
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
BLANK_WORD = "(trống)"
MOST_NAMED = 4

ShowKey = Callable[[str], str]


def run_check(plan: Plan, check: CompiledCheck, look: Look, show: ShowKey) -> Finding | None:
    """What the check finds on these values: a finding, or None where it holds or waits.

    A check that cannot be computed gives a finding of its own kind ("broken"): our fault, said so.
    """
    try:
        if check.when is not None and check.when(look) is not True:
            return None
        if check.judge(look) is not False:
            return None
        return _finding(plan, check, look, show)
    except (BrokenCheck, ArithmeticError) as fault:
        written = check.written
        why = fault if isinstance(fault, BrokenCheck) else "số quá lớn"
        return Finding(
            written.code, "note", check.keys, order=check.order, broken=True,
            message=f"Một quy tắc của mẫu ({written.source or 'không rõ nguồn'}) bị hỏng, không tính được; "
            "đây là lỗi của mẫu, không phải của bạn.",
            advice=f"Báo cho người phát hành mẫu ({why}).",
        )  # fmt: skip


def waits(check: CompiledCheck, look: Look) -> bool:
    """Whether the check touches a blank; one that does not apply here does not wait."""
    try:
        applies = True if check.when is None else check.when(look)
        return applies is None or (applies and check.judge(look) is None)
    except (BrokenCheck, ArithmeticError):
        return False


def _finding(plan: Plan, check: CompiledCheck, look: Look, show: ShowKey) -> Finding | None:
    """Both sides in words; None where one cannot be read, of which its own finding speaks."""
    written = check.written
    found, expected = _side(check.found, look), _side(check.expected, look)
    if found.unreadable or expected.unreadable:
        return None
    sides = {"found": _shown_side(found), "expected": _shown_side(expected)}

    def word(place: re.Match[str]) -> str:
        name = place.group(1)
        return sides[name] if name in sides else show(name) or BLANK_WORD

    return Finding(
        written.code, written.level, check.keys, order=check.order, source=written.source,
        message=_PLACEHOLDER.sub(word, written.message) + _left_blank(plan, check, look),
        advice=_PLACEHOLDER.sub(word, written.advice),
        found=sides["found"], expected=sides["expected"],
    )  # fmt: skip


def _left_blank(plan: Plan, check: CompiledCheck, look: Look) -> str:
    """Which rows a sum has counted as nothing, since their tab is complete; "" for none."""
    names = [plan.names[key] for key in check.keys if check.compares and look(key).settled]
    if not names:
        return ""
    others = f" và {len(names) - MOST_NAMED} dòng khác" if len(names) > MOST_NAMED else ""
    return f" Để trống nên tính là không có: {'; '.join(names[:MOST_NAMED])}{others}."


def _side(compute: Compute | None, look: Look) -> Quantity:
    return compute(look) if compute else Quantity(None)


def _shown_side(quantity: Quantity) -> str:
    """The number with the zeros that were typed: 99,10 where 99,11 is right tells of its cause."""
    if quantity.none_arisen:
        return "-"
    if quantity.number is None:
        return BLANK_WORD
    as_typed = 0 < decimals(quantity.number) <= MOST_DECIMALS
    return show_number(quantity.number, None if as_typed else MOST_DECIMALS)


def value_findings(plan: Plan, key: str, value: Value, agency_kind: str) -> list[Finding]:
    """What is wrong with one entry by itself: it does not parse, or its row is not this agency's."""
    order, place = plan.order.get(key, 0), plan.names.get(key, key)
    found: list[Finding] = []
    if value.state == "unreadable":
        found.append(_unreadable(plan, key, value, order))
    reason = plan.out_of_scope(key, agency_kind)
    if reason and value.state != "blank":
        found.append(_outside(key, f"{place}: dòng này", reason, value.text, order))
    if key == known_keys.SIGNER and (title := title_before(value.text)):
        found.append(_titled(place, title, value.text, order))
    if plan.kind(key) == "date" and value.state != "blank" and read_date(value.text) is None:
        found.append(_no_day(key, place, value.text.strip(), order))
    return found


def _unreadable(plan: Plan, key: str, value: Value, order: int) -> Finding:
    expected = "" if value.suggestion is None else show_number(value.suggestion)
    advice = "Gõ lại ô này."
    no_notes = key in plan.indicators and not plan.note_of(key)
    problem = value.problem.removesuffix(TO_NOTES) if no_notes else value.problem
    if expected:
        advice = _offer(expected, value.text, has_note=bool(plan.note_of(key)))
    return Finding(
        UNREADABLE, "error", (key,), f"{plan.names.get(key, key)}: {problem}.", advice,
        found=value.text, expected=expected, order=order, found_by="values",
    )  # fmt: skip


def _outside(key: str, row: str, reason: str, text: str, order: int) -> Finding:
    return Finding(
        OUT_OF_SCOPE, "warning", (key,),
        f"{row} không thuộc phạm vi của cơ quan ({reason}) nhưng đã ghi «{text[:40]}».",
        "Xóa ô này, hoặc chọn lại loại cơ quan ở thẻ Chung.",
        found=text, order=order, found_by="values",
    )  # fmt: skip


def _offer(number: str, text: str, *, has_note: bool) -> str:
    """The number that the words seem to mean, and how it is taken."""
    if not has_note:
        return f"Có phải là {number}?"
    return f"Có phải là {number}? Ctrl+R: ghi {number}, chuyển «{number_and_words(text)[1]}» sang Ghi chú."


def _titled(place: str, title: str, text: str, order: int) -> Finding:
    name = text.strip().removeprefix(title).strip()
    return Finding(
        TITLED_SIGNER, "warning", (known_keys.SIGNER,), order=order,
        found_by="values", found=text, expected=name,
        message=f"{place}: trước họ tên người ký không ghi học hàm, học vị hay danh hiệu («{title}»).",
        advice=f"Chỉ ghi «{name}»; nếu ngành có quy định riêng cho ghi thì giải trình." if name
        else "Ghi họ tên người ký.",
        source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7",
    )  # fmt: skip


def _no_day(key: str, place: str, text: str, order: int) -> Finding:
    """A day that no calendar has is wrong in print; other words may be meant so, such as a day left open."""
    days = days_of_month(text)
    why = f"tháng đó chỉ có {days} ngày" if days else "không đọc được là một ngày"
    impossible = bool(days) and key == known_keys.DATE
    return Finding(
        NO_SUCH_DAY, "error" if impossible else "warning", (key,), order=order, found_by="values", found=text,
        message=f"{place}: «{text[:40]}» không phải là ngày có trong lịch ({why}).",
        advice="Ghi ngày như 15/3/2023; chưa biết ngày thì để trống.",
    )  # fmt: skip


def shown(plan: Plan, key: str, values: Mapping[str, Value], computed: Mapping[str, Quantity]) -> str:
    """A key as printed: what was typed, or the computed number where the form fills it in."""
    kind, value = plan.kind(key), values.get(key, BLANK)
    if value.state == "blank" and plan.fills_itself(key):
        return shown_computed(plan, key, values, computed[key])
    return plan.bare(key, show_value(kind, value, plan.choices(key)))


def shown_computed(plan: Plan, key: str, values: Mapping[str, Value], quantity: Quantity) -> str:
    """A computed number as printed; a rate of nothing as the report has chosen for all of them."""
    kind = plan.kind(key)
    if quantity.none_arisen and (chosen := values.get(known_keys.RATE_OF_NOTHING, BLANK)).number is not None:
        return plan.bare(key, show_value(kind, chosen))
    return plan.bare(key, show_computed(kind, quantity.number, quantity.none_arisen))
