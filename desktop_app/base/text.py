"""Typed and pasted text made uniform: NFC letters and no control characters."""

from __future__ import annotations

import unicodedata

MOST_SENTENCE = 600

# Category "C" holds control and format characters; these few are wanted in text.
_KEPT = {"\n", "\t", "\u200c", "\u200d"}
_SOFT_HYPHEN = "\u00ad"
_OLD_LETTERS = frozenset("¸µ¶·¹¨¾»¼½©®ª«¬§÷×Øßþ")
"""Letters that only text in the old code TCVN3 has so many of; its ư is a soft hyphen and must not go."""
_WANTED = str.maketrans({"\n": " ", "\t": " "})
_HIDDEN = ("Cc", "Cf", "Cs", "Cn")
_SPACES = dict.fromkeys((0xA0, 0x2007, 0x202F), " ")
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n"})


def clean(text: str) -> str:
    """The same words in NFC, with "\\n" line ends and without control characters or a BOM.

    Word and browsers put no-break spaces and line separators on the clipboard; those become
    plain spaces and line ends. Lone surrogates (half an emoji) are dropped: no file can hold them.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SPACES)
    text = unicodedata.normalize("NFC", text.translate(_LINE_ENDS))
    if text.translate(_WANTED).isprintable():  # as nearly all text: none of it is looked at letter by letter
        return text
    kept = _SOFT_HYPHEN if _SOFT_HYPHEN in text and _is_old(text) else ""
    return "".join(c for c in text if c == kept or not _is_hidden(c))


def has_hidden(text: str) -> bool:
    """Whether the text holds letters that `clean` would drop, such as a turn of direction."""
    return not text.isprintable() and any(map(_is_hidden, text))


def within_sentence(label: str) -> str:
    """The label with a small letter first; what begins with capitals ("TTHC") keeps them."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def without_marks(text: str) -> str:
    """Small letters without accents, as many as there were: "Đường" becomes "duong"."""
    letters = (unicodedata.normalize("NFD", letter)[:1] for letter in unicodedata.normalize("NFC", text))
    return "".join(letters).lower().replace("đ", "d")


def one_line(sentence: str) -> str:
    """The sentence on one line of letters that can be seen, whatever the names in it hold.

    A name of thousands of letters is left out where it is longest: in the middle.
    """
    if len(sentence) > MOST_SENTENCE:
        sentence = f"{sentence[: MOST_SENTENCE // 2]} … {sentence[-MOST_SENTENCE // 3 :]}"
    if sentence.isprintable():
        return sentence
    return "".join(c if c.isprintable() else " " for c in sentence)


def _is_old(text: str) -> bool:
    """Whether the letters are those of TCVN3: more than a stray sign among them."""
    return sum(letter in _OLD_LETTERS for letter in text) >= 2


def _is_hidden(letter: str) -> bool:
    return letter not in _KEPT and unicodedata.category(letter) in _HIDDEN
