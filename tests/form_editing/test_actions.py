"""What can be done to a form: each action makes what it says, and a form without faults stays one."""

from __future__ import annotations

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.form_editing import actions_agencies as agencies
from desktop_app.form_editing import actions_edition as whole
from desktop_app.form_editing import actions_outline as outline
from desktop_app.form_editing import actions_relations as relations
from desktop_app.form_editing import actions_rows as rows
from desktop_app.form_editing import actions_tables as tables
from desktop_app.form_editing.form_session import FormSession
from desktop_app.form_editing.outline import with_tabs
from desktop_app.form_editing.places import PlacedFault
from desktop_app.form_editing.publishing import final_faults, publish
from desktop_app.forms.model import Indicator
from desktop_app.forms.written import read_written
from tests.support.real import FORMS


def a_session() -> FormSession:
    """A new form with a table of five rows and two sections."""
    session = FormSession(whole.new_edition("Báo cáo thử", "2026-Q1"))
    session.do(tables.add_table, "Kết quả")
    for number, label in (
        ("1", "Tổng"),
        ("1.1", "Cấp tỉnh"),
        ("1.2", "Cấp xã"),
        ("2", "Tỷ lệ"),
        ("3", "Đạt"),
    ):
        session.do(rows.insert_row, "b1", label, number)
    session.do(outline.add_section, "part", "KẾT QUẢ", "I.", prose=False)
    session.do(outline.add_section, "heading", "Việc đã làm", "1.")
    return session


def row(session: FormSession, key: str) -> Indicator:
    return next(each for each in session.written.indicators if each.key == key)


def errors(session: FormSession) -> list[PlacedFault]:
    return [fault for fault in session.faults if fault.level == "error"]


@pytest.mark.parametrize("year", ["2022", "2025"])
def test_the_tabs_of_the_forms_that_ship_are_those_of_their_parts(year: str) -> None:
    sections = read_written(FORMS / "cchc" / year).sections

    assert with_tabs(sections) == sections


def test_a_new_form_has_what_every_report_needs_and_can_be_published() -> None:
    session = a_session()

    assert session.written.head.id == "bao-cao-thu" and session.written.head.draft
    assert [period.kind for period in session.written.periods] == ["Q1", "6M", "Q3", "Y"]
    assert [each.key for each in session.written.sections] == ["I", "I.1"]
    assert {each.tab for each in session.written.sections} == {"I"}
    assert session.faults == () and session.edition is not None
    session.do(publish)
    assert not session.written.head.draft and session.undo_name == ""


def test_sums_rates_parts_and_equalities_by_picking_rows_give_checks_that_run() -> None:
    session = a_session()
    session.do(relations.total_of, "b1.1", ["b1.1.1", "b1.1.2"])
    session.do(relations.rate_of, "b1.2", "b1.1.1", "b1.1")
    session.do(relations.part_of, "b1.3", ["b1.1", "b1.1.1"])
    session.do(outline.add_figure, "I.1", "Việc đã xong")
    session.do(relations.same_as, "I.1.s1", ["b1.1", ("b1.1.1", "b1.1.2")])
    session.do(relations.set_limits, "b1.3", "1", "1.000,5")
    session.do(rows.set_row, "b1.3", kind="decimal")

    assert row(session, "b1.2").kind == "percent" and row(session, "b1.2").unit == "%"
    assert row(session, "b1.3").most == "1000.5"
    assert final_faults(session.written) == ()
    assert session.edition is not None and len(session.edition.checks) > 8


def test_a_row_is_a_sum_or_a_rate_or_computed_otherwise_never_two_of_them() -> None:
    session = a_session()
    session.do(relations.total_of, "b1.1", ["b1.1.1", "b1.1.2"])
    session.do(relations.difference_of, "b1.1", ["b1.1.1"], ["b1.1.2"])
    assert row(session, "b1.1").total_of == () and row(session, "b1.1").formula == "b1.1.1 - b1.1.2"
    session.do(relations.total_of, "b1.1", ["b1.1.1"])
    assert row(session, "b1.1").formula == ""
    session.do(relations.total_of, "b1.1", [])
    assert row(session, "b1.1").total_of == ()


def test_what_cannot_be_computed_is_refused_when_it_is_picked() -> None:
    session = a_session()
    session.do(rows.insert_row, "b1", "Tên đơn vị", "4", kind="text")
    for action, arguments in (
        (relations.total_of, ("b1.1", ["b1.1"])),
        (relations.total_of, ("b1.1", ["b1.4"])),
        (relations.total_of, ("b1.4", ["b1.1"])),
        (relations.rate_of, ("b1.2", "b1.1", "b1.1")),
        (relations.part_of, ("b1.1", ["b1.99"])),
        (relations.set_limits, ("b1.1", "mười")),
    ):
        with pytest.raises(UserFault):
            session.do(action, *arguments)
    assert errors(session) == []


def test_tables_are_numbered_by_their_order() -> None:
    session = a_session()
    session.do(tables.add_table, "Đứng đầu", after="")
    session.do(tables.add_table, "Đứng cuối", name="Biểu 01a/CCHC", landscape=True)
    assert [(t.head.key, t.head.number) for t in session.written.appendices] == [
        ("b2", 1),
        ("b1", 2),
        ("b3", 3),
    ]
    session.do(tables.move_table, "b3", 0)
    assert [t.head.key for t in session.written.appendices] == ["b3", "b2", "b1"]
    session.do(tables.delete_table, "b2")
    assert [t.head.number for t in session.written.appendices] == [1, 2]
    session.do(tables.set_table, "b1", title="Khác", note="Ghi chú cuối bảng")
    assert errors(session) == []


def test_a_table_gets_further_columns_and_loses_them_again() -> None:
    session = a_session()
    assert session.do(tables.add_column, "b1", "value", "Cấp xã", after="figure").place == (
        "column",
        "b1",
        "c1",
    )
    session.do(tables.add_column, "b1", "formula", "Cộng", formula="figure + c1")
    session.do(tables.add_column, "b1", "before", kind="count")
    session.do(tables.set_column, "b1", "c1", width=(15, 30), over="Trong đó")
    session.do(tables.move_column, "b1", "note", 99)
    session.do(tables.delete_column, "b1", "unit")
    assert final_faults(session.written) == ()
    columns = session.written.appendices[0].columns
    assert [column.key for column in columns] == ["number", "label", "figure", "c1", "c2", "c3", "note"]

    done = session.do(tables.delete_column, "b1", "c1")
    assert done.told == ("Cột «Cộng» tính từ cột đã xóa; hãy chọn lại công thức.",)
    assert [fault.place for fault in errors(session)] == [("column", "b1", "c2")]
    session.do(tables.usual_columns, "b1")
    assert session.faults == () and session.written.appendices[0].columns == ()


def test_a_table_of_lines_begins_with_columns_to_fill() -> None:
    session = a_session()
    session.do(tables.add_table, "Danh mục văn bản", repeats=True)
    session.do(tables.add_column, "b2", "value", "Ngày", kind="date")
    with pytest.raises(UserFault, match="tự thêm dòng"):
        session.do(rows.insert_row, "b2", "Dòng in sẵn")
    assert final_faults(session.written) == ()


def test_sections_move_with_all_below_them_and_tabs_follow() -> None:
    session = a_session()
    session.do(outline.add_section, "part", "PHƯƠNG HƯỚNG", "II.")
    session.do(outline.add_section, "item", "Việc", "a)", after="I.1")
    session.do(outline.add_section, "point", "Chi tiết", "-", after="I.1.a", depth=4)
    assert [s.key for s in session.written.sections] == ["I", "I.1", "I.1.a", "I.1.a.m1", "II"]
    session.do(outline.move_section, "I.1", "II")
    assert [(s.key, s.tab) for s in session.written.sections] == [
        ("I", "I"), ("II", "II"), ("I.1", "II"), ("I.1.a", "II"), ("I.1.a.m1", "II"),
    ]  # fmt: skip
    with pytest.raises(UserFault, match="vào bên trong chính nó"):
        session.do(outline.move_section, "I.1", "I.1.a")
    session.do(outline.set_section, "II", number="B.")
    assert session.written.sections[-1].tab == "B"
    session.do(outline.delete_section, "I.1", with_those_below=True)
    assert [s.key for s in session.written.sections] == ["I", "II"]


def test_a_section_takes_its_figures_along_and_says_what_lost_them() -> None:
    session = a_session()
    session.do(outline.add_figure, "I.1", "Việc đã xong")
    session.do(relations.part_of, "b1.3", ["I.1.s1"])
    done = session.do(outline.delete_section, "I.1")

    assert done.told == (
        "Phụ lục 1, dòng 3 không còn so với dòng đã xóa.", "Số liệu «Việc đã xong» của mục bị xóa theo.",
    )  # fmt: skip
    assert session.faults == ()


def test_kinds_of_agency_leave_their_rows_to_all_when_they_go() -> None:
    session = a_session()
    session.do(agencies.add_agency_kind, "Trường học")
    session.do(rows.set_scope, ["b1.1.1"], ["agency1"])
    assert session.faults == ()
    done = session.do(agencies.delete_agency_kind, "agency1")
    assert "nay mọi cơ quan đều báo cáo" in done.told[0]
    assert session.faults == ()


def test_periods_have_deadline_and_cut_off() -> None:
    session = a_session()
    session.do(whole.add_period, "M")
    session.do(whole.set_period, "M", cut_off=("15", "14"), deadline="20", optional=True)
    with pytest.raises(UserFault, match="ngày chốt số liệu"):
        session.do(whole.set_period, "M", cut_off=("45/13", "14"))
    with pytest.raises(UserFault, match="đã có"):
        session.do(whole.add_period, "Q1")
    session.do(whole.delete_period, "Y")
    session.do(whole.set_period, "Q1", cut_off=("1/1", ""))
    assert [fault.place for fault in errors(session)] == [("period", "Q1")]


def test_a_newer_version_keeps_keys_and_says_what_they_followed() -> None:
    old = read_written(FORMS / "cchc/2025")
    new = whole.newer_version_of(old, "Mẫu 2027", "2027-q1", ["mau-2027"])

    assert (new.head.id, new.head.valid_from, new.head.draft) == ("mau-2027-2", "2027-Q1", True)
    assert all(each.was == (each.key,) for each in new.indicators)
    session = FormSession(new)
    session.do(rows.set_row, "bm1.1", number="9", label="Tên khác")
    session.do(rows.delete_rows, ["bm1.6"])
    session.do(rows.insert_row, "bm1", "Dòng khác", "6")
    assert "bm1.6" in session.written.head.retired
    assert row(session, "bm1.1").was == ("bm1.1",)
    assert session.written.appendices[0].indicators[-1].key == "bm1.r1", "never a retired key"
    assert final_faults(session.written) == ()


def test_a_form_with_an_error_is_not_published_and_says_why() -> None:
    session = a_session()
    session.do(rows.set_row, "b1.1", kind="choice")

    with pytest.raises(UserFault, match=r"Chưa ban hành được mẫu\. Chưa có lựa chọn nào"):
        session.do(publish)
    session.do(rows.set_choices, "b1.1", [(1, "Có"), (0, "Không")])
    session.do(publish)


def test_what_the_program_keeps_is_not_set_by_hand() -> None:
    session = a_session()
    for fields in ({"id": "x"}, {"draft": False}, {"retired": ("a",)}):
        with pytest.raises(UserFault):
            session.do(whole.set_head, **fields)
    session.do(whole.set_head, appendix_word="Biểu mẫu", tab_word="BM")
    session.do(whole.set_annex, "PHỤ LỤC", "BIỂU MẪU {label_upper}")
    assert session.faults == ()
    session.do(whole.set_annex)
    assert session.written.annex is None


def test_rows_of_shipped_forms_can_be_deleted_one_by_one_without_leaving_a_fault() -> None:
    written = read_written(FORMS / "cchc/2022")
    session = FormSession(
        msgspec.structs.replace(written, head=msgspec.structs.replace(written.head, draft=True))
    )
    for each in list(written.indicators):
        session.do(rows.delete_rows, [each.key])
    assert errors(session) == []
    assert [t.scopes for t in session.written.appendices] == [()] * 7


@pytest.mark.parametrize("kind", ["count", "decimal", "money", "percent"])
@pytest.mark.parametrize(
    ("least", "most"), [("1", "99"), ("0,5", "99,5"), ("", "99,999999"), ("0,000001", "")]
)
def test_limits_are_checked_to_their_last_digit(kind: str, least: str, most: str) -> None:
    session = a_session()
    session.do(rows.set_row, "b1.3", kind=kind)
    session.do(relations.set_limits, "b1.3", least, most)

    found = [fault.sentence for fault in final_faults(session.written)]
    whole = kind == "count" and (least, most) != ("1", "99")
    assert found == (
        ["Dòng này đếm số nguyên nên số nhỏ nhất, lớn nhất cũng phải là số nguyên."] if whole else []
    )


def test_a_part_of_a_sum_that_becomes_an_answer_is_said_at_the_sum() -> None:
    session = a_session()
    session.do(relations.total_of, "b1.1", ["b1.1.1", "b1.1.2"])
    session.do(rows.set_row, "b1.1.2", kind="yes_no")

    (fault,) = errors(session)
    assert fault == PlacedFault(
        ("row", "b1.1"), "Dòng này dùng Phụ lục 1, dòng 1.2 không phải là số; hãy chọn lại."
    )


def test_nothing_that_was_in_use_gets_its_key_again_in_a_newer_version() -> None:
    first = a_session()
    first.do(tables.add_table, "Danh mục", repeats=True)
    first.do(tables.add_column, "b1", "value", "Cấp xã")
    first.do(outline.add_figure, "I.1", "Việc đã xong")
    first.do(agencies.add_agency_kind, "Trường học")
    for written, again in (
        (first.written, True),
        (whole.newer_version_of(first.written, "Bản sau", "2027-Q1", ()), False),
    ):
        session = FormSession(written)
        session.do(tables.delete_table, "b2")
        session.do(tables.delete_column, "b1", "c1")
        session.do(outline.delete_figure, "I.1.s1")
        session.do(agencies.delete_agency_kind, "agency1")
        made = (
            session.do(tables.add_table, "Danh mục khác", repeats=True),
            session.do(tables.add_column, "b1", "value", "Khác"),
            session.do(outline.add_figure, "I.1", "Khác"),
            session.do(agencies.add_agency_kind, "Bệnh viện"),
        )
        keys = ["b2", "c1", "I.1.s1", "agency1"] if again else ["b3", "c2", "I.1.s2", "agency2"]
        assert [done.place[-1] for done in made] == keys
        assert errors(session) == []
