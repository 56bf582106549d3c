"""The form that each report was made on, by what its files held, so that a later edit of it is seen."""

from __future__ import annotations

from desktop_app.forms.catalogue import Catalogue
from desktop_app.services.preferences import Preferences

PIN = "form."


class FormPins:
    """A digest for each report of this data file; one from an older version has none, and nothing is said."""

    def __init__(self, catalogue: Catalogue, preferences: Preferences) -> None:
        self._catalogue, self._preferences = catalogue, preferences

    def pin(self, report_id: str, edition_id: str) -> None:
        """The form as it is now is the one of the report."""
        self._preferences.keep(PIN + report_id, self._catalogue.content_digest(edition_id))

    def is_edited(self, report_id: str, edition_id: str) -> bool:
        """Whether the files of the form hold something else than when they were pinned."""
        pinned, latest = self._preferences.get(PIN + report_id), self._catalogue.content_digest(edition_id)
        return bool(pinned and latest) and pinned != latest
