"""Two screens of different scale: all is sharp on both, and a window comes back to one that is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.library import services_in
from tests.support.real import ROOT

FIRST = {"name": "first", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96}
SECOND = {"name": "second", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 144}
EDGE = 4
"""The frame, which Qt knows only once the window stands."""

ON_BOTH = """
from PySide6.QtCore import QPoint, Qt
look = {}
for name, place in (("first", QPoint(20, 50)), ("second", QPoint(1400, 50))):
    window.move(place)
    be_still()
    page = window.view.show_tab("preview")
    wait(lambda: page.pages.sizes and page.view.is_drawn())
    small = page._pictures.index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    look[name] = [
        window.screen().name(), window.devicePixelRatioF(), page.view._layout.room.ratio,
        small.devicePixelRatio(), window.grab().devicePixelRatio(),
    ]
answer(look)
window.close()
"""
ALONE = """
screen = window.screen()
answer([screen.name(), window.frameGeometry().getRect(), screen.availableGeometry().getRect()])
"""
RUN = """
import json, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop_app.bootstrap import build
from desktop_app.ui.startup.run_window import open_window
application = QApplication([])
services = build(Path(sys.argv[1]))
window = open_window(services, "2025-Y")
def be_still():
    for _ in range(20):
        application.processEvents()
        time.sleep(0.01)
def wait(ready):
    until = time.monotonic() + 60
    while not ready():
        assert time.monotonic() < until
        be_still()
def answer(found):
    print("ANSWER", json.dumps(found))
be_still()
"""


def on_screens(folder: Path, data: Path, work: str, *screens: dict[str, object]) -> object:
    """What the window answers over these screens, in a process of its own: Qt asks for them once."""
    further = {"logicalBaseDpi": 96, "dpr": 1}
    (folder / "screens.json").write_text(
        json.dumps({"screens": [screen | further for screen in screens]}), "utf-8"
    )
    platform = "offscreen:configfile=screens.json"  # Qt would end a path at the colon of its drive
    done = subprocess.run(
        [sys.executable, "-c", RUN + work, str(data)], cwd=folder, capture_output=True, encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}, check=False, timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("ANSWER")]
    return json.loads(line.removeprefix("ANSWER"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with services_in(tmp_path / "data") as services:
        services.library.create_sample("2025-y")
    return tmp_path / "data"


def test_what_is_drawn_is_sharp_on_either_screen(tmp_path: Path, data: Path) -> None:
    seen = on_screens(tmp_path, data, ON_BOTH, FIRST, SECOND)

    assert seen == {"first": ["first", 1, 1, 1, 1], "second": ["second", 1.5, 1.5, 1.5, 1.5]}

    screen, (left, top, width, height), room = on_screens(tmp_path, data, ALONE, FIRST)  # type: ignore[misc]
    assert screen == "first"
    assert left >= 0 and top >= 0
    assert left + width <= room[2] + EDGE and top + height <= room[3] + EDGE
