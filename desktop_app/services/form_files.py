"""An empty form in a Word or Excel file becomes a draft edition, to be looked over in the editor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop_app.base.errors import UserFault
from desktop_app.base.files import read_bounded
from desktop_app.base.text import clean
from desktop_app.form_import.draft import DraftForm, OfferedSum, draft_of
from desktop_app.form_import.read_form import read_form
from desktop_app.services.services import Services
from desktop_app.word_import.container import MOST_BYTES

MOST_NAME = 120


class StoredDraft(NamedTuple):
    """A draft that was stored: its id, what was not understood, the sums that are offered."""

    edition_id: str
    doubts: tuple[str, ...]
    offers: tuple[OfferedSum, ...]


def read_form_file(
    path: Path, services: Services, step: Callable[[int], None] = lambda count: None
) -> DraftForm:
    """The draft that the file makes; nothing is stored. Raises UserFault for what cannot be read.

    step: told now and then how far it is; may raise.
    """
    try:
        content = read_bounded(path, MOST_BYTES)
    except (OSError, ValueError) as fault:
        raise UserFault(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn.") from fault
    found = read_form(content, path.name, step)
    today = date.today()
    proposed = services.due.proposed(today)
    year = proposed.year if proposed else today.year
    name = " ".join(clean(path.stem).replace("_", " ").split())[:MOST_NAME] or "Mẫu báo cáo mới"
    return draft_of(found, name, f"{year}-Q1", list(services.catalogue.names()))


def store_form_file(
    path: Path, services: Services, step: Callable[[int], None] = lambda count: None
) -> StoredDraft:
    """Store the draft that the file makes among the own editions."""
    draft = read_form_file(path, services, step)
    return StoredDraft(services.own_forms().save(draft.written), draft.doubts, draft.offers)
