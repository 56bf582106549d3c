"""Read the samples that ship with the program."""

from __future__ import annotations

import tomllib
from pathlib import Path

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.base.periods import read_period
from desktop_app.checking.plans import Plans
from desktop_app.reports.draft import Draft, draft_of


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
