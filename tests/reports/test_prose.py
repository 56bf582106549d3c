"""Prose in its neutral form: stored, plain, tidy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reports.prose import (
    ProseParagraph,
    ProseRun,
    from_plain,
    read_prose,
    to_plain,
    write_prose,
)
from tests.support.real import SAMPLES, sample_values
from tests.support.runs import full_prose, noted_prose


def test_lines_become_paragraphs_and_list_items() -> None:
    prose = from_plain("Mở đầu\n\n- Một\n+ Hai")

    assert [(p.kind, p.text) for p in prose] == [("text", "Mở đầu"), ("dash", "Một"), ("plus", "Hai")]


@given(st.text(max_size=80))
def test_any_text_survives_being_stored(text: str) -> None:
    prose = from_plain(text)

    assert to_plain(read_prose(write_prose(prose))) == to_plain(prose)


def test_faces_are_kept_and_neighbours_of_one_face_joined() -> None:
    runs = (
        ProseRun("Kết ", bold=True),
        ProseRun("quả", bold=True),
        ProseRun(""),
        ProseRun(" tốt", italic=True),
    )

    (paragraph,) = read_prose(write_prose((ProseParagraph("text", runs),)))

    assert paragraph.runs == (ProseRun("Kết quả", bold=True), ProseRun(" tốt", italic=True))


def test_paragraphs_without_words_are_not_stored() -> None:
    assert write_prose((ProseParagraph("dash", (ProseRun("  "),)),)) == ""


def test_text_that_is_no_stored_prose_is_read_as_plain() -> None:
    assert to_plain(read_prose("Gõ tay\n- một")) == "Gõ tay\n- một"


def test_a_run_keeps_every_field_when_it_is_stored() -> None:
    assert read_prose(write_prose(full_prose())) == full_prose()


def test_a_run_in_two_parts_is_one_with_every_field() -> None:
    (paragraph,) = full_prose()
    plain, full, end = paragraph.runs
    parts = (plain, full.with_text("1"), full.with_text("2"), end)

    assert read_prose(write_prose((ProseParagraph("dash", parts),))) == full_prose()


def test_a_footnote_is_an_anchor_without_text_behind_its_word() -> None:
    (paragraph,) = from_plain("- 04 sở, ngành[chú thích: Gồm: ⏎ Sở A; ⏎ Sở B.] và 11 xã")

    assert paragraph.text == "04 sở, ngành và 11 xã"
    assert paragraph.runs[1] == ProseRun("", note="Gồm:\nSở A;\nSở B.")


@pytest.mark.parametrize(
    "note",
    ["Gồm: 11", "[a]", "a]", "[", "a\\", "\\]", "\\\\", "một\nhai", "[chú thích: trong]", "]["],
)
def test_any_note_comes_back_from_its_plain_spelling(note: str) -> None:
    assert from_plain(to_plain(noted_prose(note, note))) == noted_prose(note, note)


@given(st.text(alphabet="ab[]\\⏎\n :", max_size=12))
def test_any_brackets_in_a_note_survive_both_spellings(note: str) -> None:
    prose = read_prose(write_prose(noted_prose(note, "x")))

    assert from_plain(to_plain(prose)) == prose


@pytest.mark.parametrize("text", ["a[chú thích: ]", "a[chú thích: b", "a[chú thích:]", "[chú thích"])
def test_a_note_without_words_or_end_is_text(text: str) -> None:
    (paragraph,) = from_plain(text)

    assert paragraph.text == text


def test_equal_notes_side_by_side_stay_two() -> None:
    twice = (ProseParagraph("text", (ProseRun("a"), ProseRun("", note="x"), ProseRun("", note="x"))),)

    assert read_prose(write_prose(twice)) == twice


def test_a_paragraph_of_a_note_alone_is_kept() -> None:
    alone = (ProseParagraph("text", (ProseRun("", note="x"),)),)

    assert read_prose(write_prose(alone)) == alone


def test_the_samples_have_their_footnotes() -> None:
    counts = {}
    for path in SAMPLES.glob("*.toml"):
        prose = [from_plain(text) for text in sample_values(path.stem).values()]
        counts[path.stem] = sum(bool(r.note) for part in prose for p in part for r in p.runs)

    assert (counts["2025-y"], counts["2026-q1"]) == (17, 6)
