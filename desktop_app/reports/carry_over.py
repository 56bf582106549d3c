"""What the next period takes over from this one: words and people, never figures."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.forms.model import Edition
from desktop_app.reports.report import Entry


def carry_over(edition: Edition, entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The starting entries of the next period's report.

    Agency, signer, recipients and prose come along, marked as carried until they are touched;
    figures, notes, number, date and explanations start empty. Titles that the form owns are not
    entries: they follow the period by themselves.
    """
    kept = {field.key for field in edition.fields if field.carried}
    kept |= {section.key for section in edition.sections if section.prose}
    prose = {section.key for section in edition.sections}
    return {
        key: Entry(entry.text, carried=key in prose)
        for key, entry in entries.items()
        if key in kept and entry.text
    }
