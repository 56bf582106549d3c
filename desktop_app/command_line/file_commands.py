"""Reports out of files that Word and others wrote: taken in, or held against the report they came from."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from desktop_app.base.text import one_line
from desktop_app.command_line.output import complain, say_json, say_line
from desktop_app.services import importing
from desktop_app.services.file_comparison import compare_with_file
from desktop_app.services.services import Services
from desktop_app.services.word_files import Wanted

FINE = 0


def take_in(request: argparse.Namespace, services: Services) -> int:
    """A file becomes a report; what was doubtful in it is said on standard error."""
    wanted = Wanted(request.period, request.edition, request.unicode)
    report_id, doubts = importing.take_in(Path(request.file), services, wanted)
    say_line(report_id)
    for doubt in doubts:
        complain(one_line(doubt))
    return FINE


def compare(request: argparse.Namespace, services: Services) -> int:
    """Where an edited file differs from its report."""
    library = services.library
    edited = compare_with_file(Path(request.file), library.read(request.id), library.plans)
    for remark in edited.remarks:
        complain(one_line(f"{remark}."))
    if request.json:
        say_json([msgspec.structs.asdict(one) for one in edited.comparison.differences])
    for one in () if request.json else edited.comparison.differences:
        say_line("\t".join(one_line(text) for text in (one.name, one.ours, one.theirs)))
    return FINE
