"""The portable folder: started from a stick, from inside its archive, with its data beside it."""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

from tools.windows.packages import PROGRAMS
from tools.windows.system import end
from tools.windows.trials.desk import TITLE, Desk, fine, one_sentence

STARTER = "Mo-Bao-cao-CCHC.exe"
INSIDE = 7


def from_a_stick(desk: Desk) -> str:
    """Unpacked and started: its data lies beside it, and goes along to the next computer."""
    program = _unpacked(desk, "stick")
    starter = desk.system.begin([program.parent / STARTER])
    try:
        desk.hand("wait", TITLE, "60")
        time.sleep(3)
        fine(desk.console(None, "--close-window", program=program))
    finally:
        end(starter)
    fine(desk.console(None, "new", "--period", "2025-Y", "--sample", program=program))
    moved = program.parent.with_name("E-other-computer")
    os.rename(program.parent, moved)  # noqa: PTH104
    listed = fine(desk.console(None, "list", program=moved / "chuong-trinh"))
    assert listed.startswith("2025-Y"), listed
    return "the data went along in chuong-trinh\\data"


def inside_the_archive(desk: Desk) -> str:
    """The starter alone, as a view into the archive unpacks it: it says what to do."""
    folder = desk.folder("inside")
    with zipfile.ZipFile(desk.packages.archive) as archive:
        archive.extract(f"Bao-cao-CCHC/{STARTER}", folder)
    process = desk.system.begin([folder / "Bao-cao-CCHC" / STARTER])
    try:
        desk.hand("wait", TITLE, "30")
        said = desk.hand("words", TITLE)
        desk.picture("inside-archive")
        desk.hand("click", TITLE, "OK")
        process.wait(20)
    finally:
        end(process)
    assert process.returncode == INSIDE, process.returncode
    assert isinstance(said, list)
    (sentence,) = [text for text in said if "tệp nén" in str(text)]
    return str(sentence)


def in_a_temporary_folder(desk: Desk) -> str:
    """Unpacked whole into a folder that goes away, as other archive programs do: no report is kept there."""
    program = _unpacked(desk, "temporary")
    temporary = desk.system.named(program.parents[1])
    told, console = {"TEMP": temporary, "TMP": temporary}, program / PROGRAMS[1]
    said = one_sentence(desk.system.run(desk.told(told, console, "new", "--period", "2025-Y"), 60))
    assert not (program / "data").exists()
    return said


def _unpacked(desk: Desk, name: str) -> Path:
    """The folder of the program, unpacked from the archive."""
    folder = desk.folder(name)
    with zipfile.ZipFile(desk.packages.archive) as archive:
        archive.extractall(folder)
    program = folder / "Bao-cao-CCHC" / "chuong-trinh"
    assert (program / PROGRAMS[0]).exists()
    desk.environment.stand_in(program)
    return program
