"""What one edition of the form consists of: frozen records, read from TOML, without behaviour.

The field names here are the field names of the files under ``resources/forms/``. Texts with
``{...}`` are filled from the period: see ``wording.py``.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from desktop_app.forms.expression import Node
from desktop_app.forms.heads import (
    AgencyKind,
    Annex,
    AppendixHead,
    Column,
    FormRecord,
    Head,
    PeriodWording,
    Sentence,
)

ValueKind = Literal[
    "count", "decimal", "money", "percent", "text", "choice", "yes_no", "heading", "date", "prose"
]
"""What a key holds. "money" is in triệu đồng, "percent" in %, "heading" holds no value."""

Level = Literal["error", "warning", "note"]


class Field(FormRecord, frozen=True):
    """One entry of the head or the foot (header.agency, footer.signer …)."""

    key: str
    label: str
    group: str = ""  # entries of one group stand together on the screen
    kind: ValueKind = "text"
    default: str = ""  # printed while the clerk has typed nothing; may hold {...}
    hint: str = ""  # what to type, shown in the empty field
    lines: Annotated[int, msgspec.Meta(ge=1, le=50)] = 1  # more than one: a field of several lines
    options: tuple[str, ...] = ()  # offered words, such as TM. KT. TL. TUQ.
    carried: bool = True  # goes along to the next period
    required: bool = False  # nobody signs a report without it


class Section(FormRecord, frozen=True):
    """One place of the body in printing order: a heading, a prose place, or both.

    level: "part" (I.), "heading" (1.), "item" (a)), "point" (below an item, `depth` 4 and deeper),
    "plain" (opening and closing), "line" (a printed line of the form). `tab` names the window tab
    (I … IV) that holds it.
    """

    key: str
    level: Literal["part", "heading", "item", "point", "plain", "line"]
    tab: str
    number: str = ""
    title: str = ""
    prose: bool = True
    depth: Annotated[int, msgspec.Meta(ge=4, le=9)] = 4  # of a point
    titles: dict[str, Sentence] = msgspec.field(default_factory=dict)  # by kind of period, where it differs
    run_in: bool = False  # title and a single paragraph of text stand on one line
    numbered: bool = False  # each paragraph of text is printed with its number: 1. 2. 3.
    was: tuple[str, ...] = ()  # its keys in the edition before
    default: str = ""  # printed while the clerk has typed nothing
    hint: str = ""


class Relation(FormRecord, frozen=True):
    """How a row hangs together with others, with what is out of the ordinary about its check."""

    of: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    code: str = ""  # where it is not the row's own
    level: Level | None = None
    subject: Sentence = ""  # what is compared, in words
    advice: Sentence = ""


Total = tuple[str, ...] | Relation
Others = tuple[str | Relation, ...]


class Figure(FormRecord, frozen=True):
    """A number that the prose of a section states, entered beside it so that checks can read it.

    total_of, part_of, same_as, code, subject: as in `Indicator`.
    """

    key: str
    section: str
    label: str
    kind: ValueKind = "count"
    unit: str = ""
    code: str = ""
    subject: str = ""
    total_of: Total = ()
    part_of: Others = ()
    same_as: Others = ()


class Choice(FormRecord, frozen=True):
    """One answer of a choice: its code, the form's word, and a label line of its own if printed."""

    code: Annotated[int, msgspec.Meta(ge=0, le=999)]
    word: str
    label: str = ""


Bound = Annotated[str, msgspec.Meta(pattern=r"^([0-9]{1,15}(\.[0-9]{1,6})?)?$", max_length=22)]
"""A number as it is written in an expression; "" for none."""


class RowRelations(FormRecord, frozen=True, kw_only=True):
    """How a row hangs together with other rows; the checks follow (derived_checks.py).

    rate_of: part and whole. code: what the checks are called, where it is not the key; subject: what
    is counted, in the words of their sentences. formula: how the value follows otherwise. fill:
    "auto" prints the computed value while nothing is typed, "offer" only proposes it. least, most:
    between which numbers the value lies, both allowed.
    """

    total_of: Total = ()
    rate_of: tuple[str, str] | None = None
    part_of: Others = ()
    same_as: Others = ()
    code: str = ""
    subject: str = ""
    formula: str = ""
    fill: Literal["", "auto", "offer"] = ""  # "": a rate prints, a total is proposed
    least: Bound = ""
    most: Bound = ""


class Indicator(RowRelations, frozen=True, kw_only=True):
    """One row of an appendix, as printed, and how it hangs together with others.

    number: as printed, "" when the row prints none. remark: the part of the label in brackets
    that the form prints in italics. group: the merged cell at the left (appendix 2). note: what
    the form itself prints in the note column. was: its keys in the edition before. strong: printed bold.
    across: a heading whose label stretches over all columns.
    """

    key: str
    number: str
    label: str
    kind: ValueKind = "count"
    unit: str = ""
    remark: str = ""
    italic: bool = False
    strong: bool = False
    across: bool = False
    group: str = ""
    choices: tuple[Choice, ...] = ()
    choice_rows: bool = False  # each choice stands on a printed row of its own
    note: str = ""
    was: tuple[str, ...] = ()


class Scope(FormRecord, frozen=True):
    """Rows (with all rows below them) that only these kinds of agency report, and why."""

    rows: tuple[str, ...]
    agency_kinds: tuple[str, ...]
    reason: str
    proposal: bool = False  # of ours, written nowhere: the screen says so


class Check(FormRecord, frozen=True):
    """One relation of the form; `expect` must hold whenever `when` does.

    message: with {found} and {expected} (the two sides of `expect`) and {key} of keys it reads.
    found / expected: the two sides where `expect` is no comparison. passes / fails: example
    values that must hold and must fail; the linter runs both.
    """

    code: str
    level: Level
    expect: str
    message: str
    advice: str
    source: str
    passes: dict[str, str]
    fails: dict[str, str]
    when: str = ""
    found: str = ""
    expected: str = ""
    shape: str = ""  # the words of which shape it has; "" for one that the form writes itself


class Shape(FormRecord, frozen=True):
    """The sentences of all checks of one shape; $words are filled from the row."""

    level: Level
    message: str
    advice: str
    source: str
    suffix: str = ""  # of the code: ".blank"


class Wording(FormRecord, frozen=True):
    """The file of words for the checks that follow from words on rows, shape by shape."""

    shape: dict[str, Shape]


class Appendix(FormRecord, frozen=True):
    """One appendix: its head, its rows in printing order, who reports them and its columns.

    columns: as the form names them, none for the usual ones; see `columns.columns_of`.
    """

    head: AppendixHead
    indicators: tuple[Indicator, ...]
    scopes: tuple[Scope, ...] = ()
    columns: tuple[Column, ...] = ()


class ParsedCheck(FormRecord, frozen=True):
    """A check with its expressions parsed, ready for the plan."""

    written: Check
    expect: Node
    when: Node | None = None
    found: Node | None = None
    expected: Node | None = None


class Formula(FormRecord, frozen=True):
    """A computed row with its expression parsed."""

    key: str
    expression: Node
    fill: Literal["auto", "offer"]


class Synonym(FormRecord, frozen=True):
    """Words that mean one thing in sentences about the form; the first is how the rows say it."""

    words: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class Edition(FormRecord, frozen=True):
    """One whole version of the form, as loaded and validated."""

    head: Head
    periods: tuple[PeriodWording, ...]
    agency_kinds: tuple[AgencyKind, ...]
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    appendices: tuple[Appendix, ...]
    annex: Annex | None
    checks: tuple[ParsedCheck, ...]
    formulas: tuple[Formula, ...]
    synonyms: tuple[Synonym, ...] = ()

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every row of every appendix, in printing order."""
        return tuple(i for appendix in self.appendices for i in appendix.indicators)
