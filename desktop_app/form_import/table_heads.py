"""Where the head of a table ends, and what each of its columns holds, in whatever words it says so."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.form_import.found import FoundColumn
from desktop_app.forms.heads import ColumnSource
from desktop_app.word_import.contents import WordCell, WordRow, WordTable
from desktop_app.word_import.likeness import plain_words
from desktop_app.word_import.marks import mark_of

MOST_HEAD_ROWS = 5
MOST_OF_HEAD, MOST_COUNTED = 400, 40
"""Letters of the words over a column; of a cell that only counts the columns."""
_WORDS: tuple[tuple[ColumnSource, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?:so )?s?tt|so thu tu|s tt|tt so|stt .*|ma(?: so| chi tieu| dong| hang)?")),
    ("unit", re.compile(r"(?:don vi tinh|dvt|dv tinh|don vi do)(?: .*)?|don vi")),
    ("note", re.compile(r"(?:ghi chu|chu thich|giai trinh|ghi ro).*")),
    (
        "label",
        re.compile(
            r"(?:ten )?(?:cac )?(?:chi tieu|nhiem vu|tieu chi|noi dung|linh vuc|hang muc|danh muc|dau viec|"
            r"cong viec|dien giai|loai|nhom)\b.*|ten .*"
        ),
    ),
    ("last_year", re.compile(r"(?!.*(?:so sanh|so voi|tang|giam|chenh)).*cung ky.*")),
    (
        "before",
        re.compile(
            r"(?!.*(?:so sanh|so voi|tang|giam|chenh)).*(?:(?:ky|quy|thang)(?: bao cao)? truoc|nam truoc).*"
        ),
    ),
    ("cumulative", re.compile(r".*luy ke.*")),
)
_FIGURE = re.compile(
    r".*(?:so lieu|ket qua|thuc hien|so luong|gia tri|ky nay|trong ky|ky bao cao|phat sinh).*"
)
_COMPARED = re.compile(r".*(?:so sanh|so voi|tang|giam|chenh lech).*")
_COUNTING = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?(?:\s*=\s*[-+*/:x×()\d\s]+%?)?", re.IGNORECASE)
_VALUE = re.compile(r"[\d.,\s]+%?|[-–—…._\s]+|x|có|không", re.IGNORECASE)


class TableHead(NamedTuple):
    """How many rows at the top are title and head; the words of the title; the columns."""

    rows: int
    title: str
    columns: tuple[FoundColumn, ...]
    named: bool  # whether its words say what the columns hold
    computed: tuple[str, ...] = ()  # "Tổng số (1=2+3)": what its last row says of columns
    codes: tuple[str, ...] = ()  # columns that only number the rows once more, and are left out


def width_of(table: WordTable) -> int:
    """How many columns the grid of the table has."""
    return max((cell.column + cell.columns for row in table.rows for cell in row.cells), default=0)


def role_of(words: str) -> ColumnSource | None:
    """What a column holds by the words of its head; None for words that do not say it."""
    plain = " ".join(plain_words(words)) if len(words) <= MOST_OF_HEAD else ""
    return next((role for role, pattern in _WORDS if pattern.fullmatch(plain)), None) if plain else None


def is_value(text: str) -> bool:
    """Whether the text is what somebody fills in: a figure, dots to write on, yes or no."""
    return bool(_VALUE.fullmatch(text.strip()))


def is_counting(row: WordRow) -> bool:
    """Whether the row only counts the columns: "(1) (2) (3)", "A B 1 2", "(3) = (1) + (2)"."""
    texts = [cell.text.strip() for cell in row.cells if not cell.covered and cell.text.strip()]
    if len(texts) < 3 or not all(len(t) <= MOST_COUNTED and _COUNTING.fullmatch(t) for t in texts):
        return False
    digits = [int(found[0]) for text in texts if (found := re.search(r"\d+", text.partition("=")[0]))]
    return bool(digits) and digits == list(range(digits[0], digits[0] + len(digits))) and digits[0] <= 3


def read_head(table: WordTable, widths: tuple[float, ...]) -> TableHead:
    """The head of the table; widths: of its grid columns in mm, none where they are not known."""
    width, rows = width_of(table), table.rows
    begin = _title_rows(rows, width)
    end = _head_end(rows, begin)
    title = "\n".join(cell.text for row in rows[:begin] for cell in row.cells if cell.text)
    roles = [role_of(cell.text) for row in rows[begin:end] for cell in row.cells if cell.text]
    kinds = {role for role in roles if role}
    named = "label" in kinds or len(kinds) >= 2 or ("number" in kinds and len(roles) >= 3)
    groups = _groups(rows[begin:end], width) if end > begin else [(at, at, "", "") for at in range(width)]
    columns = _columns(groups, rows[end:])
    if len(widths) == width:
        columns = [
            FoundColumn(c.of, c.title, c.first, c.last, c.over, sum(widths[c.first : c.last + 1]))
            for c in columns
        ]
    computed: list[str] = []
    while end < len(rows) and is_counting(rows[end]):
        computed += _computed(rows[end], columns)
        end += 1
    codes = [c for at, c in enumerate(columns) if _is_code(c, columns[:at])]
    kept = tuple(c for c in columns if c not in codes)
    return TableHead(end, title, kept, named, tuple(computed), tuple(_flat(c.title) for c in codes))


def _is_code(column: FoundColumn, before: list[FoundColumn]) -> bool:
    """Whether the column numbers rows that have a number already."""
    return role_of(column.title) == "number" and any(other.of == "number" for other in before)


def _computed(row: WordRow, columns: list[FoundColumn]) -> list[str]:
    """The columns of which the row says how they are computed."""
    said = [(cell.column, _flat(cell.text)) for cell in row.cells if "=" in cell.text]
    return [f"{_flat(c.title)} ({text})" for at, text in said for c in columns if c.first <= at <= c.last]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _title_rows(rows: tuple[WordRow, ...], width: int) -> int:
    """Rows at the top with one cell over the whole table, where a head follows them."""
    count = 0
    while count < min(len(rows), MOST_HEAD_ROWS) and (
        not _own(rows[count]) or (len(_own(rows[count])) == 1 and rows[count].cells[0].columns == width)
    ):
        count += 1
    named = [role_of(cell.text) for cell in rows[count].cells] if count < len(rows) else []
    return count if any(named) else 0


def _own(row: WordRow) -> list[WordCell]:
    return [cell for cell in row.cells if not cell.covered and cell.text]


def _head_end(rows: tuple[WordRow, ...], begin: int) -> int:
    """Where the rows of the head end; `begin` itself for a table without one."""
    repeated = next((at for at, row in enumerate(rows) if not row.head), len(rows))
    if begin >= len(rows) or not _is_head(rows[begin]):
        return repeated if begin < repeated <= MOST_HEAD_ROWS and repeated < len(rows) else begin
    end = begin + 1
    while end < min(len(rows), begin + MOST_HEAD_ROWS) and _goes_on(rows, begin, end):
        end += 1
    return max(end, repeated) if repeated <= MOST_HEAD_ROWS and repeated < len(rows) else end


def _is_head(row: WordRow) -> bool:
    own = _own(row)
    roles = [role for cell in own if (role := role_of(cell.text))]
    if len(own) < 2 or any(is_value(cell.text) for cell in own[1:]):
        return False
    if len(set(roles)) >= 2 or ("label" in roles and not mark_of(f"{own[0].text}. ").kind):
        return True
    if roles == ["number"] and len(own) >= 3:  # "STT, Số văn bản, Ngày ban hành"
        return True
    bold = all(p.bold for cell in own for p in cell.paragraphs if p.text.strip())
    return bold and len(own) == len([cell for cell in row.cells if not cell.covered])


def _goes_on(rows: tuple[WordRow, ...], begin: int, at: int) -> bool:
    """Whether the row belongs to the head above it: a lower storey, told by what is merged."""
    row = rows[at]
    own = _own(row)
    if not own or is_counting(row):
        return False
    if any(cell.covered for cell in row.cells):
        return True
    spans = [cell for cell in rows[at - 1].cells if cell.columns > 1 and cell.text]
    under = [s for s in spans if sum(s.column <= c.column < s.column + s.columns for c in own) >= 2]
    beside = [c for c in own if not any(s.column <= c.column < s.column + s.columns for s in spans)]
    return bool(under) and not beside and not any(is_value(cell.text) for cell in own)


def _groups(rows: tuple[WordRow, ...], width: int) -> list[tuple[int, int, str, str]]:
    """First and last grid column of each printed column, its own words, those over it."""
    owners: list[list[tuple[int, int, str]]] = [[] for _ in range(width)]
    for number, row in enumerate(rows):
        for cell in row.cells:
            if cell.text and not cell.covered:
                for at in range(cell.column, min(cell.column + cell.columns, width)):
                    owners[at].append((number, cell.column, cell.text))
    found: list[tuple[int, int, str, str]] = []
    for at, own in enumerate(owners):
        if at and own and owners[at - 1] and own[-1] == owners[at - 1][-1]:
            first, _, title, over = found[-1]
            found[-1] = (first, at, title, over)
            continue
        if at and not own and found[-1][2] and role_of(found[-1][2]) == "label":
            first, _, title, over = found[-1]  # labels in two columns whose head was not merged
            found[-1] = (first, at, title, over)
            continue
        title = own[-1][2] if own else ""
        over = " – ".join(" ".join(text.split()) for _, _, text in own[:-1])
        found.append((at, at, title, over))
    return found


def _columns(groups: list[tuple[int, int, str, str]], rows: tuple[WordRow, ...]) -> list[FoundColumn]:
    """The columns with what they hold: by their words, and where those do not say it by their cells."""
    roles: list[ColumnSource | None] = [
        role_of(title) or role_of(f"{over} {title}") for *_, title, over in groups
    ]
    for at, role in enumerate(roles):  # each word of a row stands in one column
        if role in ("number", "label", "unit", "note") and role in roles[:at]:
            roles[at] = None
    cells = [_cells(first, last, rows) for first, last, *_ in groups]
    if "label" not in roles:
        free = [at for at, role in enumerate(roles) if role in (None, "unit")]
        if free and rows:
            roles[max(free, key=lambda at: sum(len(t) for t in cells[at] if not is_value(t)))] = "label"
    if "number" not in roles and roles[:1] == [None] and _are_numbers(cells[0]):
        roles[0] = "number"
    values = [at for at, role in enumerate(roles) if role is None and role_of(groups[at][2]) != "number"]
    words = [" ".join(plain_words(f"{over} {title}")) for *_, title, over in groups]
    plain = [at for at in values if not _COMPARED.fullmatch(words[at])]
    said = [at for at in plain if _FIGURE.fullmatch(words[at])]
    figure = (said or plain or values or [-1])[0]
    return [
        FoundColumn("figure" if at == figure else role or "value", title, first, last, over)
        for at, (role, (first, last, title, over)) in enumerate(zip(roles, groups, strict=True))
    ]


def _cells(first: int, last: int, rows: tuple[WordRow, ...]) -> list[str]:
    return [
        c.text for row in rows for c in row.cells if first <= c.column <= last and c.text and not c.covered
    ]


def _are_numbers(texts: list[str]) -> bool:
    """Whether most of the cells hold the number of a row."""
    numbers = [t for t in texts if t.strip() in "-+–*" or mark_of(f"{t.strip().rstrip('.)')}. ").kind]
    return len(numbers) * 2 > len(texts)
