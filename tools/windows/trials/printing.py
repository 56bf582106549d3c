"""Printing: without a printer, with the dialog of Windows, and into a file through the spooler."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2

from tools.windows.environment import STAND_INS
from tools.windows.trials.desk import TITLE, Desk, NotHere, fine
from tools.windows.wine import Wine

PRINTER, DIALOG = "Máy in phòng Một cửa", "Print"
SECONDS = 150


def without_a_printer(desk: Desk) -> str:
    """Ctrl+P on a computer that has no printer: a sentence in the window, no dialog."""
    folder = desk.folder("no-printer")
    fine(desk.console(folder, "new", "--period", "2025-Y", "--sample"))
    with desk.window(desk.over(folder, "--open", "2025-Y")) as window:
        desk.hand("keys", TITLE, "ctrl+p")
        time.sleep(8)
        desk.picture("no-printer")
        assert [one for one in _titles(desk) if TITLE not in one] == [], _titles(desk)
        desk.hand("close", TITLE)
        assert desk.has_ended(window), "it does not close"
    return "photographed; no dialog"


def through_the_dialog(desk: Desk) -> str:
    """Ctrl+P with a printer, the dialog of Windows, OK: every page of the report comes out of the printer."""
    folder = desk.folder("printing")
    printed = folder / "printed.ps"
    fine(desk.console(folder, "new", "--period", "2025-Y", "--sample"))
    fine(desk.console(folder, "export", "2025-Y", "--pdf", "2025-Y.pdf"))
    with pypdfium2.PdfDocument(folder / "2025-Y.pdf") as file:
        count = len(file)
    with _printer(desk, printed), desk.window(desk.over(folder, "--open", "2025-Y")) as window:
        desk.hand("keys", TITLE, "ctrl+p")
        desk.hand("wait", DIALOG, "80")
        time.sleep(1)
        said = desk.hand("words", DIALOG)
        desk.picture("print-dialog")
        assert isinstance(said, list) and str(printed) in said, said  # where the chosen printer stands
        assert desk.hand("click", DIALOG, "OK")
        content = _until_whole(printed)
        desk.picture("printed")
        desk.hand("close", TITLE)
        assert desk.has_ended(window), "it does not close"
    found = len(re.findall(rb"^%%Page: ", content, re.MULTILINE))
    assert found == count, f"{found} pages instead of {count}"
    return f"«{PRINTER}» in the dialog, OK: {found} pages came out of it, as many as the PDF has"


@contextmanager
def _printer(desk: Desk, printed: Path) -> Iterator[None]:
    """A printer that writes PostScript into this file."""
    if not isinstance(desk.system, Wine):
        raise NotHere("needs a printer; see the page for a real computer")
    shutil.copy(STAND_INS / "printer.ppd", desk.system.drive / "windows" / "printer.ppd")
    python = desk.environment.python("test")
    script = desk.system.named(STAND_INS / "printer.py")
    made = desk.system.run([python, script, PRINTER, printed, r"C:\windows\printer.ppd"], 60)
    assert made.code == 0, made
    try:
        yield
    finally:
        desk.system.run([python, script, PRINTER], 60)


def _until_whole(printed: Path) -> bytes:
    """What was printed, once its end is there."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if printed.exists() and (content := printed.read_bytes()).rstrip(b"\x04\r\n ").endswith(b"%%EOF"):
            return content
        time.sleep(0.5)
    raise AssertionError("nothing came out of the printer")


def _titles(desk: Desk) -> list[str]:
    """The titles of all windows."""
    seen = desk.hand("windows")
    assert isinstance(seen, list)
    return [str(one["title"]) for one in seen]
