"""The one table of styles: every component of the page with its size, face, place and article.

Sizes and spacing in pt. "Sample" sizes of the decree's own table are the defaults (Nghị định
30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II and the table of Mục V). Both writers read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from desktop_app.documents.model import Paragraph
from desktop_app.documents.settings import PrintSettings

Align = Literal["left", "center", "right", "justify"]


class Style(msgspec.Struct, frozen=True):
    """One component. size 0: the body's size; `least`/`most`: the range that the law allows.

    indent: the first line is indented by the setting. line and after of the body follow the
    settings. level: 1 to 9 for headings that the outline of the file shows.
    """

    name: str
    size: float
    least: float
    most: float
    article: str
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    upper: bool = False
    before: float = 0
    after: float = 0
    body: bool = False
    level: int = 0
    keep_next: bool = False
    ends_table: bool = False  # belongs to the last rows of the table above
    seldom: bool = False  # a Word file has it only where something is printed in it


_ROWS = (
    Style("national_name", 12, 12, 13, "II.1.a", align="center", bold=True, upper=True),
    Style("motto", 13, 13, 14, "II.1.b", align="center", bold=True),
    Style("parent_agency", 12, 12, 13, "II.2", align="center", upper=True),
    Style("agency", 12, 12, 13, "II.2", align="center", bold=True, upper=True),
    Style("number", 13, 13, 13, "II.3", align="center", before=6),
    Style("place_date", 13, 13, 14, "II.4", align="center", italic=True, before=6),
    Style("kind", 14, 13, 14, "II.5.a", align="center", bold=True, upper=True, before=18, keep_next=True),
    Style("subject", 14, 13, 14, "II.5.b", align="center", bold=True),
    Style("addressee", 14, 13, 14, "II.9.a", align="center", before=12, after=12),
    Style("addressee_word", 14, 13, 14, "II.9.b", align="right", before=12),
    Style("addressees", 14, 13, 14, "II.9.b", after=6),
    Style("legal_basis", 0, 13, 14, "II.6.b", align="justify", italic=True, body=True),
    Style("body", 0, 13, 14, "II.6.c", align="justify", body=True),
    Style(
        "part",
        0,
        13,
        14,
        "II.6.d",
        align="justify",
        bold=True,
        upper=True,
        body=True,
        level=1,
        keep_next=True,
    ),
    Style("heading", 0, 13, 14, "II.6.d", align="justify", bold=True, body=True, level=2, keep_next=True),
    Style("item", 0, 13, 14, "II.6.d", align="justify", body=True, level=3, keep_next=True),
    Style("form_line", 0, 13, 14, "II.6.c", align="center", italic=True, body=True),
    Style("authority", 14, 13, 14, "II.7.d", align="center", bold=True, upper=True),
    Style("signer", 14, 13, 14, "II.7.d", align="center", bold=True, before=76),
    Style("recipients_head", 12, 12, 12, "II.9.b", bold=True, italic=True),
    Style("recipient", 11, 11, 11, "II.9.b"),
    Style("appendix_number", 14, 14, 14, "III.1.b", align="center", bold=True, level=1, keep_next=True),
    Style("appendix_title", 14, 13, 14, "III.1.b", align="center", bold=True, upper=True, keep_next=True),
    Style("form_number", 14, 13, 14, "III.1.b", align="center", bold=True, level=2, before=6, keep_next=True),
    Style("form_title", 14, 13, 14, "III.1.b", align="center", bold=True, after=6, keep_next=True),
    Style("attached", 13, 13, 14, "III.1.c", align="center", italic=True, after=6, keep_next=True),
    Style("page_number", 14, 13, 14, "I.7", align="center"),
    # The decree says nothing of the text inside tables; these are ours.
    Style("table_head", 12, 11, 14, "", align="center", bold=True),
    Style("cell", 12, 11, 14, ""),
    Style("cell_strong", 12, 11, 14, "", bold=True),
    Style("cell_italic", 12, 11, 14, "", italic=True),
    Style("cell_center", 12, 11, 14, "", align="center"),
    Style("cell_center_strong", 12, 11, 14, "", align="center", bold=True),
    Style("cell_center_italic", 12, 11, 14, "", align="center", italic=True),
    Style("cell_right", 12, 11, 14, "", align="right"),
    Style("table_note", 12, 11, 14, "", align="justify", italic=True, before=6, ends_table=True),
    Style("footnote", 11, 10, 11, "", align="justify", after=1),
    Style("end_mark", 14, 13, 14, "", align="right", ends_table=True),
)

# Below a điểm the decree names nothing, nor does it speak of cells of sums; these are ours too.
_SELDOM = (
    *(
        Style(f"point_{n}", 0, 13, 14, "", "justify", body=True, level=n, keep_next=True, seldom=True)
        for n in range(4, 10)
    ),
    Style("cell_right_strong", 12, 11, 14, "", align="right", bold=True, seldom=True),
)
SMALL_SIZES = (11, 10, 9)
"""Sizes of the text in a table whose columns have no room for their words at 12; the decree sets none."""


def small_style(name: str, size: int) -> str:
    """The style of a table's text in one of the smaller sizes."""
    return f"{name}_{size}"


def _small() -> Iterator[Style]:
    for style in (*_ROWS, *_SELDOM):
        for size in SMALL_SIZES if style.name.startswith(("cell", "table_head")) else ():
            name = small_style(style.name, size)
            yield msgspec.structs.replace(style, name=name, size=size, least=size, seldom=True)


STYLES: dict[str, Style] = {style.name: style for style in (*_ROWS, *_SELDOM, *_small())}
"""Every style by name."""


def keeps_next(block: object, following: object) -> bool:
    """Whether a heading goes with what follows: not with the heading of another place of the form.

    Else the headings of a report without prose would all have to stand on one page.
    """
    style, below = (STYLES.get(getattr(part, "style", "")) for part in (block, following))
    return bool(style and style.keep_next and not (below and 0 < below.level <= style.level))


def table_ending(following: Sequence[object]) -> tuple[Paragraph, ...]:
    """The paragraphs at the beginning of these blocks that end the table before them."""
    ending: list[Paragraph] = []
    for block in following:
        if not (isinstance(block, Paragraph) and STYLES[block.style].ends_table):
            break
        ending.append(block)
    return tuple(ending)


def size_of(style: Style, settings: PrintSettings) -> float:
    """The size of the style in pt."""
    return style.size or settings.body_size


def spacing_of(style: Style, settings: PrintSettings) -> tuple[float, float, float]:
    """Space before and after in pt, and the line spacing in lines."""
    if style.body:
        return 0, settings.spacing, settings.line
    return style.before, style.after, 1
