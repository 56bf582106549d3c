"""The print settings of this computer, kept among its preferences."""

from __future__ import annotations

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.documents.settings import PrintSettings
from desktop_app.services.preferences import Preferences

NAME = "print.settings"


def read_settings(preferences: Preferences) -> PrintSettings:
    """The settings last chosen; the lawful defaults when there are none, or none that can be read."""
    stored = preferences.get(NAME)
    try:
        return msgspec.json.decode(stored, type=PrintSettings) if stored else PrintSettings()
    except (msgspec.DecodeError, UserFault):
        return PrintSettings()


def keep_settings(preferences: Preferences, settings: PrintSettings) -> None:
    """Remember the settings."""
    preferences.keep(NAME, msgspec.json.encode(settings).decode())
