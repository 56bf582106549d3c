"""Where words are found: in every kind of place, in the order of the form, with name and words around."""

from __future__ import annotations

import pytest

from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import ProseParagraph, ProseRun, from_plain, write_prose
from desktop_app.searching.hits import Hit, around, looking_for, place_name, places, search, words_at
from desktop_app.searching.replacing import refusal
from desktop_app.searching.wanted import Wanted, pattern_of
from tests.support.real import sample_session


def hits(filled: FilledReport, words: str, **how: bool) -> list[Hit]:
    pattern = pattern_of(Wanted(words, **how))
    assert pattern is not None
    return [hit for some in search(filled, looking_for(pattern)) for hit in some]


def edited(name: str, texts: dict[str, str]) -> FilledReport:
    session = sample_session(name)
    prose = session.filled.plan.is_prose
    session.edit_many(
        "", {k: write_prose(from_plain(text)) if prose(k) else text for k, text in texts.items()}
    )
    return session.filled


@pytest.mark.parametrize(("name", "row"), [("2023-q1", "pl1.7.1"), ("2025-y", "bm1.2.1")])
def test_every_kind_of_place_is_looked_into_in_the_order_of_the_form(name: str, row: str) -> None:
    word = "Xyzzy"
    filled = edited(
        name,
        {
            "footer.recipients": f"- {word};", row: word, f"note.{row}": f"do {word}",
            "III.1": f"- mot {word}[chú thích: hai {word}]", "header.agency": f"So {word}",
        },
    )  # fmt: skip
    found = hits(filled, "xyzzy")

    assert [(hit.key, hit.footnote) for hit in found] == [
        ("header.agency", 0), ("footer.recipients", 0), ("III.1", 0), ("III.1", 1),
        (row, 0), (f"note.{row}", 0),
    ]  # fmt: skip
    assert [words_at(filled, hit)[hit.start : hit.end] for hit in found] == [word] * 6


def test_a_place_has_the_name_that_a_person_looks_for() -> None:
    filled = edited(
        "2023-q1",
        {"note.pl1.7.1": "Xyzzy", "II.4.a": "Xyzzy", "III.1": "a[chú thích: b]c[chú thích: Xyzzy]"},
    )
    assert [place_name(filled, hit) for hit in hits(filled, "xyzzy")] == [
        "Mục II.4.a", "Mục III.1 · chú thích 2", "Phụ lục 1, dòng 7.1 · ghi chú",
    ]  # fmt: skip


def test_the_words_around_stand_on_one_line_and_are_cut_where_long() -> None:
    filled = edited("2023-q1", {"note.pl1.7.1": f"{'a' * 99}\nXyzzy\tb"})
    before, found, after = around(filled, hits(filled, "xyzzy")[0])

    assert before == "…" + "a" * 59 + " "
    assert (found, after) == ("Xyzzy", " b")


def test_a_computed_number_is_found_as_it_is_shown() -> None:
    filled = edited("2023-q1", {"pl1.2": "", "pl1.2.1": "12", "pl1.2.2": "10"})
    [hit] = [hit for hit in hits(filled, "83,33") if hit.key == "pl1.2"]

    assert hit.shown
    assert words_at(filled, hit)[hit.start : hit.end] == "83,33"


def test_a_number_is_found_as_typed_and_as_shown_but_once() -> None:
    filled = edited("2023-q1", {"pl1.7.1": "1234567"})
    assert [hit.shown for hit in hits(filled, "1234567") if hit.key == "pl1.7.1"] == [False]
    assert [hit.shown for hit in hits(filled, "1.234.567") if hit.key == "pl1.7.1"] == [True]
    assert [hit.shown for hit in hits(filled, "1") if hit.key == "pl1.7.1"] == [False]


def test_places_are_all_that_is_printed_and_no_setting() -> None:
    plan = sample_session("2025-y").filled.plan
    assert "header.agency_kind" not in places(plan)
    assert "header.agency" in places(plan)
    assert all(plan.is_key(key) for key in places(plan))
    assert len(set(places(plan))) == len(places(plan))


def test_words_of_two_faces_are_found_across_them() -> None:
    session = sample_session()
    session.edit("III.1", '[["text",[["cải cách h"],["ành",true],["",false,false,"n"],[" chính"]]]]')

    assert [(h.start, h.end) for h in hits(session.filled, "hành chính") if h.key == "III.1"] == [(9, 19)]


def test_what_has_no_place_in_the_form_is_found_last_and_not_replaced() -> None:
    session = sample_session("2025-y")
    session.edit_many("", {"tray.pl9.1": "Phụ lục 9, dòng 1\nchờ Xyzzy", "note.bm1.2.1": "Xyzzy"})
    note, waiting = hits(session.filled, "xyzzy")

    assert (note.key, waiting.key) == ("note.bm1.2.1", "tray.pl9.1")
    assert place_name(session.filled, waiting) == "Phụ lục 9, dòng 1"
    assert around(session.filled, waiting) == ("chờ ", "Xyzzy", "")
    assert "chưa có chỗ" in refusal(session.filled, waiting)
    assert hits(session.filled, "phu luc 9") == []


@pytest.mark.parametrize(("name", "figure"), [("2023-q1", "I.3.province_done"), ("2025-y", "II.1.a.issued")])
def test_a_figure_that_a_sentence_states_is_found_in_the_sentence_alone(name: str, figure: str) -> None:
    session = sample_session(name)
    section = session.filled.plan.figures[figure].section
    bound = (ProseRun("có "), ProseRun("987", bound=figure), ProseRun(" việc"))
    session.edit(figure, "987")
    session.edit(section, write_prose((ProseParagraph("text", bound),)))
    assert [hit.key for hit in hits(session.filled, "987")] == [section]

    session.edit(section, "")
    session.edit(figure, "987")
    assert [hit.key for hit in hits(session.filled, "987")] == [figure]
