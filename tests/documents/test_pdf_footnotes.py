"""Footnotes in a PDF: on the page of their number, at its foot, and on the next pages where they must."""

from __future__ import annotations

import random
import re

import pypdfium2
import pytest

from desktop_app.composing.compose import compose
from desktop_app.documents.dump import words
from desktop_app.documents.model import Document
from desktop_app.documents.settings import PrintSettings
from tests.support.printed import letters, pdf, pdf_drawn, pdf_pages, sample_pdf
from tests.support.real import sample_session

LINE = "Một dòng chú thích có nhiều chữ để đầy một dòng của trang giấy khổ A4"
SENTENCE = "Câu văn có nhiều chữ để đầy trang giấy. " * 5


def noted(**texts: str) -> Document:
    return compose(sample_session(**texts).filled, PrintSettings())


def long_note(lines: int) -> str:
    return f"[chú thích: {' ⏎ '.join(f'Đoạn{n}. {LINE}' for n in range(lines))}]"


def pages_with(pages: list[str], word: str) -> list[int]:
    return [number for number, text in enumerate(pages) if word in text]


def heights(content: bytes, page: int, word: str) -> tuple[float, float]:
    """Lower and upper edge of the word in points above the lower edge of the paper."""
    with pypdfium2.PdfDocument(content) as file:
        text = file[page].get_textpage()
        found = text.search(word).get_next()
        assert found is not None, word
        boxes = [text.get_charbox(found[0] + n) for n in range(found[1])]
    return min(box[1] for box in boxes), max(box[3] for box in boxes)


def assert_all_drawn(document: Document, content: bytes) -> None:
    drawn = pdf_drawn(content)
    plain = {word for word in words(document) if word.isalpha()}
    assert {word for word in plain if word not in drawn} == set()


def test_each_of_seventeen_footnotes_stands_whole_on_the_page_of_its_number() -> None:
    document = compose(sample_session("2025-y").filled, PrintSettings())
    content, _ = pdf(document)
    pages = [letters([text.replace("\ufffe", "-")]) for text in pdf_pages(content)]

    runs = [run for b in document.sections[0].blocks for run in getattr(b, "runs", ()) if run.note]
    assert len(runs) == 17
    for run in runs:
        assert len(pages_with(pages, letters([run.text, run.note]))) == 1, run.note
    assert_all_drawn(document, content)
    assert pdf(document)[0] == content


def test_a_footnote_stands_at_the_foot_and_its_number_is_small_and_raised() -> None:
    content, _ = pdf(noted(I__1="Đã làm xong[chú thích: Chuthichmot] việc."))

    bottom, top = heights(content, 0, "Chuthichmot")
    assert 55 < bottom < top < 72  # the margin has 57 points
    with pypdfium2.PdfDocument(content) as file:
        text = file[0].get_textpage()
        place = text.search("xong1").get_next()[0]
        word, number = (text.get_charbox(place + n) for n in (0, 4))
    assert number[1] > word[1] + 2
    assert number[3] - number[1] < 7


@pytest.mark.parametrize("filler", range(0, 36, 3))
def test_a_list_item_at_the_foot_of_a_page_takes_its_footnote_along(filler: int) -> None:
    lines = ["Dòng."] * filler + [
        f"- Việc này nơitrên{long_note(3)} đã xong. {SENTENCE} và nơidưới[chú thích: Ghidưới] nữa.",
        "+ Việc sau.",
    ]
    document = noted(I__1="\n".join(lines))
    content, _ = pdf(document)
    pages = pdf_pages(content)

    for word, note in (("nơitrên", "Đoạn2"), ("nơidưới", "Ghidưới")):
        (page,) = pages_with(pages, note)
        assert pages_with(pages, word) == [page]
        assert heights(content, page, word)[0] > heights(content, page, note)[1]
    assert_all_drawn(document, content)


@pytest.mark.parametrize("filler", [0, 1, 3, 5, 7])
def test_a_footnote_of_three_pages_begins_with_its_number_and_goes_on(filler: int) -> None:
    lines = [SENTENCE] * filler + [f"Dài nơichú{long_note(140)}. {SENTENCE}", SENTENCE]
    document = noted(I__1="\n".join(lines))
    content, _ = pdf(document)
    pages = pdf_pages(content)

    begun = pages_with(pages, "Đoạn0.")
    assert begun == pages_with(pages, "nơichú")
    (ended,) = pages_with(pages, "Đoạn139.")
    assert ended - begun[0] in (2, 3)
    found = re.findall(r"Đoạn(\d+)\.", " ".join(pages))
    assert [int(number) for number in found] == list(range(140))
    assert_all_drawn(document, content)


def test_a_footnote_of_the_last_words_gets_the_pages_that_it_needs() -> None:
    document = noted(closing=f"Trân trọng{long_note(900)}")
    content, _ = pdf(document)
    pages = pdf_pages(content)

    assert pages_with(pages, "Đoạn899.")[0] < next(
        n for n, t in enumerate(pages) if t.startswith("Phụ lục I")
    )
    assert_all_drawn(document, content)


def test_more_footnotes_in_one_line_than_a_page_holds_are_all_printed() -> None:
    line = "".join(f"từ{n}{long_note(9)} " for n in range(8))
    document = noted(I__1=line, II__1__a=f"- Việc{long_note(2)}{long_note(2)}")

    assert_all_drawn(document, pdf(document)[0])


def test_a_footnote_is_a_note_for_programs_that_read_aloud() -> None:
    assert b"/S/Note" in pdf(noted(I__1="Một[chú thích: hai]"))[0]
    assert b"/S/Note" not in sample_pdf()[0]


@pytest.mark.parametrize("number", range(4))
def test_generated_footnotes_of_any_length_are_all_printed_in_their_order(number: int) -> None:
    chance = random.Random(number)
    lines = []
    for _ in range(24):
        lengths = [chance.choice([1, 1, 2, 4, 20, 70]) for _ in range(chance.randint(0, 3))]
        parts = [f"{SENTENCE * chance.randint(0, 3)} chữ{long_note(length)}" for length in lengths]
        lines.append(chance.choice(["", "- ", "+ "]) + " ".join([*parts, "hết câu."]))
    texts = {"I__1": lines[:8], "II__1__a": lines[8:16], "closing": lines[16:]}
    document = noted(**{key: "\n".join(here) for key, here in texts.items()})
    pages = " ".join(pdf_pages(pdf(document)[0]))

    wanted = re.findall(r"Đoạn(\d+)\.", " ".join(words(document)))
    assert re.findall(r"Đoạn(\d+)\.", pages) == wanted
