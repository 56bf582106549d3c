"""Recipients at the left, authority, position and name at the right, room for ink between.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7 and II.9.b.
"""

from __future__ import annotations

import re

from desktop_app.base import known_keys
from desktop_app.composing.text import Printed, bare_lines, listed, styled
from desktop_app.documents.model import Cell, Paragraph, Row, Table

LEFT_SHARE = 0.48


def signature(printed: Printed, width: float) -> Table:
    """The block that closes the report, level on both sides."""
    left, right = round(width * LEFT_SHARE, 1), round(width * (1 - LEFT_SHARE), 1)
    return Table((left, right), (Row((Cell(_recipients(printed)), Cell(_signer(printed)))),), ruled=False)


def _recipients(printed: Printed) -> tuple[Paragraph, ...]:
    head = printed.edition.head
    lines = listed(_names(printed), "- ")
    if not lines:
        return ()
    listed_lines = (styled("recipient", line, known_keys.RECIPIENTS) for line in lines)
    return (styled("recipients_head", head.recipients_word), *listed_lines)


def _names(printed: Printed) -> list[str]:
    """Who receives the report; "Như trên" comes once, by itself or as it was typed (II.9.b)."""
    names = printed.lines(known_keys.RECIPIENTS)
    same = "".join(bare_lines(printed.edition.head.same_as_above)[:1])
    if not _spelled(same) or not printed.lines(known_keys.ADDRESSEE):
        return names
    others = [name for name in names if _spelled(name) != _spelled(same)]
    if any(f"{_spelled(name)} ".startswith(f"{_spelled(same)} ") for name in others):
        return others  # "Như trên (để báo cáo)"
    return [same, *others]


def _spelled(name: str) -> str:
    """The words alone: case, blanks and punctuation make no difference."""
    return " ".join(re.findall(r"\w+", name.casefold()))


def _signer(printed: Printed) -> tuple[Paragraph, ...]:
    authority = [
        styled("authority", line, key)
        for key in (known_keys.AUTHORITY, known_keys.POSITION)
        for line in printed.entry(key).split("\n")
        if line.strip()
    ]
    name = styled("signer", printed.entry(known_keys.SIGNER), known_keys.SIGNER)
    return (*authority, name)
