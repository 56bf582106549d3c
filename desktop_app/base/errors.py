"""The two kinds of fault that the program expects; anything else is our own bug."""

from __future__ import annotations


class UserFault(Exception):
    """The clerk can mend it: its text is one Vietnamese sentence saying where, what, what to do."""


class EnvironmentFault(Exception):
    """The computer is in the way (disk, lock, folder): its text is one Vietnamese sentence."""


class FileInUse(EnvironmentFault):
    """Another process of the program has the data file open."""


class DamagedFile(EnvironmentFault):
    """The data file holds something that the program did not write: bytes have changed or are missing."""
