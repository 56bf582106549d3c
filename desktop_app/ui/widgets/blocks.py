"""Blocks of cells on the clipboard, as Excel writes them: lines and tabs, quoted line breaks."""

from __future__ import annotations

import csv
import io

MOST_CELLS = 20_000


def read_block(text: str) -> list[list[str]]:
    """The cells of a copied block, row by row; [] for an empty clipboard."""
    if not text.strip("\r\n"):
        return [[""]] if text else []
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if '"' not in text:
        return [line.split("\t") for line in text.split("\n")][:MOST_CELLS]
    reader = csv.reader(io.StringIO(text), dialect="excel-tab")
    return [row or [""] for row in reader][:MOST_CELLS]


def write_block(cells: list[list[str]]) -> str:
    """The cells as text that Excel takes back cell for cell."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(cells)
    return out.getvalue()
