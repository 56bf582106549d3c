"""Footnotes in a Word file: real ones, with every word, in a file that is always the same."""

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

from desktop_app.composing.compose import compose
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.dump import words
from desktop_app.documents.model import Document
from desktop_app.documents.settings import PrintSettings
from tests.support.printed import docx_words, part, sample_docx
from tests.support.real import sample_session


def noted(**texts: str) -> Document:
    return compose(sample_session(**texts).filled, PrintSettings())


def test_a_footnote_is_words_own_with_its_number_at_both_places() -> None:
    content = write_docx(noted(I__1="Một[chú thích: <b> & ⏎ hai], ba[chú thích: bốn]."))
    notes, body = part(content, "word/footnotes.xml"), part(content, "word/document.xml")

    assert re.findall(r'<w:footnote w:id="(\d+)"', notes) == ["1", "2"]
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', body) == ["1", "2"]
    assert notes.count("<w:footnoteRef/>") == 2
    assert "&lt;b&gt; &amp;" in notes
    assert 'w:val="FootnoteText"' in notes


def test_the_package_names_the_part_and_the_settings_its_separators() -> None:
    content = write_docx(noted(I__1="Một[chú thích: hai]"))

    assert "footnotes+xml" in part(content, "[Content_Types].xml")
    assert "relationships/footnotes" in part(content, "word/_rels/document.xml.rels")
    settings = part(content, "word/settings.xml")
    assert settings.index("<w:footnotePr") < settings.index("<w:compat")
    assert {"FootnoteText", "FootnoteReference"} <= {
        style.style_id for style in docx.Document(io.BytesIO(content)).styles
    }


def test_every_word_of_seventeen_footnotes_stands_in_the_file() -> None:
    document = compose(sample_session("2025-y").filled, PrintSettings())
    content = write_docx(document)

    assert docx_words(content) == words(document)
    assert write_docx(document) == content


def test_a_file_without_footnotes_has_no_part_for_them(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(sample_docx())

    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert "word/footnotes.xml" not in package.namelist()


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_another_program_prints_them_at_the_foot_of_their_page(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(write_docx(noted(I__1="Một[chú thích: Chuthichmot]")))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/p", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(file)], check=True, timeout=120)

    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as made:
        text = made[0].get_textpage()
        searched = text.search("Chuthichmot").get_next()
        assert searched is not None
        _, bottom, _, top = text.get_charbox(searched[0])
    assert 50 < bottom < top < 90  # points above the lower edge; the margin has 57
