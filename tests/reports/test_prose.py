"""Prose in its neutral form: stored, plain, tidy."""

from __future__ import annotations

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
from tests.support.runs import full_prose


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
