"""The most memory that this process has held."""

from __future__ import annotations

import re
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_memory() -> int:
    """Peak resident memory in KiB; 0 where the system does not tell it by process."""
    if not STATUS.exists():
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", STATUS.read_text())
    return int(found.group(1)) if found else 0
