"""How the tables of a file are laid out: widths of columns, which way the pages lie, names of sheets."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.word_import.container import Container, open_word
from desktop_app.word_import.markup import Node, child, local, w
from desktop_app.word_import.read_body import MOST_COLUMNS
from desktop_app.word_import.read_workbook import BOOK, sheet_parts

TWIPS, LETTERS = 25.4 / 1440, 1.9
"""Millimetres of a twentieth of a point, and of one letter of a workbook's column."""


class TableSetup(NamedTuple):
    """Widths of the grid columns in mm, whether the page lies; nested: the table stands in another one."""

    widths: tuple[float, ...] = ()
    landscape: bool = False
    nested: bool = False
    sheet: str = ""


def word_setups(content: bytes, name: str) -> dict[int, TableSetup]:
    """Number of a table in a Word file -> its setup."""
    container, main = open_word(content, name)
    body = child(container.tree(main), "body")
    found: dict[int, TableSetup] = {}
    waiting: list[int] = []
    for node in () if body is None else body.iter():
        if local(node) == "tbl":
            at = len(found) + 1
            found[at] = TableSetup(_grid(node), nested=_is_nested(node))
            waiting.append(at)
        elif local(node) == "sectPr":
            landscape = _lies(child(node, "pgSz"))
            found |= {at: found[at]._replace(landscape=landscape) for at in waiting}
            waiting = []
    return found


def workbook_setups(content: bytes, name: str) -> dict[int, TableSetup]:
    """Number of a sheet -> its setup; as long as the grid of its widest row can be."""
    container = Container(content, name)
    names = _sheet_names(container)
    found: dict[int, TableSetup] = {}
    for number, part in enumerate(sheet_parts(container), 1):
        nodes = [n for n in container.tree(part) if local(n) in ("cols", "pageSetup")]
        widths = next((_columns(n) for n in nodes if local(n) == "cols"), ())
        landscape = any(n.get("orientation") == "landscape" for n in nodes if local(n) == "pageSetup")
        found[number] = TableSetup(widths, landscape, sheet=names.get(part, ""))
    return found


def _grid(table: Node) -> tuple[float, ...]:
    grid = child(table, "tblGrid")
    texts = [] if grid is None else [column.get(w("w"), "") for column in grid.findall(w("gridCol"))]
    return tuple(int(t) * TWIPS if t.isdecimal() and len(t) < 7 else 0 for t in texts[:MOST_COLUMNS])


def _lies(size: Node | None) -> bool:
    if size is None:
        return False
    width, height = size.get(w("w"), ""), size.get(w("h"), "")
    by_size = width.isdecimal() and height.isdecimal() and int(width[:9]) > int(height[:9])
    return size.get(w("orient")) == "landscape" or by_size


def _is_nested(table: Node) -> bool:
    above = table.getparent()
    while above is not None:
        if local(above) == "tc":
            return True
        above = above.getparent()
    return False


def _columns(node: Node) -> tuple[float, ...]:
    """The widths of all columns up to the last that says one; 0 for those between."""
    widths: dict[int, float] = {}
    for column in node:
        first, last, width = (column.get(name, "") for name in ("min", "max", "width"))
        if not (first.isdecimal() and last.isdecimal() and width.replace(".", "", 1).isdecimal()):
            continue
        for at in range(int(first[:9]), min(int(last[:9]), MOST_COLUMNS) + 1):
            widths[at] = min(float(width[:12]), 255.0) * LETTERS
    return tuple(widths.get(at, 0.0) for at in range(1, max(widths, default=0) + 1))


def _sheet_names(container: Container) -> dict[str, str]:
    relations = container.relations(BOOK)
    found: dict[str, str] = {}
    for node in container.tree(BOOK).iter():
        if local(node) == "sheet":
            ids = [value for key, value in node.items() if key.endswith("}id")]
            if ids and ids[0] in relations:
                found[relations[ids[0]].target] = node.get("name", "")
    return found
