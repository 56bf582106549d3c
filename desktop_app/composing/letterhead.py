"""The first lines of the report: agencies, national name, number, date, title, addressees.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1 to II.5, II.6.b and II.9.a.
"""

from __future__ import annotations

from desktop_app.base import known_keys
from desktop_app.composing.text import Printed, listed, styled, titled
from desktop_app.composing.title_lines import longest
from desktop_app.documents.metrics import text_width
from desktop_app.documents.model import Block, Cell, DrawnLine, Paragraph, Row, Table
from desktop_app.documents.styles import STYLES

PART_OF_TEXT = 0.4
"""Length of the rules under agency and subject: a third to a half of the text line."""
CELL_EDGES = 3.0
ADDRESSEES_AT = 0.38
"""Where the colon of "Kính gửi:" stands, as a part of the text's width, when several are named below."""


def letterhead(printed: Printed, width: float) -> list[Block]:
    """Everything above the body."""
    national = STYLES["national_name"]
    name = text_width(printed.edition.head.national_name, national.size, bold=national.bold)
    right = round(name + CELL_EDGES + 2, 1)
    left = round(width - right, 1)
    top = Row((Cell(_agencies(printed, left - CELL_EDGES)), Cell(_nation(printed))))
    place = printed.entry(known_keys.PLACE)
    day = f"{place}, {printed.date()}" if place else printed.date()
    word = printed.edition.head.number_word
    below = Row(
        (
            Cell((styled("number", f"{word} {printed.number()}", known_keys.NUMBER),)),
            Cell((styled("place_date", day, known_keys.DATE),)),
        )
    )
    return [Table((left, right), (top, below), ruled=False), *_title(printed, width)]


def _agencies(printed: Printed, width: float) -> tuple[Paragraph | DrawnLine, ...]:
    parent = titled("parent_agency", printed.entry(known_keys.PARENT_AGENCY), width, known_keys.PARENT_AGENCY)
    agency = titled("agency", printed.entry(known_keys.AGENCY), width, known_keys.AGENCY)
    parts = (parent, agency) if parent.runs else (agency,)
    return (*parts, _rule(agency)) if agency.runs else parts


def _nation(printed: Printed) -> tuple[Paragraph | DrawnLine, ...]:
    """National name and motto; the motto's rule is as long as its text."""
    head = printed.edition.head
    style = STYLES["motto"]
    length = text_width(head.motto, style.size, bold=style.bold)
    return styled("national_name", head.national_name), styled("motto", head.motto), DrawnLine(length)


def _title(printed: Printed, width: float) -> list[Block]:
    subject = titled("subject", printed.entry(known_keys.TITLE), width, known_keys.TITLE)
    blocks: list[Block] = [styled("kind", printed.edition.head.kind_of_document), subject]
    blocks.append(_rule(subject))
    blocks += _addressees(printed, width)
    basis = listed(printed.lines(known_keys.LEGAL_BASIS))
    blocks += [styled("legal_basis", line, known_keys.LEGAL_BASIS) for line in basis]
    return blocks


def _addressees(printed: Printed, width: float) -> list[Block]:
    """ "Kính gửi": one on the same line, several below with their dashes under the colon (II.9.b)."""
    names = printed.lines(known_keys.ADDRESSEE)
    word = printed.edition.head.addressee_word
    if len(names) < 2:
        return [titled("addressee", f"{word} {name}", width, known_keys.ADDRESSEE) for name in names]
    lines = tuple(styled("addressees", line, known_keys.ADDRESSEE) for line in listed(names, "- "))
    left = round(width * ADDRESSEES_AT, 1)
    rows = (
        Row((Cell((styled("addressee_word", word, known_keys.ADDRESSEE),)), Cell())),
        Row((Cell(), Cell(lines))),
    )
    return [Table((left, round(width - left, 1)), rows, ruled=False)]


def _rule(paragraph: Paragraph) -> DrawnLine:
    """A rule of a third to a half of the text line, of the longest where there are several."""
    return DrawnLine(PART_OF_TEXT * longest(paragraph.style, paragraph.text))
