"""The memory of the proof-reader: only what a change touches is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage, passages
from desktop_app.proofreading.reader import ProofReader, Reader
from desktop_app.reports.prose import from_plain, write_prose
from tests.support.real import sample_session

SAID = Words("Câu có chữ «hồ sơ».", "Xem lại.")


def files_named(context: Context, texts: Iterable[Passage]) -> Iterator[Finding]:
    """A reader that finds the first «hồ sơ» of each passage."""
    for key, text in texts:
        if (place := text.find("hồ sơ")) >= 0:
            yield context.finding("TEST", "note", (key,), (place, place + 5), SAID)


ALONE = Reader("alone", files_named, alone=True)
TOGETHER = Reader("together", files_named)


def test_a_report_read_twice_is_read_once() -> None:
    filled = sample_session("2025-y").filled
    reader = ProofReader([ALONE])
    first = reader.read(filled)
    assert reader.read_again == {passage.key for passage in passages(filled)}

    assert reader.read(filled) == first
    assert not reader.read_again


def test_after_one_paragraph_only_its_passage_is_read_again() -> None:
    session = sample_session("2025-y")
    reader = ProofReader([ALONE])
    before = reader.read(session.filled)
    session.edit("II.2.c", write_prose(from_plain("Không nói gì.")))

    after = reader.read(session.filled)

    assert reader.read_again == {"II.2.c"}
    assert {f.keys[0] for f in before} - {f.keys[0] for f in after} == {"II.2.c"}
    assert after == ProofReader([ALONE]).read(session.filled)


def test_a_passage_that_is_gone_takes_its_findings_along() -> None:
    session = sample_session("2025-y")
    reader = ProofReader([ALONE])
    reader.read(session.filled)
    session.edit("II.2.c", "")

    assert "II.2.c" not in {finding.keys[0] for finding in reader.read(session.filled)}
    assert not reader.read_again


def test_the_day_of_the_report_is_read_with_every_passage() -> None:
    session = sample_session("2025-y")
    reader = ProofReader([ALONE])
    reader.read(session.filled)
    session.edit("header.date", "19/12/2025")
    reader.read(session.filled)

    assert len(reader.read_again) > 30


def test_a_reading_that_is_stopped_begins_where_it_was() -> None:
    filled = sample_session("2025-y").filled
    whole = ProofReader([ALONE, TOGETHER]).read(filled)
    reader = ProofReader([ALONE, TOGETHER])
    left = 10

    def stop_after_ten() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reader.read(filled, None, stop_after_ten)
    assert reader.read(filled) == whole
    assert 0 < len(reader.read_again) < len(list(passages(filled))) - 5


def test_what_places_say_together_is_read_again_when_a_figure_moves() -> None:
    session = sample_session("2025-y")
    looked: list[str] = []

    def together(context: Context, texts: Iterable[Passage]) -> Iterator[Finding]:
        looked.append(context.filled.text("bm1.1"))
        yield from files_named(context, texts)

    reader = ProofReader([Reader("together", together)])
    reader.read(session.filled)
    reader.read(session.filled)
    session.edit("bm1.1", "28")
    reader.read(session.filled)

    assert looked == ["27", "28"]


def test_a_finding_of_the_prose_stands_in_the_order_of_the_form_behind_those_of_the_figures() -> None:
    filled = sample_session("2025-y").filled
    found = ProofReader([ALONE]).read(filled)
    places = [filled.plan.order.get(f.keys[0].removeprefix("note."), 0) for f in found]

    assert places == sorted(places)
    assert all(f.found_by == "prose" and f.order >= len(filled.plan.checks) for f in found)
