"""Which editions of the form there are, and each one loaded once, from its cache when it can be."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from desktop_app import __version__
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.periods import Period, read_period
from desktop_app.base.private import private_file, private_folder
from desktop_app.forms.model import Edition


class Catalogue:
    """The editions under one folder ``<form>/<edition>/*.toml``.

    Reading TOML and parsing expressions takes longer than the rest of the start together, so the
    validated edition is kept as JSON in `cache` under a digest of its files; a cache that cannot
    be read or written is simply not used. `load` is the loader of TOML (handed in, so that a
    start that needs no loading does not import it).
    """

    def __init__(self, folder: Path, cache: Path, load: Callable[[Path], Edition]) -> None:
        self._folder = folder
        self._cache = cache
        self._load = load
        self._open: dict[str, Edition] = {}

    def ids(self) -> list[str]:
        """The ids of all editions, such as "cchc-2022", newest first."""
        try:
            folders = [p for form in self._folder.iterdir() if form.is_dir() for p in form.iterdir()]
        except OSError as fault:
            raise EnvironmentFault(
                f"Không đọc được thư mục mẫu báo cáo {self._folder}; hãy cài lại chương trình."
            ) from fault
        return sorted((_id(p) for p in folders if p.is_dir()), reverse=True)

    def edition(self, edition_id: str) -> Edition:
        """The edition; raises UserFault when there is none of this id, or it has a fault."""
        if edition_id not in self._open:
            self._open[edition_id] = self._read(edition_id)
        return self._open[edition_id]

    def for_period(self, period: Period) -> str:
        """The id of the newest edition that serves the period; raises UserFault when none does."""
        for edition_id in self.ids():
            if serves(self.edition(edition_id), period):
                return edition_id
        heads = [self.edition(edition_id).head for edition_id in self.ids()]
        known = "; ".join(f"{head.name}: từ {head.valid_from} đến {head.valid_to}" for head in heads)
        raise UserFault(
            f"Chưa có mẫu báo cáo nào dùng cho kỳ {period}; hãy chọn kỳ khác trong phạm vi các mẫu hiện có "
            f"({known})."
        )

    def nearest(self, period: Period) -> Period:
        """The period itself when an edition serves it, else the last one of the newest edition."""
        editions = [self.edition(edition_id) for edition_id in self.ids()]
        if any(serves(edition, period) for edition in editions):
            return period
        return read_period(editions[0].head.valid_to)

    def _read(self, edition_id: str) -> Edition:
        if edition_id not in self.ids():
            raise UserFault(f"Không có mẫu báo cáo «{edition_id[:60]}».")
        form, _, name = edition_id.partition("-")
        folder = self._folder / form / name
        cached = self._cache / f"{edition_id}-{_digest(folder)}.json"
        try:
            return msgspec.json.decode(cached.read_bytes(), type=Edition)
        except (OSError, msgspec.DecodeError):
            edition = self._load(folder)
            _keep(cached, msgspec.json.encode(edition))
            return edition


def serves(edition: Edition, period: Period) -> bool:
    """Whether the edition is valid for the period and words its kind."""
    first, last = read_period(edition.head.valid_from), read_period(edition.head.valid_to)
    known = any(wording.kind == period.kind for wording in edition.periods)
    return known and first.rank() <= period.rank() <= last.rank()


def _id(folder: Path) -> str:
    return f"{folder.parent.name}-{folder.name}"


def _digest(folder: Path) -> str:
    """What changes whenever a file of the edition, or the shape of the model, does."""
    marks = [__version__, repr(Edition.__struct_fields__)]
    for path in (*sorted(folder.glob("*.toml")), folder.parents[1] / "wording.toml"):
        try:
            stat = path.stat()
        except OSError:  # a link to nothing; the loader says so
            continue
        marks.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return f"{crc32(chr(10).join(marks).encode()):08x}"


def _keep(path: Path, content: bytes) -> None:
    """Write the cache beside its name and put it in place; a full or read-only disk is no fault."""
    partial = path.with_suffix(f".{os.getpid()}.part")
    try:
        private_folder(path.parent)
        for old in path.parent.glob(f"{path.name.rsplit('-', 1)[0]}-*"):
            old.unlink(missing_ok=True)
        private_file(partial)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        with suppress(OSError):  # what was begun must not fill the disk further
            partial.unlink(missing_ok=True)
