"""Titles of several lines: of about one length, no word cut, the same in both files."""

from __future__ import annotations

import io
import itertools

import docx
import pytest
from docx.oxml.ns import qn

from desktop_app.composing.compose import compose
from desktop_app.composing.title_lines import in_lines
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.metrics import text_width
from desktop_app.documents.model import Document, Paragraph
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.styles import STYLES
from tests.support.measured import measured
from tests.support.printed import pdf
from tests.support.real import sample_session

TITLES = {
    "Kết quả thực hiện cải cách hành chính Quý III, phương hướng nhiệm vụ Quý IV năm 2024": (
        "Kết quả thực hiện cải cách hành chính Quý III,",
        "phương hướng nhiệm vụ Quý IV năm 2024",
    ),
    "THỐNG KÊ CÁC CHỈ TIÊU TẠI LĨNH VỰC CẢI CÁCH CHẾ ĐỘ CÔNG VỤ": (
        "THỐNG KÊ CÁC CHỈ TIÊU TẠI LĨNH VỰC",
        "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
    ),
    "THỐNG KÊ CÁC CHỈ TIÊU TẠI LĨNH VỰC: XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ": (
        "THỐNG KÊ CÁC CHỈ TIÊU TẠI LĨNH VỰC: XÂY DỰNG",
        "VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
    ),
}
AGENCIES = {
    "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG": ("ỦY BAN NHÂN DÂN", "TỈNH HÀ GIANG"),
    "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN": ("SỞ NÔNG NGHIỆP", "VÀ PHÁT TRIỂN NÔNG THÔN"),
    "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH": ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"),
    "BAN QUẢN LÝ KHU KINH TẾ VÀ CÁC KHU CÔNG NGHIỆP TỈNH HÀ GIANG": (
        "BAN QUẢN LÝ KHU KINH TẾ",
        "VÀ CÁC KHU CÔNG NGHIỆP",
        "TỈNH HÀ GIANG",
    ),
}
LONG_NAMES = {
    "header__parent_agency": "Ủy ban nhân dân tỉnh Hà Giang",
    "header__agency": "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Hà Giang",
    "header__addressee": "Sở Nội vụ tỉnh Hà Giang",
    "header__legal_basis": "Căn cứ thứ nhất\nCăn cứ thứ hai",
}


def long_names() -> Document:
    return compose(sample_session(**LONG_NAMES).filled, PrintSettings())


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_broken_between_its_parts(title: str) -> None:
    assert tuple(in_lines("subject", title, 165).split("\n")) == TITLES[title]


@pytest.mark.parametrize("name", AGENCIES)
def test_a_name_of_an_agency_is_broken_between_its_words(name: str) -> None:
    assert tuple(in_lines("agency", name, 66).split("\n")) == AGENCIES[name]


@pytest.mark.parametrize("width", [40, 55, 66, 80, 120, 165, 252])
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(width: float) -> None:
    style = STYLES["agency"]
    for name in (*AGENCIES, *TITLES):
        lines = in_lines("agency", name, width).split("\n")

        assert " ".join(lines) == name
        assert all(text_width(line, style.size, bold=True) <= width for line in lines)


def test_what_fits_on_one_line_stays_as_it_is() -> None:
    assert in_lines("agency", "SỞ  NỘI VỤ", 66) == "SỞ  NỘI VỤ"
    assert in_lines("agency", "X" * 200, 66) == "X" * 200
    assert in_lines("agency", "", 66) == ""


def test_both_files_break_titles_at_the_same_places() -> None:
    document = long_names()
    subject = next(
        b for b in document.sections[0].blocks if isinstance(b, Paragraph) and b.style == "subject"
    )
    drawn = [piece.text for piece in measured(pdf(document)[0])[0]]
    word = docx.Document(io.BytesIO(write_docx(document)))
    (written,) = (p for p in word.paragraphs if p.style.style_id == "CCHCSubject")

    lines = subject.text.split("\n")
    assert len(lines) == 2
    assert drawn[(at := drawn.index(lines[0])) : at + 2] == lines
    assert written.text.split("\n") == lines
    assert len(list(written._p.iter(qn("w:br")))) == 1


def test_the_rule_stands_clear_of_the_letters_above_it() -> None:
    """A mark under a capital hangs a quarter of the size below the line of writing."""
    texts, lines = measured(pdf(long_names())[0])
    for rule, words in zip(lines[:3], ("TỈNH HÀ GIANG", "Độc lập", "phương hướng"), strict=True):
        above = [t for t in texts if t.text.startswith(words) and t.page == 0 and t.bottom < rule.top]

        assert above and min(rule.top - t.bottom for t in above) > 0.3, words


def test_there_is_a_gap_between_the_addressee_and_what_the_report_is_based_on() -> None:
    for names, last in (("Sở Nội vụ tỉnh Hà Giang", "Kính gửi:"), ("Sở Nội vụ\nUBND tỉnh", "- UBND tỉnh.")):
        session = sample_session(**{**LONG_NAMES, "header__addressee": names})
        texts, _ = measured(pdf(compose(session.filled, PrintSettings()))[0])
        above = next(t for t in texts if t.text.startswith(last))
        below = next(t for t in texts if t.text.startswith("Căn cứ thứ nhất"))

        assert below.top - above.bottom > 3, names


def test_the_dashes_of_several_addressees_stand_under_the_colon() -> None:
    session = sample_session(header__addressee="Sở Nội vụ\nỦy ban nhân dân tỉnh")
    texts, _ = measured(pdf(compose(session.filled, PrintSettings()))[0])
    word = next(t for t in texts if t.text.startswith("Kính gửi:"))
    names = [t for t in texts if t.text.startswith(("- Sở Nội vụ;", "- Ủy ban nhân dân tỉnh."))][:2]

    assert all(a.top < b.top for a, b in itertools.pairwise((word, *names)))
    assert all(abs(name.left - word.right) < 3 for name in names)
