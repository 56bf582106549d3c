"""What one edition of the form consists of: frozen records, read from TOML, without behaviour.

The field names here are the field names of the files under ``resources/forms/``. Texts with
``{...}`` are filled from the period: see ``wording.py``.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from desktop_app.forms.expression import Node

ValueKind = Literal[
    "count", "decimal", "money", "percent", "text", "choice", "yes_no", "heading", "date", "prose"
]
"""What a key holds. "money" is in triệu đồng, "percent" in %, "heading" holds no value."""

Level = Literal["error", "warning", "note"]

Millimetres = Annotated[float, msgspec.Meta(ge=8, le=250)]
"""The width of a column, of which none may be left with nothing."""

ColumnRange = tuple[Millimetres, Millimetres]
"""Least and most of a column; between them it follows what stands in it."""
ANY_WIDTH: ColumnRange = (10, 250)

Short = Annotated[str, msgspec.Meta(max_length=60)]
Sentence = Annotated[str, msgspec.Meta(max_length=300)]
"""Words that are put into other words, which must not grow without end."""


class FormRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every record of a file: a field that is not declared is refused by the loader."""


class AgencyKind(FormRecord, frozen=True):
    """A kind of agency (sở/ngành, Sở Nội vụ, Văn phòng UBND tỉnh, UBND huyện/thành phố)."""

    key: str
    name: str


class PeriodWording(FormRecord, frozen=True):
    """What the form says for one kind of period (Q1, 6M, 9M, Y …)."""

    kind: str
    label: Short  # "Quý I"
    coming: Short  # what the next period is called in the title, "Quý II"
    subject: Sentence  # trích yếu, with {label} {coming} {year} {coming_year}
    short: Short = ""  # "Quý I/{year}" for lists and window titles


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


class Section(FormRecord, frozen=True):
    """One place of the body in printing order: a heading, a prose place, or both.

    level: "part" (I.), "heading" (1.), "item" (a)), "plain" (opening and closing), "line" (a
    printed line of the form). `tab` names the window tab (I … IV) that holds it.
    """

    key: str
    level: Literal["part", "heading", "item", "plain", "line"]
    tab: str
    number: str = ""
    title: str = ""
    prose: bool = True
    run_in: bool = False  # title and a single paragraph of text stand on one line
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


class Indicator(FormRecord, frozen=True):
    """One row of an appendix, as printed.

    number: as printed, "" when the row prints none. remark: the part of the label in brackets
    that the form prints in italics. group: the merged cell at the left (appendix 2).
    total_of, rate_of (part, whole), part_of, same_as: how it hangs together with other rows; the
    checks follow (derived_checks.py). code: what they are called, where it is not the key; subject:
    what is counted, in the words of their sentences.
    formula: how the value follows otherwise. fill: "auto" prints the computed value while nothing
    is typed, "offer" only proposes it. note: what the form itself prints in the note column.
    """

    key: str
    number: str
    label: str
    kind: ValueKind = "count"
    unit: str = ""
    remark: str = ""
    italic: bool = False
    group: str = ""
    choices: tuple[Choice, ...] = ()
    choice_rows: bool = False  # each choice stands on a printed row of its own
    total_of: Total = ()
    rate_of: tuple[str, str] | None = None
    part_of: Others = ()
    same_as: Others = ()
    code: str = ""
    subject: str = ""
    formula: str = ""
    fill: Literal["", "auto", "offer"] = ""  # "": a rate prints, a total is proposed
    note: str = ""
    was: str = ""


class Scope(FormRecord, frozen=True):
    """Rows (with all rows below them) that only these kinds of agency report, and why."""

    rows: tuple[str, ...]
    agency_kinds: tuple[str, ...]
    reason: str


class Columns(FormRecord, frozen=True):
    """How wide the printed columns of an appendix may be; where nothing is said, as wide as needed."""

    number: ColumnRange = ANY_WIDTH
    group: ColumnRange = ANY_WIDTH
    label: ColumnRange = ANY_WIDTH
    unit: ColumnRange = ANY_WIDTH
    figure: ColumnRange = ANY_WIDTH
    note: ColumnRange = ANY_WIDTH


class AppendixHead(FormRecord, frozen=True):
    """Title, column heads and printed note of one appendix."""

    key: str  # "pl1"
    number: Annotated[int, msgspec.Meta(ge=1, le=10)]  # up to X, which stands for it in print
    title: str
    short: str  # for the tab and the list of findings
    label_head: str  # "Chỉ tiêu", "Nhiệm vụ/tiêu chí" …
    figure_head: str  # "Số liệu của kỳ báo cáo" …
    number_head: str = "STT"
    unit_head: str = "Đơn vị tính"
    note_head: str = "Ghi chú"
    result_head: str = ""  # "Kết quả" over unit and figure: a two-storey head
    note: str = ""  # printed under the table
    landscape: bool = False
    columns: Columns | None = None  # where they differ from those of the edition


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


class Head(FormRecord, frozen=True):
    """What an edition is: its identity, the dates it serves, and words used all over it."""

    id: str
    name: str
    valid_from: str  # first period, "2022-Q1"
    valid_to: str  # last period, "2025-6M"; "" while the edition is in force
    kind_of_document: str  # "Báo cáo"
    national_name: str
    motto: str
    attached: str  # "(Kèm theo … )" line of the appendices, with {number} {date} {agency}
    number_word: str = "Số:"
    addressee_word: str = "Kính gửi:"
    recipients_word: str = "Nơi nhận:"
    appendix_word: str = "Phụ lục"
    same_as_above: str = "- Như trên;"  # first recipient when there is an addressee
    day_words: str = "ngày {day} tháng {month} năm {year}"
    end_mark: str = "./."
    columns: Columns = Columns()
    retired: tuple[str, ...] = ()


class Appendix(FormRecord, frozen=True):
    """One appendix: its head, its rows in printing order and who reports them."""

    head: AppendixHead
    indicators: tuple[Indicator, ...]
    scopes: tuple[Scope, ...] = ()


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


class Edition(FormRecord, frozen=True):
    """One whole version of the form, as loaded and validated."""

    head: Head
    periods: tuple[PeriodWording, ...]
    agency_kinds: tuple[AgencyKind, ...]
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    appendices: tuple[Appendix, ...]
    checks: tuple[ParsedCheck, ...]
    formulas: tuple[Formula, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every row of every appendix, in printing order."""
        return tuple(i for appendix in self.appendices for i in appendix.indicators)
