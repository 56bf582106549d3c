"""Checks of a form's own: made by picking rows, each with examples that do what they stand for."""

from __future__ import annotations

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_checks import (
    WORDS,
    compare_rows,
    delete_check,
    move_check,
    set_check,
)
from desktop_app.form_editing.actions_edition import new_edition
from desktop_app.form_editing.actions_rows import insert_rows
from desktop_app.form_editing.actions_tables import add_column, add_table, set_column
from desktop_app.form_editing.form_session import FormSession
from desktop_app.form_editing.publishing import final_faults
from desktop_app.form_editing.trial import trial_of
from tests.form_editing.test_form_session import a_draft


@pytest.mark.parametrize("comparing", list(WORDS))
@pytest.mark.parametrize("right", [["bm1.2.2"], ["bm1.2.2", "bm1.3.1", "bm1.3.2"]])
def test_every_way_to_compare_passes_and_fails_on_its_own_examples(comparing: str, right: list[str]) -> None:
    session = FormSession(a_draft())
    done = session.do(compare_rows, ["bm1.2.1"], comparing, right, "warning")

    check = session.written.checks[-1]
    assert done.place == ("check", check.code) and check.level == "warning"
    assert session.faults == ()
    assert session.edition and session.edition.checks[-1].written == check
    assert "bm1" not in check.message.replace("{found}", "") and WORDS[comparing] in check.message


def test_a_check_of_ones_own_is_seen_on_figures() -> None:
    session = FormSession(a_draft())
    session.do(compare_rows, ["bm1.1", "bm1.2.1"], "<=", ["bm1.2.2"], "error")
    trial = trial_of(session.edition)
    for key, text in (("bm1.1", "4"), ("bm1.2.1", "9"), ("bm1.2.2", "9")):
        trial.type_text(key, text)

    said = [one for one in trial.outcomes() if one.code == session.written.checks[-1].code]
    assert [one.state for one in said] == ["fails"]
    assert "là 13, không được lớn hơn" in said[0].sentence and "là 9." in said[0].sentence


def test_a_check_is_reworded_moved_deleted_and_comes_back() -> None:
    session = FormSession(a_draft())
    before = session.written
    session.do(compare_rows, ["bm1.1"], "==", ["bm1.2.1"], "error")
    code = session.written.checks[-1].code
    session.do(set_check, code, level="note", advice="Xem lại.")
    session.do(move_check, code, 0)
    assert (session.written.checks[0].code, session.written.checks[0].level) == (code, "note")
    session.do(delete_check, code)
    assert code not in [each.code for each in session.written.checks]
    while session.undo():
        pass

    assert session.written == before


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ([], ["bm1.1"], "ít nhất một dòng"),
        (["bm1.1"], ["bm1.1"], "cả hai bên"),
        (["bm1.3"], ["bm1.1"], "không phải là dòng số"),
        (["gone"], ["bm1.1"], "không còn trong mẫu"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(left: list[str], right: list[str], words: str) -> None:
    with pytest.raises(UserFault, match=words):
        FormSession(a_draft()).do(compare_rows, left, "==", right, "error")


def test_a_check_over_too_many_rows_to_be_written_down_is_refused_with_a_way_out() -> None:
    session = FormSession(new_edition("Nhiều dòng", "2026-Q1"))
    session.do(add_table, "Bảng")
    keys = [f"b1.{number}" for number in range(1, 121)]
    session.do(insert_rows, "b1", [{"label": "Dòng", "number": str(number)} for number in range(1, 121)])
    with pytest.raises(UserFault, match="nhiều nhất 60 dòng"):
        session.do(compare_rows, keys[:61], "==", keys[61:62], "error")
    session.do(compare_rows, keys[:60], "==", keys[60:], "error")

    assert session.faults == () and final_faults(session.written) == ()


def test_a_check_on_a_cell_is_tried_again_when_its_column_holds_something_else() -> None:
    session = FormSession(new_edition("Cột riêng", "2026-Q1"))
    session.do(add_table, "Bảng")
    session.do(insert_rows, "b1", [{"label": "Một", "number": "1"}, {"label": "Hai", "number": "2"}])
    session.do(add_column, "b1", "value", "Cấp xã", kind="count")
    session.do(compare_rows, ["b1.1"], "<=", ["b1.2"], "error")
    cell = msgspec.structs.replace(
        session.written.checks[0], expect="b1.1 <= b1.2.c1",
        passes={"b1.1": "150", "b1.2.c1": "150"}, fails={"b1.1": "151", "b1.2.c1": "150"},
    )  # fmt: skip
    opened = FormSession(msgspec.structs.replace(session.written, checks=(cell,)))
    assert opened.faults == ()
    opened.do(set_column, "b1", "c1", kind="percent")

    assert [fault.place for fault in opened.faults] == [("check", "Q1")]
    opened.do(set_column, "b1", "c1", kind="text")
    assert [fault.place for fault in opened.faults] == [("check", "Q1")]
