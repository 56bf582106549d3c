"""Mentions put together: each document of a report with all its places, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from desktop_app.proofreading.citations.citation import Citation, plain_name
from desktop_app.proofreading.citations.parse import citations_in
from desktop_app.proofreading.passages import Passage, notes_in, without_notes

MERGER = date(2025, 7, 1)
"""Agencies that were merged began their registers anew on this day."""


class Mention(NamedTuple):
    """A document named at a place; the spans of `citation` are those of the passage."""

    key: str
    citation: Citation
    before: str
    """The words of the passage in front of it, those that are near."""

    @property
    def day(self) -> date | None:
        """The day, where one is written that the calendar has."""
        return self.citation.day.day if self.citation.day else None


class Document(NamedTuple):
    """All mentions that speak of one document; there is at least one."""

    mentions: tuple[Mention, ...]

    @property
    def fullest(self) -> Citation:
        """The mention that says most."""
        return max((m.citation for m in self.mentions), key=_said)

    @property
    def days(self) -> list[date]:
        """The different days that its places give it, in reading order."""
        return list(dict.fromkeys(day for mention in self.mentions if (day := mention.day)))


NEAR = 90


@lru_cache(maxsize=4096)
def mentions_in(passage: Passage) -> tuple[Mention, ...]:
    """Every mention of a passage: those of its paragraphs, then those of its footnotes."""
    main = without_notes(passage.text)
    parts = [(0, main), *((begin, passage.text[begin:end]) for begin, end in notes_in(passage.text))]
    found = []
    for offset, text in parts:
        begin = 0
        for line in text.split("\n"):
            for citation in citations_in(line):
                front = line[max(0, citation.core[0] - NEAR) : citation.core[0]]
                found.append(Mention(passage.key, citation.moved(offset + begin), front))
            begin += len(line) + 1
    return tuple(found)


def documents_of(mentions: Iterable[Mention]) -> list[Document]:
    """The mentions by document, documents in the order of their first mention."""
    by_symbol: dict[object, list[_Group]] = {}
    order: list[_Group] = []
    for place, mention in enumerate(mentions):
        groups = by_symbol.setdefault(_same(mention.citation), [])
        group = next((g for g in reversed(groups) if _one_document(g.faces, mention)), None)
        if group is None:
            group = _Group({}, {})
            groups.append(group)
            order.append(group)
        group.mentions[place] = mention
        group.faces.setdefault((mention.citation.issuer, mention.day, mention.citation.subject), mention)
    whole = sorted(_with_short_ones([group.mentions for group in order]), key=min)
    return [Document(tuple(group[place] for place in sorted(group))) for group in whole]


Group = dict[int, Mention]
"""The mentions of one document, by their place among all mentions of the report."""


class _Group(NamedTuple):
    """What is being put together, and one mention of each way in which the document is told."""

    mentions: Group
    faces: dict[tuple[str, date | None, str], Mention]


def _said(citation: Citation) -> tuple[bool, bool, bool, bool]:
    return (bool(citation.symbol), bool(citation.day), bool(citation.issuer), bool(citation.subject))


def _same(citation: Citation) -> object:
    """What mentions of one document have in common at least."""
    if citation.symbol:
        return citation.symbol.identity
    if citation.number:
        return (citation.kind, citation.number)
    return (citation.kind, plain_name(citation.subject), citation.day.day if citation.day else None)


def _one_document(faces: Mapping[tuple[str, date | None, str], Mention], mention: Mention) -> bool:
    """Whether the mention speaks of the document of these others: a number comes again every year.

    Its days may differ (that is a slip to be found) where day and month are the same, where it is
    one year, or where what it is about is the same.
    """
    citation = mention.citation
    if any(_other_issuer(m.citation.issuer, citation.issuer) for m in faces.values()):
        return False
    symbol = citation.symbol
    if mention.day is None or (symbol and symbol.year):
        return True
    dated = [m for m in faces.values() if m.day]
    return not dated or any(_near(m, mention) for m in dated)


def _near(one: Mention, other: Mention) -> bool:
    assert one.day and other.day
    if one.day.year == other.day.year or (one.day.day, one.day.month) == (other.day.day, other.day.month):
        return True
    first, second = plain_subject(one.citation.subject), plain_subject(other.citation.subject)
    return min(len(first), len(second)) > 20 and SequenceMatcher(None, first, second).ratio() > 0.9


def _other_issuer(one: str, other: str) -> bool:
    """Whether two agencies are named of which neither is a shorter name of the other."""
    first, second = plain_name(one), plain_name(other)
    return bool(first and second) and _core(first) not in _core(second) and _core(second) not in _core(first)


def _core(name: str) -> str:
    return re.sub(r"\A(chủ tịch|bộ trưởng|thường trực|ban thường vụ|giám đốc) ", "", name)


def plain_subject(subject: str) -> str:
    """What a document is about, for comparing: small letters, without the words that open it."""
    subject = re.sub(r"\A(về việc|về|v/v|ban hành|phê duyệt)\s+", "", subject.lower())
    return subject.replace("cải cách hành chính", "cchc")


def _with_short_ones(groups: Sequence[Group]) -> list[Group]:
    """ "Nghị định 16" is the Nghị định số 16/2015/NĐ-CP of the same report, where there is one alone."""
    full: dict[tuple[str, str], list[Group]] = {}
    kept: list[Group] = []
    for group in groups:
        first = _first(group)
        if first.symbol:
            full.setdefault((first.kind, first.symbol.identity[0]), []).append(group)
    for group in groups:
        first = _first(group)
        short = not first.symbol and first.number
        targets = full.get((first.kind, first.number.lstrip("0")), []) if short else []
        if len(targets) == 1:
            targets[0].update(group)
        else:
            kept.append(group)
    return kept


def _first(group: Group) -> Citation:
    return group[min(group)].citation
