"""Find the Times faces of this computer: Times New Roman, else Liberation Serif, else Tinos."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from desktop_app.base.errors import EnvironmentFault


class Faces(msgspec.Struct, frozen=True):
    """The four font files of one family."""

    family: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


_FAMILIES: tuple[tuple[str, tuple[str, str, str, str]], ...] = (
    ("Times New Roman", ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")),
    (
        "Times New Roman",
        (
            "Times_New_Roman.ttf", "Times_New_Roman_Bold.ttf",
            "Times_New_Roman_Italic.ttf", "Times_New_Roman_Bold_Italic.ttf",
        ),
    ),
    (
        "Liberation Serif",
        (
            "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
            "LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf",
        ),
    ),
    ("Tinos", ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf")),
)  # fmt: skip


def font_folders() -> tuple[Path, ...]:
    """Where this computer keeps its fonts."""
    home = Path.home()
    if os.name == "nt":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        local = Path(os.environ.get("LOCALAPPDATA", str(home))) / "Microsoft/Windows/Fonts"
        return (windows, local)
    return (
        home / ".fonts",
        home / ".local/share/fonts",
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts/Supplemental"),
    )


def find_families(folders: tuple[Path, ...] | None = None) -> tuple[Faces, ...]:
    """Every place with all four faces of a family, the best first; raises EnvironmentFault.

    An old and a new release of one family may both be there; the larger file has more letters.
    """
    found: list[Faces] = []
    homes = _homes(font_folders() if folders is None else folders)
    for family, names in _FAMILIES:
        whole = [files for files in homes if all(name.casefold() in files for name in names)]
        paths = [[files[name.casefold()] for name in names] for files in whole]
        paths.sort(key=lambda four: -four[0].stat().st_size)
        found += [Faces(family, *four) for four in paths]
    if found:
        return tuple(found)
    raise EnvironmentFault(
        "Máy này chưa có phông Times New Roman (hoặc Liberation Serif, Tinos) nên chưa tạo được PDF; "
        "hãy cài một trong các phông đó rồi xuất lại."
    )


def _homes(folders: tuple[Path, ...]) -> list[dict[str, Path]]:
    """The font files of each folder that holds any, by name in small letters."""
    homes: dict[Path, dict[str, Path]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.[tT][tT][fF]")) if folder.is_dir() else ():
            homes.setdefault(path.parent, {})[path.name.casefold()] = path
    return list(homes.values())
