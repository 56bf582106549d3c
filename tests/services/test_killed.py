"""The program killed at any moment: every edit that it acknowledged is there afterwards."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.library import services_in
from tests.support.real import ROOT

EDITING = """
import sys
from pathlib import Path
from desktop_app.bootstrap import build
session = build(Path(sys.argv[1])).library.open("2023-Q1")
for number in range(100_000):
    changes = session.edit("pl1.7.2", str(number))
    if changes.saved_at and not changes.unsaved:
        print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(6))
def test_an_acknowledged_edit_survives_a_kill(tmp_path: Path, seed: int) -> None:
    with services_in(tmp_path) as services:
        services.library.create("2023-Q1")
    command = [sys.executable, "-c", EDITING, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout and process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0.01, 0.25))
        process.kill()
        printed = process.stdout.read().split()

    with services_in(tmp_path) as services:
        held = int(services.library.read("2023-Q1").text("pl1.7.2"))
        (sound,) = services.file.rows("PRAGMA integrity_check")[0]

    assert sound == "ok"
    assert held >= int(printed[-1] if printed else 0)
