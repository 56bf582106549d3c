"""Which editions of the form there are, which one serves a period, and which are faulty and why."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from desktop_app import __version__
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.patience import remove, replace
from desktop_app.base.periods import Period, period_name, read_period
from desktop_app.base.private import private_file, private_folder
from desktop_app.forms.calendar import wording_of
from desktop_app.forms.edition_folders import content_of, folders_under, marks_of, readable_under
from desktop_app.forms.heads import Head, PeriodWording
from desktop_app.forms.model import Check, Edition

INDEX = "editions.json"


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
    own: bool = False  # of this computer; else it ships with the program

    @property
    def sound(self) -> bool:
        """Whether new reports may be made on it."""
        return self.head is not None and not self.faults and not self.is_draft

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written."""
        return self.head is not None and self.head.draft

    @property
    def place(self) -> tuple[bool, str]:
        """What tells the folder from all others."""
        return self.own, self.folder

    def serves(self, period: Period) -> bool:
        """Whether it is valid for the period and words its kind."""
        return self.head is not None and serves(self.head, self.periods, period)

    def can_serve(self, period: Period) -> bool:
        """Whether a report of the period can be made on it, also where a newer edition has replaced it."""
        return self.head is not None and can_serve(self.head, self.periods, period)


# Made here, not where they are used: two threads must not make a reader of one type at once.
_EDITION, _INDEX = msgspec.json.Decoder(Edition), msgspec.json.Decoder(list[Listed])


class Catalogue:
    """The editions under ``<form>/<edition>/*.toml`` of a folder that ships and one of the office's own.

    An edition is known by the id of its head, wherever it lies; of two with one id the one that
    ships counts. The newest first: by the first period that it serves, then by id, unless `order`
    (ids) says otherwise; the first sound one that serves a period gets it. A faulty one is listed
    with its faults and stops nothing else.

    Reading TOML and examining it takes longer than the rest of the start together, so what was
    found is kept in `cache` under a digest of the files and of the program; a cache that cannot be
    read or written is simply not used. `inspect` reads and examines the files of a folder (handed
    in, so that a start that needs no reading does not import it).
    """

    def __init__(
        self, folder: Path, cache: Path, inspect: Callable[[Path], Inspected],
        own: Path | None = None, order: Callable[[], Sequence[str]] = tuple,
    ) -> None:  # fmt: skip
        self._folder, self._own = folder, own
        self._cache = cache
        self._inspect = inspect
        self._order = order
        self._open: dict[str, tuple[str, Edition]] = {}
        self._listed: list[Listed] | None = None

    def refresh(self) -> None:
        """Look at the folders again when next asked: editions came, went or changed, or their order did."""
        self._listed = None

    def all(self) -> list[Listed]:
        """Every edition, faulty ones too, in the order in which a period looks for its form."""
        if self._listed is None:
            self._listed = _in_order(self._look(), self._order())
        return self._listed

    def ids(self) -> list[str]:
        """The ids of the sound editions, such as "cchc-2022", in that order."""
        return [listed.head.id for listed in self.all() if listed.sound and listed.head]

    def names(self) -> dict[str, str]:
        """The name of every edition by its id."""
        return {one.head.id: one.head.name for one in self.all() if one.head}

    def edition(self, edition_id: str) -> Edition:
        """The edition, for a report that has it; raises UserFault when there is none of this id."""
        listed = self.listed(edition_id)
        if listed is None:
            raise UserFault(f"Không có mẫu báo cáo «{edition_id[:60]}».")
        digest, edition = self._open.get(edition_id, ("", None))
        if edition is None or digest != listed.digest:
            edition = self._read(listed)
            self._open[edition_id] = listed.digest, edition
        return edition

    def listed(self, edition_id: str) -> Listed | None:
        """What is known of the edition; None when there is none of this id."""
        of_id = [one for one in self.all() if one.head and one.head.id == edition_id]
        return next((one for one in of_id if not one.own), of_id[0] if of_id else None)

    def path_of(self, listed: Listed) -> Path:
        """Where the files of the edition lie."""
        return (self._own if listed.own and self._own else self._folder) / listed.folder

    def content_digest(self, edition_id: str) -> str:
        """What the files of the edition hold, whenever they were written; "" for one that is gone."""
        listed = self.listed(edition_id)
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

    def _read(self, listed: Listed) -> Edition:
        try:
            return _EDITION.decode(self._kept(listed).read_bytes())
        except (OSError, msgspec.DecodeError):
            edition = self._inspect(self.path_of(listed)).edition
            if edition is None:
                raise UserFault(f"Mẫu ở thư mục {listed.folder} có lỗi: {' '.join(listed.faults)}") from None
            self._keep(self._kept(listed), msgspec.json.encode(edition))
            return edition

    def _look(self) -> list[Listed]:
        """Every folder: as the index has it while its files are the same, else examined now."""
        known = {listed.place: listed for listed in self._index()}
        found: list[Listed] = []
        own_folders = readable_under(self._own) if self._own else []
        folders = [(False, each) for each in _shipped(self._folder)] + [(True, each) for each in own_folders]
        for own, folder in folders:
            name, digest = f"{folder.parent.name}/{folder.name}", self._digest(folder)
            before = known.get((own, name))
            same = before and before.digest == digest
            found.append(before if before and same else self._examine(folder, digest, own=own))
        if found != list(known.values()):
            self._keep(self._cache / INDEX, msgspec.json.encode(found))
        return found

    def _examine(self, folder: Path, digest: str, *, own: bool) -> Listed:
        name = f"{folder.parent.name}/{folder.name}"
        inspected = self._inspect(folder)
        edition = inspected.edition
        if edition is None:
            return Listed(name, digest, faults=inspected.faults, own=own)
        head, periods, content = edition.head, edition.periods, content_of(folder)
        listed = Listed(name, digest, content, head, periods, inspected.faults, own)
        self._keep(self._kept(listed), msgspec.json.encode(edition))
        return listed

    def _digest(self, folder: Path) -> str:
        return marks_of(folder, self._folder / "wording.toml", *_OF_THE_PROGRAM)

    def _index(self) -> list[Listed]:
        try:
            return _INDEX.decode((self._cache / INDEX).read_bytes())
        except (OSError, msgspec.DecodeError):
            return []

    def _kept(self, listed: Listed) -> Path:
        where = f"own-{listed.folder}" if listed.own else listed.folder
        return self._cache / f"{where.replace('/', '-')}.{listed.digest}.json"

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

    A month within the first period is served too, though it ends before it. A draft serves nothing.
    """
    first = read_period(head.valid_from)
    begun = not head.draft and (first.year, first.first_month) <= (period.year, period.last_month)
    return begun and wording_of(periods, period) is not None


def validity(head: Head) -> str:
    """ "từ Quý I/2022 đến 6 tháng đầu năm 2025", "từ Quý III/2025" for one that is still in force."""
    since = f"từ {period_name(read_period(head.valid_from))}"
    return f"{since} đến {period_name(read_period(head.valid_to))}" if head.valid_to else since


def _shipped(root: Path) -> list[Path]:
    try:
        return folders_under(root)
    except OSError as fault:
        sentence = f"Không đọc được thư mục mẫu báo cáo {root}; hãy cài lại chương trình."
        raise EnvironmentFault(sentence) from fault


def _in_order(found: list[Listed], preferred: Sequence[str]) -> list[Listed]:
    """The newest first, unless the preferred order says otherwise; of two with one id only one counts.

    One that is not in the preferred order stands before the first of those that is older than it.
    """
    by_id = sorted(found, key=lambda one: one.head.id if one.head else one.folder)
    newest_first = _told_apart(sorted(by_id, key=_first_period, reverse=True))
    places = {edition_id: place for place, edition_id in enumerate(preferred)}
    chosen = {one.place: places[one.head.id] for one in newest_first if one.head and one.head.id in places}
    ordered = sorted((one for one in newest_first if one.place in chosen), key=lambda one: chosen[one.place])
    for one in newest_first:
        if one.place not in chosen:
            older = (at for at, other in enumerate(ordered) if _first_period(other) < _first_period(one))
            ordered.insert(next(older, len(ordered)), one)
    return ordered


def _told_apart(ordered: list[Listed]) -> list[Listed]:
    """The same, a second edition of one id being a faulty one: the first that ships is the first."""
    first: dict[str, Listed] = {}
    for one in sorted(ordered, key=lambda one: one.own):
        if one.head:
            first.setdefault(one.head.id, one)
    told: list[Listed] = []
    for one in ordered:
        other = first.get(one.head.id) if one.head else None
        if one.head and other and other.place != one.place:
            where = "của chương trình" if one.own and not other.own else f"ở thư mục {other.folder}"
            twice = f"Mã mẫu «{one.head.id}» đã có {where}; hãy đặt mã khác cho một trong hai."
            one = msgspec.structs.replace(one, faults=(*one.faults, twice))
        told.append(one)
    return told


def _first_period(listed: Listed) -> tuple[int, int]:
    try:
        return read_period(listed.head.valid_from).rank() if listed.head else (0, 0)
    except UserFault:
        return (0, 0)


_OF_THE_PROGRAM = (
    __version__,
    *(repr(record.__struct_fields__) for record in (Edition, PeriodWording, Listed, Check, Head)),
)
"""What must be examined again when the program changes."""
