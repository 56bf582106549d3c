"""Put exported files in place: whole or not at all, never over a file that is in use."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.file_names import length_fault, refuse_misread
from desktop_app.base.patience import remove, replace


def put_in_place(contents: Mapping[Path, bytes]) -> None:
    """Write every file beside its name, then rename all; raises a fault before any is replaced.

    Refuses folders, read-only files and files that Word or LibreOffice has open.
    """
    partials: dict[Path, Path] = {}
    try:
        for target in contents:
            refuse_unfit(target)
        for target, content in contents.items():
            partials[target] = target.with_name(f".{target.name}.{os.getpid()}.part")
            _write_durably(partials[target], content)
        for target, partial in partials.items():
            _rename(partial, target)
    finally:
        for partial in partials.values():
            with suppress(OSError):  # a folder that refuses writing refuses tidying up too
                remove(partial)


def refuse_unfit(target: Path) -> None:
    """Raise a fault for a name under which no file can or should be put in place.

    A device or a pipe is refused as well: the rename would take its place in the system.
    """
    refuse_misread(target)
    mode = _mode(target)
    if mode is not None and stat.S_ISDIR(mode):
        raise UserFault(f"«{target}» là một thư mục; hãy đặt tên cho tệp cần xuất.")
    if not target.parent.is_dir():
        raise UserFault(f"Không có thư mục {target.parent}; hãy chọn thư mục khác.")
    if mode is not None and not stat.S_ISREG(mode):
        raise UserFault(f"«{target}» không phải là một tệp; hãy đặt tên khác.")
    if mode is not None and not mode & stat.S_IWUSR:
        raise UserFault(f"Tệp {target.name} chỉ cho đọc; hãy đặt tên khác hoặc bỏ thuộc tính chỉ đọc.")
    for owner in (f".~lock.{target.name}#", f"~${target.name[2:]}"):
        if target.with_name(owner).exists():
            raise UserFault(
                f"Tệp {target.name} đang mở trong chương trình khác; hãy đóng tệp đó rồi xuất lại."
            )


def _mode(target: Path) -> int | None:
    """What stands under the name, links followed; None for nothing."""
    try:
        return target.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as fault:
        raise UserFault(f"Không dùng được tên tệp «{target}»; hãy đặt tên khác.") from fault


def _write_durably(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as fault:
        raise EnvironmentFault(
            length_fault(path)
            or f"Không ghi được vào {path.parent}; hãy kiểm tra quyền ghi và chỗ trống của ổ đĩa."
        ) from fault


def _rename(partial: Path, target: Path) -> None:
    try:
        replace(partial, target)
    except OSError as fault:
        raise EnvironmentFault(
            f"Không thay được tệp {target.name}; có thể nó đang mở ở chương trình khác, hãy đóng "
            "rồi xuất lại."
        ) from fault
