"""A file taken apart: each piece with its words, where it stood and the place in the form that it got."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import count
from typing import Literal

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.periods import Period
from desktop_app.checking.plan import Plan
from desktop_app.reports.draft import Draft, Origin
from desktop_app.reports.prose import ProseParagraph, from_plain

Fate = Literal["form", "entry", "left"]
"""What becomes of a piece: the form prints its words itself; it is entered; it found no place."""
TRAY_KEY = "word."
MOST_NAME = 80


class Piece(msgspec.Struct, frozen=True):
    """One paragraph, cell or line of the file.

    place: where it stood, in words for the clerk ("Bảng 3, dòng 4"); words: as the file has them;
    keys: where it is entered, a note that covers rows under each of them; text: what is entered there;
    prose: the same as a paragraph where prose stands; doubt: what to look at, "" for nothing.
    """

    place: str
    words: str
    fate: Fate = "left"
    keys: tuple[str, ...] = ()
    text: str = ""
    prose: ProseParagraph | None = None
    doubt: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether nothing needs to be looked at."""
        return self.fate != "left" and not self.doubt


class Reading(msgspec.Struct, frozen=True):
    """All of a file, for a period on a form; remarks: sentences about the file as a whole."""

    name: str
    period: Period
    edition_id: str
    pieces: tuple[Piece, ...]
    remarks: tuple[str, ...] = ()
    found_period: Period | None = None  # the one that the file names

    def with_piece(self, number: int, piece: Piece) -> Reading:
        """The same with another piece in the place of the one of this number."""
        pieces = (*self.pieces[:number], piece, *self.pieces[number + 1 :])
        return msgspec.structs.replace(self, pieces=pieces)


def many_lines(plan: Plan, key: str) -> bool:
    """Whether several pieces may stand under the key, each a line or paragraph of its own."""
    field = plan.fields.get(key)
    return plan.is_prose(key) or known_keys.is_note(key) or (field is not None and field.lines > 1)


def place_piece(plan: Plan, reading: Reading, number: int, key: str) -> Reading:
    """The reading with this piece sent to the key; "" leaves it without a place.

    What stood alone under a key that holds one thing loses its place to the piece.
    """
    piece = reading.pieces[number]
    if not key:
        left = msgspec.structs.replace(piece, fate="left", keys=(), doubt="")
        return reading.with_piece(number, left)
    if not many_lines(plan, key):
        for at, other in enumerate(reading.pieces):
            if at != number and key in other.keys:
                reading = place_piece(plan, reading, at, "")
    prose = piece.prose or _as_paragraph(piece.words)
    text = piece.text or piece.words
    placed = msgspec.structs.replace(piece, fate="entry", keys=(key,), text=text, prose=prose, doubt="")
    return reading.with_piece(number, placed)


def draft_of_reading(plan: Plan, reading: Reading, held: Container[str] = ()) -> Draft:
    """What is entered where, and what is left in the tray; nothing is stored by this.

    held: keys of a report that it is for, whose tray keeps what it has.
    """
    texts: dict[str, str] = {}
    prose: dict[str, tuple[ProseParagraph, ...]] = {}
    origins: dict[str, Origin] = {}
    for piece in reading.pieces:
        for key in piece.keys if piece.fate == "entry" else ():
            if plan.is_prose(key):
                prose[key] = (*prose.get(key, ()), piece.prose or _as_paragraph(piece.text))
            else:
                texts[key] = _added(texts.get(key, ""), piece.text)
            before = origins.get(key)
            if before is None or (piece.doubt and not before.doubt):
                origins[key] = Origin(piece.place, piece.doubt)
    free = (key for n in count(1) if (key := f"{known_keys.TRAY}{TRAY_KEY}{n}") not in held)
    for (name, words), key in zip(_left(reading.pieces), free, strict=False):
        texts[key] = f"{name[:MOST_NAME]}\n{words}"
        origins[key] = Origin(name)
    return Draft(reading.period, reading.edition_id, texts, prose, origins)


def _added(before: str, text: str) -> str:
    return f"{before}\n{text}" if before and text not in before.split("\n") else text


def _left(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    """What found no place, neighbours of one part of the file together: its name, its words."""
    found: list[tuple[str, list[str]]] = []
    before = None
    for piece in pieces:
        part = piece.place.partition(",")[0] if piece.place.startswith("Bảng") else "Đoạn"
        if piece.fate == "left" and piece.words.strip():
            if found and before == part:
                found[-1][1].append(piece.words)
            else:
                found.append((f"Tệp Word, {piece.place[:1].lower()}{piece.place[1:]}", [piece.words]))
            before = part
        elif piece.fate != "left" and part == "Đoạn":
            before = None
    return [(name, "\n".join(words)) for name, words in found]


def _as_paragraph(words: str) -> ProseParagraph:
    return from_plain(words.replace("\n", " "))[0]
