"""Figures of the prose that sentences state without being bound: the checks of the form read them there."""

from __future__ import annotations

import pytest

from desktop_app.base import known_keys
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.reader import proofread
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry, Report
from tests.support.real import real_plan


def report(edition: str, **texts: str) -> FilledReport:
    """A report of a few entries, "__" for the dot of a key."""
    plan = real_plan(edition)
    typed = {key.replace("__", "."): text for key, text in texts.items()} | {known_keys.DATE: "15/3/2023"}
    entries = {
        key: Entry(write_prose(from_plain(text)) if plan.is_prose(key) else text)
        for key, text in typed.items()
    }
    return fill_in(Report("one", f"cchc-{edition}", "2023-Q1"), plan, entries)


def found(filled: FilledReport, begin: str = "X") -> list[Finding]:
    return [finding for finding in proofread(filled) if finding.code.startswith(begin)]


TASKS = "Chính phủ, Thủ tướng Chính phủ giao tỉnh 44 nhiệm vụ, trong đó hoàn thành đúng hạn 39 nhiệm vụ."
UNITS = (
    "Văn phòng có 09 phòng, ban, đơn vị: 05 phòng chuyên môn, 02 tổ chức hành chính đặc thù, "
    "{} đơn vị sự nghiệp."
)
POSTS = (
    "Tổng biên chế được giao là 101 biên chế (công chức: 57; viên chức: 30; HĐ: 14); hiện có 90/101 người."
)

SLIPS = (
    ("X1.government_assigned", "44", {"I__3": TASKS, "pl1__8__1": "43"}),
    ("X1.government_on_time", "39", {"I__3": TASKS, "pl1__8__1": "44", "pl1__8__2": "38"}),
    ("X2.partial", "3", {"II__2": "- Số dịch vụ công trực tuyến một phần: 3", "pl7__6__1__2": "1"}),
    ("X3.civil_servants_assigned", "57", {"II__3__c": POSTS, "pl4__II__1": "58"}),
    ("X4.public_units", "02", {"II__3__a": UNITS.format("02"), "pl6__II__1": "3"}),
    ("X4.inspected", "09", {"II__3__a": UNITS.format("02"), "pl1__3__1": "11"}),
    ("X5.recruited", "03", {"II__4__b": "Trong quý tuyển dụng 03 công chức.", "pl5__II__1": "2"}),
    ("X5.division_leaders", "02", {"II__4__c": "Bổ nhiệm 02 Trưởng phòng.", "pl5__III__4": "1"}),
)


@pytest.mark.parametrize(("code", "digits", "texts"), SLIPS)
def test_a_check_of_the_form_reads_a_typed_number(code: str, digits: str, texts: dict[str, str]) -> None:
    filled = report("2022", **texts)
    findings = [finding for finding in found(filled) if finding.code == code]

    assert len(findings) == 1
    finding = findings[0]
    section = next(key for key in finding.keys if filled.plan.is_prose(key))
    assert finding.keys[0] == section and finding.span and finding.level == "warning"
    assert texts[section.replace(".", "__")][slice(*finding.span)] == digits


def test_two_checks_of_one_sentence_have_two_places() -> None:
    findings = found(report("2022", I__3=TASKS, pl1__8__1="43", pl1__8__2="38"))

    assert {finding.code for finding in findings} == {"X1.government_assigned", "X1.government_on_time"}
    assert len({finding.span for finding in findings}) == 2


@pytest.mark.parametrize(
    "texts",
    [
        {"I__3": TASKS, "pl1__8__1": "44", "pl1__8__2": "39"},
        {"I__3": TASKS},
        {"II__3__c": POSTS, "pl4__II__1": "57", "pl4__III__1": "30"},
        {"II__3__a": UNITS.format("02"), "pl6__II__1": "2", "pl1__3__1": "9"},
        {"II__4__b": "Trong quý tuyển dụng 01 công chức; xét chuyển 01 viên chức.", "pl5__II__1": "2"},
        {"II__4__b": "Năm 2022 tuyển dụng 03 công chức.", "pl5__II__1": "2"},
    ],
)
def test_what_agrees_or_is_not_there_says_nothing(texts: dict[str, str]) -> None:
    assert [finding.message for finding in found(report("2022", **texts))] == []


def test_a_number_that_is_read_changes_nothing_in_the_report() -> None:
    filled = report("2022", I__3=TASKS, pl1__8__1="43")
    before = dict(filled.entries)
    proofread(filled)

    assert filled.entries == before
    assert not filled.text("I.3.government_assigned")
    assert not any(code.startswith("X") for _, code, _, _ in filled.result.findings)


def test_a_sum_that_the_sentence_itself_betrays_is_said_once() -> None:
    filled = report("2022", II__3__a=UNITS.format("03"))

    assert [finding.code for finding in proofread(filled) if finding.found == "09"] == ["sum.parts"]
    assert not found(filled)


def test_the_form_since_2025_is_read_alike() -> None:
    text = "Kế hoạch CCHC năm 2023 đề ra 64 nhiệm vụ; đã hoàn thành 20 nhiệm vụ."
    findings = found(report("2025", I__2=text, bm1__2__1="46", bm1__2__2="20"))

    assert [(finding.code, finding.keys) for finding in findings] == [("X.I.2.planned", ("I.2", "bm1.2.1"))]
