"""The setup: silent, over older and newer versions, over an open window, damaged, without room."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from desktop_app import __version__
from tools.windows.packages import OLDER, PROGRAMS
from tools.windows.setup_words import DAMAGED, WORDS
from tools.windows.sign import CERTIFICATE, KEY
from tools.windows.system import ROOT, end
from tools.windows.trials.desk import TITLE, Desk, NotHere, fine
from tools.windows.trials.places import mounted

UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\BaoCaoCCHC"
WRONG = WORDS["NSIS Error"]
"""The title of what a setup says before it begins."""
OPEN = "import os, sys; os.startfile(sys.argv[1])"
FOLLOW = (
    "import subprocess, sys, winreg\n"
    "def entry(name):\n"
    "    return winreg.QueryValue(winreg.HKEY_CURRENT_USER, 'Software\\\\Classes\\\\' + name)\n"
    "command = entry(entry('.cchc') + '\\\\shell\\\\open\\\\command')\n"
    "subprocess.run(command.replace('%1', sys.argv[1]))\n"
)
OLD_WINDOWS, NEWER, IS_OPEN, NO_ROOM = 3, 4, 5, 6
"""Exit codes of the setup."""


def damaged(desk: Desk) -> str:
    """One byte of the setup changed: it refuses to begin, and says so in Vietnamese."""
    take_away(desk)
    content = bytearray(desk.packages.setup.read_bytes())
    content[len(content) // 2] ^= 1
    broken = desk.folder("damaged") / "cai-dat.exe"
    broken.write_bytes(content)
    done = desk.system.run([broken, "/S"], 60)
    assert done.code != 0 and not home_of(desk).exists(), done
    seen = desk.system.begin([broken])
    try:
        desk.hand("wait", WRONG, "60")
        said = desk.hand("words", WRONG)
        desk.picture("damaged")
        desk.hand("click", WRONG, "OK")
        assert desk.has_ended(seen), "the sentence cannot be closed"
    finally:
        end(seen)
    assert isinstance(said, list) and WORDS[DAMAGED] in [str(one).replace("\r", "") for one in said], said
    return f"exit code {done.code}, nothing installed: {WORDS[DAMAGED]}".replace("\n", " ")


def old_windows(desk: Desk) -> str:
    """Below Windows 10 it refuses."""
    if not desk.is_wine:
        raise NotHere("a hosted Windows is never so old")
    name = desk.packages.setup.name
    key = rf"HKCU\Software\Wine\AppDefaults\{name}"
    desk.system.set_value(key, "Version", "win81")
    try:
        done = desk.system.run([desk.packages.setup, "/S"], 60)
    finally:
        desk.system.set_value(key, "Version", "win10")
    assert done.code == OLD_WINDOWS and not home_of(desk).exists(), done
    return f"exit code {done.code} on Windows 8.1"


def fills_up(desk: Desk) -> str:
    """A disk that becomes full while a new version is unpacked: given up, the old one works on."""
    folder = desk.folder("fills-up")
    home, ballast = folder / "BaoCaoCCHC", folder / "ballast"
    with mounted(folder, ["-t", "tmpfs", "-o", "size=400m", "tmpfs"]):
        place = f"/D={desk.system.named(home)}"
        done = desk.system.run([desk.packages.older, "/S", place], 180)
        assert done.code == 0, done
        desk.environment.stand_in(home)
        setup = desk.system.begin([desk.packages.setup, "/S", place])
        until = time.monotonic() + 120
        while setup.poll() is None and time.monotonic() < until and not list(home.glob("moi/_internal/*")):
            time.sleep(0.02)
        with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(bytes(1 << 20)):
                pass
        assert desk.has_ended(setup, 120) and setup.returncode == NO_ROOM, setup.returncode
        ballast.unlink()
        assert not (home / "moi").exists(), "the half of a new version is left"
        said = fine(desk.console(folder / "data", "--version", program=home))
        take_away(desk, home)
    return f"exit code {NO_ROOM}; {said} of before starts"


def first(desk: Desk) -> str:
    """An older version, silently; data is made with it in the place where clerks have it."""
    done = desk.system.run([desk.packages.older, "/S"], 120)
    assert done.code == 0, done
    _furnish(desk)
    assert desk.system.value(UNINSTALL, "DisplayVersion") == OLDER
    for period in ("2025-Y", "2023-Q1"):
        fine(desk.console(None, "new", "--period", period, "--sample", program=home_of(desk)))
    for link in (desk.system.profile / "Desktop", menu_of(desk)):
        assert (link / f"{TITLE}.lnk").exists(), link
    return f"{done.seconds:.0f} s, sign on the desktop and in the start menu"


def upgrade(desk: Desk) -> str:
    """This version over the older: the same data, one program."""
    before = fine(desk.console(None, "list", program=home_of(desk)))
    content = data_of(desk).read_bytes()
    (desk.system.profile / "Desktop" / f"{TITLE}.lnk").unlink()
    done = desk.system.run([desk.packages.setup, "/S"], 180)
    assert done.code == 0, done
    _furnish(desk)
    assert desk.system.value(UNINSTALL, "DisplayVersion") == __version__
    assert data_of(desk).read_bytes() == content, "the setup touched the data"
    assert fine(desk.console(None, "list", program=home_of(desk))) == before
    assert fine(desk.console(None, "--version", program=home_of(desk))).endswith(__version__)
    left = sorted(path.name for path in home_of(desk).iterdir())
    assert left == sorted(["_internal", *PROGRAMS, "go-cai-dat.exe"]), left
    assert not (desk.system.profile / "Desktop" / f"{TITLE}.lnk").exists(), "a sign thrown away came back"
    return f"{OLDER} -> {__version__} in {done.seconds:.0f} s, the data file byte for byte the same"


def older_over_newer(desk: Desk) -> str:
    """An older setup leaves the newer installation alone."""
    done = desk.system.run([desk.packages.older, "/S"], 60)
    assert done.code == NEWER and desk.system.value(UNINSTALL, "DisplayVersion") == __version__, done
    return f"exit code {done.code}"


def no_room(desk: Desk) -> str:
    """A disk without room: refused, what was there stays."""
    folder = desk.folder("no-room")
    with mounted(folder, ["-t", "tmpfs", "-o", "size=30m", "tmpfs"]):
        place = desk.system.named(folder / "BaoCaoCCHC")
        done = desk.system.run([desk.packages.setup, "/S", f"/D={place}"], 120)
        assert done.code == NO_ROOM, done
        assert not any(path.is_file() for path in folder.rglob("*")), "something is left"
    assert desk.system.value(UNINSTALL, "DisplayVersion") == __version__
    return f"exit code {done.code}, the installed version stays"


def over_open(desk: Desk) -> str:
    """Silently over an open window: refused, the window stands."""
    with desk.window([home_of(desk) / PROGRAMS[0]]) as window:
        done = desk.system.run([desk.packages.setup, "/S"], 60)
        assert done.code == IS_OPEN and window.poll() is None, done
        fine(desk.console(None, "--close-window", program=home_of(desk)))
        assert desk.has_ended(window)
    return f"exit code {done.code}"


def closes_open(desk: Desk) -> str:
    """With a person before it, it offers to close the program, which saves first."""
    with desk.window([home_of(desk) / PROGRAMS[0], "--open", "2025-Y"]) as window:
        desk.hand("keys", TITLE, "=gõ dở khi cài đặt")
        setup = desk.system.begin([desk.packages.setup])
        try:
            desk.hand("wait", "Cài", "30")
            desk.picture("setup-open")
            said = desk.hand("words", "Cài")
            assert isinstance(said, list) and any("đang mở" in str(text) for text in said), said
            assert desk.hand("click", "Cài", "OK")
            assert desk.has_ended(window), "the window was not closed"
            time.sleep(4)
            desk.picture("setup")
        finally:
            end(setup)
    assert "gõ dở khi cài đặt" in fine(desk.console(None, "show", "2025-Y", program=home_of(desk)))
    return "asked, saved, closed, went on"


def double_click(desk: Desk) -> str:
    """A double click on an exchange file opens the installed program with it."""
    folder = desk.folder("double-click")
    file = folder / "Quý I gửi tỉnh.cchc"
    fine(desk.console(None, "export", "2023-Q1", "--json", desk.system.named(file), program=home_of(desk)))
    before = fine(desk.console(None, "list", program=home_of(desk))).splitlines()
    # Wine 8 does not look for kinds of files among those of one user; there the entry itself is followed.
    open_it = ["-c", FOLLOW if desk.is_wine else OPEN, desk.system.named(file)]
    opening = desk.system.begin([desk.environment.python("test"), *open_it])
    try:
        desk.hand("wait", TITLE, "60")
        time.sleep(4)
        fine(desk.console(None, "--close-window", program=home_of(desk)))
    finally:
        end(opening)  # which would wait for the program that it has opened
    after = fine(desk.console(None, "list", program=home_of(desk))).splitlines()
    assert len(after) == len(before) + 1, after
    return "a new report from the file"


def signed(desk: Desk) -> str:
    """Signed with a certificate of our own making, as a publisher would with a real one."""
    if not shutil.which("openssl") or not shutil.which("osslsigncode"):
        raise NotHere("needs openssl and osslsigncode")
    folder = desk.folder("signed")
    key, certificate, setup = folder / "key.pem", folder / "certificate.pem", folder / "cai-dat.exe"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Trial"]
    usage = ["-addext", "extendedKeyUsage=codeSigning", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*make, *usage], check=True, capture_output=True)
    shutil.copy(desk.packages.setup, setup)
    told = {CERTIFICATE: str(certificate), KEY: str(key)}
    command = [sys.executable, "-m", "tools.windows.sign", str(setup)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **told}, check=True, capture_output=True)
    verify = ["osslsigncode", "verify", "-CAfile", str(certificate), str(setup)]
    seen = subprocess.run(verify, capture_output=True, encoding="utf-8", errors="replace", check=False)
    assert seen.returncode == 0 and "Signature verification: ok" in seen.stdout, seen.stdout[-500:]
    return "the signature covers the setup"


def take_away(desk: Desk, home: Path | None = None) -> float:
    """Run the uninstaller and wait: it goes on in a copy of itself."""
    home = home or home_of(desk)
    begun, tool = time.monotonic(), home / "go-cai-dat.exe"
    if tool.exists():
        desk.system.run([tool, "/S"], 60)
        while home.exists() and time.monotonic() < begun + 60:
            time.sleep(0.5)
    return time.monotonic() - begun


def _furnish(desk: Desk) -> None:
    desk.environment.stand_in(home_of(desk))


def home_of(desk: Desk) -> Path:
    """The folder of the installed program."""
    return desk.system.profile / "AppData/Local/Programs/BaoCaoCCHC"


def data_of(desk: Desk) -> Path:
    """The data file of an installed program."""
    return desk.system.profile / "AppData/Local/BaoCaoCCHC/bao-cao-cchc.db"


def menu_of(desk: Desk) -> Path:
    """The folder of the start menu."""
    return desk.system.profile / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
