"""The documents that a report names, for the command line."""

from __future__ import annotations

import argparse

from desktop_app.command_line.output import say_json, say_line
from desktop_app.proofreading.citations.listing import Listed, listed_documents
from desktop_app.services.services import Services


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
