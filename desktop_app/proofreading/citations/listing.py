"""Every document that a report names, with all its places, as a page or a command lists them."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.base.dates import short_date
from desktop_app.checking.findings import Span
from desktop_app.proofreading.citations.register import Document, Mention, documents_of, mentions_in
from desktop_app.proofreading.context import Context
from desktop_app.proofreading.passages import passages
from desktop_app.reports.filled_report import FilledReport


class Place(NamedTuple):
    """Where a document is named: its words stand for the `nth` time (from 0) in the text of the key."""

    key: str
    name: str
    words: str
    nth: int
    span: Span


class Listed(NamedTuple):
    """A document as its fullest mention tells it; several days where its places differ."""

    title: str
    day: str
    issuer: str
    about: str
    places: tuple[Place, ...]


def listed_documents(filled: FilledReport) -> list[Listed]:
    """The documents in the order in which a reader meets them; head and foot cite none."""
    context = Context(filled)
    read = [passage for passage in passages(filled) if passage.key not in filled.plan.fields]
    texts = {passage.key: passage.text for passage in read}
    found = [mention for passage in read for mention in mentions_in(passage)]
    return [_listed(context, document, texts) for document in documents_of(found)]


def _listed(context: Context, document: Document, texts: dict[str, str]) -> Listed:
    fullest = document.fullest
    issuer = next((m.citation.issuer for m in document.mentions if m.citation.issuer), "")
    about = next((m.citation.subject for m in document.mentions if m.citation.subject), "")
    about = about if fullest.symbol or fullest.number or fullest.day else ""  # a law is called by it
    nameless = fullest.day and not fullest.symbol and not fullest.number
    days = " / ".join(map(short_date, document.days))
    return Listed(
        fullest.kind if nameless else fullest.title, days, issuer, about,
        tuple(_place(context, mention, texts[mention.key]) for mention in document.mentions),
    )  # fmt: skip


def _place(context: Context, mention: Mention, text: str) -> Place:
    begin, end = mention.citation.core
    words = text[begin:end]
    return Place(mention.key, context.name(mention.key), words, text.count(words, 0, begin), (begin, end))
