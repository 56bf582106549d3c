"""Figures typed into a draft: its checks pass, fail and wait before anybody gets it."""

from __future__ import annotations

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.form_editing import actions_relations as relations
from desktop_app.form_editing.trial import Trial, trial_of
from tests.support.real import real_plan
from tests.support.written_forms import data_sheet


def a_trial() -> tuple[Trial, list[str]]:
    session = data_sheet()
    keys = [row.key for row in session.written.appendices[0].indicators]
    return trial_of(session.edition), keys


def test_checks_wait_then_hold_then_fail_in_sentences() -> None:
    trial, keys = a_trial()
    total, province, online, commune = keys[1], keys[2], keys[3], keys[4]

    trial.type_text(online, "5")
    waiting = [each for each in trial.outcomes() if each.state == "waits"]
    assert any("chờ số liệu ở Biểu 01a/CCHC, dòng «Cấp tỉnh»" in each.sentence for each in waiting)

    trial.type_text(province, "7")
    trial.type_text(commune, "3")
    assert trial.shown(total) == "10"
    assert {each.state for each in trial.outcomes([online])} == {"holds"}

    trial.type_text(online, "9")
    failing = [each.sentence for each in trial.outcomes([online]) if each.state == "fails"]
    assert failing == [
        "Biểu 01a/CCHC: dòng «Trong đó trực tuyến toàn trình» ghi 9, lớn hơn dòng «Cấp tỉnh» ghi 7."
    ]
    trial.type_text(total, "11")
    assert any("ghi 11" in each.sentence for each in trial.outcomes([total]) if each.state == "fails")


def test_what_cannot_be_read_fails_by_itself() -> None:
    trial, keys = a_trial()
    trial.type_text(keys[2], "bảy")

    assert any("bảy" in each.sentence for each in trial.outcomes() if each.state == "fails")
    trial.type_text(keys[2], "")
    assert trial.texts == {} and trial.outcomes() == ()


def test_a_heading_takes_no_figure() -> None:
    trial, keys = a_trial()
    with pytest.raises(UserFault, match="chọn dòng khác"):
        trial.type_text(keys[0], "1")


def test_a_form_with_a_fault_is_not_tried_and_says_so() -> None:
    session = data_sheet()
    keys = [row.key for row in session.written.appendices[0].indicators]
    session.do(relations.difference_of, keys[2], [keys[1]], [])
    assert any("vòng tròn" in fault.sentence for fault in session.faults)

    with pytest.raises(UserFault, match="chưa thử số liệu được"):
        trial_of(session.edition)


def test_every_check_of_a_shipped_form_says_something_of_its_own_examples() -> None:
    edition = real_plan("2025").edition
    for check in edition.checks:
        trial = Trial(edition)
        for key, text in check.written.fails.items():
            trial.type_text(key, text)
        states = {each.code: each.state for each in trial.outcomes(check.written.fails)}
        assert states[check.written.code] == "fails", check.written.code
