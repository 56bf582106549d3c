"""What became of a job that was sent: whether the print service of Linux and macOS took it, and what waits.

The service is asked by its own program, `lpstat`. Windows has none; there the window asks Qt.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess

PATIENCE_SECONDS = 5
_JOB = re.compile(r"-([0-9]+)\s")


class PrintQueue:
    """The jobs of one printer, as far as the service tells of them."""

    def __init__(self, printer: str) -> None:
        self.printer = printer
        self._before = self._last_job()

    def trouble(self, count: int) -> str:
        """What to say of `count` pages that were sent; "" when nothing is wrong, or nobody can be asked."""
        if not shutil.which("lpstat"):
            return ""
        if said := service_trouble():
            return said
        state = _ask("-p", self.printer)
        if not state.startswith("printer "):
            return vanished(self.printer)
        if self._last_job() <= self._before:
            return (
                f"Máy in «{self.printer}» không nhận bản in; hãy kiểm tra máy in rồi in lại, "
                "hoặc xuất PDF rồi in ở máy khác."
            )
        return stopped(self.printer, count) if "disabled" in state else ""

    def _last_job(self) -> int:
        """The number of the newest job, done or waiting; 0 for none."""
        jobs = _JOB.findall(_ask("-W", "all", "-o", self.printer))
        return max(map(int, jobs), default=0)


def service_trouble() -> str:
    """What to say when there is a print service that does not run; else ""."""
    if not shutil.which("lpstat") or "is running" in _ask("-r"):
        return ""
    return (
        "Không in được: dịch vụ in của máy này đang tắt; hãy bật dịch vụ in (hoặc khởi động lại máy) "
        "rồi in lại."
    )


def vanished(printer: str) -> str:
    """What to say when the printer is no longer known."""
    return f"Không còn thấy máy in «{printer}»; hãy kiểm tra dây nối, nguồn điện của máy in rồi in lại."


def stopped(printer: str, count: int) -> str:
    """What to say when the pages wait."""
    return (
        f"Đã gửi {count} trang, nhưng máy in «{printer}» đang dừng: bản in nằm trong hàng đợi; "
        "hãy cho máy in chạy lại, bản in sẽ tự ra."
    )


def _ask(*words: str) -> str:
    """The answer of the service in English; "" when it gives none."""
    if not shutil.which("lpstat"):
        return ""
    try:
        done = subprocess.run(
            ["lpstat", *words], capture_output=True, encoding="utf-8", errors="replace", check=False,
            timeout=PATIENCE_SECONDS,
            env={**os.environ, "LC_ALL": "C", "LANG": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
