"""The words above a table: its name, its title, the head of an annex over all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.form_import.found import FoundAnnex
from desktop_app.word_import.contents import WordParagraph
from desktop_app.word_import.likeness import plain_words

_NAME = re.compile(
    r"\s*((?:Phụ\s*lục|Phụ\s*biểu|Biểu\s*mẫu|Biểu|Mẫu\s*biểu|Mẫu|Bảng)(?:\s*số)?)\s*:?\s*"
    r"((?:\d{1,3}[a-zđ]?|[IVXLC]{1,7}|[A-H])(?![^\W_])(?:[./-][\w./-]*\w)?)\s*[.:–-]?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_ALONE = re.compile(r"\s*(Phụ\s*lục)\s*", re.IGNORECASE)
_ATTACHED = re.compile(r"\s*\(?\s*(?:Kèm theo|Ban hành kèm|Đính kèm)", re.IGNORECASE)
_UNIT = re.compile(r"\s*\(?\s*(?:Đơn vị tính|ĐVT|Đơn vị)\s*:\s*([^)]+)\)?\s*", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:(?:quý\s+(?:I{1,3}|IV)|6\s+tháng(?:\s+đầu|\s+cuối)?|9\s+tháng(?:\s+đầu)?|tháng\s+\d{1,2})[\s/]*)?"
    r"năm\s+(?:20\d\d|20…|…+|\.{2,}|20\.+)",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"từ\s+(?:ngày\s+)?\d{1,2}/\d{1,2}/20\d\d\s+đến\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}/20\d\d",
    re.IGNORECASE,
)
_AHEAD = re.compile(r".*(?:phuong huong|nhiem vu trong tam|ke hoach)")
MOST_TITLE_LINES = 8


class Above(NamedTuple):
    """What stands above a table: the lines before its name, then name, title and the rest."""

    before: tuple[WordParagraph, ...] = ()
    name: str = ""
    title: str = ""
    unit: str = ""  # of all its rows
    annex: FoundAnnex | None = None
    others: tuple[str, ...] = ()


def read_above(paragraphs: Sequence[WordParagraph]) -> Above:
    """The paragraphs between the table above and this one, taken apart."""
    lines = [
        (at, line.strip()) for at, p in enumerate(paragraphs) for line in p.shown.split("\n") if line.strip()
    ]
    names = [number for number, (_, line) in enumerate(lines) if _is_name(line)]
    alone = [number for number, (_, line) in enumerate(lines) if _ALONE.fullmatch(line)]
    annex: FoundAnnex | None = None
    begin = names[-1] if names else alone[-1] if alone else -1
    if names and alone and alone[-1] < names[-1]:
        annex = _annex([line for _, line in lines[alone[-1] : names[-1]]])
    if begin < 0:
        return _without_name(paragraphs)
    first = min([*alone[-1:], begin])
    found = _NAME.fullmatch(lines[begin][1])
    name = " ".join(f"{found[1]} {found[2]}".split()) if found else _flat(lines[begin][1])
    below = ([found[3]] if found and found[3] else []) + [line for _, line in lines[begin + 1 :]]
    title, unit, others = _title(below)
    return Above(tuple(paragraphs[: lines[first][0]]), name, title, unit, annex, others)


def with_places(text: str, *, ahead: bool = False) -> str:
    """The title with places for its period: "QUÝ I NĂM 2026" is {label_upper}, "từ 01/7/2025 …" the days."""
    coming = ahead and bool(_AHEAD.match(" ".join(plain_words(text))))

    def place(found: re.Match[str]) -> str:
        name = "coming" if coming and re.match(r"\s*(quý|6|năm)", found[0], re.IGNORECASE) else "label"
        return f"{{{name}_upper}}" if found[0].isupper() else f"{{{name}}}"

    return _PERIOD.sub(
        place, _DAYS.sub("từ {from_day} đến {to_day}", text.replace("{", "(").replace("}", ")"))
    )


def _is_name(line: str) -> bool:
    """Whether a line names a table: "Biểu số 01a/CCHC", "Phụ lục II. Thống kê …", no sentence about one."""
    found = _NAME.fullmatch(line)
    if not found or _ATTACHED.match(line):
        return False
    rest = found[3]
    return not rest or (len(line) < 300 and (rest[:1].isupper() or not rest[:1].isalpha()))


def _annex(lines: list[str]) -> FoundAnnex:
    """The word and the title of the head over all tables."""
    title = [line for line in lines[1:] if not _ATTACHED.match(line)]
    return FoundAnnex(lines[0], with_places("\n".join(title[:MOST_TITLE_LINES])))


def _without_name(paragraphs: Sequence[WordParagraph]) -> Above:
    """Without a name the lines right above the table that are set apart are its title."""
    at = len(paragraphs)
    while at and (not paragraphs[at - 1].text.strip() or _is_apart(paragraphs[at - 1])):
        at -= 1
    title, unit, others = _title(
        [line for p in paragraphs[at:] for line in p.shown.split("\n") if line.strip()]
    )
    return Above(tuple(paragraphs[:at]), "", title, unit, None, others)


def _is_apart(paragraph: WordParagraph) -> bool:
    text = paragraph.text
    is_set = paragraph.centred or paragraph.bold or text.isupper() or bool(_UNIT.fullmatch(text))
    if paragraph.level >= 0 and not paragraph.centred:
        return False
    return is_set and not paragraph.number and not re.match(r"\s*(?:[IVX]+|\d+|[a-zđ])[.)]\s", text)


def _title(lines: list[str]) -> tuple[str, str, tuple[str, ...]]:
    """The title, the unit of all rows, and lines of which nothing is known."""
    title: list[str] = []
    others: list[str] = []
    unit, ended = "", False
    for line in lines:
        if found := _UNIT.fullmatch(line):
            unit = _flat(found[1])
        elif _ATTACHED.match(line):
            ended = True
        elif not ended and len(title) < MOST_TITLE_LINES:
            title.append(_flat(line))
        else:
            others.append(_flat(line))
    return "\n".join(title), unit, tuple(others)


def _lines(paragraph: WordParagraph) -> list[str]:
    return [line.strip() for line in paragraph.shown.split("\n") if line.strip()]


def _flat(text: str) -> str:
    return " ".join(text.split())
