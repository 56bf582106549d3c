"""A disk that is full at every page that an edit, an export, a backup or a first start wants to write.

On file systems of our own of a few hundred kilobytes, which need the right to mount.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.torture.fault_row import ROOT, FaultRow, environment

PAGE = 4096
IS_UNIX = os.name != "nt"
NAMESPACE = ["unshare", "-rm"]


def can_mount() -> bool:
    """Whether this machine lets a process have file systems of its own."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode == 0


def in_namespace(module: str, *words: str, timeout: float = 3000) -> FaultRow:
    """Run a function of a module that mounts, in a name space, and read its line."""
    command = [*NAMESPACE, sys.executable, "-m", f"tools.torture.{module}", *words]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    if done.returncode:
        raise AssertionError(done.stdout + done.stderr)
    what, tried, lost, corrupt, shown, note = done.stdout.rstrip("\n").splitlines()[-1].split("\t")
    return FaultRow(what, int(tried), int(lost), int(corrupt), int(shown), note)


def disk_full(step: int) -> FaultRow:
    """With room for 0, `step`, 2 * `step` … pages, until everything fits."""
    return in_namespace("on_small_disks", str(step))


def read_only() -> FaultRow:
    """A disk that nothing can be written to any more."""
    return in_namespace("on_small_disks", "read-only")


def mount(folder: Path, kilobytes: int) -> None:
    """A file system of this size."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def unmount(folder: Path) -> None:
    """Take it away, whoever is still looking."""
    subprocess.run(["umount", "-l", str(folder)], check=True, capture_output=True)


def fill(folder: Path, free_pages: int) -> Path:
    """Fill the disk but for so many pages."""
    ballast = folder / "ballast"
    ballast.write_bytes(b"")
    free = shutil.disk_usage(folder).free // PAGE
    if free > free_pages:
        ballast.write_bytes(bytes((free - free_pages) * PAGE))
    return ballast
