"""An open form: each action is one step, undo takes it back, faults follow, saving puts files in place."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_rows import (
    delete_rows,
    insert_row,
    move_rows,
    renumber,
    set_row,
    set_scope,
)
from desktop_app.form_editing.form_session import FormSession
from desktop_app.form_editing.scopes import who_fills
from desktop_app.forms.loader import load_edition
from desktop_app.forms.written import WrittenEdition, read_written
from tests.support.real import FORMS


def a_draft(year: str = "2025") -> WrittenEdition:
    written = read_written(FORMS / "cchc" / year)
    return msgspec.structs.replace(written, head=msgspec.structs.replace(written.head, draft=True))


def rows_of(session: FormSession, table: int = 0) -> list[str]:
    return [row.key for row in session.written.appendices[table].indicators]


@pytest.mark.parametrize("year", ["2022", "2025"])
def test_a_shipped_form_has_no_faults(year: str) -> None:
    session = FormSession(a_draft(year))

    assert session.faults == ()
    assert session.edition is not None


def test_a_published_form_is_not_changed() -> None:
    session = FormSession(read_written(FORMS / "cchc/2025"))

    with pytest.raises(UserFault, match="đã ban hành"):
        session.do(set_row, "bm1.1", label="Khác")


def test_every_action_is_one_step_and_comes_back_whole() -> None:
    session = FormSession(a_draft())
    before = session.written
    session.do(set_row, "bm1.1", label="Số văn bản")
    session.do(insert_row, "bm1", "Dòng mới", "1.1", after="bm1.1")
    session.do(delete_rows, ["bm1.2.1"])
    session.do(move_rows, ["bm1.6"], "")
    session.do(renumber, "bm1")
    after = session.written

    names = []
    while done := session.undo():
        names.append(done.name)
    assert names == ["Đánh lại số thứ tự", "Chuyển dòng", "Xóa dòng", "Thêm dòng", "Sửa dòng"]
    assert session.written == before and session.is_saved
    while session.redo():
        pass
    assert session.written == after and session.redo_name == ""
    session.undo()
    session.do(set_row, "bm1.1", label="Một hướng khác")
    assert session.redo_name == ""


def test_an_action_that_changes_nothing_is_no_step() -> None:
    session = FormSession(a_draft())
    session.do(set_row, "bm1.3.1", unit="Cơ quan, đơn vị")

    assert session.undo_name == ""


def test_a_new_row_has_a_key_of_its_number_or_one_beside_its_neighbour() -> None:
    session = FormSession(a_draft())

    assert session.do(insert_row, "bm1", "Mới", "7").place == ("row", "bm1.7")
    assert session.do(insert_row, "bm1", "Gạch đầu dòng", "-", after="bm1.3.1").place == ("row", "bm1.3.r1")
    assert session.do(insert_row, "bm1", "Cộng", "+", after="bm1.3.r1").place == ("row", "bm1.3.r2")
    assert session.do(insert_row, "bm1", "Trùng số", "1").place == ("row", "bm1.r1")
    assert session.faults == ()


def test_a_deleted_row_is_taken_out_of_all_that_named_it_and_each_loss_is_told() -> None:
    session = FormSession(a_draft())
    done = session.do(delete_rows, ["bm1.4.1.1"])

    assert session.faults == ()
    said = " ".join(done.told)
    assert "«Hoàn thành đúng hạn» không còn so với dòng đã xóa" in said
    assert "Biểu mẫu 1: các dòng 4.1.1 + 4.1.2 + 4.1.3 cộng được" in said
    assert all("bm1" not in sentence for sentence in done.told), "no codes on the screen"
    session.undo()
    assert session.written == a_draft()


def test_who_fills_a_row_is_set_row_by_row_and_others_keep_theirs() -> None:
    session = FormSession(a_draft())
    before = who_fills(session.written.appendices[0])
    session.do(set_scope, ["bm1.4.1.2"], ["commune"])
    after = who_fills(session.written.appendices[0])

    assert after["bm1.4.1.2"].agency_kinds == ("commune",)
    assert after["bm1.4.1.2"].reason == "UBND xã, phường, đặc khu báo cáo"
    del before["bm1.4.1.2"], after["bm1.4.1.2"]
    assert after == before
    session.do(delete_rows, ["bm1.4"])
    left = who_fills(session.written.appendices[0])
    assert left["bm1.4.1.1"] == before["bm1.4.1.1"] and left["bm1.1"].agency_kinds == ()
    assert session.faults == ()


def test_words_that_no_file_can_hold_are_refused_in_a_sentence_and_nothing_changes() -> None:
    session = FormSession(a_draft())
    for fields in ({"label": "x" * 3000}, {"most": "nhiều"}, {"kind": "lạ"}):
        with pytest.raises(UserFault):
            session.do(set_row, "bm1.1", **fields)
    with pytest.raises(UserFault, match="không còn trong mẫu"):
        session.do(set_row, "bm1.99", label="x")
    assert session.written == a_draft() and session.undo_name == ""


def test_saving_puts_the_form_in_place_and_takes_old_files_away(tmp_path: Path) -> None:
    folder = tmp_path / "own" / "first"
    session = FormSession(a_draft())
    session.do(set_row, "bm1.1", label="Tên khác")
    session.save(folder)

    assert session.is_saved
    assert load_edition(folder) == session.edition
    (folder / "appendix-9.toml").write_text("", "utf-8")
    session.undo()
    assert not session.is_saved
    session.save(folder)
    assert read_written(folder) == a_draft()
    assert not (folder / "appendix-9.toml").exists()
