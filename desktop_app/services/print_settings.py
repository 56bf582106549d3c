"""The print settings of this computer, kept among its preferences."""

from __future__ import annotations

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.documents.settings import PrintSettings
from desktop_app.services.preferences import Preferences

NAME = "print.settings"


class _Before(msgspec.Struct):
    landscape: tuple[int, ...] = ()


_DECODER, _BEFORE = msgspec.json.Decoder(PrintSettings), msgspec.json.Decoder(_Before)


def read_settings(preferences: Preferences) -> PrintSettings:
    """The settings last chosen; the lawful defaults when there are none, or none that can be read."""
    stored = preferences.get(NAME)
    try:
        return _read(stored) if stored else PrintSettings()
    except (msgspec.DecodeError, UserFault):
        return PrintSettings()


def _read(stored: str) -> PrintSettings:
    """Settings of version 0.1 name the appendices in landscape by their numbers."""
    settings = _DECODER.decode(stored)
    numbers = _BEFORE.decode(stored).landscape
    return msgspec.structs.replace(settings, turned=(*settings.turned, *(f"pl{n}" for n in numbers)))


def keep_settings(preferences: Preferences, settings: PrintSettings) -> None:
    """Remember the settings."""
    preferences.keep(NAME, msgspec.json.encode(settings).decode())
