"""Text in the letters of TCVN3 and VNI becomes Unicode, in one step that undo takes back."""

from __future__ import annotations

import pytest

from desktop_app.base.text import clean
from desktop_app.proofreading.wording.old_codes import converted, made_unicode, old_code
from desktop_app.reports.prose import from_plain, to_plain, write_prose
from tests.support.real import sample_session, sample_values

TCVN3 = (
    "V¨n phßng ®· ban hµnh kÕ ho¹ch c¶i c¸ch hµnh chÝnh; ng\u00adêi d©n ®\u00adîc h\u00adíng dÉn tËn t×nh."
)
VNI = "Vaên phoøng ñaõ ban haønh keá hoaïch caûi caùch haønh chính; ngöôøi daân ñöôïc höôùng daãn taän tình."
UNICODE = "Văn phòng đã ban hành kế hoạch cải cách hành chính; người dân được hướng dẫn tận tình."


@pytest.mark.parametrize(("old", "code"), [(TCVN3, "TCVN3 (ABC)"), (VNI, "VNI")])
def test_an_old_code_is_told_and_made_unicode(old: str, code: str) -> None:
    assert old_code(old) == code
    assert made_unicode(old) == UNICODE


def test_capitals_of_vni_and_a_paragraph_between_others() -> None:
    text = "Mục này đã đúng.\nCOÂNG TAÙC CAÛI CAÙCH HAØNH CHÍNH QUYÙ I ÑAÏT KEÁT QUAÛ\nMục này cũng đúng."

    assert made_unicode(text).split("\n") == [
        "Mục này đã đúng.",
        "CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ I ĐẠT KẾT QUẢ",
        "Mục này cũng đúng.",
    ]


@pytest.mark.parametrize("name", ["2023-q1", "2025-y", "2026-q1"])
def test_no_sentence_of_a_sample_is_taken_for_an_old_code(name: str) -> None:
    for text in sample_values(name).values():
        assert made_unicode(clean(text)) == clean(text)
    assert converted(sample_session(name).filled) == {}


def test_pasted_letters_of_tcvn3_keep_their_u_with_a_hook() -> None:
    assert "\u00ad" in clean(TCVN3)
    assert "\u00ad" not in clean("công\u00ad tác © 2023")


@pytest.mark.parametrize("name", ["2023-q2", "2025-y"])
def test_prose_footnotes_cells_and_notes_change_in_one_step(name: str) -> None:
    session = sample_session(name)
    row = "pl1.1" if name == "2023-q2" else "bm1.1"
    before = session.filled.texts()
    session.edit("I.1", write_prose(from_plain(f"Đúng rồi.\n{VNI}[chú thích: {VNI}]")))
    session.edit(f"note.{row}", TCVN3)

    texts = converted(session.filled)
    session.edit_many("Chuyển chữ sang Unicode", texts)

    assert set(texts) == {"I.1", f"note.{row}"}
    assert to_plain(session.filled.prose("I.1")) == f"Đúng rồi.\n{UNICODE}[chú thích: {UNICODE}]"
    assert session.filled.text(f"note.{row}") == UNICODE
    session.undo()
    assert session.filled.text(f"note.{row}") == TCVN3
    session.undo()
    session.undo()
    assert session.filled.texts() == before
