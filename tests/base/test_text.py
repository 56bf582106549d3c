"""Typed and pasted text made uniform."""

from __future__ import annotations

import unicodedata

import pytest

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.text import clean, has_hidden


def test_decomposed_letters_become_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Cải cách hành chính")

    assert clean(decomposed) == "Cải cách hành chính"


def test_word_spaces_and_line_ends_become_plain() -> None:
    assert clean("a\u00a0b\r\nc\u2028d\x0be") == "a b\nc\nd\ne"


def test_control_characters_and_half_emoji_go_but_whole_emoji_stay() -> None:
    assert clean("a\x00\x07b\ufeff\ud83d😀") == "ab😀"


def test_hidden_letters_are_those_that_clean_would_drop() -> None:
    assert not has_hidden("Cải cách\n\thành chính 😀 «»")
    assert all(has_hidden(f"a{letter}b") for letter in ("\0", "\x1b", "\u202e", "\ufeff", "\ud800"))


@pytest.mark.parametrize("kind", [UserFault, EnvironmentFault])
def test_a_fault_is_one_line_whatever_the_names_in_it_hold(kind: type[Exception]) -> None:
    said = str(kind("Tệp a\nb\r\u2028c\u202ed\x1b[31m\ud800 không đọc được."))

    assert said.isprintable()
    assert said.startswith("Tệp a b")
    assert len(str(kind("Tệp " + "x" * 5000 + " không đọc được."))) < 600
