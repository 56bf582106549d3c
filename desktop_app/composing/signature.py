"""Recipients at the left, authority, position and name at the right, room for ink between.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7 and II.9.b.
"""

from __future__ import annotations

from desktop_app.composing.text import Printed, listed, styled
from desktop_app.documents.model import Cell, Paragraph, Row, Table

LEFT_SHARE = 0.48


def signature(printed: Printed, width: float) -> Table:
    """The block that closes the report, level on both sides."""
    left, right = round(width * LEFT_SHARE, 1), round(width * (1 - LEFT_SHARE), 1)
    return Table((left, right), (Row((Cell(_recipients(printed)), Cell(_signer(printed)))),), ruled=False)


def _recipients(printed: Printed) -> tuple[Paragraph, ...]:
    names = printed.lines("footer.recipients")
    head = printed.edition.head
    lines = listed(names, "- ")
    if printed.lines("header.addressee"):
        lines.insert(0, head.same_as_above)
    if not lines:
        return ()
    listed_lines = (styled("recipient", line, "footer.recipients") for line in lines)
    return (styled("recipients_head", head.recipients_word), *listed_lines)


def _signer(printed: Printed) -> tuple[Paragraph, ...]:
    authority = [
        styled("authority", line, key)
        for key in ("footer.authority", "footer.position")
        for line in printed.entry(key).split("\n")
        if line.strip()
    ]
    name = styled("signer", printed.entry("footer.signer"), "footer.signer")
    return (*authority, name)
