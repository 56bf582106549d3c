"""What of others is handed out with the built program, and the licence of each; asked while building."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path, PurePath

TEXTS = Path(__file__).parent / "licence_texts"
LIST, MACHINE_LIST = "DANH-SACH.txt", "components.json"
_LICENCE_FILE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)
# What their packages do not tell in one word, or tell of their commercial edition alone.
SPDX = {
    "pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only", "pillow": "MIT-CMU",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0", "python-dateutil": "BSD-3-Clause AND Apache-2.0",
    "click-default-group": "Unlicense", "sqlite-fts4": "Apache-2.0", "sqlite-utils": "Apache-2.0",
    "reportlab": "BSD-3-Clause", "python-docx": "MIT", "xlsxwriter": "BSD-2-Clause", "lxml": "BSD-3-Clause",
    "msgspec": "BSD-3-Clause", "markdown-it-py": "MIT", "mdurl": "MIT",
}  # fmt: skip
OWN_TEXTS = {"LGPL-3.0-only": ["LGPL-3.0.txt", "GPL-3.0.txt"], "Apache-2.0": ["Apache-2.0.txt"]}
# Where the source lies is part of what the LGPL asks for, and that its libraries may be exchanged.
NOTES = {
    "pyside6-essentials": "Qt và PySide6 được dùng theo LGPL 3.0 dưới dạng thư viện rời trong thư mục "
    "_internal\\PySide6; có thể thay bằng bản khác cùng phiên bản. Mã nguồn: code.qt.io.",
}


def shipped_components(files: Iterable[str]) -> list[dict[str, str]]:
    """Name, version and licence of each package that one of the modules or files belongs to, and of Python,
    SQLite and the program that starts it."""
    tops = {re.split(r"[./\\]", name, maxsplit=1)[0] for name in files}
    owners = packages_distributions()
    found = {owner for top in tops for owner in owners.get(top, [])}
    parts = [_component(distribution(name)) for name in sorted(found, key=str.lower)]
    parts += [  # fmt: skip
        {"name": "Python", "version": sys.version.split()[0], "licence": "PSF-2.0", "kind": "platform"},
        {
            "name": "Microsoft Visual C++ Runtime",
            "version": "14",
            "kind": "library",
            "licence": "Microsoft, phân phối kèm",
        },
        {"name": "SQLite", "version": sqlite3.sqlite_version, "licence": "blessing", "kind": "library"},
        _component(distribution("pyinstaller")) | {"licence": "GPL-2.0-or-later WITH Bootloader-exception"},
    ]
    return sorted(parts, key=lambda part: part["name"].lower())


def write_licences(components: list[dict[str, str]], folder: Path, root: Path) -> list[Path]:
    """The texts of all licences, and a list of the components for readers and one for machines."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(root / "LICENSE", folder / "bao-cao-cchc.txt")
    shutil.copy(_python_licence(), folder / "Python.txt")
    for part in components:
        if part["kind"] == "package":
            _copy_texts(part, folder)
    lines = [f"{part['name']} {part['version']}: {part['licence']}" for part in components]
    names = {_plain(part["name"]) for part in components}
    notes = [note for name, note in NOTES.items() if name in names]
    head = "Báo cáo CCHC dùng các thành phần sau, mỗi thành phần theo giấy phép của nó:"
    (folder / LIST).write_text("\r\n".join([head, "", *lines, "", *notes, ""]), "utf-8-sig", newline="")
    (folder / MACHINE_LIST).write_text(json.dumps(components, ensure_ascii=False, indent=1), "utf-8")
    return sorted(folder.iterdir())


def _component(package: Distribution) -> dict[str, str]:
    told = package.metadata
    fields = [told[name] for name in ("License-Expression", "License") if name in told]
    licence = next(filter(None, fields), "")
    short = licence if licence and "\n" not in licence and len(licence) < 60 else ""
    name = told["Name"]
    return {
        "name": name,
        "version": package.version,
        "licence": SPDX.get(_plain(name), short) or "NOASSERTION",
        "kind": "package",
    }


def _copy_texts(part: dict[str, str], folder: Path) -> None:
    """Every licence file that the package brings, under the package's name; else the text that fits."""
    name = part["name"]
    brought = [
        path
        for path in distribution(name).files or []
        if ".dist-info" in str(path) and _LICENCE_FILE.search(str(path)) and not _is_of_other_system(path)
    ]
    for path in brought:
        inner = re.split(r"\.dist-info[/\\](?:licen[cs]es[/\\])?", str(path), maxsplit=1)[1]
        flat = inner.replace("/", "-").replace("\\", "-")
        source = Path(str(path.locate()))
        if source.is_file() and "Commercial" not in flat:
            shutil.copy(source, folder / f"{name}-{flat}{'' if Path(flat).suffix else '.txt'}")
    for text in OWN_TEXTS.get(part["licence"], []):
        if text.startswith("LGPL") or text.startswith("GPL") or not brought:
            shutil.copy(TEXTS / text, folder / text)


def _is_of_other_system(path: PurePath) -> bool:
    """Parts that are in builds for telephones or small Linux systems alone."""
    return any(part in ("android", "cibw_musl", "pbin_musl", "v8_xfa") for part in path.parts)


def _plain(name: str) -> str:
    """A package's name as the tables above spell it."""
    return name.lower().replace("_", "-")


def _python_licence() -> Path:
    """Python's own, which names what its library holds of others."""
    places = (Path(sys.base_prefix), Path(sys.executable).parent, Path(os.__file__).parent)
    return next(place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").exists())
