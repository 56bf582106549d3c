"""Forms of other shapes than ours: columns, heads, numbers, labels and containers as offices have them."""

from __future__ import annotations

import pytest

from desktop_app.form_import.draft import DraftForm, draft_of
from desktop_app.form_import.read_form import read_form
from desktop_app.forms.columns import columns_of
from desktop_app.forms.lint import faults
from desktop_app.forms.model import Appendix
from desktop_app.forms.written import compile_edition
from tests.support.form_files import Rows, WordForm, excel


def draft(content: bytes, name: str = "mau.docx") -> DraftForm:
    """The draft of the file, which must be one that can be used."""
    made = draft_of(read_form(content, name), "Mẫu thử", "2026-Q1", ())
    assert faults(compile_edition(made.written)) == []
    return made


def table(made: DraftForm, at: int = 0) -> Appendix:
    return made.written.appendices[at]


def heads(appendix: Appendix) -> list[tuple[str, str, str]]:
    return [(column.of, column.title, column.over) for column in columns_of(appendix)]


def rows(appendix: Appendix) -> list[tuple[str, str, str, str]]:
    return [(row.number, row.label, row.unit, row.kind) for row in appendix.indicators]


DATA_SHEET: Rows = [
    ["TT", "Nội dung", "Năm 2025 (tính từ 01/7/2025 đến 31/7/2025)"],
    ["1", "Số thủ tục hành chính", ""],
    ["-", "Cấp tỉnh", ""],
    ["-", "Cấp xã", ""],
    ["+", "Trong đó: toàn trình", ""],
    ["", "Tỷ lệ % hồ sơ đúng hạn", ""],
    ["2", "Có trung tâm phục vụ hành chính công (Có = 1; Không = 0)", ""],
    ["3", "Tên cơ quan đầu mối", ""],
]


def test_a_sheet_of_three_columns_whose_value_is_a_period() -> None:
    made = draft(WordForm().title("PHẦN B. SỐ LIỆU").table(DATA_SHEET).content())

    assert heads(table(made)) == [
        ("number", "TT", ""), ("label", "Nội dung", ""),
        ("figure", "{label} (tính từ {from_day} đến {to_day})", ""),
    ]  # fmt: skip
    assert [(number, kind) for number, _, _, kind in rows(table(made))] == [
        ("1", "count"), ("-", "count"), ("-", "count"), ("+", "count"), ("", "percent"), ("2", "choice"),
        ("3", "text"),
    ]  # fmt: skip
    assert [choice.word for choice in table(made).indicators[5].choices] == ["Có", "Không"]
    assert len({row.key for row in table(made).indicators}) == 7


WIDE: Rows = [
    ["STT", "Chỉ tiêu", "ĐVT", "Kết quả", "", "", "Lũy kế từ đầu năm", "So với cùng kỳ (%)", "Ghi chú"],
    ["", "", "", "Kỳ trước", "Kỳ này", "Cùng kỳ năm trước", "", "", ""],
    ["A", "B", "C", "1", "2", "3", "4", "5=2/3", "6"],
    ["I", "TIẾP NHẬN HỒ SƠ", "", "", "", "", "", "", ""],
    ["1", "Số hồ sơ tiếp nhận", "Hồ sơ", "", "", "", "", "", ""],
    ["1.1", "Trực tuyến", "Hồ sơ", "", "", "", "", "", ""],
    ["1.2", "Trực tiếp", "Hồ sơ", "", "", "", "", "", ""],
]
MERGED = [(0, 3, 0, 5), *[(0, at, 1, at) for at in (0, 1, 2, 6, 7, 8)]]


def test_a_head_of_two_storeys_with_columns_of_earlier_periods() -> None:
    made = draft(
        WordForm(landscape=True)
        .title("Biểu số 01a/CCHC", "KẾT QUẢ QUÝ I NĂM 2026")
        .table(WIDE, *MERGED)
        .content()
    )

    assert heads(table(made)) == [
        ("number", "STT", ""), ("label", "Chỉ tiêu", ""), ("unit", "ĐVT", ""),
        ("before", "Kỳ trước", "Kết quả"), ("figure", "Kỳ này", "Kết quả"),
        ("last_year", "Cùng kỳ năm trước", "Kết quả"), ("cumulative", "Lũy kế từ đầu năm", ""),
        ("value", "So với cùng kỳ (%)", ""), ("note", "Ghi chú", ""),
    ]  # fmt: skip
    assert (table(made).head.name, table(made).head.title) == ("Biểu số 01a/CCHC", "KẾT QUẢ {label_upper}")
    assert table(made).head.landscape
    assert [kind for *_, kind in rows(table(made))] == ["heading", "count", "count", "count"]
    assert any("so với cột khác" in doubt for doubt in made.doubts)
    assert [(o.kind, len(o.of)) for o in made.offers] == [("total", 2)]


BLOCKS: Rows = [
    ["Biểu thống kê công tác tuyên truyền", "", "", ""],
    ["STT", "Tiêu chí", "Đơn vị", "Số lượng"],
    ["A. HÌNH THỨC TRUYỀN THỐNG", "", "", ""],
    ["1", "Số lớp tập huấn", "Lớp", "…"],
    ["2", "Số lượt người", "Lượt người", "…"],
    ["B. TRÊN MÔI TRƯỜNG MẠNG", "", "", ""],
    ["1", "Số tin, bài", "Tin, bài", "…"],
]


def test_a_title_in_the_table_and_labels_over_all_columns() -> None:
    made = draft(WordForm().table(BLOCKS, (0, 0, 0, 3), (2, 0, 2, 3), (5, 0, 5, 3)).content())

    assert table(made).head.title == "Biểu thống kê công tác tuyên truyền"
    assert [(row.number, row.label, row.across) for row in table(made).indicators] == [
        ("A.", "HÌNH THỨC TRUYỀN THỐNG", True), ("1", "Số lớp tập huấn", False),
        ("2", "Số lượt người", False), ("B.", "TRÊN MÔI TRƯỜNG MẠNG", True), ("1", "Số tin, bài", False),
    ]  # fmt: skip


def test_a_label_over_a_block_of_rows() -> None:
    content: Rows = [
        ["STT", "Chỉ tiêu", "", "ĐVT", "Số liệu"],
        ["1", "Tổng số văn bản", "", "Văn bản", ""],
        ["", "Chia theo loại", "Nghị quyết", "Văn bản", ""],
        ["", "", "Quyết định", "Văn bản", ""],
        ["2", "Số văn bản trái luật", "", "Văn bản", ""],
    ]
    made = draft(WordForm().table(content, (0, 1, 0, 2), (1, 1, 1, 2), (4, 1, 4, 2), (2, 1, 3, 1)).content())

    assert [(row.group, row.label) for row in table(made).indicators] == [
        ("", "Tổng số văn bản"), ("Chia theo loại", "Nghị quyết"), ("Chia theo loại", "Quyết định"),
        ("", "Số văn bản trái luật"),
    ]  # fmt: skip


def test_a_table_to_be_filled_line_by_line() -> None:
    listed: Rows = [
        ["STT", "Số, ký hiệu văn bản", "Ngày ban hành", "Trích yếu nội dung", "Cơ quan ban hành", "Số lượng"],
        ["1", "", "", "", "", ""],
        ["2", "", "", "", "", ""],
        ["…", "", "", "", "", ""],
    ]
    made = draft(WordForm().title("Phụ lục II", "DANH MỤC VĂN BẢN ĐÃ BAN HÀNH").table(listed).content())

    assert table(made).head.repeats and table(made).indicators == ()
    assert [(column.of, column.kind) for column in table(made).columns] == [
        ("number", ""), ("value", "text"), ("value", "date"), ("value", "text"), ("value", "text"),
        ("value", "count"),
    ]  # fmt: skip
    assert any("ghi thêm từng dòng" in doubt for doubt in made.doubts)


def test_a_table_that_goes_on_and_a_unit_for_all_its_rows() -> None:
    head = ["STT", "Nội dung", "Số liệu"]
    form = WordForm().title("Bảng 1. Kinh phí thực hiện", "(Đơn vị tính: triệu đồng)")
    form.table([head, ["1", "Kinh phí được giao", ""]]).line("").table([head, ["2", "Kinh phí đã chi", ""]])
    made = draft(form.line("Ghi chú: tính đến hết kỳ báo cáo.").content())

    assert len(made.written.appendices) == 1
    assert rows(table(made)) == [
        ("1", "Kinh phí được giao", "triệu đồng", "money"), ("2", "Kinh phí đã chi", "triệu đồng", "money"),
    ]  # fmt: skip
    assert table(made).head.title == "Kinh phí thực hiện"
    assert table(made).head.note == "Ghi chú: tính đến hết kỳ báo cáo."


OUTLINE = [
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "1. Việc ban hành kế hoạch",
    "a) Kế hoạch năm",
    "- Tiến độ thực hiện:",
    "+ Nhiệm vụ quá hạn",
    "- Khó khăn, vướng mắc",
    "b) Kế hoạch kiểm tra",
    "2. Công tác tuyên truyền",
    "II. KẾT QUẢ THỰC HIỆN",
    "1. Cải cách thể chế",
    "1.1. Xây dựng văn bản",
    "1.2. Kiểm tra văn bản",
    "III. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2026",
]


def test_an_outline_without_tables_of_any_depth() -> None:
    form = WordForm().title("BÁO CÁO", "Công tác cải cách hành chính quý I năm 2026")
    for line in OUTLINE:
        form.line(line, bold=line.isupper())
    made = draft(form.line("…").line("Trên đây là báo cáo quý I năm 2026 của Sở Nội vụ./.").content())

    found = [
        (s.level, s.depth if s.level == "point" else 0, s.number, s.title, s.prose)
        for s in made.written.sections
    ]
    assert found[1:7] == [
        ("part", 0, "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", False),
        ("heading", 0, "1.", "Việc ban hành kế hoạch", False),
        ("item", 0, "a)", "Kế hoạch năm", False),
        ("point", 4, "-", "Tiến độ thực hiện:", False),
        ("point", 5, "+", "Nhiệm vụ quá hạn", True),
        ("point", 4, "-", "Khó khăn, vướng mắc", True),
    ]
    assert ("item", 0, "1.1.", "Xây dựng văn bản", True) in found
    assert made.written.sections[-2].title == "PHƯƠNG HƯỚNG, NHIỆM VỤ {coming_upper}"
    assert made.written.sections[-1].default.startswith("Trên đây là báo cáo {label}")
    assert made.written.appendices == ()


def test_a_workbook_with_a_letterhead_several_tables_and_who_signs() -> None:
    sheet: Rows = [
        ["UBND TỈNH A", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""],
        ["BIỂU TỔNG HỢP NĂM 2026", "", "", ""],
        ["STT", "Chỉ tiêu", "ĐVT", "Số liệu"],
        ["1", "Số cuộc họp", "Cuộc", ""],
        ["1.1", "Trực tuyến", "Cuộc", ""],
        ["", "", "", ""],
        ["Biểu 2. Thủ tục hành chính", "", "", ""],
        ["STT", "Chỉ tiêu", "ĐVT", "Số liệu"],
        ["1", "Số thủ tục", "Thủ tục", ""],
        ["", "", "", "Ngày … tháng … năm 2026"],
        ["", "NGƯỜI LẬP BIỂU", "", "GIÁM ĐỐC"],
    ]
    made = draft(excel(("TongHop", sheet, ["A2:D2"])), "mau.xlsx")

    assert [len(a.indicators) for a in made.written.appendices] == [2, 1]
    assert table(made).head.title.endswith("BIỂU TỔNG HỢP {label_upper}")
    assert (table(made).head.tab, table(made, 1).head.title) == ("TongHop", "Thủ tục hành chính")
    assert rows(table(made, 1)) == [("1", "Số thủ tục", "Thủ tục", "count")]


def test_sixty_tables_keep_their_order_and_names() -> None:
    form = WordForm()
    for number in range(1, 61):
        form.title(f"Biểu mẫu {number}", f"Lĩnh vực {number}")
        form.table([["STT", "Chỉ tiêu", "Số liệu"], ["1", f"Chỉ tiêu của biểu {number}", ""]])
    made = draft(form.content())

    assert [a.head.title for a in made.written.appendices] == [f"Lĩnh vực {n}" for n in range(1, 61)]
    assert {a.head.name for a in made.written.appendices} == {""}
    assert made.written.head.appendix_word == "Biểu mẫu"


@pytest.mark.parametrize("label", ["Tỷ lệ hồ sơ đúng hạn", "Hồ sơ đúng hạn"])
@pytest.mark.parametrize("unit", ["%", "Hồ sơ", "Triệu đồng", "Có/Không", "Đạt = 1; Không đạt = 0"])
def test_kinds_follow_the_unit_before_the_label(label: str, unit: str) -> None:
    content: Rows = [
        ["STT", "Chỉ tiêu", "ĐVT", "Số liệu"],
        ["1", label, unit, ""],
        ["2", "Khác", "Hồ sơ", ""],
    ]
    made = draft(WordForm().table(content).content())

    kinds = {"%": "percent", "Hồ sơ": "count", "Triệu đồng": "money", "Có/Không": "yes_no"}
    assert table(made).indicators[0].kind == kinds.get(unit, "choice")


def test_rows_that_word_numbers_by_itself_have_their_numbers() -> None:
    form = WordForm().table(
        [["STT", "Nội dung", "Kết quả"], ["", "Một", ""], ["", "Hai", ""], ["", "Ba", ""]]
    )
    made = form.document.tables[0]
    for at in (1, 2, 3):
        made.cell(at, 0).paragraphs[0].style = form.document.styles["List Number"]

    assert [row.number for row in table(draft(form.content())).indicators] == ["1.", "2.", "3."]


def test_codes_computed_columns_and_a_total_without_a_number() -> None:
    content: Rows = [
        ["STT", "Chỉ tiêu", "Mã số", "Tổng số", "Trong đó", ""],
        ["", "", "", "", "Cấp tỉnh", "Cấp xã"],
        ["A", "B", "C", "1=2+3", "2", "3"],
        ["1", "Sở Nội vụ", "01", "", "", ""],
        ["2", "Sở Tư pháp", "02", "", "", ""],
        ["", "Tổng cộng", "03", "", "", ""],
    ]
    merged = [(0, 4, 0, 5), *((0, at, 1, at) for at in range(4))]
    made = draft(WordForm().title("Phụ biểu 03: Số lượng").table(content, *merged).content())

    assert [column.of for column in table(made).columns] == ["number", "label", "figure", "value", "value"]
    assert [(o.kind, o.key, o.of) for o in made.offers] == [("total", "b1.r1", ("b1.1", "b1.2"))]
    assert any("cột «Tổng số (1=2+3)» tính từ cột khác" in doubt for doubt in made.doubts)
    assert any("cột «Mã số» chỉ đánh số thêm" in doubt for doubt in made.doubts)
    assert not any("đã ghi số liệu" in doubt for doubt in made.doubts)
    assert (table(made).head.name, table(made).head.title) == ("Phụ biểu 03", "Số lượng")


def test_headings_of_word_without_numbers_are_sections() -> None:
    form = WordForm()
    for text, level in (("Đánh giá chung", 1), ("Ưu điểm", 2), ("Hạn chế", 2), ("Phương hướng", 1)):
        form.document.add_heading(text, level)
    form.title("Phụ biểu 01: Tổng hợp").table(DATA_SHEET)
    made = draft(form.content())

    assert [(s.level, s.title) for s in made.written.sections[1:-1]] == [
        ("part", "Đánh giá chung"), ("heading", "Ưu điểm"), ("heading", "Hạn chế"), ("part", "Phương hướng"),
    ]  # fmt: skip
    assert (table(made).head.name, table(made).head.title) == ("Phụ biểu 01", "Tổng hợp")
