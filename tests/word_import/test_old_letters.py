"""Files in fonts before Unicode are named, and turned into letters of today on consent only."""

from __future__ import annotations

import unicodedata

import pytest

from desktop_app.services.word_files import OldLetters, Wanted, read_word_content
from desktop_app.word_import.old_letters import from_tcvn3, from_vni
from desktop_app.word_import.pieces import Reading, draft_of_reading
from tests.support.real import EditionsThatShip
from tests.support.word_files import entries, p, rows_of_form, run, word_file

TCVN3 = (
    ("b¸o c¸o", ".VnTimeH"),
    ("C«ng t¸c c¶i c¸ch hµnh chÝnh quý I n¨m 2026", ".VnTime"),
    ("I. C«ng t¸c chØ ®¹o, ®iÒu hµnh CCHC", ".VnTime"),
    ("2. §¸nh gi¸, cËp nhËt tiÕn ®é thùc hiÖn KÕ ho¹ch CCHC", ".VnTime"),
    ("§· hoµn thµnh 60 nhiÖm vô; v­ît møc.", ".VnTime"),
    ("3. VÒ c«ng t¸c kiÓm tra CCHC", ".VnTime"),
)


def content() -> bytes:
    lines = "".join(p(run(text, f'<w:rFonts w:ascii="{font}"/>')) for text, font in TCVN3)
    return word_file(lines)


def reading(unicode: bool) -> Reading:
    return read_word_content(content(), "cu.docx", EditionsThatShip.plans(), Wanted(unicode=unicode))


def test_a_file_in_an_old_font_is_named_and_not_read_as_it_stands() -> None:
    with pytest.raises(OldLetters, match=r"\.VnTime.*Unicode"):
        reading(unicode=False)


def test_on_consent_its_words_are_those_of_today_and_capitals_stay() -> None:
    read = reading(unicode=True)
    found = entries(draft_of_reading(EditionsThatShip.plans().plan(read.edition_id), read))

    assert str(read.period) == "2026-Q1"
    assert found["I.2"] == "Đã hoàn thành 60 nhiệm vụ; vượt mức."
    assert read.pieces[0].words == "BÁO CÁO"


def test_every_letter_of_both_codes_is_turned() -> None:
    assert from_tcvn3("Céng hßa X· héi Chñ nghÜa ViÖt Nam") == "Cộng hòa Xã hội Chủ nghĩa Việt Nam"
    assert from_tcvn3("§éc lËp - Tù do - H¹nh phóc") == "Độc lập - Tự do - Hạnh phúc"
    vni = from_vni(
        "Coäng hoøa Xaõ hoäi Chuû nghóa Vieät Nam, Ñoäc laäp, möôøi, ñöôïc, lôùp, ÑAÏI HOÄI, Ñaëng"
    )
    wanted = "Cộng hòa Xã hội Chủ nghĩa Việt Nam, Độc lập, mười, được, lớp, ĐẠI HỘI, Đặng"
    assert unicodedata.normalize("NFC", vni) == wanted


def test_words_in_a_font_of_today_are_left_alone() -> None:
    body = p("BÁO CÁO") + p("Công tác cải cách hành chính quý I năm 2026") + rows_of_form()
    plain = read_word_content(word_file(body), "m.docx", EditionsThatShip.plans(), Wanted(unicode=True))

    assert plain.pieces == read_word_content(word_file(body), "m.docx", EditionsThatShip.plans()).pieces
