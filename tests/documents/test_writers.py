"""Both writers print the same words, and place them by the one table of styles."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.docx_xml import style_id
from desktop_app.documents.dump import words
from desktop_app.documents.fonts import find_families
from desktop_app.documents.model import Cell, Document, Ending, PageSection, Row, Table, plain
from desktop_app.documents.pdf_writer import write_pdf
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.styles import STYLES, size_of
from tests.support.printed import (
    docx_words,
    letters,
    part,
    pdf,
    pdf_drawn,
    pdf_pages,
    pdf_words,
    sample_document,
    sample_docx,
    sample_pdf,
)

HOSTILE = "<b>không đậm</b> & {PAGE} =1+1 </w:t> \x00\x07 \u202e ﷽ e\u0302\u0301 \U0001f600 \ufffe hết"


def document(*blocks: object, **settings: object) -> Document:
    return Document("Thử", (PageSection(blocks),), PrintSettings(**settings))


def cell_table(text: str, rows: int = 1) -> Table:
    cells = (Cell((plain("cell_center", "1"),)), Cell((plain("cell", text),)))
    head = Row((Cell((plain("table_head", "STT"),)), Cell((plain("table_head", "Chỉ tiêu"),))))
    return Table((20, 145), (Row(cells),) * rows, head=(head,))


def test_the_word_file_has_exactly_the_words_of_the_document() -> None:
    assert docx_words(sample_docx()) == words(sample_document())


def test_the_pdf_has_the_same_letters_in_the_same_order() -> None:
    """Nothing between two words but page numbers and the heads that tables repeat."""
    text = pdf_drawn(sample_pdf()[0])
    place = 0
    for word in words(sample_document()):
        found = text.find(word, place, place + 150)
        assert found >= 0, (word, text[place : place + 80])
        place = found + len(word)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(sample_document()) == sample_docx()
    assert pdf(sample_document())[0] == sample_pdf()[0]


def test_pages_are_numbered_from_each_sections_second_page() -> None:
    pages = pdf_pages(sample_pdf()[0])
    first = next(n for n, text in enumerate(pages) if "Phụ lục I\r" in text or "Phụ lục I\n" in text)

    assert pages[1].split()[0] == "2"
    assert pages[first].split()[0] == "Phụ"
    assert pages[first + 1].split()[0] == "2"


def test_the_times_face_is_embedded() -> None:
    content = sample_pdf()[0]

    assert b"/FontFile2" in content
    assert re.search(rb"/BaseFont /[A-Z+]*[\w+-]*(Liberation|Times|Tinos)", content)


def test_every_font_that_a_page_lists_is_embedded() -> None:
    for page in PdfFileReader(io.BytesIO(sample_pdf()[0])).root["/Pages"]["/Kids"]:
        fonts = page.get_object()["/Resources"]["/Font"]
        assert len(fonts) == 4
        for name in fonts:
            assert "/FontFile2" in fonts[name]["/FontDescriptor"], fonts[name]["/BaseFont"]


def test_nothing_of_the_template_is_left_in_the_word_file() -> None:
    with zipfile.ZipFile(io.BytesIO(sample_docx())) as package:
        names = set(package.namelist())
        texts = " ".join(package.read(name).decode("utf-8") for name in sorted(names))

    assert names == {
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
        "word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml", "word/header1.xml",
        "word/settings.xml", "word/styles.xml", "word/theme/theme1.xml", "word/webSettings.xml",
    }  # fmt: skip
    assert not re.search(r"rsid|thumbnail|customXml|stylesWithEffects|python-docx|numbering", texts)


def test_every_page_of_the_pdf_is_a4() -> None:
    with pypdfium2.PdfDocument(sample_pdf()[0]) as file:
        sizes = {tuple(round(side) for side in page.get_size()) for page in file}

    assert sizes == {(595, 842)}


def test_the_styles_table_stands_in_the_word_file() -> None:
    word = docx.Document(io.BytesIO(sample_docx()))
    by_id = {style.style_id: style for style in word.styles}

    for name, style in STYLES.items():
        if style.seldom:
            assert style_id(name) not in by_id
            continue
        written = by_id[style_id(name)]
        assert written.font.size.pt == size_of(style, PrintSettings()), name
        assert bool(written.font.bold) == style.bold, name
        assert bool(written.font.italic) == style.italic, name


def test_headings_are_words_own_so_that_the_navigation_pane_shows_them() -> None:
    word = docx.Document(io.BytesIO(sample_docx()))
    headings = [p.text for p in word.paragraphs if p.style.name.lower() == "heading 1"]

    assert headings[:2] == ["I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "II. KẾT QUẢ THỰC HIỆN"]


def test_every_section_restarts_its_page_numbers_and_hides_the_first() -> None:
    body = docx.Document(io.BytesIO(sample_docx())).element.body
    sections = list(body.iter(qn("w:sectPr")))

    assert len(sections) == 8
    for section in sections:
        assert section.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert section.find(qn("w:titlePg")) is not None


def test_margins_are_those_of_the_settings() -> None:
    content = write_docx(document(plain("body", "x"), left=35, right=20, top=25, bottom=25))
    section = docx.Document(io.BytesIO(content)).sections[0]

    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [35, 20]
    assert [round(side.mm) for side in (section.top_margin, section.bottom_margin)] == [25, 25]


def test_table_heads_are_repeated_on_every_page() -> None:
    pages = pdf_pages(pdf(document(cell_table("một dòng", rows=90)))[0])

    assert len(pages) > 1
    assert all("Chỉ tiêu" in page for page in pages)
    assert "<w:tblHeader/>" in part(write_docx(document(cell_table("một dòng"))), "word/document.xml")


def test_a_cell_taller_than_three_pages_splits_and_loses_nothing() -> None:
    text = " ".join(f"từ{n}" for n in range(2600))
    made = document(cell_table(text))

    pages = pdf_pages(pdf(made)[0])

    assert len(pages) > 2
    assert letters(words(made)[3:]) in letters([re.sub(r"^\d+|STT\s*Chỉ tiêu", "", p.strip()) for p in pages])
    assert docx_words(write_docx(made)) == words(made)


def test_the_signature_never_stands_alone_on_a_page() -> None:
    signature = Table((80, 85), (Row((Cell(), Cell((plain("signer", "Nguyễn Văn A"),)))),), ruled=False)
    alone: dict[int, list[str]] = {}
    for filling in range(30, 46):
        body = [plain("body", f"Đoạn {n}") for n in range(filling)]
        last = plain("body", "Câu kết của báo cáo này " * 12)
        last_page = pdf_pages(pdf(document(*body, Ending(last, signature)))[0])[-1]
        assert "Nguyễn Văn A" in last_page
        if "Đoạn" not in last_page:
            alone[filling] = [line for line in last_page.splitlines() if "Câu kết" in line]

    assert alone, "the signer came to the top of a page with none of these fillings"
    assert all(len(lines) >= 2 for lines in alone.values()), alone


@pytest.mark.parametrize("text", [HOSTILE, "", " ", "a" * 400, "\n\n", "x" * 3000 + " y"])
def test_any_text_becomes_a_file_and_never_markup(text: str) -> None:
    made = document(plain("body", text), cell_table(text))

    content, word = pdf(made)[0], write_docx(made)

    assert letters(words(made)[:1]) in letters(pdf_pages(content))
    assert docx.Document(io.BytesIO(word))
    assert "instrText" not in part(word, "word/document.xml")
    if "<b>" in text:
        assert "<b>không đậm</b>" in " ".join(docx_words(word))
        assert "<b>không" in " ".join(pdf_pages(content))


def test_a_form_may_begin_with_a_lower_heading() -> None:
    content = pdf(document(plain("item", "a) Một"), plain("part", "I. HAI"), plain("item", "b) Ba")))[0]
    with pypdfium2.PdfDocument(content) as file:
        outline = [(entry.level, entry.get_title()) for entry in file.get_toc()]

    assert outline == [(0, "a) Một"), (0, "I. HAI"), (1, "b) Ba")]


@pytest.mark.parametrize("text", ["chữ " * 5000, "x" * 3000, "\n".join(["dòng"] * 300)])
def test_a_signature_that_no_page_can_hold_is_split_and_loses_nothing(text: str) -> None:
    lines = tuple(plain("authority", line) for line in text.split("\n"))
    signature = Table((80, 85), (Row((Cell(), Cell(lines))),), ruled=False)
    for filling in (0, 36, 37, 38, 39, 40):
        body = [plain("body", f"Đoạn {n}") for n in range(filling)]
        content = pdf(document(*body, Ending(plain("body", "Câu kết " * 60), signature)))[0]
        drawn = re.sub(r"\d", "", pdf_drawn(content))

        assert drawn.endswith("Câukết" * 60 + letters([text])), filling


@pytest.mark.parametrize("title", ["a\0b", "\ud800", "\x1b", "x" * 9000])
def test_any_title_stands_in_the_properties(title: str) -> None:
    made = Document(title, (PageSection((plain("body", "x"),)),), PrintSettings())

    assert docx.Document(io.BytesIO(write_docx(made))).core_properties.title
    assert pdf(made)[0]


def test_places_say_where_each_key_is_printed() -> None:
    content, places = sample_pdf()
    place = places.of("pl7.6.1")

    assert place is not None
    assert "6.1" in pdf_pages(content)[place.page]
    assert places.at(place.page, place.left + 5, place.top + 2) == "pl7.6.1"
    assert places.at(place.page, 5, place.top + 2) == "pl7.6.1"


def test_a_page_can_be_stopped() -> None:
    class Enough(Exception):
        pass

    def stop(page: int) -> None:
        if page == 2:
            raise Enough

    with pytest.raises(Enough):
        write_pdf(sample_document(), find_families(), stop)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_reads_every_word_of_the_word_file(tmp_path: Path) -> None:
    (tmp_path / "r.docx").write_bytes(sample_docx())
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "r.docx"],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    theirs = (tmp_path / "r.pdf").read_bytes()
    missing = set(words(sample_document())) - set(pdf_words(theirs))

    assert not {word for word in missing if letters([word]) not in letters(pdf_words(theirs))}
    assert abs(len(pdf_pages(theirs)) - len(pdf_pages(sample_pdf()[0]))) <= 1
