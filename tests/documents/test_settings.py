"""What the law leaves open has its range; what is outside is refused with the article."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop_app.base.errors import UserFault
from desktop_app.documents.fonts import find_families
from desktop_app.documents.metrics import MM_PER_POINT, text_width
from desktop_app.documents.pdf_fonts import Face
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.styles import STYLES, size_of


@pytest.mark.parametrize(
    "outside",
    [
        {"left": 29},
        {"left": 36},
        {"right": 14},
        {"top": 26},
        {"body_size": 12},
        {"line": 1.6},
        {"spacing": 5},
        {"indent": 11},
    ],
)
def test_a_value_outside_its_range_is_refused_with_the_article(outside: dict[str, float]) -> None:
    with pytest.raises(UserFault, match="Nghị định 30/2020/NĐ-CP"):
        PrintSettings(**outside)


def test_every_style_lies_in_its_lawful_range() -> None:
    for style in STYLES.values():
        for body in (13, 14):
            assert style.least <= size_of(style, PrintSettings(body_size=body)) <= style.most, style.name


@pytest.mark.parametrize("text", ["Độc lập - Tự do - Hạnh phúc", "VĂN PHÒNG UBND TỈNH", "Sở, ngành (ơ ư đ)"])
@pytest.mark.parametrize("bold", [False, True])
def test_the_width_of_a_text_is_that_of_the_face_it_is_printed_in(text: str, bold: bool) -> None:
    face = Face(find_families()[0])
    printed = stringWidth(text, face.names[bold, False], 13) * MM_PER_POINT

    assert text_width(text, 13, bold) == pytest.approx(printed, rel=0.025)
