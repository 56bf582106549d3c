"""Kinds, symbols and issuers of documents, and what is known of central ones: tables and their reading."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import lru_cache

import msgspec

from desktop_app.base.paths import resources


class KnownDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A central document of which a source tells the day, or what replaced it and since when.

    replaced_from: the first day on which the successor applies, None where no source tells it.
    """

    symbol: str
    day: date | None = None
    about: str = ""
    replaced_by: str = ""
    replaced_from: date | None = None


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `resources/proofreading/documents.toml`."""

    kinds: dict[str, str]
    issuers: dict[str, tuple[str, ...]]
    document: tuple[KnownDocument, ...]


_FILE = msgspec.json.Decoder(Tables)


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables, read once."""
    file = resources() / "proofreading" / "documents.toml"
    return _FILE.decode(msgspec.json.encode(tomllib.loads(file.read_text("utf-8"))))


@lru_cache(maxsize=1)
def known_documents() -> dict[str, KnownDocument]:
    """Symbol with its number, as `Symbol.spelled` writes it -> what is known of the document."""
    return {document.symbol: document for document in tables().document}


class Symbol(msgspec.Struct, frozen=True):
    """Number, year where the symbol has one, and letters: "130/2005/NĐ-CP" is 130, 2005, NĐ-CP."""

    number: str
    year: int | None
    letters: str
    joint: str = "/"
    """What stands between the number and the letters: Party documents write "57-NQ/TW"."""

    @property
    def spelled(self) -> str:
        """The symbol without stray spaces."""
        year = f"{self.year}/" if self.year else ""
        return f"{self.number}{self.joint}{year}{self.letters}"

    @property
    def identity(self) -> tuple[str, int | None, str]:
        """The same for all spellings of one symbol: zeros, case and the letter Ð do not count."""
        letters = re.sub(r"[^A-ZĐ0-9]", "", self.letters.upper().replace("Ð", "Đ"))
        return (self.number.lstrip("0") or "0", self.year, letters)

    @property
    def groups(self) -> tuple[str, ...]:
        """The letters apart: NĐ, CP."""
        return tuple(re.split(r"[-/]", self.letters))

    @property
    def kind(self) -> str:
        """The abbreviation of the kind with which the letters begin; "" for a letter (công văn)."""
        first = self.groups[0]
        return first if first in tables().kinds.values() else ""

    @property
    def agency(self) -> str:
        """The letters of the agency: KH-VP and VP-HCTC are both VP, NĐ-CP is CP."""
        return self.groups[-1] if self.kind and len(self.groups) > 1 else self.groups[0]


_GROUP = r"[A-ZĐÐƯ][A-ZĐÐƯa-zđy0-9&]{0,11}"
_JOINT = r"[ ]?[-–/][ ]?"
SYMBOL = (
    rf"(?P<number>(?<![\w/.,])\d{{1,9}})(?P<joint>[ ]?[/-][ ]?)"
    rf"(?:(?P<symbol_year>(?:19|20)\d\d)[ ]?[/-][ ]?)?(?P<letters>{_GROUP}(?:{_JOINT}{_GROUP}){{0,3}})(?!\w)"
)
"""A number with a symbol; `read_symbol` says whether the letters are those of one."""
_SMALL_ENDS = {"TTg", "CTr", "QyĐ", "TTr", "TrS", "Ttg", "Tg"}


def read_symbol(found: re.Match[str]) -> Symbol | None:
    """The symbol of a match of SYMBOL, None when its letters are ordinary words ("05-Trung")."""
    letters = re.sub(r"\s", "", found["letters"]).replace("–", "-")
    groups = re.split(r"[-/]", letters)
    if not all(_is_symbol(group) for group in groups) or (len(groups) == 1 and not _stands_alone(found)):
        return None
    year = found["symbol_year"]
    joint = found["joint"].strip()
    return Symbol(found["number"], int(year) if year else None, letters, joint)


def _is_symbol(group: str) -> bool:
    capitals = sum(letter.isupper() for letter in group)
    return group in _SMALL_ENDS or (capitals >= 2 and len(group) - capitals <= 2) or group in ("L",)


def _stands_alone(found: re.Match[str]) -> bool:
    """One group of letters is a symbol with a year ("22/2015/QH13") or with a known agency or kind."""
    letters = found["letters"].strip()
    known = {*tables().kinds.values(), *tables().issuers}
    return bool(found["symbol_year"]) or (found["joint"].strip() == "/" and letters in known)


def issuers_of(symbol: Symbol) -> tuple[str, ...]:
    """Who may issue a document of this symbol; empty where the tables know nothing of it."""
    known = tables().issuers
    if names := known.get(symbol.letters):
        return names
    several = symbol.groups[1:] if symbol.kind == "TTLT" else (symbol.agency,)
    return tuple(name for group in several for name in known.get(re.sub(r"\d+\Z", "", group), ()))
