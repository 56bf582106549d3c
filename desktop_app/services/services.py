"""What the window and the command line are handed: every service of one data folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from database.data_file import DataFile
from desktop_app.forms.catalogue import Catalogue
from desktop_app.services.due import DueDates
from desktop_app.services.form_pins import FormPins
from desktop_app.services.library import Library
from desktop_app.services.preferences import Preferences

if TYPE_CHECKING:
    from desktop_app.services.backups import Backups
    from desktop_app.services.own_forms import OwnForms


class Services(msgspec.Struct, frozen=True):
    """The parts over one data folder."""

    folder: Path
    resources: Path
    file: DataFile
    catalogue: Catalogue
    library: Library
    preferences: Preferences
    due: DueDates
    pins: FormPins
    backups: Callable[[], Backups]  # brought in when first asked for
    own_forms: Callable[[], OwnForms]  # likewise
