"""A sheet of a workbook taken apart: lines above a head, the table below it, what stands under the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from desktop_app.form_import.table_heads import role_of
from desktop_app.word_import.contents import Block, WordParagraph, WordRow, WordTable

MOST_TITLE = 250
_FOOT = re.compile(
    r"\s*(?:Nơi nhận|Người lập|Thủ trưởng|KT\.|TM\.|TL\.|CHỦ TỊCH|GIÁM ĐỐC|.*ngày\s.*tháng\s.*năm)",
    re.IGNORECASE,
)


def sheet_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, each sheet split where a new head begins."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield _apart(block)
        else:
            yield from _split(block)


def _split(table: WordTable) -> Iterator[Block]:
    heads = [at for at, row in enumerate(table.rows) if _is_head(row)]
    begins = [at for n, at in enumerate(heads) if n == 0 or _stands_apart(table.rows, at)]
    if not begins:
        yield table
        return
    start = 0
    for number, begin in enumerate(begins):
        yield from _lines(table.rows[start:begin])
        end = begins[number + 1] if number + 1 < len(begins) else len(table.rows)
        cut = _table_end(table.rows, begin, end)
        yield WordTable(_filled(table.rows[begin:cut]), table.at)
        start = cut
    yield from _lines(table.rows[start:])


def _is_head(row: WordRow) -> bool:
    roles = {role for cell in row.cells if not cell.covered and (role := role_of(cell.text))}
    return len(roles) >= 2 and ("label" in roles or "number" in roles)


def _stands_apart(rows: tuple[WordRow, ...], at: int) -> bool:
    """Whether an empty row or a line of its own stands above: a head that is repeated has neither."""
    return len([cell for cell in rows[at - 1].cells if cell.text]) <= 1


def _table_end(rows: tuple[WordRow, ...], begin: int, end: int) -> int:
    """Where the table ends: before the lines that belong to the next one, or to who signs."""
    for at in range(begin + 1, end):
        if any(_FOOT.match(cell.text[:MOST_TITLE]) for cell in rows[at].cells if cell.text):
            return at
    at = end
    while end < len(rows) and at > begin + 1 and len([c for c in rows[at - 1].cells if c.text]) <= 1:
        at -= 1
    return at


def _filled(rows: tuple[WordRow, ...]) -> tuple[WordRow, ...]:
    """Without empty rows at the end."""
    last = max((at for at, row in enumerate(rows) if any(cell.text for cell in row.cells)), default=-1)
    return rows[: last + 1]


def _lines(rows: tuple[WordRow, ...]) -> Iterator[WordParagraph]:
    for row in rows:
        yield from (_apart(each) for cell in row.cells if not cell.covered for each in cell.paragraphs)


def _apart(paragraph: WordParagraph) -> WordParagraph:
    """A line of a sheet stands apart from the table as a centred one does in a text."""
    return msgspec.structs.replace(paragraph, centred=len(paragraph.text) <= MOST_TITLE)
