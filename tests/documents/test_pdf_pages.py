"""A finished PDF as pixels: pieces fit together, nothing else is painted over."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from desktop_app.documents.pdf_pages import KEPT_OPEN, Area, PdfPages
from tests.support.printed import darkness, sample_pdf
from tests.support.real import ROOT

SIZE = (300, 424)


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    made = PdfPages()
    made.open(sample_pdf()[0])
    yield made
    made.close()


def drawn(pages: PdfPages, page: int, area: Area) -> bytes:
    target = bytearray(b"\xff") * (area.width * area.height * 4)
    pages.draw(page, SIZE, area, memoryview(target))
    return bytes(target)


def test_pieces_of_a_page_put_together_are_the_page(pages: PdfPages) -> None:
    whole = drawn(pages, 0, Area(0, 0, *SIZE))
    bands = b"".join(
        drawn(pages, 0, Area(0, top, SIZE[0], min(100, 424 - top))) for top in range(0, 424, 100)
    )

    assert bands == whole
    assert min(whole) < 100


def test_every_page_can_be_drawn_also_once_few_are_kept_open(pages: PdfPages) -> None:
    assert len(pages.sizes) > KEPT_OPEN
    inks = [darkness(pages, page) for page in range(len(pages.sizes))]

    assert all(0.001 < ink < 0.3 for ink in inks)
    assert darkness(pages, 0) == inks[0]


def test_another_pdf_takes_the_place_of_the_first(pages: PdfPages) -> None:
    before = darkness(pages, 0)
    pages.open(sample_pdf()[0])
    assert darkness(pages, 0) == before

    pages.close()
    assert (pages.sizes, pages.content) == ((), b"")


def test_an_exit_with_pages_still_open_says_nothing() -> None:
    """The interpreter shuts the library down before it drops what is left of our objects."""
    script = (
        "import pypdfium2\n"
        "from desktop_app.documents.pdf_pages import PdfPages\n"
        "new = pypdfium2.PdfDocument.new(); new.new_page(100, 100)\n"
        "import io; content = io.BytesIO(); new.save(content); new.close()\n"
        "pages = PdfPages(); pages.open(content.getvalue())\n"
        "import gc; file = next(o for o in gc.get_objects() if isinstance(o, pypdfium2.PdfDocument))\n"
        "pypdfium2.PdfDocument.close(file)\n"  # as the library does at the exit
        "pages.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )

    assert (done.stderr, done.returncode) == ("", 0)
