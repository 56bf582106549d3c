"""The page measured against the decree: sizes, faces, places, rules; in the PDF and in the Word file.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, table of Mục V and Mục I to III.
"""

from __future__ import annotations

import io
import itertools
from functools import cache

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from desktop_app.composing.compose import compose
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.docx_xml import style_id
from desktop_app.documents.model import Document
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.styles import STYLES, size_of, spacing_of
from tests.support.measured import MM, Drawn, measured
from tests.support.printed import pdf
from tests.support.real import sample_session

LEFT, RIGHT, TOP, BOTTOM = 30.0, 15.0, 20.0, 20.0
TEXT_MIDDLE = LEFT + (210 - LEFT - RIGHT) / 2
NEAR = 0.6
"""Half a millimetre: letters do not begin exactly at the edge of their box."""

OLDER = {
    "national_name": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "motto": "Độc lập - Tự do - Hạnh phúc",
    "parent_agency": "UBND TỈNH HÀ GIANG",
    "agency": "VĂN PHÒNG UBND TỈNH",
    "number": "Số: 415/BC-VP",
    "place_date": "Hà Giang, ngày 15 tháng 3 năm 2023",
    "kind": "BÁO CÁO",
    "subject": "Kết quả thực hiện cải cách hành chính",
    "addressee": "Kính gửi: Sở Nội vụ",
    "legal_basis": "Căn cứ thứ nhất;",
    "body": "Theo Công văn số 574/UBND-PVHCC",
    "part": "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "heading": "1. Hoạt động chỉ đạo, điều hành",
    "item": "a) Kết quả xây dựng, ban hành văn bản",
    "authority": "KT. CHÁNH VĂN PHÒNG",
    "signer": "Nguyễn Văn A",
    "recipients_head": "Nơi nhận:",
    "recipient": "- Lãnh đạo VP UBND tỉnh;",
    "appendix_number": "Phụ lục I",
    "appendix_title": "THỐNG KÊ CÁC CHỈ TIÊU TẠI LĨNH VỰC CHỈ ĐẠO",
    "attached": "(Kèm theo Báo cáo số 415/BC-VP",
    "page_number": "2",
}

IN_FORCE = {
    "national_name": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "motto": "Độc lập - Tự do - Hạnh phúc",
    "parent_agency": "CƠ QUAN CẤP TRÊN",
    "agency": "ỦY BAN NHÂN DÂN",
    "number": "Số: 468/BC-UBND",
    "place_date": "Bình Sơn, ngày 18 tháng 12 năm 2025",
    "kind": "BÁO CÁO",
    "subject": "Công tác cải cách hành chính năm 2025",
    "addressee": "Kính gửi: Bộ Nội vụ",
    "legal_basis": "Căn cứ thứ nhất;",
    "body": "Thực hiện Công văn số 4625/BNV-CCHC",
    "part": "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC",
    "heading": "2. Đánh giá, cập nhật tiến độ",
    "item": "a) Kết quả xây dựng, ban hành văn bản",
    "authority": "KT. CHỦ TỊCH",
    "signer": "Nguyễn Văn A",
    "recipients_head": "Nơi nhận:",
    "recipient": "- Chủ tịch",
    "appendix_number": "PHỤ LỤC",
    "appendix_title": "BIỂU MẪU THỐNG KÊ SỐ LIỆU",
    "attached": "(Kèm theo Báo cáo số 468/BC-UBND",
    "form_number": "Biểu mẫu 1",
    "form_title": "Công tác chỉ đạo điều hành CCHC",
    "page_number": "2",
}
FORMS = {"2022": ("2023-q1", OLDER), "2025": ("2025-y", IN_FORCE)}
"""Form -> a sample on it, and every component of the table that it has, with words that show it."""
EACH = [(form, name) for form, (_, components) in FORMS.items() for name in components]
IN_WORD = [(form, name) for form, name in EACH if name != "page_number"]

CENTRED = ("kind", "appendix_number", "appendix_title", "attached", "page_number", "addressee")


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    """The form of 2022, then the one in force since 2/7/2025."""
    return request.param


@cache
def whole_head(form: str) -> Document:
    """A sample of the form with the components that it lacks."""
    further = {
        "header__addressee": "Sở Nội vụ" if form == "2022" else "Bộ Nội vụ",
        "header__legal_basis": "Căn cứ thứ nhất\nCăn cứ thứ hai",
    }
    if form == "2025":
        further["header__parent_agency"] = "Cơ quan cấp trên"
    return compose(sample_session(FORMS[form][0], **further).filled, PrintSettings())


@cache
def drawn(form: str) -> tuple[list[Drawn], list[Drawn]]:
    return measured(pdf(whole_head(form))[0])


@cache
def sides(form: str) -> list[tuple[float, float]]:
    """Width and height of every page in mm: the forms of 2025 lie across."""
    with pypdfium2.PdfDocument(pdf(whole_head(form))[0]) as file:
        return [(page.get_width() * MM, page.get_height() * MM) for page in file]


@cache
def written(form: str) -> list[Paragraph]:
    word = docx.Document(io.BytesIO(write_docx(whole_head(form))))
    return [Paragraph(element, word._body) for element in word.element.body.iter(qn("w:p"))]


def of(form: str, name: str) -> Drawn:
    """The first stretch of text that shows the component."""
    words = FORMS[form][1][name]
    if name == "page_number":
        return next(d for d in drawn(form)[0] if d.text.strip() == words and d.page == 1)
    return next(d for d in drawn(form)[0] if d.text.startswith(words))


@pytest.mark.parametrize(("form", "name"), EACH)
def test_size_and_face_in_the_pdf(form: str, name: str) -> None:
    style, text = STYLES[name], of(form, name)

    assert text.size == pytest.approx(size_of(style, PrintSettings()), abs=0.01)
    assert ("Bold" in text.font, "Italic" in text.font) == (style.bold, style.italic), text.font
    assert not style.upper or text.text == text.text.upper()


@pytest.mark.parametrize(("form", "name"), IN_WORD)
def test_size_and_face_and_place_in_the_word_file(form: str, name: str) -> None:
    style = STYLES[name]
    paragraph = next(p for p in written(form) if p.text.startswith(FORMS[form][1][name]))
    face = paragraph.style
    before, after, line = spacing_of(style, PrintSettings())

    assert face.style_id == style_id(name)
    assert face.font.size.pt == size_of(style, PrintSettings())
    assert (bool(face.font.bold), bool(face.font.italic)) == (style.bold, style.italic)
    assert face.paragraph_format.alignment == _ALIGNMENTS[style.align]
    assert face.paragraph_format.line_spacing == line
    assert (face.paragraph_format.space_before.pt, face.paragraph_format.space_after.pt) == (before, after)


_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def test_every_text_keeps_to_the_margins(form: str) -> None:
    for text in (d for d in drawn(form)[0] if d.text.strip() and not d.text.strip().isdecimal()):
        width, height = sides(form)[text.page]
        assert text.left >= LEFT - NEAR and text.right <= width - RIGHT + NEAR, text
        assert text.top >= TOP - NEAR and text.bottom <= height - BOTTOM + NEAR, text


@pytest.mark.parametrize("name", CENTRED)
def test_what_is_centred_stands_in_the_middle_of_the_text(form: str, name: str) -> None:
    width, _ = sides(form)[of(form, name).page]
    middle = LEFT + (width - LEFT - RIGHT) / 2

    assert of(form, name).middle == pytest.approx(middle, abs=NEAR)


def test_the_page_number_stands_inside_the_top_margin(form: str) -> None:
    number = of(form, "page_number")

    assert number.top > 0 and number.bottom < TOP


def test_motto_under_national_name_and_agency_under_its_parent(form: str) -> None:
    assert of(form, "motto").middle == pytest.approx(of(form, "national_name").middle, abs=NEAR)
    assert of(form, "motto").top > of(form, "national_name").bottom
    assert of(form, "agency").middle == pytest.approx(of(form, "parent_agency").middle, abs=NEAR)
    assert of(form, "agency").top > of(form, "parent_agency").bottom - 0.5
    assert of(form, "national_name").left > of(form, "agency").right


def test_number_and_date_stand_on_one_line_under_their_columns(form: str) -> None:
    """Capitals of both lines end at the same height; "," and "g" reach below it."""
    number, date = of(form, "number"), of(form, "place_date")

    assert number.top == pytest.approx(date.top, abs=NEAR)
    assert date.middle == pytest.approx(of(form, "motto").middle, abs=NEAR)
    assert number.middle == pytest.approx(of(form, "agency").middle, abs=2)


def test_the_rules_have_their_lawful_lengths(form: str) -> None:
    agency, motto, subject = (line for line in drawn(form)[1][:3])

    assert motto.width == pytest.approx(of(form, "motto").width, abs=1.2)
    assert motto.middle == pytest.approx(of(form, "motto").middle, abs=NEAR)
    assert 1 / 3 <= agency.width / of(form, "agency").width <= 1 / 2
    assert agency.middle == pytest.approx(of(form, "agency").middle, abs=NEAR)
    assert 1 / 3 <= subject.width / of(form, "subject").width <= 1 / 2
    assert subject.middle == pytest.approx(TEXT_MIDDLE, abs=NEAR)


def test_the_rules_of_the_word_file_are_as_long(form: str) -> None:
    lines = [p for p in written(form) if p._p.find(f".//{qn('w:pBdr')}") is not None]
    indents = [p.paragraph_format.left_indent.mm + p.paragraph_format.right_indent.mm for p in lines]
    agency, motto, subject = drawn(form)[1][:3]
    columns = [_column_width(p) for p in lines]

    lengths = [column - indent for column, indent in zip(columns, indents, strict=True)]
    assert lengths == pytest.approx([agency.width, motto.width, subject.width], abs=1)


def _column_width(paragraph: Paragraph) -> float:
    """The room of a paragraph in mm: its cell without margins, or the text between the margins."""
    cell = paragraph._p.getparent()
    if cell.tag != qn("w:tc"):
        return 210 - LEFT - RIGHT
    return int(cell.find(f".//{qn('w:tcW')}").get(qn("w:w"))) / 1440 * 25.4 - 2


@pytest.mark.parametrize("name", ["body", "part", "heading", "item", "legal_basis"])
def test_first_lines_are_indented(form: str, name: str) -> None:
    assert of(form, name).left == pytest.approx(LEFT + PrintSettings().indent, abs=NEAR)


def test_the_body_is_justified(form: str) -> None:
    """Every line but the last of a paragraph ends at the right margin."""
    on_page = [d for d in drawn(form)[0] if d.page == 1 and d.top > TOP]
    lines = [d for d in on_page if d.size == 14 and "Bold" not in d.font]
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if b.left < LEFT + 2]

    assert len(pairs) > 8
    assert all(above.right == pytest.approx(210 - RIGHT, abs=NEAR) for above, _ in pairs)


def test_the_signature_block_is_level_and_has_room_for_ink(form: str) -> None:
    assert of(form, "recipients_head").top == pytest.approx(of(form, "authority").top, abs=1.5)
    assert of(form, "recipients_head").left < 35
    assert of(form, "signer").middle == pytest.approx(of(form, "authority").middle, abs=NEAR)
    assert of(form, "signer").top - of(form, "authority").bottom > 25


def test_figures_stand_at_the_right_and_units_in_the_middle_of_their_columns(form: str) -> None:
    title = {"2022": "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ", "2025": "Cải cách chế độ công vụ"}[form]
    page = next(d.page for d in drawn(form)[0] if d.text.startswith(title) and d.bottom > TOP)
    here = [d for d in drawn(form)[0] if d.page == page]
    units = [d for d in here if d.text.strip() == "Người"]
    figures = [d for d in here if d.text.strip().isdecimal() and d.left > units[0].right]

    assert len({round(unit.middle) for unit in units}) == 1
    assert len({round(figure.right) for figure in figures}) == 1


def test_the_outline_of_the_pdf_names_every_heading(form: str) -> None:
    with pypdfium2.PdfDocument(pdf(whole_head(form))[0]) as file:
        titles = [entry.get_title() for entry in file.get_toc()]

    edition = sample_session(FORMS[form][0]).filled.plan.edition
    parts = [title for title in titles if title.split(".")[0] in ("I", "II", "III", "IV")]
    tables = {
        "2022": [f"Phụ lục {n}" for n in ("I", "II", "III", "IV", "V", "VI", "VII")],
        "2025": ["PHỤ LỤC", *(f"Biểu mẫu {n}" for n in range(1, 8))],
    }

    assert titles[0] == FORMS[form][1]["part"] and titles[1].startswith("1. ")
    assert len(parts) == len([section for section in edition.sections if section.level == "part"])
    assert [title for title in titles if title.startswith(("Phụ lục", "PHỤ LỤC", "Biểu mẫu"))] == tables[form]


def test_a_heading_is_never_the_last_line_of_a_page(form: str) -> None:
    by_page: dict[int, Drawn] = {}
    for text in (d for d in drawn(form)[0] if d.size == 14 and d.text.strip()):
        if text.page not in by_page or text.bottom > by_page[text.page].bottom:
            by_page[text.page] = text

    assert not [d for page, d in by_page.items() if page < 5 and "Bold" in d.font]


@pytest.mark.parametrize(
    ("form", "key", "words"),
    [
        ("2022", "I.1", "1. Hoạt động chỉ đạo, điều hành"),
        ("2022", "pl4.II.1", "Tổng số biên chế được giao trong năm"),
        ("2022", "pl7.7", "Số cơ quan chuyên môn cấp tỉnh, đơn vị"),
        ("2022", "footer.signer", "Nguyễn Văn A"),
        ("2022", "header.number", "Số: 415/BC-VP"),
        ("2025", "I.2", "2. Đánh giá, cập nhật tiến độ"),
        ("2025", "IV", "IV. PHƯƠNG HƯỚNG"),
        ("2025", "bm7.4.3", "Tỷ lệ hồ sơ trực tuyến toàn trình"),
        ("2025", "footer.signer", "Nguyễn Văn A"),
        ("2025", "header.number", "Số: 468/BC-UBND"),
    ],
)
def test_the_places_given_to_the_preview_are_where_the_words_are(form: str, key: str, words: str) -> None:
    place = pdf(whole_head(form))[1].of(key)
    text = next(d for d in drawn(form)[0] if d.text.startswith(words))
    top, left = place.top * MM, place.left * MM

    assert place.page == text.page
    assert top - 1 <= text.top and text.bottom <= top + place.height * MM + 1.5
    assert left - 1 <= text.left and text.right <= left + place.width * MM + 1
