"""Work under a clock that goes back an hour with every look at it; prints how much was tried and lost."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.bootstrap import build
from desktop_app.services.services import Services

EDITS = 60


def main() -> None:
    """Edit, back up, restart, undo."""
    folder = Path(sys.argv[1])
    moment = datetime(2023, 3, 15, 14, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal moment
        moment -= timedelta(hours=1)
        return moment

    lost = 0
    services = _opened(folder, clock)
    session = services.library.open(services.library.create("2023-Q1"))
    for number in range(EDITS):
        session.edit("pl1.7.1", str(number))
        if number % 4 == 0:
            services.backups().make("dinh-ky")
    kept = [one.number for one in services.backups().all()]
    lost += kept != sorted(kept, reverse=True) or kept[:12] != list(range(15, 3, -1))
    services.file.close()
    services = _opened(folder, clock)
    session = services.library.open("2023-Q1")
    lost += session.filled.text("pl1.7.1") != str(EDITS - 1)
    texts = [version.entry.text for version in services.library.versions("2023-Q1", "pl1.7.1")]
    lost += texts != [str(number) for number in range(EDITS - 1, -1, -1)] + [""]
    for number in range(EDITS - 2, -1, -1):
        session.undo()
        lost += session.filled.text("pl1.7.1") != str(number)
    services.file.close()
    sys.stdout.write(f"{EDITS * 2} {int(lost)}\n")


def _opened(folder: Path, clock: Callable[[], datetime]) -> Services:
    services = build(folder)
    services.library._clock = clock
    services.backups()._clock = lambda: clock().replace(tzinfo=None)
    return services


if __name__ == "__main__":
    main()
