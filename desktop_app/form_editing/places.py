"""What an action gives back, and how a place of a form is named to the window that shows it."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.forms.model import Level
from desktop_app.forms.written import WrittenEdition

Place = tuple[str, ...]
"""("head", field) · ("annex",) · ("period", kind) · ("agency_kind", key) · ("field", key) · ("section", key)
· ("figure", key) · ("table", key) · ("column", table, key) · ("row", key) · ("check", code)."""

HEAD: Place = ("head",)


class Done(NamedTuple):
    """The form after an action: what was done in words, where the cursor belongs, what else changed.

    told: one sentence for each thing that changed elsewhere, such as a sum that lost a row.
    """

    written: WrittenEdition
    name: str
    place: Place = HEAD
    told: tuple[str, ...] = ()


class PlacedFault(NamedTuple):
    """What is wrong at one place, in words for who writes the form; an error keeps it a draft."""

    place: Place
    sentence: str
    level: Level = "error"
