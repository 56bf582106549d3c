"""Findings of the words that are silenced: once, for good, seen and taken back."""

from __future__ import annotations

import pytest

from desktop_app.checking.findings import Finding
from desktop_app.proofreading.reader import proofread
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.session import Session
from desktop_app.reports.silencing import (
    Silence,
    apart,
    for_good,
    read_always,
    silence_of,
    silences,
    silencing,
    write_always,
)
from tests.support.real import sample_session

SLIPS = "Sở đã chỉ đạo các các phòng rà soát.\nKết quả được được công khai."


@pytest.fixture(params=["2023-q2", "2025-y"])
def session(request: pytest.FixtureRequest) -> Session:
    """A sample of each form with two doubled words in I.1."""
    opened = sample_session(request.param)
    opened.edit("I.1", write_prose(from_plain(SLIPS)))
    return opened


def doubled(filled: FilledReport, always: frozenset[Silence] = frozenset()) -> list[Finding]:
    return [f for f in proofread(filled, always=always) if f.code == "word.double"]


def test_a_silenced_finding_is_silent_and_its_neighbour_is_not(session: Session) -> None:
    first, second = doubled(session.filled)
    session.edit(*silencing(session.filled.entries, silence_of(session.filled, first)))

    assert doubled(session.filled) == [second]


def test_it_stays_silent_when_words_before_it_move(session: Session) -> None:
    first, _ = doubled(session.filled)
    session.edit(*silencing(session.filled.entries, silence_of(session.filled, first)))
    session.edit("I.1", write_prose(from_plain(f"Một câu mới ở trước.\n{SLIPS}")))

    assert [f.found for f in doubled(session.filled)] == ["được được"]


def test_silence_is_an_edit_that_undo_takes_back(session: Session) -> None:
    first, _ = doubled(session.filled)
    session.edit(*silencing(session.filled.entries, silence_of(session.filled, first)))
    session.undo()

    assert len(doubled(session.filled)) == 2


def test_what_is_silenced_is_listed_and_speaks_again_when_taken_back(session: Session) -> None:
    for finding in doubled(session.filled):
        session.edit(*silencing(session.filled.entries, silence_of(session.filled, finding)))
    listed = silences(session.filled.entries)
    assert [silence.words for silence in listed] == ["các các", "được được"]

    session.edit(*silencing(session.filled.entries, listed[0], silent=False))

    assert [f.found for f in doubled(session.filled)] == ["các các"]
    assert [silence.words for silence in silences(session.filled.entries)] == ["được được"]


def test_for_good_is_silent_wherever_the_words_stand(session: Session) -> None:
    first, _ = doubled(session.filled)
    always = frozenset([for_good(silence_of(session.filled, first))])
    session.edit("III.1", write_prose(from_plain("Đã giao các các đơn vị.")))

    assert [f.found for f in doubled(session.filled, always)] == ["được được"]


def test_what_is_silenced_is_no_word_of_the_report(session: Session) -> None:
    first, _ = doubled(session.filled)
    key, text = silencing(session.filled.entries, silence_of(session.filled, first))
    session.edit(key, text)

    assert key in session.filled.entries
    assert key not in session.filled.texts()


def test_those_that_speak_and_those_that_do_not_are_all_there_is(session: Session) -> None:
    found = proofread(session.filled)
    first = next(f for f in found if f.code == "word.double")
    session.edit(*silencing(session.filled.entries, silence_of(session.filled, first)))
    spoken, quiet = apart(session.filled, found)

    assert quiet == [first]
    assert len(spoken) + len(quiet) == len(found)


@pytest.mark.parametrize("stored", ["", "no list", '{"a": 1}', "[[1, 2]]", "[" * 5000])
def test_a_preference_that_cannot_be_read_silences_nothing(stored: str) -> None:
    assert read_always(stored) == frozenset()


def test_what_is_silenced_for_good_is_read_as_it_was_written() -> None:
    always = {Silence("word.syllable", "kbang"), Silence("offer.write_out", "UBND «x»")}

    assert read_always(write_always(always)) == always
