"""Texts that nobody should write: every reader goes through them without a fault."""

from __future__ import annotations

import unicodedata

import pytest

from desktop_app.proofreading.context import Context
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.reader import READERS, Reader
from tests.support.real import sample_session, sample_values

PAGE = 3000
OURS = [
    reader
    for reader in READERS
    if "citations" in reader.read.__module__ or "wording" in reader.read.__module__
]
"""The readers of documents and of wording; those of numbers have their own texts."""
ORDINARY = "\n".join(sample_values("2025-y")[key] for key in ("I.1", "II.2.c", "II.5.a"))
TEXTS = {
    "five hundred pages": (ORDINARY + "\n") * (500 * PAGE // len(ORDINARY)),
    "a paragraph without a space": "cảicáchhànhchính" * 20_000,
    "a word of one letter": "a" * 100_000,
    "one word over and over": "các " * 10_000,
    "numbers of sixty digits": f"Kế hoạch số {'9' * 60}/KH-UBND ngày {'1' * 60}/{'2' * 60}/{'3' * 60}. "
    * 300,
    "days that are none": "Từ 31/02/2023 đến 00/00/0000, ngày 99 tháng 99 năm 9999; giai đoạn 9999 - 0000. "
    * 400,
    "letters in two parts": unicodedata.normalize("NFD", ORDINARY * 20),
    "half of the letters in two parts": ORDINARY + unicodedata.normalize("NFD", ORDINARY),
    "symbols without an end": "01/KH-" * 20_000,
    "kinds without a document": "Kế hoạch Quyết định " * 20_000,
    "laws without an end": "Luật A" + " b" * 10_000,
    "brackets that never close": "(" * 20_000 + "[chú thích: " * 300,
    "signs alone": ',;:.!?“”"()[]-–/ ' * 10_000,
    "dots of an address": "a." * 20_000 + "vn",
    "an address without an end": "x@" * 20_000,
    "letters of an old code": "C¶i c¸ch hµnh chÝnh nhµ n\u00adíc " * 5_000,
    "footnotes in footnotes": "Lời[chú thích: " * 200 + "x" + "]" * 200,
    "digits without an end": "1" * 32_000,
    "numbers of a list without an end": "1." * 10_000 + "1) " * 5_000 + "a) (" * 2_000,
    "blanks alone": " \t\u00a0\u200b" * 20_000,
    "nothing": "",
    "other scripts": "報告書 отчёт تقرير 🙂 " * 5_000,
}


@pytest.mark.parametrize("reader", OURS, ids=lambda reader: reader.name)
@pytest.mark.parametrize("name", TEXTS)
def test_a_reader_goes_through_any_text(name: str, reader: Reader) -> None:
    text = TEXTS[name]
    context = Context(sample_session("2025-y").filled)

    for finding in reader.read(context, [Passage("I.1", text), Passage("closing", text[:PAGE])]):
        assert finding.keys
        if finding.span:
            begin, end = finding.span
            assert 0 <= begin <= end <= len(text)


RUNS = {"digits": "1", "points": "1.", "marks": "a) ", "brackets": "(1) ", "days": "ngày 31/02/2023 "}
LONG = 100_000
"""Letters; a reader that goes back at each of them would need minutes."""


@pytest.mark.timeout(30)
@pytest.mark.parametrize("name", RUNS)
@pytest.mark.parametrize("reader", ["marks", "leftovers"])
def test_an_endless_run_is_read_through(name: str, reader: str) -> None:
    read = next(one.read for one in READERS if one.name == reader)
    context = Context(sample_session("2025-y").filled)
    text = (RUNS[name] * LONG)[:LONG]
    for finding in read(context, [Passage("I.1", text)]):
        assert finding.message
