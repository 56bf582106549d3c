"""Any table in any file is a draft that the program can work with, or one sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.toml_text import written_files
from desktop_app.form_import.draft import draft_of
from desktop_app.form_import.read_form import read_form
from desktop_app.forms.form_files import parse_files
from desktop_app.forms.lint import faults
from desktop_app.forms.written import compile_edition, written_of
from tests.support.form_files import WordForm, excel

WORDS = st.sampled_from([
    "", "", "STT", "TT", "Chỉ tiêu", "Nội dung", "Đơn vị tính", "ĐVT", "Số liệu", "Kỳ trước", "Cùng kỳ",
    "Lũy kế", "Ghi chú", "So sánh", "1", "1.", "1.1", "1.1.1", "I", "II.", "A", "a)", "-", "+", "…", "(1)",
    "(2)", "3=1+2", "%", "Hồ sơ", "Triệu đồng", "Có = 1; Không = 0", "Có/Không", "Tổng số", "Tỷ lệ đúng hạn",
    "1.234,5", "Phụ lục I", "Biểu mẫu 2", "Biểu số 01a/CCHC", "PHỤ LỤC", "NĂM 2026", "Quý I năm 2026",
    "12", "x" * 300, "{label}", "{x} {0}", "a\u0301", "hai  cách", "I. PHẦN MỘT", "1. Mục", "- Ý:", "Nơi nhận:",
])  # fmt: skip
ROW = st.lists(WORDS, min_size=1, max_size=6)
TABLE = st.lists(ROW, min_size=1, max_size=8)
SPAN = st.tuples(st.integers(0, 7), st.integers(0, 5), st.integers(0, 3), st.integers(0, 3))
PARTS = st.lists(st.one_of(WORDS, st.tuples(TABLE, st.lists(SPAN, max_size=2))), min_size=1, max_size=6)


def used(content: bytes, name: str) -> None:
    """The draft compiles, has no fault and reads the same from its own files; or one sentence."""
    try:
        made = draft_of(read_form(content, name), "Mẫu thử", "2026-Q1", ())
    except UserFault as refused:
        assert str(refused).isprintable()
        return
    assert faults(compile_edition(made.written)) == []
    assert written_of(parse_files(written_files(made.written)), "x") == made.written
    assert all(doubt.endswith(".") and doubt.isprintable() for doubt in made.doubts)
    keys = {row.key for row in made.written.indicators}
    assert all({offer.key, *offer.of} <= keys for offer in made.offers)


@settings(max_examples=1500, deadline=None)
@given(PARTS)
def test_any_word_file(parts: list) -> None:
    form = WordForm()
    for part in parts:
        if isinstance(part, str):
            form.line(part, centred=part.isupper(), bold=part.isupper())
            continue
        rows, spans = part
        height, width = len(rows), max(map(len, rows))
        merged = [
            (
                top % height,
                left % width,
                min(top % height + down, height - 1),
                min(left % width + across, width - 1),
            )
            for top, left, down, across in spans[:1]
        ]
        form.table(rows, *merged)
    used(form.content(), "x.docx")


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.tuples(TABLE, st.booleans()), min_size=1, max_size=3))
def test_any_workbook(sheets: list) -> None:
    content = excel(
        *((f"Trang {n}", rows, ["A1:C1"] if merged else []) for n, (rows, merged) in enumerate(sheets))
    )
    used(content, "x.xlsx")
