"""Everything that ever stood under one key: when, who, how, and the text, the present one first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from PySide6.QtCore import QObject

from desktop_app.reports.log import Version
from desktop_app.ui.models.rows_model import RowsModel

ACTS = {"edit": "Sửa", "undo": "Hoàn tác", "redo": "Làm lại", None: "Ban đầu"}
SITTING = timedelta(minutes=2)
"""Saves that follow each other this closely are one sitting of writing."""
MOST = 5000


class VersionsModel(RowsModel[Version]):
    """One row for each version; `show_text` makes of a stored text what a clerk reads."""

    heads = ("Lúc", "Người sửa", "Cách", "Nội dung")

    def __init__(
        self, versions: Iterable[Version], show_text: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        self._show_text = show_text
        self.all = [version for version, _ in zip(versions, range(MOST), strict=False)]
        super().__init__(_different(self.all), parent)

    def text(self, row: int) -> str:
        """The whole text of a version, as read."""
        return self._show_text(self.rows[row].entry.text)

    def show_every_save(self, every: bool) -> None:
        """Every save by itself, or the last of each sitting."""
        self.show(_different(self.all) if every else _sittings(_different(self.all)))

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        version = self.rows[row]
        moment = version.made_at.astimezone().strftime("%d/%m/%Y %H:%M:%S") if version.made_at else "—"
        act = "Đang có" if row == 0 else ACTS[version.kind]
        act = f"{act} (khi ở {version.place})" if version.place else act
        return moment, version.made_by or "—", act, self.text(row).replace("\n", " ⏎ ") or "(trống)"


def _different(versions: list[Version]) -> list[Version]:
    """Without saves that changed nothing."""
    pairs = zip(versions, [*versions[1:], None], strict=True)
    return [one for one, before in pairs if before is None or one.entry.text != before.entry.text]


def _sittings(versions: list[Version]) -> list[Version]:
    """The last version of each sitting of one person, the first version of all, and today's."""
    kept: list[Version] = []
    later: Version | None = None
    for version in versions:
        if later is None or not _same_sitting(version, later):
            kept.append(version)
        later = version
    return kept


def _same_sitting(one: Version, later: Version) -> bool:
    if one.made_at is None or later.made_at is None or one.made_by != later.made_by:
        return False
    return abs(later.made_at - one.made_at) < SITTING
