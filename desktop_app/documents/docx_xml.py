"""Blocks of the model as WordprocessingML text, ready to be parsed once."""

from __future__ import annotations

from functools import cache
from xml.sax.saxutils import escape

import msgspec

from desktop_app.documents.grid import Placed, lay_out
from desktop_app.documents.model import (
    Cell,
    DrawnLine,
    Ending,
    PageSection,
    Paragraph,
    Run,
    Table,
    legal,
    plain,
)
from desktop_app.documents.row_breaks import Rows
from desktop_app.documents.styles import STYLES, keeps_next, table_ending
from desktop_app.documents.text_lines import measured

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS_PER_MM = 1440 / 25.4
_HEADINGS = frozenset({"part", "heading", "item", *(f"point_{depth}" for depth in range(4, 10))})
CELL_MARGIN = 57
"""Left and right margin inside a cell, in twips (1 mm)."""
REFERENCE = "FootnoteReference"
"""The style of the raised number of a footnote."""


def twips(length: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(length * TWIPS_PER_MM)


@cache
def style_id(name: str) -> str:
    """The id under which a style of ours stands in the file; headings and footnotes use Word's own."""
    if name in _HEADINGS:
        return f"Heading{STYLES[name].level}"
    if name == "footnote":
        return "FootnoteText"
    return "CCHC" + "".join(part.capitalize() for part in name.split("_"))


def section_xml(section: PageSection, width: float, room: float) -> list[str]:
    """The blocks of a section; `width` of its column in mm, `room`: height of a page's text in points."""
    parts: list[str] = []
    for number, block in enumerate(section.blocks):
        following = section.blocks[number + 1 :]
        if isinstance(block, Paragraph):
            alone = STYLES[block.style].keep_next and following and not keeps_next(block, following[0])
            parts.append(paragraph_xml(block, keep_next=False if alone else None))
        elif isinstance(block, DrawnLine):
            parts.append(_line(block, width))
        elif isinstance(block, Ending):
            parts += [paragraph_xml(block.last, keep_next=True), _table(block.table, None)]
        else:
            parts.append(_table(block, measured(block, table_ending(following), room)))
    return parts


def paragraph_xml(paragraph: Paragraph, keep_next: bool | None = None) -> str:
    """One paragraph; typed text is escaped, it can never become a field or markup.

    keep_next: whether it goes on the page of the next one, where its style does not say it.
    """
    keep = {True: "<w:keepNext/>", False: '<w:keepNext w:val="0"/>', None: ""}[keep_next]
    runs = "".join(_run(run) for run in paragraph.runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(paragraph.style)}"/>{keep}</w:pPr>{runs}</w:p>'


def _run(run: Run) -> str:
    if run.note:
        style = f'<w:rPr><w:rStyle w:val="{REFERENCE}"/></w:rPr>'
        return f'<w:r>{style}<w:footnoteReference w:id="{run.text}"/></w:r>'
    face = ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    text = escape(legal(run.text))
    lines = f"<w:br/></w:r><w:r>{properties}".join(_text(line) for line in text.split("\n"))
    return f"<w:r>{properties}{lines}</w:r>"


def _text(text: str) -> str:
    inside = '</w:t><w:tab/><w:t xml:space="preserve">'.join(text.split("\t"))
    return f'<w:t xml:space="preserve">{inside}</w:t>'


def _line(line: DrawnLine, width: float) -> str:
    """An empty paragraph whose upper border is the line, centred by its indents."""
    side = twips(max(0.0, (width - line.length) / 2))
    return (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="120" w:line="40" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'
        '<w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>'
    )


def _table(table: Table, cuts: Rows | None) -> str:
    """A fixed-width table; `cuts` says where pages may end in it: nowhere for None."""
    rows = (*table.head, *table.rows)
    widths = [twips(width) for width in table.widths]
    style = "CCHCRuled" if table.ruled else "CCHCUnruled"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body: list[str] = []
    for number, line in enumerate(lay_out(rows, len(widths))):
        in_body = number - len(table.head)
        head = "<w:tblHeader/>" if in_body < 0 else ""
        kept = cuts is None or (in_body >= 0 and cuts.kept_with_next(in_body))
        cells: list[str] = []
        for place in line:
            cell = place.cell or place.covered_by
            if cell is None or _reaches_from_left(line, place.column):
                continue
            width = sum(widths[place.column : place.column + cell.columns])
            content = () if cell is place.covered_by else cell.content
            shown = msgspec.structs.replace(cell, content=content or (plain(table.blank, ""),))
            cells.append(_cell(shown, width, covered=cell is place.covered_by, kept=kept))
        whole = "" if cuts and in_body >= 0 and cuts.may_be_split(in_body) else "<w:cantSplit/>"
        body.append(f"<w:tr><w:trPr>{whole}{head}</w:trPr>{''.join(cells)}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(body)}</w:tbl>'
    )


def _reaches_from_left(line: list[Placed], column: int) -> bool:
    """Whether the cell that covers the place covers or begins the one at its left as well."""
    cover, left = line[column].covered_by, line[column - 1] if column else None
    return cover is not None and left is not None and (left.cell or left.covered_by) is cover


def _cell(cell: Cell, width: int, *, covered: bool, kept: bool) -> str:
    """One w:tc; `covered` when the cell began in a row above.

    OOXML has no row span: each row has a w:tc at every place. The first of a merged column says
    w:vMerge "restart", those under it an empty one, which continues it (ECMA-376, Part 1, vMerge).
    """
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    joined = "<w:vMerge/>" if covered else '<w:vMerge w:val="restart"/>'
    merge = joined if cell.rows > 1 else ""
    middle = "" if cell.top else '<w:vAlign w:val="center"/>'
    inner = (width - 2 * CELL_MARGIN) / TWIPS_PER_MM
    keep = kept or None
    content = "".join(
        _line(part, inner) if isinstance(part, DrawnLine) else paragraph_xml(part, keep_next=keep)
        for part in cell.content
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>{content}</w:tc>'
