"""What reads the words of a report, for the command line: all findings, the documents that it names."""

from __future__ import annotations

import argparse

from desktop_app.checking.findings import LEVEL_WORDS, LEVELS, record
from desktop_app.command_line.output import say_json, say_line
from desktop_app.proofreading.citations.listing import Listed, listed_documents
from desktop_app.proofreading.reader import proofread
from desktop_app.reports.filled_report import with_findings
from desktop_app.reports.progress import checked, is_untouched, still_open
from desktop_app.reports.readiness import READINESS, look
from desktop_app.services.services import Services
from desktop_app.services.silenced import always_silent

FINE, HAS_ERRORS = 0, 1


def check(request: argparse.Namespace, services: Services) -> int:
    """All findings, the gravest first; 1 when there are errors that nobody explained."""
    filled = services.library.read(request.id)
    prose = proofread(filled, services.library.before(filled), always_silent(services.preferences))
    filled, _ = with_findings(filled, "prose", prose)
    filled, _ = with_findings(filled, READINESS, look(filled, services.library.others(filled)))
    found = filled.findings()
    if request.json:
        say_json([record(finding) for finding in found])
    else:
        for level in LEVELS:
            for finding in (f for f in found if f.level == level):
                say_line(f"{LEVEL_WORDS[level]} {finding.code}: {finding.message} {finding.advice}")
        if not found or is_untouched(filled):
            say_line(checked(filled))
        if words := still_open(filled):
            say_line(words)
    return HAS_ERRORS if filled.count().errors else FINE


def documents(request: argparse.Namespace, services: Services) -> int:
    """Every document with all its places."""
    found = listed_documents(services.library.read(request.id))
    if request.json:
        say_json([_record(document) for document in found])
        return 0
    for document in found:
        told = (document.title, document.day and f"ngày {document.day}", document.issuer, document.about)
        say_line(" · ".join(filter(None, told)))
        for place in document.places:
            say_line(f"    {place.name}")
    return 0


def _record(document: Listed) -> dict[str, object]:
    places = [{"key": place.key, "name": place.name, "span": place.span} for place in document.places]
    return document._asdict() | {"places": places}
