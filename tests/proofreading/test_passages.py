"""Passages: every word of a report under its key, counted as the spans of findings count."""

from __future__ import annotations

from desktop_app.proofreading.passages import NOTE_FILL, lines, notes_in, passages, without_notes
from tests.support.real import sample_session


def texts(name: str = "2025-y") -> dict[str, str]:
    return dict(passages(sample_session(name).filled))


def test_prose_stands_under_its_key_with_marks_and_footnotes_as_typed() -> None:
    found = texts()

    assert found["II.2.c"].split("\n")[1].startswith("- Các sở, ngành giải quyết xong 214.386 hồ sơ")
    assert "[chú thích: Đất đai: 1.352 hồ sơ;" in found["II.2.c"]


def test_notes_cells_with_words_and_the_head_are_read_too() -> None:
    assert texts()["note.bm1.4.1"] == "Còn 33 nhiệm vụ đang trong hạn thực hiện"
    assert texts()["header.agency"] == "Ủy ban nhân dân tỉnh Bình Sơn"
    assert texts("2023-q1")["pl1.6.6"].startswith("Lồng ghép")


def test_figures_are_not_words() -> None:
    assert not {"bm1.4.1", "I.5.assigned"} & texts().keys()


def test_a_text_without_its_footnotes_is_as_long_as_before() -> None:
    text = "Có 27 văn bản[chú thích: Gồm 05 [năm] chỉ thị.], trong đó 3 kế hoạch[chú thích: x]."
    plain = without_notes(text)

    assert len(plain) == len(text)
    assert plain.replace(NOTE_FILL, "") == "Có 27 văn bản, trong đó 3 kế hoạch."
    assert [text[a:b] for a, b in notes_in(text)] == ["Gồm 05 [năm] chỉ thị.", "x"]


def test_footnotes_are_counted_from_the_first_line_of_the_passage() -> None:
    text = "Một dòng\nHai[chú thích: ghi ở đây] dòng"

    assert [text[a:b] for a, b in notes_in(text)] == ["ghi ở đây"]
    assert list(lines(text)) == [(0, "Một dòng"), (9, "Hai[chú thích: ghi ở đây] dòng")]
