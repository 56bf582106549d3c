"""Typed and pasted text made uniform."""

from __future__ import annotations

import unicodedata

from desktop_app.base.text import clean


def test_decomposed_letters_become_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Cải cách hành chính")

    assert clean(decomposed) == "Cải cách hành chính"


def test_word_spaces_and_line_ends_become_plain() -> None:
    assert clean("a\u00a0b\r\nc\u2028d\x0be") == "a b\nc\nd\ne"


def test_control_characters_and_half_emoji_go_but_whole_emoji_stay() -> None:
    assert clean("a\x00\x07b\ufeff\ud83d😀") == "ab😀"
