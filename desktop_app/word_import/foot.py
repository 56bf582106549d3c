"""The foot of a report: who receives it, who signs it and in what capacity."""

from __future__ import annotations

import re

from desktop_app.base import known_keys
from desktop_app.checking.plan import Plan
from desktop_app.word_import.contents import Block
from desktop_app.word_import.likeness import plain_words
from desktop_app.word_import.lines import Line, bare, has_bullet, lines_of
from desktop_app.word_import.pieces import Piece

MOST_NAME = 50
"""Letters of a name with a rank before it."""

_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s*\.\s*", re.IGNORECASE)
_POSITION = re.compile(
    r"\b(?:chủ tịch|giám đốc|chánh|phó|trưởng|bộ trưởng|cục trưởng|vụ trưởng|quyền)\b",
    re.IGNORECASE,
)
_KEPT = ("luu",)
_SIGNED = re.compile(r"\(?\s*(?:đã ký|ký tên|ký, ghi|ký số|chữ ký)", re.IGNORECASE)


def is_foot(plan: Plan, block: Block) -> bool:
    """Whether recipients or a signature begin in it."""
    word = plain_words(plan.edition.head.recipients_word)
    lines = lines_of(block)
    return any(
        (plain_words(line.text)[: len(word)] == word and len(line.text) < 40)
        or (line.is_upper and _AUTHORITY.match(line.text) is not None and len(line.text) < 60)
        for line in lines
    )


def read_foot(plan: Plan, blocks: list[Block], span: range) -> dict[int, list[Piece]]:
    """The pieces of the blocks of this span by block."""
    word = plain_words(plan.edition.head.recipients_word)
    pieces: dict[int, list[Piece]] = {at: [] for at in span}
    signing: list[tuple[int, Line]] = []
    begun = listing = False  # listing: until the line "Lưu", which is the last of the recipients
    for at in span:
        for line in lines_of(blocks[at]):
            words = plain_words(line.text)
            of_list = has_bullet(line.text) or (listing and not line.is_upper and not signing)
            if words[: len(word)] == word:
                begun = listing = True
                pieces[at] += _first(line)
            elif line.is_ruled:
                pieces[at].append(line.to_form())
            elif begun and line.side == 0 and of_list:
                listing = listing and words[:1] != _KEPT
                pieces[at].append(line.entered(known_keys.RECIPIENTS, bare(line.text)))
            else:
                signing.append((at, line))
    _sign(signing, pieces)
    return pieces


def _first(line: Line) -> list[Piece]:
    """The word "Nơi nhận", with a recipient behind it perhaps."""
    _, colon, rest = line.text.partition(":")
    if not colon or not bare(rest):
        return [line.to_form()]
    return [line.entered(known_keys.RECIPIENTS, bare(rest))]


def _sign(lines: list[tuple[int, Line]], pieces: dict[int, list[Piece]]) -> None:
    """Authority, position and name: capitals above, the name last."""
    lines = [each for each in lines if not _put_signed(each, pieces)]
    if not lines:
        return
    *above, last = lines
    if last[1].is_upper and (_POSITION.search(last[1].text) or _AUTHORITY.match(last[1].text)):
        above, last = lines, (-1, last[1])
    capacities = [at for at, (_, line) in enumerate(above) if line.is_upper or _AUTHORITY.match(line.text)]
    lowest = capacities[-1] if capacities else -1
    for number, (at, line) in enumerate(above):
        if number == lowest and not _AUTHORITY.match(line.text):
            pieces[at].append(line.entered(known_keys.POSITION, line.text))
        elif number in capacities:
            pieces[at].append(line.entered(known_keys.AUTHORITY, line.text))
        else:
            pieces[at].append(line.left())
    if last[0] >= 0 and len(last[1].text) > MOST_NAME:
        pieces[last[0]].append(last[1].left())
    elif last[0] >= 0:
        pieces[last[0]].append(last[1].entered(known_keys.SIGNER, last[1].text))


def _put_signed(each: tuple[int, Line], pieces: dict[int, list[Piece]]) -> bool:
    """The words in the place of a signature are none of the report's."""
    at, line = each
    if not _SIGNED.match(line.text):
        return False
    pieces[at].append(line.left())
    return True
