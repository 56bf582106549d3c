"""Who works at which computer, and on what, as its operating system names them.

Nothing here goes through `platform`: on Windows it asks the management service, which takes seconds
on a slow computer and may be switched off.
"""

from __future__ import annotations

import getpass
import os
import sys


def user_name() -> str:
    """The user's name at this computer; "" where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # a user without an entry in the system's list
        return ""


def computer_name() -> str:
    """The name of this computer; "" where it has none."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def system_name() -> str:
    """The operating system with its version, such as "Windows 10.0.19045" or "Linux 6.1.0"."""
    if sys.platform == "win32":
        version = sys.getwindowsversion()
        return f"Windows {version.major}.{version.minor}.{version.build}"
    known = os.uname()
    return f"{known.sysname} {known.release} {known.machine}"
