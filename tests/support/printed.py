"""Exported files opened again: their words in order, with running heads and numbers left out."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import docx
import pypdfium2
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from desktop_app.composing.compose import compose
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.fonts import find_families
from desktop_app.documents.model import Document
from desktop_app.documents.pdf_pages import Area, PdfPages
from desktop_app.documents.pdf_writer import write_pdf
from desktop_app.documents.print_positions import PrintPositions
from desktop_app.documents.settings import PrintSettings
from tests.support.real import sample_session


@cache
def sample_document(settings: PrintSettings | None = None) -> Document:
    """The first sample, composed."""
    return compose(sample_session().filled, settings or PrintSettings())


def pdf(document: Document) -> tuple[bytes, PrintPositions]:
    """The document as PDF with the fonts of this computer."""
    return write_pdf(document, find_families())


@cache
def sample_pdf() -> tuple[bytes, PrintPositions]:
    """The first sample as PDF."""
    return pdf(sample_document())


@cache
def sample_docx() -> bytes:
    """The first sample as Word file."""
    return write_docx(sample_document())


def docx_words(content: bytes) -> list[str]:
    """Every word of the body in its order, then of the footnotes; table heads stand once in a Word file."""
    word = docx.Document(io.BytesIO(content))
    text: list[str] = []
    trees = [word.element.body]
    if any(str(piece.partname) == "/word/footnotes.xml" for piece in word.part.package.iter_parts()):
        trees.append(parse_xml(part(content, "word/footnotes.xml").encode()))
    for paragraph in (p for tree in trees for p in tree.iter(qn("w:p"))):
        parts = [
            " " if node.tag in (qn("w:br"), qn("w:tab")) else node.text or ""
            for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        ]
        text.append("".join(parts))
    return " ".join(text).split()


def pdf_pages(content: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(content) as file:
        return [page.get_textpage().get_text_bounded() for page in file]


def darkness(pages: PdfPages, page: int) -> float:
    """How much of a page is ink: 0 is an empty page, 1 a black one."""
    width, height = (round(side) for side in pages.sizes[page])
    pixels = bytearray(b"\xff") * (width * height * 4)
    pages.draw(page, (width, height), Area(0, 0, width, height), memoryview(pixels))
    return 1 - sum(pixels) / len(pixels) / 255


def pdf_words(content: bytes) -> list[str]:
    """Every word of all pages in the order of the page, as a reader of the page sees them."""
    return " ".join(pdf_pages(content)).replace("\ufffe", "").split()


def pdf_drawn(content: bytes) -> str:
    """All letters in the order in which they were written into the file."""
    drawn: list[str] = []
    with pypdfium2.PdfDocument(content) as file:
        for page in file:
            text = page.get_textpage()
            kinds = [pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
            drawn += [piece.extract() for piece in page.get_objects(filter=kinds, textpage=text)]
    return letters(drawn)


def letters(words: list[str]) -> str:
    """The letters alone: line ends inside a cell make no difference."""
    return re.sub(r"\s+", "", "".join(words))


def part(content: bytes, name: str) -> str:
    """The XML of one part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()
