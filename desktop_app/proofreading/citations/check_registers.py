"""Numbers and days of one register and year rise together; what stands in a list stands in the prose too."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.base import known_keys
from desktop_app.base.dates import short_date
from desktop_app.checking.findings import Finding
from desktop_app.proofreading.citations.citation import plain_name
from desktop_app.proofreading.citations.parse import citations_in
from desktop_app.proofreading.citations.register import (
    MERGER,
    Document,
    Mention,
    documents_of,
    mentions_in,
)
from desktop_app.proofreading.citations.symbols import Symbol
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage

APART = {"UBND", "HĐND"}
"""They number each kind of document by itself."""
LIST = 3
"""So many documents in one cell are a list."""


class Numbered(NamedTuple):
    """A document with its one day, at a place of its register."""

    number: int
    day: date
    mention: Mention


def read_registers(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What is out of order, and what only one of list and prose names; passages: all of the report."""
    documents = documents_of(m for passage in passages for m in mentions_in(passage))
    reported: set[Mention] = set()
    for _, register in sorted(_registers(context, documents).items(), key=lambda item: str(item[0])):
        for finding, mention in _disorder(context, register):
            reported.add(mention)
            yield finding
    for register in _own_registers(context, documents):
        yield from (finding for finding, mention in _disorder(context, register) if mention not in reported)
    yield from _in_one_place(context, documents)


def _registers(context: Context, documents: Sequence[Document]) -> dict[object, list[Numbered]]:
    """The documents by kind, agency and year."""
    registers: defaultdict[object, list[Numbered]] = defaultdict(list)
    for document in documents:
        symbol, dated = _certain(context, document)
        letters = symbol and (symbol.letters if symbol.kind else _of_letters(document, symbol))
        if symbol and letters and dated and dated.day:
            issuer = next((m.citation.issuer for m in document.mentions if m.citation.issuer), "")
            place = (letters, symbol.year, _stretch(dated.day), _level(issuer))
            registers[place].append(Numbered(int(symbol.number), dated.day, dated))
    return registers


def _of_letters(document: Document, symbol: Symbol) -> str:
    """The register of an official letter, which the units of an agency share: 56/UBND-NC, 57/UBND-TH."""
    is_letter = document.mentions[0].citation.kind == "Công văn"
    return f"Công văn {symbol.letters.partition('-')[0]}" if is_letter else ""


def _certain(context: Context, document: Document) -> tuple[Symbol | None, Mention | None]:
    """Symbol and a dated mention of a document whose places agree on a day that can be."""
    dated = [m for m in document.mentions if m.day]
    symbol = document.mentions[0].citation.symbol
    if not symbol or len(document.days) != 1 or (context.day and document.days[0] > context.day):
        return None, None
    if symbol.year and symbol.year != document.days[0].year:
        return None, None
    return symbol, dated[0]


def _stretch(day: date) -> tuple[int, bool]:
    return (day.year, day.year == MERGER.year and day >= MERGER)


def _level(issuer: str) -> str:
    """The agency, as far as registers differ (UBND tỉnh, UBND huyện); "" for that of the report."""
    name = plain_name(issuer)
    return name if any(word in name for word in ("huyện", "xã", "phường", "sở ", "bộ ", "thành phố")) else ""


def _disorder(context: Context, register: list[Numbered]) -> Iterator[tuple[Finding, Mention]]:
    """The documents that must be moved for numbers and days to rise together; none where many would."""
    ordered = sorted(register)
    kept = _rising([entry.day for entry in ordered])
    odd = [place for place in range(len(ordered)) if place not in kept]
    if not odd or len(odd) > max(1, len(ordered) // 4):
        return
    for place in odd:
        entry, other = ordered[place], _contradicting(ordered, place, kept)
        if entry.mention.key == known_keys.NUMBER:
            entry, other = other, entry
        words = Words(
            f"Thứ tự số và ngày không khớp: {_said(entry)} nhưng {_said(other)} "
            f"({context.name(other.mention.key)}).",
            "Trong một năm, số văn bản lớn hơn thì ngày không sớm hơn; xem lại số và ngày của hai văn bản.",
            _said(entry),
        )  # fmt: skip
        keys = tuple(dict.fromkeys((entry.mention.key, other.mention.key)))
        span = entry.mention.citation.span
        day = entry.mention.citation.day
        whole = (entry.mention.citation.core[0], day.span[1]) if day else span
        yield context.finding("D5", "warning", keys, whole, words), entry.mention


def _said(entry: Numbered) -> str:
    return f"{entry.mention.citation.title} ngày {short_date(entry.day)}"


def _rising(days: Sequence[date]) -> set[int]:
    """The places of a longest stretch of days that never fall; of equal ones the first."""
    tails: list[date] = []
    ends: list[int] = []
    before: list[int] = []
    for place, day in enumerate(days):
        at = bisect_right(tails, day)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [day], [place]
    kept: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept


def _contradicting(ordered: Sequence[Numbered], odd: int, kept: set[int]) -> Numbered:
    """The nearest entry in order that contradicts the odd one."""

    def clashes(place: int) -> bool:
        return (ordered[place].day > ordered[odd].day) == (place < odd) and ordered[place].day != ordered[
            odd
        ].day

    return ordered[min((p for p in kept if clashes(p)), key=lambda p: abs(p - odd))]


def _own_registers(context: Context, documents: Sequence[Document]) -> list[list[Numbered]]:
    """The documents of the report's own agency by year, and the report, if its kinds share one register.

    That is seen when there are at least five documents of two kinds, and in each year taking one
    away puts all in order.
    """
    report = _report_itself(context)
    if not report:
        return []
    own = report.mention.citation.symbol
    years: defaultdict[object, list[Numbered]] = defaultdict(list)
    years[_stretch(report.day)].append(report)
    kinds = {own.kind} if own else set()
    for document in documents:
        symbol, dated = _certain(context, document)
        if own and symbol and dated and dated.day and symbol.agency == own.agency:
            years[_stretch(dated.day)].append(Numbered(int(symbol.number), dated.day, dated))
            kinds.add(symbol.kind)
    registers = [sorted(set(register)) for register in years.values()]
    enough = sum(map(len, registers)) >= 5 and len(kinds) > 1
    return registers if enough and all(_strays(register) < 2 for register in registers) else []


def _strays(register: Sequence[Numbered]) -> int:
    return len(register) - len(_rising([entry.day for entry in sorted(register)]))


def _report_itself(context: Context) -> Numbered | None:
    """Number, symbol and day of the report; not those of a committee, whose kinds are numbered apart."""
    written = (
        f"{context.filled.text(known_keys.NUMBER).strip()}/{context.filled.text(known_keys.SYMBOL).strip()}"
    )
    found = citations_in(f"Báo cáo số {written}")
    symbol = found[0].symbol if found else None
    if not symbol or not context.day or symbol.agency in APART:
        return None
    return Numbered(int(symbol.number), context.day, Mention(known_keys.NUMBER, found[0], ""))


def _in_one_place(context: Context, documents: Sequence[Document]) -> Iterator[Finding]:
    """A cell that lists the agency's documents, and the prose: what only one of them names."""
    lists: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        for key in {m.key for m in document.mentions if m.key in context.plan.indicators}:
            lists[key].append(document)
    for key, listed in lists.items():
        if len(listed) >= LIST:
            yield from _unnamed(context, key, listed, documents)


def _unnamed(
    context: Context, cell: str, listed: Sequence[Document], documents: Sequence[Document]
) -> Iterator[Finding]:
    where = context.name(cell)
    for document in listed:
        if not any(context.plan.is_prose(m.key) for m in document.mentions):
            first = document.mentions[0]
            words = Words(
                f"{first.citation.title} có trong danh sách ở {where} nhưng lời văn không nhắc đến.",
                "Bổ sung vào lời văn, hoặc bỏ khỏi danh sách.", first.citation.title,
            )  # fmt: skip
            yield context.finding("X6.list", "note", (first.key,), first.citation.core, words)
    letters = {symbol.letters for d in listed if (symbol := d.mentions[0].citation.symbol)}
    days = [day for document in listed for day in document.days]
    for document in documents:
        symbol = document.mentions[0].citation.symbol
        if not symbol or symbol.letters not in letters or any(m.key == cell for m in document.mentions):
            continue
        if days and document.days and document.days[0] >= min(days):
            first = document.mentions[0]
            words = Words(
                f"{first.citation.title} có trong lời văn nhưng không có trong danh sách ở {where}.",
                "Nếu là văn bản chỉ đạo trong kỳ thì bổ sung vào danh sách.", first.citation.title,
            )  # fmt: skip
            yield context.finding("X6.prose", "note", (first.key, cell), first.citation.core, words)
