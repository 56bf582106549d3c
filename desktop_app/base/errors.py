"""The two kinds of fault that the program expects; anything else is our own bug."""

from __future__ import annotations

from desktop_app.base.text import one_line


class UserFault(Exception):
    """The clerk can repair it: its text is one Vietnamese sentence saying where, what, what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))


class EnvironmentFault(Exception):
    """The computer is in the way (disk, lock, folder): its text is one Vietnamese sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))


class FileInUse(EnvironmentFault):
    """Another process of the program has the data file open."""


class DamagedFile(EnvironmentFault):
    """The data file holds something that the program did not write: bytes have changed or are missing."""
