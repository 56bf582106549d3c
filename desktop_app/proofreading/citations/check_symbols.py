"""Symbols of a passage: misspelt, not of their kind, not of the agency that is named with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.checking.findings import Finding
from desktop_app.proofreading.citations.citation import Citation, plain_name
from desktop_app.proofreading.citations.issuers import read_issuer
from desktop_app.proofreading.citations.register import Mention, mentions_in
from desktop_app.proofreading.citations.symbols import Symbol, issuers_of, tables
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage

PARTY = {"TW", "TU"}
STATE = {"CP", "TTg", "UBND", "HĐND"}
_RIGHT = {
    "QD": "QĐ", "ND": "NĐ", "NÐ": "NĐ", "QÐ": "QĐ", "HDND": "HĐND", "HÐND": "HĐND", "ÐA": "ĐA",
    "TTG": "TTg", "Ttg": "TTg", "Tg": "TTg", "CTR": "CTr", "TTR": "TTr",
}  # fmt: skip
"""Groups of letters as they are mistyped."""
_PUBLISHED = re.compile(r"(?P<by>\S.*?)\s+(?:đã\s+)?ban hành\s+\Z")


def read_symbols(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What is wrong with symbols in each passage by itself."""
    for passage in passages:
        for mention in mentions_in(passage):
            if symbol := mention.citation.symbol:
                raw = passage.text[slice(*mention.citation.core)]
                yield from _spelling(context, mention, symbol, raw)
                yield from _kind(context, mention, symbol)
                yield from _issuer(context, mention, symbol, passage.text)


def _spelling(context: Context, mention: Mention, symbol: Symbol, raw: str) -> Iterator[Finding]:
    citation = mention.citation
    written = re.sub(r"\A\D*", "", raw)
    right = _spelled_right(symbol)
    keys, span = (mention.key,), (citation.core[1] - len(written), citation.core[1])
    if right != symbol.spelled:
        words = Words(f"Ký hiệu «{symbol.spelled}» viết sai.", f"Ghi «{right}».", symbol.spelled, right)
        yield context.finding("D8.spelling", "warning", keys, span, words)
    elif re.search(r"\s", written):
        words = Words(f"Thừa dấu cách trong số, ký hiệu «{written}».", f"Ghi «{right}».", written, right)
        yield context.finding("D8.space", "note", keys, span, words)
    if symbol.letters == "NĐ-CP" and not symbol.year:
        words = Words(
            f"{citation.title} thiếu năm ban hành trong số, ký hiệu.",
            "Ghi đủ số, năm và ký hiệu, ví dụ «30/2020/NĐ-CP».", symbol.spelled,
        )  # fmt: skip
        yield context.finding("D8.year", "warning", keys, span, words)
    if len(symbol.number) == 1:
        words = Words(
            f"Số văn bản «{symbol.spelled}» thiếu số 0 ở trước.",
            f"Ghi «0{right}».",
            symbol.spelled,
            f"0{right}",
        )
        yield context.finding("D6.number", "note", keys, span, words)


def _spelled_right(symbol: Symbol) -> str:
    """The symbol as the rules want it: "57-NQ/TW" of the Party, "130/2005/NĐ-CP" of the state."""
    groups = [_RIGHT.get(group, group) for group in _apart(symbol.letters)]
    year = f"{symbol.year}/" if symbol.year else ""
    if len(groups) < 2:
        return f"{symbol.number}{symbol.joint}{year}{groups[0]}"
    if groups[-1] in PARTY and groups[0] in tables().kinds.values():
        return f"{symbol.number}-{groups[0]}/{'-'.join(groups[1:])}"
    if symbol.joint == "-" and groups[-1] not in STATE:
        return symbol.spelled
    return f"{symbol.number}/{year}{'-'.join(groups)}"


def _apart(letters: str) -> list[str]:
    """The groups of letters; those of a known symbol without its hyphen (NĐCP) are taken apart."""
    for known in tables().issuers:
        if "-" in known and letters.upper() == known.replace("-", "").upper():
            return known.split("-")
    return re.split(r"[-/]", letters)


def _kind(context: Context, mention: Mention, symbol: Symbol) -> Iterator[Finding]:
    citation = mention.citation
    kinds = tables().kinds
    short = kinds.get(citation.kind)
    if citation.kind in ("", "Văn bản", "Luật", "Bộ luật") or short is None:
        return
    own = _RIGHT.get(symbol.groups[0], symbol.groups[0])
    if own == short or (own not in kinds.values() and (own not in tables().issuers or not short)):
        return
    named = next((kind for kind, letters in kinds.items() if letters == own), "Công văn")
    words = Words(
        f"Gọi là {citation.kind} nhưng ký hiệu «{symbol.spelled}» là của {named}.",
        "Xem lại tên loại và ký hiệu trên văn bản.", symbol.spelled, f"ký hiệu của {citation.kind}",
    )  # fmt: skip
    yield context.finding("D8.kind", "warning", (mention.key,), citation.core, words)


def _issuer(context: Context, mention: Mention, symbol: Symbol, text: str) -> Iterator[Finding]:
    names = issuers_of(symbol)
    stated = issuer_of(mention)
    if not names or not stated or any(_is_of(stated, name) for name in names):
        return
    words = Words(
        f"Ký hiệu «{symbol.spelled}» là của {names[0]}, không phải của {stated}.",
        "Xem lại cơ quan ban hành và ký hiệu trên văn bản.",
        stated if has_central_issuer(mention.citation) else f"của {stated}", names[0],
    )  # fmt: skip
    core = mention.citation.core
    begin = text.find(stated, core[1], mention.citation.span[1])
    span = core if begin < 0 else (begin, begin + len(stated))
    yield context.finding("D8.issuer", "warning", (mention.key,), span, words)


def issuer_of(mention: Mention) -> str:
    """Who is said to have issued it, behind it or just before ("Chính phủ ban hành Nghị định …")."""
    if mention.citation.issuer:
        return mention.citation.issuer
    found = _PUBLISHED.search(mention.before)
    if not found:
        return ""
    words = list(re.finditer(r"\S+", found["by"]))
    for word in words[-8:]:
        issuer, end = read_issuer(found["by"], word.start())
        if issuer and end == len(found["by"]):
            return issuer
    return ""


def _is_of(stated: str, name: str) -> bool:
    return plain_name(stated).startswith(plain_name(name))


def has_central_issuer(citation: Citation) -> bool:
    """Whether the symbol tells who must be named: the Government, the Prime Minister, a ministry."""
    symbol = citation.symbol
    if not symbol or not issuers_of(symbol):
        return False
    return symbol.agency not in {"UBND", "HĐND", *PARTY}
