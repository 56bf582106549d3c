"""The words that the readers of the wording know: the file `resources/proofreading/words.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

import msgspec

from desktop_app.base.paths import resources


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lists of words as they stand in the file: words apart by blanks, or by "|" where they have blanks."""

    twice: str
    joints: str
    foreign: str
    names: str
    abbreviations: str
    verbs: str
    in_names: str
    never_named: str
    before_verbs: str
    never_capital: str
    offices: tuple[str, ...]
    provinces: tuple[str, ...]
    capitals: dict[str, str]
    halves: dict[str, str]


_FILE = msgspec.json.Decoder(Words)


@lru_cache(maxsize=1)
def vocabulary() -> Words:
    """The file, read once."""
    file = resources() / "proofreading" / "words.toml"
    return _FILE.decode(msgspec.json.encode(tomllib.loads(file.read_text("utf-8"))))


@lru_cache(maxsize=16)
def listed(name: str) -> frozenset[str]:
    """The words of one list."""
    text: str = getattr(vocabulary(), name)
    return frozenset(
        word.strip() for word in re.split(r"[|\n]" if "|" in text else r"\s+", text) if word.strip()
    )
