"""Where the program finds its resources and keeps its data on this computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop_app.base.errors import EnvironmentFault

DATA_FILE = "bao-cao-cchc.db"
OWN_FORMS = "forms"
"""The folder of the office's own editions, beside the data file."""
PORTABLE_MARK = "portable.txt"


def resources() -> Path:
    """The folder of forms, samples, icons and style sheet: in a built program, installed, or a checkout."""
    if bundled := getattr(sys, "_MEIPASS", None):
        return Path(bundled) / "resources"
    installed = Path(__file__).parents[1] / "resources"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "resources"


def guide() -> Path:
    """The folder of the guide's pages and pictures: beside the resources, or in a checkout."""
    shipped = resources().with_name("guide")
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "docs/huong-dan"


def refuse_temporary(folder: Path) -> None:
    """Raise EnvironmentFault for a portable program that was started inside its archive.

    What opens it there unpacks it into a folder of its own, and takes that away with all data.
    """
    program = Path(sys.executable).parent
    if not getattr(sys, "frozen", False) or folder != program / "data":
        return
    temporary = os.environ.get("TEMP") or os.environ.get("TMPDIR")
    if temporary and program.resolve().is_relative_to(Path(temporary).resolve()):
        raise EnvironmentFault(
            f"Chương trình đang chạy trong thư mục tạm {program}, có lẽ được mở ngay trong tệp nén: báo cáo "
            "ghi ở đây sẽ mất. Hãy giải nén cả thư mục ra ổ USB hoặc ổ đĩa rồi mở lại."
        )


def licences() -> Path:
    """The folder of the licence texts that a built program brings along; not there in a checkout."""
    return resources().with_name("giay-phep")


def data_folder() -> Path:
    """The folder of the data file: the user's own, or beside a portable program."""
    program = Path(sys.executable).parent
    if getattr(sys, "frozen", False) and (program / PORTABLE_MARK).exists():
        return program / "data"
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData/Local")
        return Path(local) / "BaoCaoCCHC"
    share = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local/share")
    return Path(share) / "bao-cao-cchc"
