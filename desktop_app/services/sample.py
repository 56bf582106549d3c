"""The samples that ship with the program: read, made once on a computer, known again among its reports."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.base.periods import read_period
from desktop_app.checking.plans import Plans
from desktop_app.reports.draft import Draft, draft_of

if TYPE_CHECKING:
    from desktop_app.services.services import Services

MADE = "samples"
"""The choice that holds their ids."""


def read_sample(folder: Path, name: str, plans: Plans) -> Draft:
    """The sample of this name; raises UserFault when the installation lacks it."""
    names = sorted(path.stem for path in folder.glob("*.toml"))
    if names and name not in names:
        raise UserFault(f"Báo cáo mẫu chỉ có cho kỳ {', '.join(names).upper()}.")
    try:
        table = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise UserFault(f"Bản cài đặt thiếu báo cáo mẫu «{name}»; hãy cài lại chương trình.") from fault
    marks = {known_keys.mark_of(tab): known_keys.MARKED for tab in table.get("done", ())}
    return draft_of(plans, read_period(table["period"]), table["edition"], table["values"] | marks)


def samples_made(services: Services) -> list[str]:
    """The ids of the samples that were made on this computer and are still there."""
    there = {summary.id for summary in services.library.summaries()}
    return [one for one in services.preferences.get(MADE).split() if one in there]


def make_samples(services: Services) -> tuple[str, bool]:
    """The id of the last sample, and whether the samples had to be made."""
    if known := samples_made(services):
        return known[-1], False
    made = services.library.create_samples()
    services.preferences.keep(MADE, " ".join(made))
    return made[-1], True


def forget_sample(services: Services, report_id: str) -> None:
    """A report of this id is deleted: the next one that gets it is no sample."""
    services.preferences.keep(MADE, " ".join(one for one in samples_made(services) if one != report_id))
