"""What was found in the file of an empty form: tables with columns and rows, headings, doubts, offers."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from desktop_app.forms.heads import ColumnSource
from desktop_app.forms.model import Choice, ValueKind


class FoundColumn(msgspec.Struct, frozen=True):
    """One column: the grid columns that it covers, its words, those over it, its width in mm (0: unknown)."""

    of: ColumnSource
    title: str
    first: int
    last: int
    over: str = ""
    width: float = 0
    kind: ValueKind | Literal[""] = ""


class FoundRow(msgspec.Struct, frozen=True):
    """One row as it is printed; place: where it stands in the file, in words."""

    number: str
    label: str
    unit: str = ""
    note: str = ""
    group: str = ""
    remark: str = ""
    kind: ValueKind = "count"
    choices: tuple[Choice, ...] = ()
    choice_rows: bool = False
    across: bool = False
    strong: bool = False
    italic: bool = False
    place: str = ""


class FoundTable(msgspec.Struct, frozen=True):
    """One table: what stands above and below it, its columns and rows."""

    columns: tuple[FoundColumn, ...]
    rows: tuple[FoundRow, ...]
    name: str = ""  # "Biểu số 01a/CCHC"
    title: str = ""
    note: str = ""
    unit: str = ""  # of all rows, said above the table
    landscape: bool = False
    repeats: bool = False
    tab: str = ""  # the name of the sheet that it stood on
    is_filled: bool = False  # figures stand in it: it is somebody's report
    at: int = 0


class FoundSection(msgspec.Struct, frozen=True):
    """One heading of the body; depth: 1 for the parts."""

    depth: int
    number: str
    title: str
    prose: bool = True


class FoundAnnex(msgspec.Struct, frozen=True):
    """The one head over all tables."""

    word: str
    title: str


class Offer(NamedTuple):
    """A sum or rate that the numbers of the rows suggest: nothing is entered before somebody agrees.

    table, row: places of the row that would be computed, from 0; of: those of its parts, for a rate the
    part and the whole.
    """

    kind: Literal["total", "rate"]
    table: int
    row: int
    of: tuple[int, ...]


class FoundForm(msgspec.Struct, frozen=True):
    """All of a file; doubts: sentences about what was not understood."""

    name: str
    tables: tuple[FoundTable, ...]
    sections: tuple[FoundSection, ...] = ()
    annex: FoundAnnex | None = None
    title: str = ""
    doubts: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    closing: str = ""
