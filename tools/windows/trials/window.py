"""The built window: opened, typed into, previewed, called, handed a file, logged off, on fine screens."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tools.windows.trials.desk import TITLE, Desk, NotHere, fine

TYPED = "UBND tỉnh Bình Sơn – đã gõ ẬỠƯỴ"
"""Letters as an input method such as Unikey sends them: each composed, through the system."""


def typing(desk: Desk) -> str:
    """Opened over the sample, typed into, its tables and printed pages looked at, closed by its cross."""
    folder = _with_sample(desk, "typing")
    with desk.window(desk.over(folder, "--open", "2025-Y"), more=desk.letters) as process:
        desk.picture("start")
        desk.hand("keys", TITLE, f"={TYPED}", "tab", *["ctrl+pgdown"] * 5)
        time.sleep(5)
        desk.picture("table")
        desk.hand("close", TITLE)
        assert desk.has_ended(process), "it does not close"
    with closing(sqlite3.connect(folder / "bao-cao-cchc.db")) as data:
        asked = "SELECT value FROM preferences WHERE name = 'place.2025-Y'"
        assert data.execute(asked).fetchone() == ("bm1",), "the fifth tab was not shown"
    with desk.window(desk.over(folder, "--open", "2025-Y"), more=desk.letters) as process:
        desk.hand("keys", TITLE, "f9")
        time.sleep(5)
        desk.picture("preview")
        desk.hand("close", TITLE)
        assert desk.has_ended(process), "it does not close"
    values = json.loads(fine(desk.console(folder, "show", "2025-Y", "--json")))["values"]
    assert values["header.parent_agency"].endswith(TYPED), values["header.parent_agency"]
    return f"«{TYPED}» typed, saved and read again"


def second_start(desk: Desk) -> str:
    """A second start calls the first window and ends; a setup's call closes it."""
    folder = _with_sample(desk, "second")
    with desk.window(desk.over(folder)) as first:
        second = desk.system.run(desk.over(folder), 40)
        assert second.code == 0 and first.poll() is None, second
        fine(desk.console(folder, "--close-window"))
        assert desk.has_ended(first), "the window stays"
    return f"the second start ended after {second.seconds:.1f} s"


def handed_file(desk: Desk) -> str:
    """An open window takes the exchange file of a second start."""
    folder = _with_sample(desk, "handed")
    fine(desk.console(folder, "export", "2025-Y", "--json", "gửi huyện.cchc"))
    with desk.window(desk.over(folder)) as first:
        file = desk.system.named(folder / "gửi huyện.cchc")
        assert desk.system.run(desk.over(folder, "--take", file), 40).code == 0
        time.sleep(3)
        desk.picture("handed")
        fine(desk.console(folder, "--close-window"))
        assert desk.has_ended(first)
    listed = fine(desk.console(folder, "list")).splitlines()
    assert len(listed) == 2, listed
    return "taken in and opened in the window that stood"


def log_off(desk: Desk) -> str:
    """The session ends while a word is being typed: it is saved, and the window closes."""
    folder = _with_sample(desk, "log-off")
    with desk.window(desk.over(folder, "--open", "2025-Y")) as process:
        desk.hand("keys", TITLE, "=đang gõ dở")
        answer = desk.hand("end_session", TITLE)
        assert answer == {"agreed": 1}, answer
        assert desk.has_ended(process), "it does not close"
    values = json.loads(fine(desk.console(folder, "show", "2025-Y", "--json")))["values"]
    assert values["header.parent_agency"].endswith("đang gõ dở"), values
    return "the half-typed word is in the data file"


def fine_screens(desk: Desk) -> str:
    """At 125 and 150 per cent."""
    if not desk.is_wine:
        raise NotHere("a hosted Windows keeps its scale; see the page for a real computer")
    folder = _with_sample(desk, "fine")
    try:
        for percent in (125, 150):
            _scale(desk, percent)
            with desk.window(desk.over(folder, "--open", "2025-Y")):
                time.sleep(1)
                desk.picture(f"{percent}")
    finally:
        _scale(desk, 100)
    return "photographed at 125 % and 150 %"


def _scale(desk: Desk, percent: int) -> None:
    key = r"HKCU\Control Panel\Desktop"
    desk.system.set_value(key, "LogPixels", str(96 * percent // 100), "REG_DWORD")


def _with_sample(desk: Desk, name: str) -> Path:
    folder = desk.folder(name)
    fine(desk.console(folder, "new", "--period", "2025-Y", "--sample"))
    return folder
