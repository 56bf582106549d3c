"""Five forms of clearly different shapes, each made by the editor's own actions and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from desktop_app.form_editing import actions_edition as whole
from desktop_app.form_editing import actions_outline as outline
from desktop_app.form_editing import actions_relations as relations
from desktop_app.form_editing import actions_rows as rows
from desktop_app.form_editing import actions_tables as tables
from desktop_app.form_editing.actions_agencies import add_agency_kind
from desktop_app.form_editing.form_session import FormSession
from desktop_app.form_editing.publishing import publish
from desktop_app.forms.written import WrittenEdition

FIRST_PERIOD = "2026-Q1"
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
TABLES, ROWS_OF_A_TABLE = 40, 250


def data_sheet() -> FormSession:
    """A ministry's data sheet: three columns, the period as a title, "-", "+" or nothing as numbers."""
    session = FormSession(whole.new_edition("Biểu số liệu của bộ", FIRST_PERIOD, QUARTERS))
    session.do(whole.set_head, appendix_word="Phần B, biểu", tab_word="B", kind_of_document="Báo cáo số liệu")
    table = session.do(
        tables.add_table, "Cải cách thủ tục hành chính", name="Biểu 01a/CCHC", tab="01a"
    ).place[1]
    session.do(tables.delete_column, table, "unit")
    session.do(tables.delete_column, table, "note")
    session.do(
        tables.set_column,
        table,
        "figure",
        title="Năm {year}\n(tính từ {from_day} đến {to_day})",
        width=(30, 60),
    )
    session.do(tables.set_column, table, "label", title="Nội dung", width=(80, 130))
    for number, label, more in (
        ("A", "THỦ TỤC ĐÃ GIẢI QUYẾT", {"kind": "heading", "across": True, "strong": True}),
        ("1", "Tổng số hồ sơ đã giải quyết", {"strong": True}),
        ("-", "Cấp tỉnh", {"group": "Theo cấp"}),
        ("+", "Trong đó trực tuyến toàn trình", {"group": "Theo cấp", "italic": True}),
        ("-", "Cấp xã", {"group": "Theo cấp"}),
        ("+", "Trong đó trực tuyến toàn trình", {"group": "Theo cấp", "italic": True}),
        ("2", "Tỷ lệ giải quyết của cấp tỉnh (%)", {}),
        ("", "Hình thức công khai (1: trực tuyến; 0: niêm yết)", {}),
        ("3", "Khó khăn, vướng mắc chính", {"kind": "text"}),
    ):
        session.do(rows.insert_row, table, label, number, **more)
    keys = [row.key for row in session.written.appendices[0].indicators]
    session.do(relations.total_of, keys[1], [keys[2], keys[4]])
    session.do(relations.set_fill, keys[1], "auto")
    session.do(relations.part_of, keys[3], [keys[2]])
    session.do(relations.part_of, keys[5], [keys[4]])
    session.do(relations.rate_of, keys[6], keys[2], keys[1])
    session.do(rows.set_choices, keys[7], [(1, "Trực tuyến"), (0, "Niêm yết")])
    second = session.do(tables.add_table, "So với kỳ trước", landscape=True).place[1]
    session.do(rows.insert_rows, second, [
        {"label": "Số văn bản đã ban hành", "number": "1", "unit": "Văn bản"},
        {"label": "Số cuộc kiểm tra", "number": "2", "unit": "Cuộc"},
    ])  # fmt: skip
    session.do(tables.add_column, second, "value", "Cấp xã", after="figure", over="Trong kỳ")
    session.do(tables.set_column, second, "figure", title="Cấp tỉnh", over="Trong kỳ")
    session.do(
        tables.add_column, second, "formula", "Cộng", after="c1", formula="figure + c1", over="Trong kỳ"
    )
    session.do(tables.add_column, second, "before", "Kỳ trước", after="c2")
    session.do(tables.add_column, second, "cumulative", "Lũy kế", after="c3")
    return session


def inspection_outline() -> FormSession:
    """An outline for an inspection: I to VIII with a), b) below, points deeper down, no table at all."""
    session = FormSession(whole.new_edition("Đề cương kiểm tra", FIRST_PERIOD, ["6M", "Y"]))
    for wording in ("6M", "Y"):
        session.do(whole.set_period, wording, subject="Phục vụ kiểm tra công tác cải cách hành chính {label}")
    session.do(outline.add_section, "plain", hint="Căn cứ và câu mở đầu")
    for number, title in enumerate(
        ("CÔNG TÁC CHỈ ĐẠO", "CẢI CÁCH THỂ CHẾ", "THỦ TỤC HÀNH CHÍNH", "TỔ CHỨC BỘ MÁY", "CHẾ ĐỘ CÔNG VỤ",
         "TÀI CHÍNH CÔNG", "CHÍNH QUYỀN SỐ", "KIẾN NGHỊ"), 1,
    ):  # fmt: skip
        session.do(outline.add_section, "part", title, f"{rows.to_roman(number)}.", prose=number == 8)
        if number < 8:
            session.do(outline.add_section, "heading", "Kết quả đạt được", "1.", prose=False)
            session.do(outline.add_section, "item", "Việc đã làm", "a)")
            session.do(outline.add_section, "item", "", "b)")
            session.do(outline.add_section, "point", "Nêu cụ thể", "-", depth=4)
    session.do(outline.add_section, "plain", default="Trên đây là báo cáo của {agency}./.")
    first = next(each.key for each in session.written.sections if each.number == "a)")
    figure = session.do(outline.add_figure, first, "Văn bản đã ban hành", unit="văn bản").place[1]
    part = session.do(outline.add_figure, first, "Trong đó đúng hạn", unit="văn bản").place[1]
    session.do(relations.part_of, part, [figure])
    return session


def large_form(related: int = 2) -> FormSession:
    """40 tables with 10,000 rows in all; so many tens of each table are a sum, its parts and a rate."""
    session = FormSession(whole.new_edition("Mẫu lớn", FIRST_PERIOD))
    session.do(outline.add_section, "part", "KẾT QUẢ", "I.")
    for number in range(1, TABLES + 1):
        table = session.do(tables.add_table, f"Lĩnh vực {number}", landscape=number % 2 == 0).place[1]
        session.do(rows.insert_rows, table, _tens(table, related))
    return session


def _tens(table: str, related: int) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for ten in range(1, ROWS_OF_A_TABLE // 10 + 1):
        parts = tuple(f"{table}.{ten}.{part}" for part in range(1, 9))
        total = {"total_of": parts} if ten <= related else {}
        rate = {"rate_of": (parts[0], f"{table}.{ten}")} if ten <= related else {}
        made.append({"number": str(ten), "label": f"Tổng số việc của nhóm {ten}", "unit": "Việc", **total})
        made += [
            {"number": f"{ten}.{part}", "label": f"Việc loại {part} của nhóm {ten}", "unit": "Việc"}
            for part in range(1, 9)
        ]
        made.append({"number": f"{ten}.9", "label": "Tỷ lệ", "kind": "percent", "unit": "%", **rate})
    return made


def repeating_form() -> FormSession:
    """A list of documents that the clerk adds line by line, beside a table that is printed in the form."""
    session = FormSession(whole.new_edition("Danh mục văn bản", FIRST_PERIOD))
    session.do(add_agency_kind, "Phòng chuyên môn")
    session.do(outline.add_section, "part", "VĂN BẢN ĐÃ BAN HÀNH", "I.")
    session.do(whole.set_annex, "PHỤ LỤC", "DANH MỤC KÈM THEO BÁO CÁO {label_upper}")
    lines = session.do(tables.add_table, "Văn bản đã ban hành", repeats=True, name="Danh mục 1").place[1]
    session.do(tables.set_column, lines, "c1", title="Số, ký hiệu")
    session.do(tables.add_column, lines, "value", "Ngày", kind="date")
    session.do(tables.add_column, lines, "value", "Trích yếu", kind="text", width=(60, 140))
    session.do(tables.add_column, lines, "value", "Số trang", kind="count")
    table = session.do(tables.add_table, "Số liệu chung", name="Danh mục 2").place[1]
    session.do(rows.insert_row, table, "Số văn bản", "1.", unit="Văn bản")
    return session


def minimal_form() -> FormSession:
    """One table of one row and nothing else."""
    session = FormSession(whole.new_edition("Một số", FIRST_PERIOD, ["Q1", "Q2"]))
    session.do(rows.insert_row, session.do(tables.add_table, "Số liệu").place[1], "Số phiếu")
    return session


MADE: dict[str, Callable[[], FormSession]] = {
    "data sheet": data_sheet, "inspection outline": inspection_outline, "large": large_form,
    "repeating": repeating_form, "minimal": minimal_form,
}  # fmt: skip


@cache
def published(name: str) -> WrittenEdition:
    """The form of this name, published."""
    session = MADE[name]()
    session.do(publish)
    return session.written
