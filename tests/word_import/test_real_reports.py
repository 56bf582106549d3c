"""Real reports, where they lie beside the project: every figure in its place, no paragraph lost."""

from __future__ import annotations

import re

import docx
import pytest

from desktop_app.forms.values import read_value
from desktop_app.word_import.likeness import plain_words
from tests.support.real import REFERENCE, real_plan, sample_values
from tests.support.word_files import draft, p, read, row, table, word_file

ANNEX = REFERENCE.parent / "bieu-mau-2025-nam.docx"


@pytest.mark.skipif(not REFERENCE.exists(), reason="the text of the real report is not beside the project")
def test_the_text_of_a_real_report_goes_in_whole() -> None:
    """As it was taken off its pages: tables cut by pages, paragraphs too, nothing bold, reading errors."""
    content = word_file("".join(map(as_blocks, re.split(r"\n\s*\n", REFERENCE.read_text("utf-8")))))
    made, reading = draft(content), read(content)
    plan, figures = real_plan(), sample_values()
    wrong = {
        key for key in plan.indicators if not same(plan, key, figures.get(key, ""), made.texts.get(key, ""))
    }

    assert (str(reading.period), reading.edition_id) == ("2023-Q1", "cchc-2022")
    assert wrong <= {"pl1.3.1"}  # "9 phòng ban, đơn vị": the words are in its note
    assert made.texts["pl1.3.1"] == "9"
    sections = [key for key in plan.sections if plan.is_prose(key)]
    assert [key for key in sections if not made.prose.get(key)] == []
    assert made.texts["header.agency"] == "Văn phòng UBND tỉnh" and made.texts["footer.signer"]
    assert sum(piece.fate == "left" for piece in reading.pieces) <= 3


def as_blocks(text: str) -> str:
    lines = [re.sub(r"<.*?>|\*\*+", "", line) for line in text.split("\n") if line.strip()]
    if "\t" not in text:
        return "".join(p(line.strip()) for line in lines)
    cells = [line.split("\t") for line in lines]
    width = max(map(len, cells))
    return table(*(row(*line, *[""] * (width - len(line))) for line in cells))


def same(plan, key: str, ours: str, theirs: str) -> bool:
    if plan.kind(key) == "heading":
        return True
    one, other = (read_value(plan.kind(key), text, plan.choices(key)) for text in (ours, theirs))
    return one.number == other.number and (one.number is not None or plain_words(ours) == plain_words(theirs))


@pytest.mark.skipif(not ANNEX.exists(), reason="the real annex is not beside the project")
def test_a_real_annex_without_its_report_goes_in_whole() -> None:
    reading = read(ANNEX.read_bytes())
    made = draft(ANNEX.read_bytes())

    assert (str(reading.period), reading.edition_id) == ("2025-Y", "cchc-2025")
    assert [piece for piece in reading.pieces if piece.fate == "left"] == []
    figures = [key for key in made.texts if key.startswith("bm")]
    cells = [r.cells[3].text for t in docx.Document(str(ANNEX)).tables for r in t.rows[2:]]
    assert len(figures) == sum(bool(text.strip()) for text in cells) > 100
    assert (made.texts["bm1.1"], made.texts["bm7.4.5.2"], made.texts["bm6.2"]) == ("24", "261", "9.053")
    assert made.texts["bm5.1.2"] == "-" and made.texts["note.bm5.1.3"] == made.texts["note.bm5.1.1"]
    assert made.texts["note.bm6.2.5"].startswith("Số liệu đơn vị sự nghiệp cấp tỉnh")
    assert "note.bm6.2.6" not in made.texts
