"""Read the samples that ship with the program."""

from __future__ import annotations

import tomllib
from pathlib import Path

from desktop_app.base.errors import UserFault
from desktop_app.services.library import Draft


def read_sample(folder: Path, name: str) -> Draft:
    """The sample of this name; raises UserFault when the installation lacks it."""
    try:
        table = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise UserFault(f"Bản cài đặt thiếu báo cáo mẫu «{name}»; hãy cài lại chương trình.") from fault
    return Draft(table["period"], table["values"], table["edition"])
