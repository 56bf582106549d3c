"""Find every document that a text names, with number and symbol, or by kind and day or number alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, zip_longest
from typing import NamedTuple

from desktop_app.proofreading.citations.citation import Citation
from desktop_app.proofreading.citations.days import DAY, WrittenDay, written_day
from desktop_app.proofreading.citations.issuers import read_issuer
from desktop_app.proofreading.citations.symbols import SYMBOL, read_symbol, tables

MOST_SUBJECT = 200
MOST_IN_LINE = 500
"""A paragraph with more symbols is none that anybody reads."""


@lru_cache(maxsize=1)
def _kinds() -> str:
    return "|".join(sorted((re.escape(kind) for kind in tables().kinds), key=len, reverse=True))


@lru_cache(maxsize=1)
def _before_symbol() -> re.Pattern[str]:
    """The kind and "số" in front of a symbol, at the end of what stands before it."""
    return re.compile(rf"(?:(?<!\w)(?P<kind>(?i:{_kinds()}))\s+)?(?:(?<!\w)(?P<word>[sS]ố):?\s*)?\Z")


@lru_cache(maxsize=1)
def _without_symbol() -> re.Pattern[str]:
    """Kind and number ("Nghị định 68"), or kind and day with few words between, or a law by its name."""
    stops = r"(?!(?:ngày|số|đến|từ|trước|sau|hết|tính|kể)\b)"
    words = rf"(?:[ ]{stops}[^\s\d.;:,()\[\]/\u2060]{{1,40}}){{0,14}}"
    return re.compile(
        rf"(?<![\w-])(?P<kind>{_kinds()})"
        rf"(?:\s+(?:số\s+)?(?P<bare>\d{{1,5}})(?![\d./%,-]|\s*[/-]\s*\w|\s+(?:văn bản|nhiệm vụ|báo cáo))"
        rf"|(?P<between>{words}),?\s+ngày\s+{DAY})"
    )


_SYMBOL = re.compile(SYMBOL)
_DAY = re.compile(rf"[\s,(]*(?:(?:ký|ban hành|cùng)\s+)?ngày\s+{DAY}\)?")
_OF = re.compile(r"\s*,?\s*(?:của|do)\s+")
_ENUMERATED = re.compile(r"(?:\s*[,;]|\s+và)\s*(?:số\s*)?")
_LAW = re.compile(
    r"(?<!\w)(?P<kind>Bộ luật|Luật|Pháp lệnh)[ ](?P<name>[A-ZĐ]\w{1,40}"
    r"(?:[ ](?!(?:và các|của|được|đã|trong|theo|năm|số|ngày|là|có|cho|đối|với|tại|về|đến|thì|đang|sửa|này"
    r"|quy định)\b)[^\s.;:,()\[\]\u2060]{1,40}){1,9}"
    r"(?:,[ ]viên chức|,[ ]công chức)?)"
)
_SUBJECT = re.compile(
    r"\s*,?\s*(?P<words>(?!(?:và|của|do|thì|được|đã|đang|nhưng|là|có|đúng|đến|để|với|trong|này|nêu|trên|như"
    r"|theo(?! dõi)|đề(?! xuất)|từ|tại|vào|bảo|đạt|kể|ngày|các|cùng|đều|hiện|vẫn|sẽ|chưa|không|vị|chọn|gồm"
    r"|số|Văn|toàn)\b)\w[^.;\n\u2060()\[\]]*)"
)
_WITH_NUMBERS = ("Nghị định", "Nghị quyết", "Quyết định", "Chỉ thị", "Thông tư", "Kết luận")
"""Kinds that are often named by their number alone."""


class _Tail(NamedTuple):
    day: WrittenDay | None
    issuer: str
    end: int


@lru_cache(maxsize=4096)
def citations_in(text: str) -> tuple[Citation, ...]:
    """Every mention in the text, in its order, none inside another."""
    kept: list[Citation] = []
    found = (*_symbols(text), *_numbered(text), *_laws(text))
    for citation in sorted(found, key=lambda c: (c.core[0], c.symbol is None)):
        end = kept[-1].core[1] if kept else 0
        inside = kept and kept[-1].symbol and not citation.symbol and citation.core[0] < kept[-1].span[1]
        if citation.core[0] >= end and not inside:
            kept.append(citation)
    return tuple(_shared(_cut(kept), text))


def _symbols(text: str) -> Iterator[Citation]:
    """The mentions with a symbol; one that follows another in an enumeration has its kind."""
    kind, end = "", -1
    for found in islice(_SYMBOL.finditer(text), MOST_IN_LINE):
        symbol = read_symbol(found)
        if symbol is None:
            continue
        begin, named, said = _in_front(text, found.start())
        if (
            not named
            and end >= 0
            and re.fullmatch(r"(?:\s*[,;]|\s+và)\s*(?:số\s*)?", text[end : found.start()])
        ):
            named = kind
        if not (named or said or symbol.kind or len(symbol.groups) > 1):
            continue
        tail = _tail(text, found.end())
        subject, last = _subject(text, tail.end)
        yield Citation(
            named, symbol, symbol.number, tail.day, tail.issuer, subject,
            (begin, max(last, tail.end)), (begin, found.end()),
        )  # fmt: skip
        kind, end = named, tail.end


def _in_front(text: str, symbol_begin: int) -> tuple[int, str, bool]:
    """Where the mention begins, its kind as the tables spell it, whether "số" is said."""
    window = max(0, symbol_begin - 40)
    found = _before_symbol().search(text[window:symbol_begin])
    if not found or not found.group().strip():
        return symbol_begin, "", False
    written = (found["kind"] or "").lower()
    kind = next((name for name in tables().kinds if name.lower() == written), "")
    if kind == "Kết luận" and text[: window + found.start("kind")].rstrip()[-9:].lower() == "thông báo":
        kind = "Thông báo"
    begin = found.start("kind") if found["kind"] else found.start("word")
    return window + begin, kind, bool(found["word"])


def _tail(text: str, begin: int) -> _Tail:
    """Day and issuer behind a symbol, in either order."""
    day: WrittenDay | None = None
    issuer, end = "", begin
    for _ in range(2):
        if day is None and (found := _DAY.match(text, end)):
            day, end = written_day(found), found.end()
        if not issuer and (found := _OF.match(text, end)):
            issuer, behind = read_issuer(text, found.end())
            end = behind if issuer else end
    return _Tail(day, issuer, end)


def _subject(text: str, begin: int) -> tuple[str, int]:
    """What the document is about, as the words behind tell it; ("", begin) when they go on otherwise."""
    found = _SUBJECT.match(text[begin : begin + MOST_SUBJECT])
    if not found:
        return "", begin
    words = re.split(r",\s+(?=[A-ZĐỦ])", found["words"], maxsplit=1)[0].rstrip(" ,-")
    return words, begin + found.start("words") + len(words)


def _numbered(text: str) -> Iterator[Citation]:
    for found in _without_symbol().finditer(text):
        core = (found.start(), found.end())
        if found["bare"]:
            if found["kind"] in _WITH_NUMBERS:
                tail = _tail(text, found.end())
                whole = (core[0], tail.end)
                yield Citation(found["kind"], None, found["bare"], tail.day, tail.issuer, "", whole, core)
        elif not re.search(rf"(?<!\w)(?:{_kinds()})(?!\w)", found["between"]):
            yield Citation(
                found["kind"], None, "", written_day(found), "", found["between"].strip(), core, core
            )


def _laws(text: str) -> Iterator[Citation]:
    for found in _LAW.finditer(text):
        yield Citation(found["kind"], None, "", None, "", found["name"], found.span(), found.span())


def _cut(found: list[Citation]) -> list[Citation]:
    """The subject of a mention ends where the next one begins."""
    cut: list[Citation] = []
    for citation, following in zip_longest(found, found[1:]):
        over = citation.span[1] - following.span[0] if following else 0
        if over > 0:
            subject = citation.subject[:-over] if over < len(citation.subject) else ""
            subject = re.sub(r"[\s,]+(?:và|,|theo|tại|thực hiện)?\s*\Z", "", subject)
            citation = citation._replace(
                subject=subject, span=(citation.span[0], following.span[0] if following else 0)
            )
        cut.append(citation)
    return cut


def _shared(found: list[Citation], text: str) -> Iterator[Citation]:
    """In "số 988/QĐ-UBND và số 989/QĐ-UBND ngày …" the first has the day of the second."""
    following: Citation | None = None
    result: list[Citation] = []
    for citation in reversed(found):
        if following and not citation.day and citation.symbol and _run_on(citation, following, text):
            citation = citation._replace(day=following.day, issuer=following.issuer, shared=True)
        elif following and following.issuer and not citation.issuer and _joined(citation, following, text):
            citation = citation._replace(issuer=following.issuer)
        result.append(citation)
        following = citation
    return reversed(result)


def _joined(citation: Citation, following: Citation, text: str) -> bool:
    """Whether nothing but a comma or "và" stands between: "… ngày …, Nghị định số … của Chính phủ"."""
    end = citation.day.span[1] if citation.day else citation.core[1]
    return bool(citation.symbol and _ENUMERATED.fullmatch(text, end, following.core[0]))


def _run_on(citation: Citation, following: Citation, text: str) -> bool:
    """Whether an enumeration joins the two: the kind is not said again."""
    again = bool(following.kind) and text.startswith(following.kind, following.core[0])
    return not again and bool(_ENUMERATED.fullmatch(text, citation.core[1], following.core[0]))
