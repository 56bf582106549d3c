"""Whether the data folder lies where a database is not safe: a network share or a synchronised folder."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

SYNCHRONISED = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "iclouddrive", "nextcloud",
    "owncloud", "pcloud", "syncthing", "mega", "box sync", "zalo received files",
)  # fmt: skip
CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
NETWORK_FILE_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "fuse.rclone",
        "davfs",
        "fuse.davfs2",
        "afs",
        "ncpfs",
    }
)
MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4


def warning(folder: Path, mounts: Path = MOUNTS) -> str:
    """Why the folder is not safe and what to do, as one sentence; "" for an ordinary folder."""
    what = _what(folder, mounts)
    if not what:
        return ""
    return (
        f"Thư mục dữ liệu {folder} nằm {what}; tệp có thể hỏng hoặc bị ghi đè khi hai máy cùng dùng. "
        "Hãy đặt dữ liệu trên ổ đĩa của máy này và dùng nơi kia làm nơi sao lưu thứ hai."
    )


def _what(folder: Path, mounts: Path) -> str:
    path = folder.absolute()
    for part in path.parts:
        name = part.casefold().strip("\\/")
        if any(name == known or name.startswith(f"{known} -") for known in SYNCHRONISED):
            return f"trong thư mục đồng bộ «{part}»"
    for variable in CLOUD_VARIABLES:
        home = os.environ.get(variable)
        if home and path.is_relative_to(home):
            return f"trong thư mục đồng bộ «{Path(home).name}»"
    return "trên ổ mạng" if _is_network(path, mounts) else ""


def _is_network(path: Path, mounts: Path) -> bool:
    if sys.platform == "win32":
        return path.drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE
        )
    return _file_system(path, mounts) in NETWORK_FILE_SYSTEMS


def _file_system(path: Path, mounts: Path) -> str:
    """The kind of file system that the path lies on; "" where the system does not tell."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    best, kind = 0, ""
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        place = Path(fields[1].replace("\\040", " ").replace("\\134", "\\"))
        if path.is_relative_to(place) and len(place.parts) > best:
            best, kind = len(place.parts), fields[2]
    return kind
