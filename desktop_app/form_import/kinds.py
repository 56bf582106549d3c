"""What kind of value a row holds, guessed from its unit and its label."""

from __future__ import annotations

import re

from desktop_app.forms.model import Choice, ValueKind
from desktop_app.word_import.likeness import plain_words

_ANSWER = re.compile(r"=[ \t]*(\d{1,3})(?![\d.,]*\d)")
_APART = re.compile(r"[;\n(=]")
_RATE = re.compile(r"(?:ty le|ti le|phan tram|muc do hai long|ty trong)\b.*")
_TEXT = re.compile(r"(?:ten|neu|ghi ro|liet ke|ly do|mo ta|hinh thuc|ghi)\b.*")
_DATE = re.compile(r"ngay(?: thang nam| ban hanh| ky)\b.*")
MOST_WORD = 60


def answers_in(text: str) -> list[Choice]:
    """Every "Có = 1" of a text in its order."""
    found: list[Choice] = []
    begin = 0
    for answer in _ANSWER.finditer(text):
        before = text[max(begin, answer.start() - 3 * MOST_WORD) : answer.start()]
        word = _APART.split(before)[-1].strip(" ,:").strip()
        if word and len(word) <= MOST_WORD and any(map(str.isalpha, word)):
            found.append(Choice(int(answer[1]), word))
        begin = answer.end()
    return found


def choices_in(text: str) -> tuple[Choice, ...]:
    """The answers that a unit or label spells out: "Có = 1; Không = 0"; none where there are not two."""
    found: dict[int, Choice] = {}
    for choice in answers_in(text) if "=" in text else ():
        found.setdefault(choice.code, choice)
    return tuple(found.values()) if len(found) >= 2 else ()


def kind_of(label: str, unit: str) -> tuple[ValueKind, tuple[Choice, ...]]:
    """The kind of the row and its answers; a count where nothing says otherwise."""
    if choices := choices_in(unit) or choices_in(label):
        return "choice", choices
    words, of_unit = " ".join(plain_words(label)), " ".join(plain_words(unit))
    if of_unit == "%" or (not of_unit and (_RATE.fullmatch(words) or "%" in label)):
        return "percent", ()
    if of_unit == "trieu dong":
        return "money", ()
    if of_unit in ("ty dong", "nghin dong", "dong", "ha", "km", "m2", "kg", "tan", "gio", "diem"):
        return "decimal", ()
    if of_unit in ("co khong", "co hoac khong"):
        return "yes_no", ()
    if _DATE.fullmatch(words) and not of_unit:
        return "date", ()
    if of_unit in ("ten", "noi dung", "van ban so") or (not of_unit and _TEXT.fullmatch(words)):
        return "text", ()
    return "count", ()


def depth_of(number: str) -> int:
    """How deep a number stands: 1 for "I" and "A", 2 for "1", 3 for "1.1"; 0 where it does not say."""
    plain = number.strip().rstrip(".)").strip()
    if re.fullmatch(r"[IVXLC]+|[A-H]", plain):
        return 1
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*", plain):
        return 2 + plain.count(".")
    return 0
