"""Build the services of a data folder and hand them over; the only module that sees all rooms.

It imports inside functions, as `ui/first_use.py` and `services/press.py` do: what the start does
not need is brought in when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from database.data_file import DataFile, Tools
from database.forms import digests
from desktop_app.base import paths
from desktop_app.base.garbage import pause_gc
from desktop_app.checking.plans import Plans
from desktop_app.forms.catalogue import Catalogue, Inspected
from desktop_app.reports.draft import Draft
from desktop_app.services.due import DueDates
from desktop_app.services.form_order import read_order
from desktop_app.services.form_pins import FormPins
from desktop_app.services.library import Beginnings, Library
from desktop_app.services.preferences import Preferences
from desktop_app.services.services import Services

if TYPE_CHECKING:
    from desktop_app.command_line.commands import Command
    from desktop_app.services.backups import Backups
    from desktop_app.services.own_forms import OwnForms


def data_file(folder: Path | None) -> Path:
    """Where the data file lies in the folder, or in the user's own."""
    return (folder or paths.data_folder()) / paths.DATA_FILE


def build(folder: Path | None = None, resources: Path | None = None) -> Services:
    """The services over the data file in `folder` (the user's own when None).

    resources: the folder of forms and samples, where it is not that of the program.
    """
    path = data_file(folder)
    paths.refuse_temporary(path.parent)
    resources = resources or paths.resources()
    file = DataFile(path, _tools, _keep_older)
    preferences = Preferences(file)
    own, order = path.parent / paths.OWN_FORMS, partial(read_order, preferences)
    _bring_back_forms(file, own)
    catalogue = Catalogue(resources / "forms", path.parent / "cache", _inspect, own, order)
    due = DueDates(catalogue, preferences)
    pins = FormPins(catalogue, preferences)
    begin = Beginnings(partial(_read_sample, resources / "sample"), due.day_of, pins.pin)
    library = Library(file, catalogue, begin, _who)
    return Services(
        path.parent, resources, file, catalogue, library, preferences, due, pins, _late_backups(file),
        _late_forms(file, catalogue, own),
    )  # fmt: skip


def note_fault(folder: Path | None, fault: BaseException) -> Path:
    """Note a fault of ours in the log beside the data."""
    from desktop_app.base import log

    return log.note_fault(data_file(folder).parent, fault)


def run_window(folder: Path | None, open_id: str, take: str = "") -> int:
    """Open the window; Qt is not imported for anything else."""
    pause_gc()
    from desktop_app.ui.startup.run_window import run

    return run(lambda: build(folder), data_file(folder), open_id, take)


def run_command(words: list[str]) -> int:
    """Do what the command line asks."""
    from desktop_app.command_line.commands import run

    return run(words, build, run_window, LATER)


def _check() -> Command:
    from desktop_app.command_line.reading_commands import check

    return check


def _documents() -> Command:
    from desktop_app.command_line.reading_commands import documents

    return documents


def _import() -> Command:
    from desktop_app.command_line.file_commands import take_in

    return take_in


def _compare() -> Command:
    from desktop_app.command_line.file_commands import compare

    return compare


def _form() -> Command:
    from desktop_app.command_line.form_commands import form

    return form


LATER: dict[str, Callable[[], Command]] = {
    "check": _check, "documents": _documents, "import": _import, "compare": _compare, "form": _form,
}  # fmt: skip
"""Commands that read words, files and forms: their rooms are brought in with them."""


def _tools() -> Tools:
    from database import migrations

    return migrations


def _who() -> str:
    from desktop_app.base.computer import user_name

    return user_name()


def _late_backups(file: DataFile) -> Callable[[], Backups]:
    @cache
    def backups() -> Backups:
        from desktop_app.services.backups import Backups

        return Backups(file)

    return backups


def _bring_back_forms(file: DataFile, folder: Path) -> None:
    """After a restore the data file has own editions whose folders are not there."""
    if all((folder / name).is_dir() for name in digests(file)):
        return
    from desktop_app.services.own_forms import bring_back

    bring_back(file, folder)


def _late_forms(file: DataFile, catalogue: Catalogue, folder: Path) -> Callable[[], OwnForms]:
    @cache
    def own_forms() -> OwnForms:
        from desktop_app.services.own_forms import OwnForms

        return OwnForms(file, catalogue, folder)

    return own_forms


def _keep_older(file: DataFile) -> None:
    """A file of an older schema is copied before it is changed."""
    from datetime import datetime

    from database.backup import copy_to
    from desktop_app.base.private import private_folder
    from desktop_app.services.backups import FOLDER, next_in

    folder = file.path.parent / FOLDER
    private_folder(folder)
    copy_to(file, next_in(folder, datetime.now(), "truoc-nang-cap"))


def _inspect(folder: Path) -> Inspected:
    from desktop_app.checking.inspection import inspect

    return inspect(folder)


def _read_sample(folder: Path, name: str, plans: Plans) -> Draft:
    from desktop_app.services.sample import read_sample

    return read_sample(folder, name, plans)
