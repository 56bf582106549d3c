"""A small package for whoever helps: versions, sizes, counts, the log; never a word of a report."""

from __future__ import annotations

import sys
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from database import counts
from desktop_app import __version__
from desktop_app.base.computer import system_name
from desktop_app.base.errors import EnvironmentFault
from desktop_app.base.file_names import refuse_misread
from desktop_app.base.log import LOG_FILE
from desktop_app.base.private import private_file
from desktop_app.services import folder_safety
from desktop_app.services.services import Services


def texts(services: Services) -> dict[str, str]:
    """File name -> text of everything that the package will hold, for reading before it is given away."""
    log = ""
    with suppress(OSError):
        log = (services.folder / LOG_FILE).read_text("utf-8", "replace")
    return {
        "may-tinh.txt": _computer(),
        "du-lieu.txt": _without_home("\n".join(_data(services))),
        LOG_FILE: _without_home(log) or "(chưa có lỗi nào được ghi)",
    }


def write(target: Path, contents: dict[str, str]) -> None:
    """The package as a ZIP file that only its user can read; raises EnvironmentFault."""
    refuse_misread(target)
    try:
        private_file(target)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in contents.items():
                package.writestr(name, text)
    except OSError as fault:
        raise EnvironmentFault(
            f"Không ghi được {target}; hãy kiểm tra tên tệp, quyền ghi và chỗ trống."
        ) from fault


def _computer() -> str:
    form = "đóng gói" if getattr(sys, "frozen", False) else "mã nguồn"
    return "\n".join(
        (
            f"Báo cáo CCHC {__version__}",
            f"Lúc tạo: {datetime.now().astimezone().isoformat(timespec='seconds')}",
            f"Hệ điều hành: {system_name()}",
            f"Python: {sys.version.split()[0]} ({form})",
            f"Mã hóa: {sys.getfilesystemencoding()}",
        )
    )


def _data(services: Services) -> list[str]:
    """What lies in the data folder, and counts of rows; names of files alone."""
    lines = [f"Thư mục dữ liệu: {services.folder}"]
    if sentence := folder_safety.warning(services.folder):
        lines.append(sentence)
    lines += [f"Bảng {name}: {count} dòng" for name, count in counts.rows_of_tables(services.file).items()]
    lines += [f"{name}: {value}" for name, value in counts.state_of_file(services.file).items()]
    lines += [f"Bản sao lưu {one.number}: {one.made_at} {one.reason}" for one in services.backups().all()]
    with suppress(OSError):
        files = sorted(p for p in services.folder.iterdir() if p.is_file())
        lines += [f"Tệp {p.name}: {p.stat().st_size} byte" for p in files]
    return lines


def _without_home(text: str) -> str:
    """The name of the user need not go along."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
