"""Numbers that nobody should write: every reader of numbers goes through them without a fault."""

from __future__ import annotations

import pytest

from desktop_app.proofreading.context import Context
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.reader import READERS, Reader
from tests.proofreading.test_hostile_texts import ORDINARY, PAGE, TEXTS
from tests.support.real import sample_session

OURS = [reader for reader in READERS if "figures" in reader.read.__module__]
NUMBERS = {
    "one number without an end": "1" * 20_000,
    "numbers of sixty digits in a sum": f"{'7' * 60} + {'8' * 60} = {'9' * 60} hồ sơ, đạt {'1' * 60}%. " * 50,
    "parts of a number of sixty digits": f"Có {'9' * 60} hồ sơ, gồm {'1' * 60} hồ sơ và 2 hồ sơ. " * 50,
    "points and commas": "1.2,3.4,,5..6,%7 % / 8 = 9 - . " * 500,
    "a chain of signs": "1 - 2 + 3 = " * 1_000,
    "a list without an end": "Có 9 hồ sơ, gồm " + "1 hồ sơ, " * 3_000,
    "brackets in brackets": "(12 hồ sơ: " * 1_000,
    "fractions": "1/0 0/0 1/2/3 9/8 hồ sơ, đạt 0% " * 500,
    "nothing of nothing": "Có 0 hồ sơ, trong đó 0 hồ sơ đúng hạn, đạt 0%; giảm từ 0 xuống 0, giảm 0%. " * 100,
    "cumulative": "Lũy kế 0 - 0 = 0; trong kỳ lũy kế lũy kế 9.999 " * 300,
    "a page in one line": ORDINARY.replace("\n", " ") * 10,
}


@pytest.mark.parametrize("reader", OURS, ids=lambda reader: reader.name)
@pytest.mark.parametrize("name", TEXTS | NUMBERS)
def test_a_reader_of_numbers_goes_through_any_text(name: str, reader: Reader) -> None:
    text = (TEXTS | NUMBERS)[name]
    session = sample_session("2025-y")
    context = Context(session.filled, sample_session("2025-q3").filled)

    for finding in reader.read(context, [Passage("I.1", text), Passage("II.2.c", text[:PAGE])]):
        assert (finding.keys and finding.level != "error") or finding.code == "sum.equation"
        if finding.span:
            begin, end = finding.span
            assert 0 <= begin < end <= len(text)
