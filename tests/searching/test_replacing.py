"""Other words in the place of those found; all around them stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reports.prose import ProseParagraph, ProseRun, from_plain, read_prose, to_plain, write_prose
from desktop_app.searching.hits import Hit
from desktop_app.searching.replacing import in_runs, refusal, replaced
from tests.searching.test_hits import edited, hits
from tests.support.real import sample_session

FACES = st.builds(ProseRun, st.text("ab ", min_size=1, max_size=5), st.booleans(), st.booleans())
NOTES = st.builds(lambda note: ProseRun("", note=note), st.text("xyz", min_size=1, max_size=4))
RUNS = st.lists(st.one_of(FACES, NOTES), max_size=7).map(tuple)


def letters(runs: tuple[ProseRun, ...]) -> list[tuple[str, ProseRun]]:
    """Every letter with its face, every footnote as a letter of its own."""
    return [(letter, run.with_text("")) for run in runs for letter in run.text or "\0"]


@given(RUNS, st.data(), st.text("PQ", max_size=3))
def test_no_letter_no_face_and_no_footnote_around_changes(runs, data, words: str) -> None:
    length = sum(len(run.text) for run in runs)
    if not length:
        return
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    made = letters(in_runs(runs, [Hit("", start, end)], words))

    kept: list[tuple[str, ProseRun]] = []
    place, placed = 0, False
    for letter, face in letters(runs):
        if letter == "\0":
            kept.append((letter, face))
            continue
        if start <= place < end:
            kept += [] if placed else [(new, face) for new in words]
            placed = True
        else:
            kept.append((letter, face))
        place += 1
    assert made == kept


def test_lists_faces_and_footnotes_stay_and_the_words_take_the_first_face() -> None:
    runs = (
        ProseRun("Trong "),
        ProseRun("Quý", bold=True),
        ProseRun("", note="n"),
        ProseRun(" I tốt", italic=True),
    )
    session = sample_session()
    session.edit(
        "III.1", write_prose((ProseParagraph("dash", runs), ProseParagraph("plus", (ProseRun("Quý I"),))))
    )
    texts = replaced(
        session.filled, [h for h in hits(session.filled, "quy i") if h.key == "III.1"], "Quý III"
    )

    assert read_prose(texts["III.1"]) == (
        ProseParagraph(
            "dash",
            (
                ProseRun("Trong "), ProseRun("Quý III", bold=True), ProseRun("", note="n"),
                ProseRun(" tốt", italic=True),
            ),
        ),
        ProseParagraph("plus", (ProseRun("Quý III"),)),
    )  # fmt: skip


def test_a_bound_number_is_typed_over_inside_and_plain_words_when_more_was_hit() -> None:
    runs = (ProseRun("có "), ProseRun("186", bound="pl1.7.1"), ProseRun(" việc"))
    inside, over = in_runs(runs, [Hit("", 3, 6)], "190"), in_runs(runs, [Hit("", 4, 8)], "x")

    assert inside == (runs[0], ProseRun("190", bound="pl1.7.1"), runs[2])
    assert over == (runs[0], ProseRun("1x"), ProseRun("iệc"))


def test_a_number_typed_over_by_replacing_no_longer_follows_its_row() -> None:
    session = sample_session()
    runs = (ProseRun("có "), ProseRun("186", bound="pl1.7.1"), ProseRun(" việc"))
    session.edit("III.1", write_prose((ProseParagraph("text", runs),)))
    found = [hit for hit in hits(session.filled, "186") if hit.key == "III.1"]
    session.edit_many("Thay", replaced(session.filled, found, "190"))

    assert session.filled.prose("III.1") == from_plain("có 190 việc")
    session.edit("pl1.7.1", "200")
    assert session.filled.prose("III.1") == from_plain("có 190 việc")


def test_words_are_replaced_in_footnotes_of_the_very_number() -> None:
    filled = edited(
        "2023-q1", {"III.1": "a[chú thích: Xyzzy] Xyzzy[chú thích: không] b[chú thích: cũ Xyzzy Xyzzy]"}
    )
    texts = replaced(filled, hits(filled, "xyzzy"), "m")

    assert to_plain(read_prose(texts["III.1"])) == "a[chú thích: m] m[chú thích: không] b[chú thích: cũ m m]"


def test_every_place_is_replaced_and_no_other_key_is_touched() -> None:
    filled = edited(
        "2025-y", {"header.agency": "Sở X X", "note.bm1.2.1": "X\nX", "III.1": "X X", "bm1.2.1": "1X"}
    )
    found = [hit for hit in hits(filled, "x", case=False, whole=True) if hit.key != "III.2"]
    texts = replaced(filled, found, "YY")

    assert texts["header.agency"] == "Sở YY YY"
    assert texts["note.bm1.2.1"] == "YY\nYY"
    assert set(texts) == {hit.key for hit in found}


def test_what_the_program_computes_and_what_others_report_is_refused_in_a_sentence() -> None:
    session = sample_session()
    session.edit_many("", {"pl1.2": "", "pl1.2.1": "12", "pl1.2.2": "10"})
    session.edit("header.agency_kind", "provincial_office")
    filled = session.filled
    rows = filled.plan.indicators
    outside = next(key for key in rows if filled.out_of_scope(key) and filled.plan.is_key(key))
    session.edit(outside, "Xyzzy 83,33")
    by_key = {hit.key: hit for hit in hits(session.filled, "83,33")}

    assert replaced(session.filled, [by_key["pl1.2"], by_key[outside]], "9") == {}
    assert "do chương trình tính" in refusal(session.filled, by_key["pl1.2"])
    assert "không thuộc phạm vi" in refusal(session.filled, by_key[outside])


def test_a_number_found_as_shown_but_typed_otherwise_is_refused() -> None:
    filled = edited("2023-q1", {"pl1.7.1": "1234567"})
    [hit] = [hit for hit in hits(filled, "1.234") if hit.key == "pl1.7.1"]

    assert "«1234567»" in refusal(filled, hit)
    assert replaced(filled, [hit], "9") == {}


@pytest.mark.parametrize("words", ["a\nb", "a\tb", "a\u00a0b"])
def test_new_words_break_no_line(words: str) -> None:
    filled = edited("2023-q1", {"III.1": "Xyzzy"})
    texts = replaced(filled, hits(filled, "xyzzy"), words)

    assert texts == {"III.1": write_prose(from_plain("a b"))}


def test_a_paragraph_whose_every_word_goes_goes_too() -> None:
    filled = edited("2023-q1", {"III.1": "- Xyzzy\n- b"})
    assert replaced(filled, hits(filled, "xyzzy"), "") == {"III.1": write_prose(from_plain("- b"))}
