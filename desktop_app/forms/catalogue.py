"""Which editions of the form there are, which one serves a period, and which are faulty and why."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from zlib import crc32

import msgspec

from desktop_app import __version__
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.patience import remove, replace
from desktop_app.base.periods import Period, period_name, read_period
from desktop_app.base.private import private_file, private_folder
from desktop_app.forms.calendar import wording_of
from desktop_app.forms.heads import Head, PeriodWording
from desktop_app.forms.model import Check, Edition

INDEX = "editions.json"
DIGEST_LETTERS = 16


class Inspected(msgspec.Struct, frozen=True):
    """An edition that was read and examined; `faults` are Vietnamese sentences, none for a sound one.

    edition is None when the files cannot be read as an edition at all.
    """

    edition: Edition | None
    faults: tuple[str, ...] = ()


class Listed(msgspec.Struct, frozen=True):
    """One folder of an edition: what it is, which periods it words, what is wrong with it."""

    folder: str  # "cchc/2022"
    digest: str  # what changes when it must be examined again
    content: str = ""  # a digest of its files, whenever they were written
    head: Head | None = None
    periods: tuple[PeriodWording, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether new reports may be made on it."""
        return self.head is not None and not self.faults

    def serves(self, period: Period) -> bool:
        """Whether it is valid for the period and words its kind."""
        return self.head is not None and serves(self.head, self.periods, period)

    def can_serve(self, period: Period) -> bool:
        """Whether a report of the period can be made on it, also where a newer edition has replaced it."""
        return self.head is not None and can_serve(self.head, self.periods, period)


# Made here, not where they are used: two threads must not make a reader of one type at once.
_EDITION, _INDEX = msgspec.json.Decoder(Edition), msgspec.json.Decoder(list[Listed])


class Catalogue:
    """The editions under one folder ``<form>/<edition>/*.toml``.

    An edition is known by the id of its head, wherever it lies. The newest first: by the first
    period that it serves, then by id; the first sound one that serves a period gets it. A faulty
    one is listed with its faults and stops nothing else.

    Reading TOML and examining it takes longer than the rest of the start together, so what was
    found is kept in `cache` under a digest of the files and of the program; a cache that cannot be
    read or written is simply not used. `inspect` reads and examines the files of a folder (handed
    in, so that a start that needs no reading does not import it).
    """

    def __init__(self, folder: Path, cache: Path, inspect: Callable[[Path], Inspected]) -> None:
        self._folder = folder
        self._cache = cache
        self._inspect = inspect
        self._open: dict[str, Edition] = {}
        self._listed: list[Listed] | None = None

    def all(self) -> list[Listed]:
        """Every edition, faulty ones too, in the order in which a period looks for its form."""
        if self._listed is None:
            self._listed = _in_order(self._look())
        return self._listed

    def ids(self) -> list[str]:
        """The ids of the sound editions, such as "cchc-2022", in that order."""
        return [listed.head.id for listed in self.all() if listed.sound and listed.head]

    def names(self) -> dict[str, str]:
        """The name of every edition by its id."""
        return {one.head.id: one.head.name for one in self.all() if one.head}

    def edition(self, edition_id: str) -> Edition:
        """The edition, for a report that has it; raises UserFault when there is none of this id."""
        if edition_id not in self._open:
            self._open[edition_id] = self._read(edition_id)
        return self._open[edition_id]

    def content_digest(self, edition_id: str) -> str:
        """What the files of the edition hold, whenever they were written; "" for one that is gone."""
        listed = self._of(edition_id)
        return listed.content if listed else ""

    def for_period(self, period: Period) -> str:
        """The id of the first sound edition that serves the period; raises UserFault when none does."""
        found = self.serving(period)
        if found:
            return found[0]
        known = "; ".join(
            f"{one.head.name}: {validity(one.head)}" for one in self.all() if one.sound and one.head
        )
        raise UserFault(
            f"Chưa có mẫu báo cáo nào dùng cho kỳ {period_name(period)}; hãy chọn kỳ khác trong "
            f"phạm vi các mẫu hiện có ({known or 'chưa có mẫu nào dùng được'})."
        )

    def serving(self, period: Period) -> list[str]:
        """The ids of all sound editions that serve the period, in order."""
        return [one.head.id for one in self.all() if one.sound and one.head and one.serves(period)]

    def _read(self, edition_id: str) -> Edition:
        listed = self._of(edition_id)
        if listed is None:
            raise UserFault(f"Không có mẫu báo cáo «{edition_id[:60]}».")
        try:
            return _EDITION.decode(self._kept(listed).read_bytes())
        except (OSError, msgspec.DecodeError):
            edition = self._inspect(self._folder / listed.folder).edition
            if edition is None:
                raise UserFault(f"Mẫu báo cáo «{edition_id}» có lỗi: {' '.join(listed.faults)}") from None
            self._keep(self._kept(listed), msgspec.json.encode(edition))
            return edition

    def _of(self, edition_id: str) -> Listed | None:
        return next((one for one in self.all() if one.head and one.head.id == edition_id), None)

    def _look(self) -> list[Listed]:
        """Every folder: as the index has it while its files are the same, else examined now."""
        known = {listed.folder: listed for listed in self._index()}
        found: list[Listed] = []
        for folder in self._folders():
            name, digest = f"{folder.parent.name}/{folder.name}", _digest(folder)
            before = known.get(name)
            found.append(before if before and before.digest == digest else self._examine(folder, digest))
        if found != list(known.values()):
            self._keep(self._cache / INDEX, msgspec.json.encode(found))
        return found

    def _examine(self, folder: Path, digest: str) -> Listed:
        name = f"{folder.parent.name}/{folder.name}"
        inspected = self._inspect(folder)
        edition = inspected.edition
        if edition is None:
            return Listed(name, digest, faults=inspected.faults)
        content = _content(folder)
        listed = Listed(name, digest, content, edition.head, edition.periods, inspected.faults)
        self._keep(self._kept(listed), msgspec.json.encode(edition))
        return listed

    def _folders(self) -> list[Path]:
        try:
            forms = sorted(p for p in self._folder.iterdir() if p.is_dir())
            return [edition for form in forms for edition in sorted(form.iterdir()) if edition.is_dir()]
        except OSError as fault:
            raise EnvironmentFault(
                f"Không đọc được thư mục mẫu báo cáo {self._folder}; hãy cài lại chương trình."
            ) from fault

    def _index(self) -> list[Listed]:
        try:
            return _INDEX.decode((self._cache / INDEX).read_bytes())
        except (OSError, msgspec.DecodeError):
            return []

    def _kept(self, listed: Listed) -> Path:
        return self._cache / f"{listed.folder.replace('/', '-')}.{listed.digest}.json"

    def _keep(self, path: Path, content: bytes) -> None:
        """Write beside the name and put it in place; a full or read-only disk is no fault."""
        partial = path.with_suffix(f".{os.getpid()}.part")
        try:
            private_folder(path.parent)
            if path.name != INDEX:
                for old in path.parent.glob(f"{path.name.partition('.')[0]}.*.json"):
                    remove(old)
            private_file(partial)
            partial.write_bytes(content)
            replace(partial, path)
        except OSError:
            with suppress(OSError):  # what was begun must not fill the disk further
                remove(partial)


def serves(head: Head, periods: Sequence[PeriodWording], period: Period) -> bool:
    """Whether the edition is valid for the period and words its kind."""
    last = read_period(head.valid_to).rank() if head.valid_to else (9999, 0)
    return can_serve(head, periods, period) and period.rank() <= last


def can_serve(head: Head, periods: Sequence[PeriodWording], period: Period) -> bool:
    """Whether the edition was in force by the end of the period, be it replaced since, and words its kind.

    A month within the first period is served too, though it ends before it.
    """
    first = read_period(head.valid_from)
    begun = (first.year, first.first_month) <= (period.year, period.last_month)
    return begun and wording_of(periods, period) is not None


def validity(head: Head) -> str:
    """ "từ Quý I/2022 đến 6 tháng đầu năm 2025", "từ Quý III/2025" for one that is still in force."""
    since = f"từ {period_name(read_period(head.valid_from))}"
    return f"{since} đến {period_name(read_period(head.valid_to))}" if head.valid_to else since


def _in_order(found: list[Listed]) -> list[Listed]:
    """The newest first; of two with one id only the first counts."""
    by_id = sorted(found, key=lambda listed: listed.head.id if listed.head else listed.folder)
    ordered = sorted(by_id, key=_first_period, reverse=True)
    seen: dict[str, str] = {}
    for place, listed in enumerate(ordered):
        if listed.head is None:
            continue
        first = seen.setdefault(listed.head.id, listed.folder)
        if first != listed.folder:
            twice = f"Mã mẫu «{listed.head.id}» đã có ở thư mục {first}; hãy đặt mã khác cho một trong hai."
            ordered[place] = msgspec.structs.replace(listed, faults=(*listed.faults, twice))
    return ordered


def _first_period(listed: Listed) -> tuple[int, int]:
    try:
        return read_period(listed.head.valid_from).rank() if listed.head else (0, 0)
    except UserFault:
        return (0, 0)


def _content(folder: Path) -> str:
    """A digest of what the files of the edition hold."""
    files = sorted(folder.glob("*.toml"))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:DIGEST_LETTERS]


def _digest(folder: Path) -> str:
    """What changes whenever a file of the edition, the words of its checks or the program does."""
    marks = [__version__, *(repr(r.__struct_fields__) for r in (Edition, PeriodWording, Listed, Check))]
    for path in (*sorted(folder.glob("*.toml")), folder.parents[1] / "wording.toml"):
        try:
            stat = path.stat()
        except OSError:  # a link to nothing; the loader says so
            continue
        marks.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return f"{crc32(chr(10).join(marks).encode()):08x}"
