"""Who works at which computer, as its operating system names them."""

from __future__ import annotations

import getpass
import platform


def user_name() -> str:
    """The user's name at this computer; "" where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # a user without an entry in the system's list
        return ""


def computer_name() -> str:
    """The name of this computer; "" where it has none."""
    return platform.node()
