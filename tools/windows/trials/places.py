"""Where the data may lie: Vietnamese names, long paths, a share, sticks, full disks, two users."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.windows.packages import PROGRAMS
from tools.windows.trials.desk import TITLE, Desk, NotHere, fine, one_sentence
from tools.windows.wine import Wine

HOLD = (
    "import sys, time\n"
    "with open(sys.argv[1], 'rb'):\n"
    "    print('held', flush=True); time.sleep(0.5)\n"
)  # fmt: skip


def vietnamese(desk: Desk) -> str:
    """A folder as offices name them."""
    folder = desk.folder("Báo cáo cải cách hành chính (đợt 2) – Sở Nội vụ & Phòng Ưu Đãi")
    fine(desk.console(folder, "new", "--period", "2025-Y", "--sample"))
    fine(desk.console(folder, "export", "2025-Y", "--docx", "Báo cáo năm ẬỠ.docx", "--pdf", "Ự.pdf"))
    fine(desk.console(folder, "backup", "sao lưu tháng Chạp.db"))
    fine(desk.console(folder, "restore", "sao lưu tháng Chạp.db"))
    return f"«{folder.name}»"


def long_path(desk: Desk) -> str:
    """More letters than older Windows takes: it works, or one sentence says so."""
    folder = desk.folder("long")
    while len(desk.system.named(folder)) < 290:
        folder = folder / "thư mục của phòng cải cách hành chính"
    folder.mkdir(parents=True, exist_ok=True)
    length = len(desk.system.named(folder))
    made = desk.console(folder, "new", "--period", "2025-Y", "--sample")
    if made.code:
        return f"{length} letters: {one_sentence(made)}"
    fine(desk.console(folder, "export", "2025-Y", "--docx", desk.system.named(folder / "Báo cáo.docx")))
    return f"data and export under {length} letters"


def share(desk: Desk) -> str:
    """Backup to a network share and restore from it."""
    folder, there = desk.folder("share"), desk.folder("share-of-server")
    if isinstance(desk.system, Wine):
        server = desk.system.prefix / "dosdevices/unc/MAYCHU"
        server.mkdir(parents=True, exist_ok=True)
        (server / "chung").unlink(missing_ok=True)
        (server / "chung").symlink_to(there)
        address = r"\\MAYCHU\chung"
    else:
        address = rf"\\localhost\{there.drive[0]}${str(there)[2:]}"
    fine(desk.console(folder, "new", "--period", "2025-Y", "--sample"))
    said = fine(desk.console(folder, "backup", rf"{address}\báo cáo #1.db"))
    fine(desk.console(folder, "restore", rf"{address}\báo cáo #1.db"))
    fine(desk.console(folder, "export", "2025-Y", "--pdf", rf"{address}\năm.pdf"))
    return said


def rights(desk: Desk) -> str:
    """A folder that one clerk's program makes is open to the next."""
    folder = desk.folder("rights")
    fine(desk.console(folder / "data", "list"))
    if desk.is_wine:
        mode = (folder / "data").stat().st_mode & 0o777
        assert mode == folder.stat().st_mode & 0o777, oct(mode)
        return f"made with the rights of the folder above, {mode:o}"
    listed = desk.system.run(["icacls", folder / "data"], 30).said
    assert "(I)" in listed, listed
    return "rights are inherited"


def scanner(desk: Desk) -> str:
    """A file that somebody holds for half a second is replaced all the same."""
    folder = desk.folder("scanner")
    fine(desk.console(folder, "new", "--period", "2025-Y"))
    fine(desk.console(folder, "export", "2025-Y", "--json", "x.json"))
    python = desk.environment.python("test")
    stop = threading.Event()

    def scan() -> None:
        while not stop.is_set():
            desk.system.run([python, "-c", HOLD, desk.system.named(folder / "x.json")], 30)

    scanning = threading.Thread(target=scan)
    scanning.start()
    try:
        for _ in range(5):
            fine(desk.console(folder, "export", "2025-Y", "--json", "x.json"))
    finally:
        stop.set()
        scanning.join()
    return "5 exports over a file that was opened again and again for half a second"


def read_only(desk: Desk) -> str:
    """A stick that takes nothing: one sentence."""
    folder = desk.folder("read-only")
    with mounted(folder, ["-t", "tmpfs", "-o", "ro", "tmpfs"]):
        return one_sentence(desk.console(folder / "data", "list"))


def full_disk(desk: Desk) -> str:
    """A disk that is full: the edit is refused in one sentence, what was there stays."""
    folder = desk.folder("full")
    with mounted(folder, ["-t", "tmpfs", "-o", "size=1500k", "tmpfs"]):
        fine(desk.console(folder, "new", "--period", "2025-Y"))
        fine(desk.console(folder, "set", "2025-Y", "I.1", "giữ lại"))
        ballast = folder / "ballast"
        with ballast.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(4096)):
                    pass
            except OSError:
                pass
        said = one_sentence(desk.console(folder, "set", "2025-Y", "I.2", "x" * 20_000))
        ballast.unlink()
        assert "giữ lại" in fine(desk.console(folder, "show", "2025-Y"))
    return said


def two_users(desk: Desk) -> str:
    """Two users of one computer have data of their own; in a common folder the second is told who is in."""
    common = desk.folder("common")
    console = desk.packages.program / PROGRAMS[1]
    for name in ("binh", "cuong"):
        fine(desk.system.run(_as(desk, name, console, "new", "--period", "2025-Y", "--sample"), 60))
        assert (common.parent / name / "BaoCaoCCHC/bao-cao-cchc.db").exists(), name
    with desk.window(_as(desk, "binh", *desk.over(common))) as window:
        place = ["--data-dir", desk.system.named(common)]
        said = one_sentence(desk.system.run(_as(desk, "cuong", console, *place, "list"), 60))
        assert "Người mở: binh" in said, said
        second = desk.system.begin(_as(desk, "cuong", *desk.over(common)))
        time.sleep(12)
        assert second.poll() is None, "the second window says nothing"
        desk.picture("two-users")
        desk.hand("keys", TITLE, "enter")
        assert desk.has_ended(second), "the sentence cannot be closed"
        fine(desk.console(common, "--close-window"))
        assert desk.has_ended(window)
    return said


def _as(desk: Desk, name: str, program: str | Path, *words: str | Path) -> list[str | Path]:
    """A command as a user of this name, whose own folder lies beside the others."""
    local = desk.system.named(desk.folder("users").parent / name)
    told = {"USERNAME": name, "USER": name, "LOGNAME": name, "LNAME": name, "LOCALAPPDATA": local}
    return desk.told(told, program, *words)


@contextmanager
def mounted(folder: Path, words: list[str]) -> Iterator[None]:
    """A file system of its own in the folder, where this machine lets one be mounted."""
    if os.name == "nt" or os.geteuid() != 0:
        raise NotHere("needs the right to mount a disk of its own")
    done = subprocess.run(["mount", *words, str(folder)], capture_output=True, check=False)
    if done.returncode:
        raise NotHere("this machine lets no disk be mounted")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)
