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

COMPONENTS = {
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
"""Every component of the table that a report has, with words of the sample that show it."""

CENTRED = ("kind", "appendix_number", "appendix_title", "attached", "page_number", "addressee")


def whole_head() -> Document:
    """The sample with the two components that it lacks."""
    basis = "Căn cứ thứ nhất\nCăn cứ thứ hai"
    session = sample_session(header__addressee="Sở Nội vụ", header__legal_basis=basis)
    return compose(session.filled, PrintSettings())


@cache
def drawn() -> tuple[list[Drawn], list[Drawn]]:
    session = sample_session(
        header__addressee="Sở Nội vụ", header__legal_basis="Căn cứ thứ nhất\nCăn cứ thứ hai"
    )
    return measured(pdf(compose(session.filled, PrintSettings()))[0])


@cache
def written() -> list[Paragraph]:
    session = sample_session(
        header__addressee="Sở Nội vụ", header__legal_basis="Căn cứ thứ nhất\nCăn cứ thứ hai"
    )
    word = docx.Document(io.BytesIO(write_docx(compose(session.filled, PrintSettings()))))
    return [Paragraph(element, word._body) for element in word.element.body.iter(qn("w:p"))]


def of(name: str) -> Drawn:
    """The first stretch of text that shows the component."""
    words = COMPONENTS[name]
    if name == "page_number":
        return next(d for d in drawn()[0] if d.text.strip() == words and d.page == 1)
    return next(d for d in drawn()[0] if d.text.startswith(words))


@pytest.mark.parametrize("name", COMPONENTS)
def test_size_and_face_in_the_pdf(name: str) -> None:
    style, text = STYLES[name], of(name)

    assert text.size == pytest.approx(size_of(style, PrintSettings()), abs=0.01)
    assert ("Bold" in text.font, "Italic" in text.font) == (style.bold, style.italic), text.font
    assert not style.upper or text.text == text.text.upper()


@pytest.mark.parametrize("name", [name for name in COMPONENTS if name != "page_number"])
def test_size_and_face_and_place_in_the_word_file(name: str) -> None:
    style = STYLES[name]
    paragraph = next(p for p in written() if p.text.startswith(COMPONENTS[name]))
    form = paragraph.style
    before, after, line = spacing_of(style, PrintSettings())

    assert form.style_id == style_id(name)
    assert form.font.size.pt == size_of(style, PrintSettings())
    assert (bool(form.font.bold), bool(form.font.italic)) == (style.bold, style.italic)
    assert form.paragraph_format.alignment == _ALIGNMENTS[style.align]
    assert form.paragraph_format.line_spacing == line
    assert (form.paragraph_format.space_before.pt, form.paragraph_format.space_after.pt) == (before, after)


_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def test_every_text_keeps_to_the_margins() -> None:
    for text in (d for d in drawn()[0] if d.text.strip() and not d.text.strip().isdecimal()):
        assert text.left >= LEFT - NEAR and text.right <= 210 - RIGHT + NEAR, text
        assert text.top >= TOP - NEAR and text.bottom <= 297 - BOTTOM + NEAR, text


@pytest.mark.parametrize("name", CENTRED)
def test_what_is_centred_stands_in_the_middle_of_the_text(name: str) -> None:
    assert of(name).middle == pytest.approx(TEXT_MIDDLE, abs=NEAR)


def test_the_page_number_stands_inside_the_top_margin() -> None:
    number = of("page_number")

    assert number.top > 0 and number.bottom < TOP


def test_motto_under_national_name_and_agency_under_its_parent() -> None:
    assert of("motto").middle == pytest.approx(of("national_name").middle, abs=NEAR)
    assert of("motto").top > of("national_name").bottom
    assert of("agency").middle == pytest.approx(of("parent_agency").middle, abs=NEAR)
    assert of("agency").top > of("parent_agency").bottom - 0.5
    assert of("national_name").left > of("agency").right


def test_number_and_date_stand_on_one_line_under_their_columns() -> None:
    """Capitals of both lines end at the same height; "," and "g" reach below it."""
    number, date = of("number"), of("place_date")

    assert number.top == pytest.approx(date.top, abs=NEAR)
    assert date.middle == pytest.approx(of("motto").middle, abs=NEAR)
    assert number.middle == pytest.approx(of("agency").middle, abs=2)


def test_the_rules_have_their_lawful_lengths() -> None:
    agency, motto, subject = (line for line in drawn()[1][:3])

    assert motto.width == pytest.approx(of("motto").width, abs=1.2)
    assert motto.middle == pytest.approx(of("motto").middle, abs=NEAR)
    assert 1 / 3 <= agency.width / of("agency").width <= 1 / 2
    assert agency.middle == pytest.approx(of("agency").middle, abs=NEAR)
    assert 1 / 3 <= subject.width / of("subject").width <= 1 / 2
    assert subject.middle == pytest.approx(TEXT_MIDDLE, abs=NEAR)


def test_the_rules_of_the_word_file_are_as_long() -> None:
    lines = [p for p in written() if p._p.find(f".//{qn('w:pBdr')}") is not None]
    indents = [p.paragraph_format.left_indent.mm + p.paragraph_format.right_indent.mm for p in lines]
    agency, motto, subject = drawn()[1][:3]
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
def test_first_lines_are_indented(name: str) -> None:
    assert of(name).left == pytest.approx(LEFT + PrintSettings().indent, abs=NEAR)


def test_the_body_is_justified() -> None:
    """Every line but the last of a paragraph ends at the right margin."""
    on_page = [d for d in drawn()[0] if d.page == 1 and d.top > TOP]
    lines = [d for d in on_page if d.size == 14 and "Bold" not in d.font]
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if b.left < LEFT + 2]

    assert len(pairs) > 8
    assert all(above.right == pytest.approx(210 - RIGHT, abs=NEAR) for above, _ in pairs)


def test_the_signature_block_is_level_and_has_room_for_ink() -> None:
    assert of("recipients_head").top == pytest.approx(of("authority").top, abs=1.5)
    assert of("recipients_head").left < 35
    assert of("signer").middle == pytest.approx(of("authority").middle, abs=NEAR)
    assert of("signer").top - of("authority").bottom > 25


def test_figures_stand_at_the_right_and_units_in_the_middle_of_their_columns() -> None:
    page = next(d.page for d in drawn()[0] if d.text.startswith("CẢI CÁCH CHẾ ĐỘ CÔNG VỤ"))
    here = [d for d in drawn()[0] if d.page == page]
    units = [d for d in here if d.text.strip() == "Người"]
    figures = [d for d in here if d.text.strip().isdecimal() and d.left > units[0].right]

    assert len({round(unit.middle) for unit in units}) == 1
    assert len({round(figure.right) for figure in figures}) == 1


def test_the_outline_of_the_pdf_names_every_heading() -> None:
    with pypdfium2.PdfDocument(pdf(whole_head())[0]) as file:
        titles = [entry.get_title() for entry in file.get_toc()]

    assert titles[:2] == ["I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "1. Hoạt động chỉ đạo, điều hành"]
    assert [title for title in titles if title.startswith("Phụ lục")] == [
        f"Phụ lục {n}" for n in ("I", "II", "III", "IV", "V", "VI", "VII")
    ]


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    by_page: dict[int, Drawn] = {}
    for text in (d for d in drawn()[0] if d.size == 14 and d.text.strip()):
        if text.page not in by_page or text.bottom > by_page[text.page].bottom:
            by_page[text.page] = text

    assert not [d for page, d in by_page.items() if page < 5 and "Bold" in d.font]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("I.1", "1. Hoạt động chỉ đạo, điều hành"),
        ("pl4.II.1", "Tổng số biên chế được giao trong năm"),
        ("pl7.7", "Số cơ quan chuyên môn cấp tỉnh, đơn vị"),
        ("footer.signer", "Nguyễn Văn A"),
        ("header.number", "Số: 415/BC-VP"),
    ],
)
def test_the_places_given_to_the_preview_are_where_the_words_are(key: str, words: str) -> None:
    place = pdf(whole_head())[1].of(key)
    text = next(d for d in drawn()[0] if d.text.startswith(words))
    top, left = place.top * MM, place.left * MM

    assert place.page == text.page
    assert top - 1 <= text.top and text.bottom <= top + place.height * MM + 1.5
    assert left - 1 <= text.left and text.right <= left + place.width * MM + 1
