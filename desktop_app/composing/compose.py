"""Compose a report into one neutral document: the only source of every printed word."""

from __future__ import annotations

from desktop_app.base import known_keys
from desktop_app.composing.appendix import all_appendices, appendix_section
from desktop_app.composing.body import body
from desktop_app.composing.letterhead import letterhead
from desktop_app.composing.signature import signature
from desktop_app.composing.text import Printed
from desktop_app.documents.model import Block, Document, Ending, PageSection, Paragraph
from desktop_app.documents.settings import PrintSettings
from desktop_app.reports.filled_report import FilledReport


def compose(filled: FilledReport, settings: PrintSettings) -> Document:
    """The whole report: main text with its signature, then every appendix on pages of its own."""
    printed = Printed(filled)
    width = settings.text_width()
    paragraphs = body(printed, all_appendices(printed, settings))
    main = PageSection(
        (*letterhead(printed, width), *_ended(printed, paragraphs, width)),
        printed.edition.head.kind_of_document,
    )
    appendices = (appendix_section(printed, a, settings) for a in printed.edition.appendices)
    return Document(_title(printed), (main, *appendices), settings)


def _ended(printed: Printed, paragraphs: list[Paragraph], width: float) -> list[Block]:
    """The body with the signature tied to its last paragraph."""
    table = signature(printed, width)
    if not paragraphs:
        return [table]
    return [*paragraphs[:-1], Ending(paragraphs[-1], table)]


def _title(printed: Printed) -> str:
    return f"{printed.edition.head.kind_of_document} {printed.entry(known_keys.TITLE)}"
