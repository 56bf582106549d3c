"""The structure of the PDF as a reader of pages aloud finds it: language, title, headings, rows, cells."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pytest
from pypdfium2 import raw

from desktop_app.documents.model import Table
from tests.support.printed import sample_document, sample_pdf


@pytest.fixture
def file() -> Iterator[pypdfium2.PdfDocument]:
    with pypdfium2.PdfDocument(sample_pdf()[0]) as opened:
        yield opened


def words_of(ask: object, element: object) -> str:
    """What the library says of an element, in its UTF-16; it is asked for the length first."""
    size = ask(element, None, 0)
    buffer = (ctypes.c_ushort * ((size + 1) // 2))()
    place = buffer if ask.argtypes[1] is not ctypes.c_void_p else ctypes.cast(buffer, ctypes.c_void_p)
    ask(element, place, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def name_of(mark: object) -> str:
    """The name of a mark on a piece of a page."""
    length, buffer = ctypes.c_ulong(), (ctypes.c_ushort * 50)()
    raw.FPDFPageObjMark_GetName(mark, buffer, 100, length)
    return bytes(buffer)[: length.value].decode("utf-16-le").rstrip("\0")


def elements(page: pypdfium2.PdfPage) -> list[tuple[str, str]]:
    """Kind of each element with content on the page and the kind of what it stands in, in reading order."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    found: list[tuple[str, str]] = []

    def walk(element: object, above: str) -> None:
        kind = words_of(raw.FPDF_StructElement_GetType, element)
        found.append((kind, above))
        for number in range(raw.FPDF_StructElement_CountChildren(element)):
            if below := raw.FPDF_StructElement_GetChildAtIndex(element, number):
                walk(below, kind)

    for number in range(raw.FPDF_StructTree_CountChildren(tree)):
        walk(raw.FPDF_StructTree_GetChildAtIndex(tree, number), "")
    raw.FPDF_StructTree_Close(tree)
    return found


def test_the_file_says_its_language_and_title_and_opens_with_the_outline(file: pypdfium2.PdfDocument) -> None:
    language = words_of(raw.FPDFCatalog_GetLanguage, file)

    assert raw.FPDFCatalog_IsTagged(file)
    assert language == "vi-VN"
    assert file.get_metadata_value("Title") == sample_document().title
    assert file.get_pagemode() == raw.PAGEMODE_USEOUTLINES
    assert b"/DisplayDocTitle true" in sample_pdf()[0]


def test_headings_and_paragraphs_are_told_apart(file: pypdfium2.PdfDocument) -> None:
    kinds = Counter(kind for kind, _ in elements(file[0]))

    assert kinds["H1"] >= 1 and kinds["H2"] >= 2 and kinds["P"] > 10
    assert "Table" not in kinds  # the letterhead is no table but two columns


def test_tables_have_rows_of_cells_and_their_heads_once(file: pypdfium2.PdfDocument) -> None:
    found = [pair for page in file for pair in elements(page)]
    tables = [b for s in sample_document().sections for b in s.blocks if isinstance(b, Table) and b.ruled]
    heads = sum(len(row.cells) for table in tables for row in table.head)

    assert {above for kind, above in found if kind in ("TD", "TH")} == {"TR"}
    assert {above for kind, above in found if kind == "TR"} == {"Table"}
    assert sum(kind == "TH" for kind, _ in found) >= heads


def test_merged_cells_say_how_far_they_reach() -> None:
    assert b"/A<</O/Table/RowSpan 6/ColSpan 1>>" in sample_pdf()[0]
    assert b"/A<</O/Table/RowSpan 1/ColSpan 2>>" in sample_pdf()[0]


def test_everything_on_a_page_is_content_or_is_said_to_be_none(file: pypdfium2.PdfDocument) -> None:
    for page in file:
        for piece in page.get_objects():
            marks = [
                raw.FPDFPageObj_GetMark(piece, number) for number in range(raw.FPDFPageObj_CountMarks(piece))
            ]
            names = [name_of(mark) for mark in marks]
            assert len(names) == 1, names
            assert names[0] == "Artifact" or piece.type == raw.FPDF_PAGEOBJ_TEXT
