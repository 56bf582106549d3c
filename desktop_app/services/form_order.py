"""In which order a period looks for its form, where the office wants another than the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.forms.catalogue import Catalogue
from desktop_app.services.preferences import Preferences

ORDER = "forms.order"


def read_order(preferences: Preferences) -> list[str]:
    """The ids in the order that was chosen; none while the newest come first."""
    return preferences.get(ORDER).split()


def set_order(catalogue: Catalogue, preferences: Preferences, ids: Sequence[str]) -> None:
    """Remember the order; an empty one means the newest first again."""
    preferences.keep(ORDER, " ".join(ids))
    catalogue.refresh()


def move_in_order(catalogue: Catalogue, preferences: Preferences, edition_id: str, steps: int) -> None:
    """Let an edition be looked for earlier (steps below 0) or later among those that can serve."""
    ids = [one.head.id for one in catalogue.all() if one.head and not one.is_draft]
    if edition_id not in ids:
        return
    at = ids.index(edition_id)
    ids.insert(max(0, at + steps), ids.pop(at))
    set_order(catalogue, preferences, ids)
