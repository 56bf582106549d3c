"""Each line of the fault table in small; `python dev.py torture` runs the same in large."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tools.torture import damage, disk_full, folders, history_size, kills, model
from tools.torture.fault_row import FaultRow

mounts = pytest.mark.skipif(not disk_full.can_mount(), reason="no file systems of one's own here")
unix = pytest.mark.skipif(not disk_full.IS_UNIX, reason="killing and cutting work otherwise there")

LINES = [
    pytest.param(lambda: kills.kills(4, first_seed=1000), id="kills", marks=unix),
    pytest.param(lambda: damage.damage(4), id="damage"),
    pytest.param(lambda: disk_full.disk_full(16), id="disk-full", marks=mounts),
    pytest.param(disk_full.read_only, id="read-only", marks=mounts),
    pytest.param(folders.vanishing, id="vanishing", marks=mounts),
    pytest.param(folders.difficult_names, id="names", marks=unix),
    pytest.param(lambda: folders.racing(1), id="races"),
    pytest.param(lambda: folders.killed_migrations(4), id="migrations", marks=unix),
    pytest.param(folders.clock_goes_back, id="clock"),
    pytest.param(folders.exports_onto_open_files, id="exports", marks=unix),
    pytest.param(lambda: history_size.large_history(20_000), id="history"),
    pytest.param(lambda: model.against_a_model(50, 8), id="model"),
]


@pytest.mark.parametrize("experiment", LINES)
def test_nothing_is_lost_and_nothing_lies(experiment: Callable[[], FaultRow]) -> None:
    line = experiment()

    assert line.tried > 0
    assert (line.lost, line.corrupt, line.shown) == (0, 0, 0), line
