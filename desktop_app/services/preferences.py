"""Small choices that the window remembers; losing one is no fault."""

from __future__ import annotations

from database import preferences as rows
from database.data_file import DataFile
from desktop_app.base.errors import EnvironmentFault

OF_COMPUTER = "backup."


class Preferences:
    """Remembered choices by name, as text."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._known = rows.read_all(file)

    def get(self, name: str, otherwise: str = "") -> str:
        """The choice last made under the name."""
        return self._known.get(name, otherwise)

    def reload(self) -> None:
        """Read them again after a restore; where backups go is a choice of this computer and stays."""
        own = {name: value for name, value in self._known.items() if name.startswith(OF_COMPUTER)}
        self._known = rows.read_all(self._file)
        for name, value in own.items():
            self.keep(name, value)

    def keep(self, name: str, value: str) -> None:
        """Remember a choice; written only when it changed."""
        if self._known.get(name) == value:
            return
        self._known[name] = value
        try:
            rows.write(self._file, name, value)
        except EnvironmentFault:
            return
