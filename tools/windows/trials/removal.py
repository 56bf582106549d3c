"""The uninstaller: answered by a person, and silent."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from tools.windows.packages import PROGRAMS
from tools.windows.system import end
from tools.windows.trials.desk import TITLE, Desk, fine
from tools.windows.trials.setups import UNINSTALL, data_of, home_of, menu_of, take_away

REMOVING = f"Gỡ bỏ {TITLE}"
"""The title of the uninstaller and of its questions."""
ABOUT_DATA, SURE = "Xóa cả các báo cáo", "Xóa hết báo cáo"


def keeps_unless_told(desk: Desk) -> str:
    """Uninstalled by hand: it asks about the data, and whoever only presses Enter keeps it."""
    _install(desk)
    content = data_of(desk).read_bytes()
    with _removing(desk) as question:
        desk.picture("uninstall")
        desk.hand("keys", REMOVING, "enter")
    assert data_of(desk).read_bytes() == content, "the data is gone"
    assert desk.system.value(UNINSTALL, "DisplayVersion") == ""
    return question


def asks_twice_before_it_deletes(desk: Desk) -> str:
    """Told to delete the data, it asks once more: No keeps it, a second Yes deletes it."""
    for answer, kept in (("No", True), ("Yes", False)):
        _install(desk)
        with _removing(desk):
            assert desk.hand("click", REMOVING, "Yes")
            said = _until_asked(desk, SURE)
            assert desk.hand("click", REMOVING, answer)
        assert data_of(desk).exists() == kept, f"{answer}: the data is {'gone' if not kept else 'there'}"
    return said


def taken_away(desk: Desk) -> str:
    """Uninstalled silently: program, signs and entries gone, the data kept."""
    _install(desk)
    content = data_of(desk).read_bytes()
    seconds = take_away(desk)
    assert not home_of(desk).exists(), sorted(path.name for path in home_of(desk).iterdir())
    assert desk.system.value(UNINSTALL, "DisplayVersion") == ""
    assert not (menu_of(desk) / f"{TITLE}.lnk").exists()
    assert data_of(desk).read_bytes() == content, "the data is gone"
    return f"{seconds:.0f} s, the data file is still there"


def _install(desk: Desk) -> None:
    """The program with a report in the place where clerks have it; what is there already stays."""
    if not home_of(desk).exists():
        done = desk.system.run([desk.packages.older, "/S"], 180)
        assert done.code == 0, done
    if not data_of(desk).exists():
        fine(desk.console(None, "new", "--period", "2025-Y", "--sample"))


@contextmanager
def _removing(desk: Desk) -> Iterator[str]:
    """The uninstaller, its button pressed, at its question about the data; gone through at the end."""
    uninstaller = desk.system.begin([home_of(desk) / "go-cai-dat.exe"])
    try:
        desk.hand("wait", REMOVING, "60")
        time.sleep(2)
        assert desk.hand("click", REMOVING, "Gỡ bỏ")
        yield _until_asked(desk, ABOUT_DATA)
        _until_there(desk, "Đóng")
        assert not (home_of(desk) / PROGRAMS[0]).exists()
        assert desk.hand("click", REMOVING, "Đóng")
        time.sleep(2)
    finally:
        end(uninstaller)


def _until_asked(desk: Desk, words: str) -> str:
    """The question with these words, once it stands before everything else."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        said = desk.hand("words", REMOVING)
        assert isinstance(said, list)
        if found := [str(text) for text in said if words in str(text)]:
            return found[0]
        time.sleep(0.5)
    raise AssertionError(f"«{words}» is not asked")


def _until_there(desk: Desk, button: str) -> None:
    """Wait until the uninstaller can be closed: its button is there and no question before it."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        said = desk.hand("words", REMOVING)
        assert isinstance(said, list)
        if button in [str(text).replace("&", "") for text in said]:
            return
        time.sleep(0.5)
    raise AssertionError(f"no button «{button}»")
