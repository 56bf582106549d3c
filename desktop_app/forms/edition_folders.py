"""Folders of editions on the disk: found, told apart by what they hold, put in place and taken away whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from desktop_app.base.patience import remove, replace, to_disk
from desktop_app.base.private import private_file, private_folder

DIGEST_LETTERS = 16
NEW, OLD, GONE = ".new", ".old", ".gone"
"""How folders end that are being written, replaced and taken away; their names begin with a dot."""


def folders_under(root: Path) -> list[Path]:
    """Every folder ``<form>/<edition>``, by name; raises OSError for a root that cannot be read."""
    found: list[Path] = []
    for form in _folders_in(root):
        names = _folders_in(form)
        if any(each.name.startswith(".") for each in names):
            _finish(form, names)
            names = _folders_in(form)
        found += [each for each in names if not each.name.startswith(".")]
    return found


def readable_under(root: Path) -> list[Path]:
    """The same of a root that may not be there, or cannot be read: it stops nothing."""
    try:
        return folders_under(root)
    except OSError:
        return []


def put_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold these files and no others; what a power cut leaves is the one before or this one.

    Raises OSError with the folder as it was.
    """
    new, old = _beside(target, NEW), _beside(target, OLD)
    private_folder(target.parent)
    _drop(new)
    try:
        private_folder(new)
        for name, content in files.items():
            private_file(new / name)
            with (new / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        to_disk(new)
        if target.exists():
            _drop(old)
            replace(target, old)
        replace(new, target)
    except OSError:
        if not target.exists() and old.exists():
            with suppress(OSError):
                replace(old, target)
        _drop(new)
        raise
    to_disk(target.parent)
    _drop(old)


def remove_folder(target: Path) -> None:
    """Take the folder away at once; what cannot be removed behind the scenes goes later."""
    gone = _beside(target, GONE)
    _drop(gone)
    replace(target, gone)
    to_disk(target.parent)
    _drop(gone)
    with suppress(OSError):  # the form has other editions
        target.parent.rmdir()


def content_of(folder: Path) -> str:
    """A digest of what the files of the edition hold."""
    files = sorted(folder.glob("*.toml"))
    return content_digest(path.read_bytes() for path in files)


def content_digest(contents: Iterable[bytes]) -> str:
    """The same of the contents of its files, in the order of their names."""
    return sha256(b"".join(contents)).hexdigest()[:DIGEST_LETTERS]


def marks_of(folder: Path, wording: Path, *others: str) -> str:
    """What changes whenever a file of the edition does, the words of its checks, or one of the others."""
    marks = list(others)
    for path in (*sorted(folder.glob("*.toml")), wording):
        try:
            stat = path.stat()
        except OSError:  # a link to nothing; the loader says so
            continue
        marks.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return f"{crc32(chr(10).join(marks).encode()):08x}"


def _folders_in(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.is_dir())


def _finish(form: Path, names: list[Path]) -> None:
    """Bring to its end what a power cut broke off: a replacing half done is done, all else is dropped."""
    for each in names:
        if each.name.startswith(".") and each.name.endswith(OLD):
            target = form / each.name[1 : -len(OLD)]
            new = _beside(target, NEW)
            if not target.exists():
                with suppress(OSError):
                    replace(new if new.exists() else each, target)
    for each in names:
        if each.name.startswith(".") and each.name.endswith((NEW, OLD, GONE)):
            _drop(each)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}{ending}")


def _drop(folder: Path) -> None:
    """Take a folder away with all in it; `shutil` would be brought into every start for this alone."""
    with suppress(OSError):
        for each in folder.iterdir():
            if each.is_dir() and not each.is_symlink():
                _drop(each)
            else:
                remove(each)
        folder.rmdir()
