"""What is looked for: marks, case, whole words, and any spelling of the same letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.base.text import clean
from desktop_app.searching.wanted import Wanted, pattern_of

VIETNAMESE = "aăâeêioôơuưyđAĐ áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ bcghklmnx 019,./-"


def found(words: str, text: str, **how: bool) -> list[str]:
    pattern = pattern_of(Wanted(words, **how))
    return [] if pattern is None else [match.group() for match in pattern.finditer(text)]


def test_words_are_found_without_their_marks_and_case() -> None:
    text = "Quý I; QUÝ I; quy i; Quỹ I"
    assert found("quy i", text) == found("QUÝ i", text) == ["Quý I", "QUÝ I", "quy i", "Quỹ I"]


def test_with_marks_only_these_very_letters_are_found() -> None:
    assert found("bàn", "bàn bản ban Bàn bán", marks=True) == ["bàn", "Bàn"]
    assert found("d", "đd", marks=True) == ["d"]
    assert found("đoàn", "Đoàn doan", marks=True) == ["Đoàn"]


def test_with_case_only_these_very_letters_are_found() -> None:
    assert found("Sở", "SỞ sở Sở So", case=True) == ["Sở", "So"]
    assert found("Sở", "SỞ sở Sở So", case=True, marks=True) == ["Sở"]


def test_whole_words_are_not_found_in_longer_ones() -> None:
    assert found("ban", "ban hành, cơ bản, ban; bang", whole=True) == ["ban", "bản", "ban"]
    assert found("a a", "ba a a", whole=True) == ["a a"]


@pytest.mark.parametrize("words", ["", "   ", "\n", "\u200b"])
def test_nothing_is_looked_for_without_letters(words: str) -> None:
    assert pattern_of(Wanted(words)) is None


@pytest.mark.parametrize("words", [".", "(", "a|b", "[x]", "\\", "*", "^", "$"])
def test_signs_mean_themselves(words: str) -> None:
    assert found(words, f"x{words}y") == [words]
    assert found(words, "xy") == []


def test_blanks_dashes_and_quotes_are_found_in_any_shape() -> None:
    assert found("2021 - 2025", "2021 –  2025") == ["2021 –  2025"]
    assert found('"một cửa"', "“một\u00a0cửa”") == ["“một\u00a0cửa”"]


@given(st.text(VIETNAMESE, min_size=1, max_size=12), st.booleans(), st.booleans())
def test_every_text_is_found_in_both_spellings_of_unicode(words: str, marks: bool, case: bool) -> None:
    for asked in (words, unicodedata.normalize("NFD", words)):
        for text in (words, unicodedata.normalize("NFD", words)):
            assert bool(found(asked, f"«{text}»", marks=marks, case=case)) == bool(words.strip())


@given(st.text(max_size=20), st.booleans(), st.booleans(), st.booleans())
def test_whatever_is_asked_for_is_found_in_itself(words: str, marks: bool, case: bool, whole: bool) -> None:
    pattern = pattern_of(Wanted(words, marks, case, whole))
    assert pattern is None or pattern.fullmatch(clean(words).strip())


@given(st.text(VIETNAMESE, min_size=1, max_size=8), st.text(VIETNAMESE, max_size=40))
def test_what_is_found_never_cuts_a_letter_from_its_mark(words: str, text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    for marks in (False, True):
        pattern = pattern_of(Wanted(words, marks=marks))
        for match in pattern.finditer(apart) if pattern else ():
            assert not unicodedata.combining(apart[match.end() : match.end() + 1] or " ")
            assert not unicodedata.combining(match.group()[0])
