"""What is silenced for good in every report of this computer."""

from __future__ import annotations

from desktop_app.reports.silencing import Silence, for_good, read_always, write_always
from desktop_app.services.preferences import Preferences

_NAME = "proofreading.silenced"


def always_silent(preferences: Preferences) -> frozenset[Silence]:
    """Kinds and words that no report is told of any more."""
    return read_always(preferences.get(_NAME))


def silence_for_good(preferences: Preferences, silence: Silence, *, silent: bool = True) -> None:
    """Silence it in every report, or with silent=False let it speak again."""
    others = always_silent(preferences) - {for_good(silence)}
    preferences.keep(_NAME, write_always(others | {for_good(silence)} if silent else others))
