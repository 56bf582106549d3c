"""Rules of Vietnamese syllables: onset, rime and tone, and where the sign of the tone stands."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import lru_cache

import msgspec

from desktop_app.base.paths import resources

TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
"""The signs of the tones; a syllable without one has the level tone."""
_STOPS = ("c", "ch", "p", "t")
"""A rime that ends so has the tone sắc or nặng."""
_ONSETS = (
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_BEFORE_FRONT = ("k", "gh", "ngh")
_BEFORE_BACK = ("c", "g", "ng")
_FRONT = "eêiy"
_HATTED = "ăâêôơư"
_VOWELS = "aăâeêioôơuưy"
_OLD_OR_NEW = ("oa", "oe", "uy")
"""Rimes whose tone has two right places: hòa and hoà."""


class _Rimes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `resources/proofreading/syllables.toml`."""

    any: str
    after_qu: str
    after_gi: str


_FILE = msgspec.json.Decoder(_Rimes)


@lru_cache(maxsize=1)
def _rimes() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Rimes after any onset, after "qu", after "gi"."""
    file = resources() / "proofreading" / "syllables.toml"
    read = _FILE.decode(msgspec.json.encode(tomllib.loads(file.read_text("utf-8"))))
    return frozenset(read.any.split()), frozenset(read.after_qu.split()), frozenset(read.after_gi.split())


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether the word is spelled as a Vietnamese syllable can be, its tone at a right place."""
    letters, tone, place = _apart(word)
    if letters is None:
        return False
    return any(
        _fits(onset, letters[len(onset) :], tone, place) for onset in _ONSETS if letters.startswith(onset)
    )


def tone_style(word: str) -> str:
    """ "old" for hòa, "new" for hoà, "" where there is one place alone (also after qu)."""
    letters, tone, place = _apart(word)
    if letters is None or not tone:
        return ""
    rime = letters[-2:]
    onset = letters[:-2]
    if rime not in _OLD_OR_NEW or onset == "q" or onset not in _ONSETS:
        return ""
    return {0: "old", 1: "new"}.get(place - len(onset), "")


def in_style(word: str, style: str) -> str:
    """The word with its tone at the place of the other style ("hoá" -> "hóa" for "old")."""
    letters, _, _ = _apart(word)
    sign = next((c for c in unicodedata.normalize("NFD", word) if c in TONES), "")
    if letters is None or not sign:
        return word
    at = len(word) - (1 if style == "new" else 2)
    bare = "".join(b.upper() if w.isupper() else b for b, w in zip(letters, word, strict=True))
    return unicodedata.normalize("NFC", bare[: at + 1] + sign + bare[at + 1 :])


def _apart(word: str) -> tuple[str | None, str, int]:
    """Letters without the tone, the tone, the place of the letter that bears it; None for two tones."""
    letters: list[str] = []
    tone, place = "", -1
    for letter in word.lower():
        parts = unicodedata.normalize("NFD", letter)
        signs = [c for c in parts if c in TONES]
        if signs:
            if tone or len(signs) > 1:
                return None, "", -1
            tone, place = TONES[signs[0]], len(letters)
        letters.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES)))
    return "".join(letters), tone, place


def _fits(onset: str, rime: str, tone: str, place: int) -> bool:
    if not _goes_with(onset, rime):
        return False
    if rime.endswith(_STOPS) and tone not in ("sắc", "nặng"):
        return False
    return not tone or place - len(onset) in _tone_places(onset, rime)


def _goes_with(onset: str, rime: str) -> bool:
    """Whether onset and rime are written together."""
    rimes, after_qu, after_gi = _rimes()
    if onset == "qu":
        return rime in after_qu
    if onset == "gi":
        return rime in after_gi
    if rime not in rimes or (rime.startswith("yê") and onset):
        return False
    if onset in _BEFORE_FRONT:
        return rime[0] in _FRONT
    if onset in _BEFORE_BACK:
        return rime[0] not in _FRONT or (onset == "g" and rime in ("i", "in"))
    return bool(onset) or not rime.startswith("iê")


def _tone_places(onset: str, rime: str) -> tuple[int, ...]:
    """The letters of the rime on which the tone may stand."""
    vowels = [place for place, letter in enumerate(rime) if letter in _VOWELS]
    hatted = [place for place in vowels if rime[place] in _HATTED]
    if hatted:
        return (hatted[-1],) if rime not in ("ưa", "ưi", "ưu") else (0,)
    if len(vowels) == 1:
        return (vowels[0],)
    if len(vowels) == 3:
        return (1,)
    if rime in _OLD_OR_NEW:
        return (0, 1)
    has_coda = len(vowels) < len(rime)
    return (1,) if has_coda else (0,)
