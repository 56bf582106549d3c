"""Backups of the data file: when one is due, how each is named, which are kept, and the second place."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from shutil import disk_usage
from time import monotonic, time

import msgspec

from database import backup, counts, reports
from database.data_file import DataFile
from desktop_app.base.computer import computer_name
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.patience import remove
from desktop_app.base.private import private_folder

FOLDER = "sao-luu"
EVERY_SECONDS = 30 * 60
REASONS = {
    "khi-roi": "Khi đóng chương trình",
    "dinh-ky": "Trong lúc làm việc",
    "bang-tay": "Do bạn tạo",
    "truoc-nang-cap": "Trước khi nâng cấp tệp dữ liệu",
    "truoc-nhap": "Trước khi nhập báo cáo từ tệp",
    "truoc-xoa": "Trước khi xóa báo cáo",
    "truoc-phuc-hoi": "Bị thay khi phục hồi",
    "sau-phuc-hoi": "Ngay sau khi phục hồi",
}
KEPT_FOR_EVER = frozenset({"bang-tay", "truoc-phuc-hoi", "truoc-nang-cap"})
"""What a person made or a restore replaced is never thinned out."""
_NAME = re.compile(r"sao-luu-(\d{6,})-(\d{8}-\d{6})-([a-z-]+)\.db\Z", re.ASCII)
_TIME = "%Y%m%d-%H%M%S"
NEWEST, DAYS, WEEKS, MONTHS = 12, 14, 8, 36
"""How many are kept: the newest, then the last of each of so many days, weeks and months."""


class Backup(msgspec.Struct, frozen=True):
    """One backup as its name tells; numbers go up even when the clock goes back."""

    path: Path
    number: int
    made_at: datetime  # by the clock of this computer, without offset
    reason: str


class Made(msgspec.Struct, frozen=True):
    """What a backup came to: how many reports it holds, its copy in the second place or why none."""

    backup: Backup
    held: int
    second: Path | None = None
    trouble: str = ""


class Backups:
    """The backups beside one data file; `second` names a folder on another disk, or is empty."""

    def __init__(
        self,
        file: DataFile,
        clock: Callable[[], datetime] = datetime.now,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._file = file
        self._clock = clock
        self.folder = file.path.parent / FOLDER
        self._seconds = seconds
        self._since = seconds()
        self._state = ""

    def all(self) -> list[Backup]:
        """Every backup beside the data file, the newest first."""
        return backups_in(self.folder)

    def is_due(self) -> bool:
        """Whether half an hour has passed since the last one, and something was edited."""
        return self._seconds() - self._since >= EVERY_SECONDS and self.is_behind()

    def is_behind(self) -> bool:
        """Whether anything differs from what the newest backup holds."""
        if not self._state and (newest := next(iter(self.all()), None)):
            with suppress(UserFault, EnvironmentFault), backup.opened(newest.path) as copy:
                self._state = reports.state_of(copy)
        return reports.state(self._file) != self._state

    def make(self, reason: str, second: str = "") -> Made:
        """Copy, check, thin out; then the same in the second place. May run in another thread.

        Raises EnvironmentFault when the copy beside the data file cannot be made. What the second
        place refuses stands in `trouble`: a stick is often elsewhere.
        """
        state = reports.state(self._file)
        target = self.next_path(reason)
        self._refuse_full_disk()
        held = backup.copy_to(self._file, target)
        self._state, self._since = state, self._seconds()
        made = Made(_read_name(target), held)
        thin_out(self.folder)
        if not second:
            return made
        try:
            return msgspec.structs.replace(made, second=copy_to_second(target, Path(second)))
        except (EnvironmentFault, UserFault, OSError) as fault:
            return msgspec.structs.replace(made, trouble=str(fault))

    def make_before(self, reason: str) -> None:
        """Before something risky: a backup, unless the newest holds the same; raises as `make`."""
        if self.is_behind():
            self.make(reason)

    def restore(self, source: Path) -> Backup | None:
        """Put a backup in the data file's place; returns what was replaced, to undo it with.

        The file that was there is kept among the backups. Raises a fault with everything as it was.
        """
        self._file.close()
        try:
            _, kept = restore(source, self._file.path, self._clock())
        finally:
            self._file.reopen()
        self._state = ""
        return kept

    def next_path(self, reason: str) -> Path:
        """The name of a new backup, numbered after all that are there; makes their folder."""
        try:
            private_folder(self.folder)
        except OSError as fault:
            raise EnvironmentFault(
                f"Không tạo được thư mục sao lưu {self.folder}; hãy kiểm tra quyền ghi và chỗ trống."
            ) from fault
        return next_in(self.folder, self._clock(), reason)

    def _refuse_full_disk(self) -> None:
        """A backup must not take the last room that edits need."""
        with suppress(OSError):
            if disk_usage(self.folder).free < counts.size(self._file) * 2:
                raise EnvironmentFault(
                    f"Ổ đĩa chứa {self.folder} gần đầy nên chưa sao lưu; hãy giải phóng chỗ trống."
                )


def copy_out(file: DataFile, target: Path) -> int:
    """Write a backup to a place of the clerk's choice; how many reports it holds."""
    return backup.copy_to(file, target)


def restore(source: Path, target: Path, moment: datetime) -> tuple[int, Backup | None]:
    """Put a backup in the place of a closed data file; how many reports it holds, and what it replaced.

    The restored state is a backup itself, the newest: from here on it is what a rescue goes back to,
    not the state that the clerk has just given up.
    """
    folder = target.parent / FOLDER
    kept = next_in(folder, moment, "truoc-phuc-hoi")
    held = backup.put_back(source, target, kept)
    private_folder(folder)
    backup.copy_file(target, next_in(folder, moment, "sau-phuc-hoi"))
    return held, _read_name(kept) if kept.exists() else None


def backups_in(folder: Path) -> list[Backup]:
    """The backups that lie in a folder, the newest first; a folder that cannot be read holds none."""
    try:
        found = [_read_name(path) for path in folder.iterdir() if _NAME.match(path.name)]
    except OSError:
        return []
    return sorted(found, key=lambda one: one.number, reverse=True)


def next_in(folder: Path, moment: datetime, reason: str) -> Path:
    """The name of the next backup in a folder."""
    number = max((one.number for one in backups_in(folder)), default=0) + 1
    return folder / f"sao-luu-{number:06}-{moment.strftime(_TIME)}-{reason}.db"


def thin_out(folder: Path) -> None:
    """Remove what the calendar does not keep, and what a process that was killed has begun.

    A file that resists is left for the next time.
    """
    begun_by_the_dead = [p for p in folder.glob(".*.part*") if p.stat().st_mtime < time() - EVERY_SECONDS]
    for path in [one.path for one in to_drop(backups_in(folder))] + begun_by_the_dead:
        with suppress(OSError):
            remove(path)


def to_drop(backups: list[Backup]) -> list[Backup]:
    """The backups, of these, newest first, that neither the newest, days, weeks nor months keep."""
    regular = [one for one in backups if one.reason not in KEPT_FOR_EVER]
    kept = set(regular[:NEWEST])
    for form, most in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        last_of: dict[str, Backup] = {}
        for one in regular:
            last_of.setdefault(one.made_at.strftime(form), one)
        kept |= set(list(last_of.values())[:most])
    return [one for one in regular if one not in kept]


def copy_to_second(source: Path, second: Path) -> Path:
    """The copy of a backup in the second place, in a folder of this computer's; checked there."""
    if not second.is_dir():
        raise EnvironmentFault(
            f"Không thấy nơi sao lưu thứ hai {second}; hãy cắm ổ USB hoặc kiểm tra thư mục."
        )
    home = second / f"bao-cao-cchc-{_plain(computer_name())}"
    home.mkdir(exist_ok=True)
    backup.copy_file(source, home / source.name)
    thin_out(home)
    return home / source.name


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") or "may"


def _read_name(path: Path) -> Backup:
    found = _NAME.match(path.name)
    assert found, path.name
    number, moment, reason = found.groups()
    try:
        made_at = datetime.strptime(moment, _TIME)
    except ValueError:  # a name made by hand
        made_at = datetime(1970, 1, 1)
    return Backup(path, int(number), made_at, reason)
