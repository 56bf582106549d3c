"""The developer's one door: run, test, bench, torture, lint, pictures, build. Standard library only."""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
DATA = ROOT / ".data"
SAMPLES = ("2025-Q3", "2025-Y", "2026-Q1")
SAMPLE = SAMPLES[1]
LOCKS = {
    "run": ["requirements.lock"],
    "all": ["requirements-test.lock"],
    "build": ["requirements-build.lock"],
}

# Library that Qt loads -> Debian package that brings it.
LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "dbus-1": "libdbus-1-3",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xinerama": "libxcb-xinerama0",
    "xcb-randr": "libxcb-randr0",
    "fontconfig": "libfontconfig1",
    "freetype": "libfreetype6",
    "glib-2.0": "libglib2.0-0",
}
# Debian 12 calls the release of the font that has the Vietnamese letters fonts-liberation2; later ones
# have it under the plain name. The release before, 1.07, lacks them and is half as large.
FONT_FILE, FONT_BYTES = "LiberationSerif-Regular.ttf", 250_000
FONT_PACKAGES = ("fonts-liberation2", "fonts-liberation")
PICTURE_TOOLS = ("tools.pictures", "tools.pictures.guide_pictures")
# Wine, what makes the setup and signs it, a screen that nobody sees and its photographs.
WINE_PROGRAMS = ("wine", "makensis", "osslsigncode", "Xvfb", "import", "x86_64-w64-mingw32-gcc")
WINE_PACKAGES = [
    "wine", "wine64", "gcc-mingw-w64-x86-64-win32", "nsis", "osslsigncode", "xvfb", "imagemagick",
]  # fmt: skip
USAGE = (
    "python dev.py run | test [pytest's words] | setup | lint | bench [--markdown] | torture [small] | "
    "pictures | build | windows"
)


def main(words: list[str]) -> int:
    """Do one of the things in USAGE."""
    command, rest = (words[0], words[1:]) if words else ("", [])
    commands = {
        "run": run, "test": test, "setup": setup, "lint": lint,
        "bench": bench, "torture": torture, "pictures": pictures, "build": build,
        "windows": windows,
    }  # fmt: skip
    if command not in commands:
        print(USAGE)
        return 2
    return commands[command](rest)


def run(rest: list[str]) -> int:
    """Open the window with the sample; without a screen export the sample and say where."""
    prepare("run")
    program = [str(PYTHON), "-m", "desktop_app", "--data-dir", str(DATA)]
    if not (DATA / "bao-cao-cchc.db").exists():
        for period in SAMPLES:
            call([*program, "new", "--period", period, "--sample"], quiet=True)
    if has_screen():
        return call([*program, "--open", SAMPLE, *rest])
    out = DATA / "sample"
    out.mkdir(parents=True, exist_ok=True)
    targets = {kind: out / f"Bao-cao-CCHC-Nam-2025.{kind}" for kind in ("docx", "pdf")}
    words = [word for kind, path in targets.items() for word in (f"--{kind}", str(path))]
    code = call([*program, "export", SAMPLE, *words])
    if code == 0:
        print("No screen here, so the sample report was exported instead of opening the window:")
        print("\n".join(str(path) for path in targets.values()))
    return code


def test(rest: list[str]) -> int:
    """Run the tests, on as many cores as there are up to four."""
    prepare("all")
    workers = min(4, os.cpu_count() or 1)
    return call([str(PYTHON), "-m", "pytest", "-n", str(workers), *rest], offscreen=True)


def setup(_rest: list[str]) -> int:
    """Only prepare .venv."""
    prepare("all")
    print(f"Ready: {PYTHON}")
    return 0


def lint(_rest: list[str]) -> int:
    """Style, format and types."""
    prepare("all")
    ruff = [str(PYTHON), "-m", "ruff"]
    for words in ([*ruff, "check", "."], [*ruff, "format", "--check", "."], [str(PYTHON), "-m", "mypy"]):
        if failed := call(words):
            return failed
    return 0


def bench(rest: list[str]) -> int:
    """Print the ratios that the README quotes."""
    prepare("all")
    return call([str(PYTHON), "-m", "tools.bench", *rest], offscreen=True)


def torture(rest: list[str]) -> int:
    """Run the fault table and write docs/reliability.md; "small" takes a minute and writes nothing."""
    prepare("all")
    return call([str(PYTHON), "-m", "tools.torture", *rest], offscreen=True)


def pictures(_rest: list[str]) -> int:
    """Make the pictures of docs/pictures and of the guide from the real window and the real pages."""
    prepare("all")
    made = [call([str(PYTHON), "-m", name], offscreen=True) for name in PICTURE_TOOLS]
    return max(made)


def build(_rest: list[str]) -> int:
    """Build the program with PyInstaller into dist/."""
    prepare("build")
    return call([str(PYTHON), "-m", "PyInstaller", "--noconfirm", "build_installer.spec"])


def windows(rest: list[str]) -> int:
    """Build setup and portable archive with Windows Python, under Wine or on Windows, and try them."""
    prepare("all")
    missing = [one for one in WINE_PROGRAMS if not shutil.which(one)]
    if missing and os.name != "nt":
        print(f"Missing: {', '.join(missing)}")
        apt_get(WINE_PACKAGES)
    return call([str(PYTHON), "-m", "tools.windows", *rest])


def prepare(what: str) -> None:
    """Make .venv and install the locked requirements; nothing to do when it is up to date."""
    system_libraries()
    if not PYTHON.exists():
        make_venv()
    stamp = VENV / "stamp.txt"
    locks = [ROOT / name for name in LOCKS[what]]
    wanted = " ".join(hashlib.sha256(lock.read_bytes()).hexdigest() for lock in locks)
    done = stamp.read_text() if stamp.exists() else ""
    if wanted in done:
        return
    print("Installing the locked requirements into .venv …", flush=True)
    files = [word for lock in locks for word in ("-r", str(lock))]
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if call([*install, "--require-hashes", *files]):
        sys.exit("The requirements could not be installed; see the message above.")
    stamp.write_text(f"{done} {wanted}")


def make_venv() -> None:
    """A virtual environment with pip."""
    shutil.rmtree(VENV, ignore_errors=True)
    make = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.run(make, capture_output=True, check=False).returncode == 0:
        return
    apt_get(["python3-venv"])
    shutil.rmtree(VENV, ignore_errors=True)
    if call(make):
        sys.exit("Python's venv module is missing; install python3-venv and start again.")


def system_libraries() -> None:
    """On Debian and Ubuntu add what Qt and the tests need; only when something is missing."""
    if not sys.platform.startswith("linux") or not shutil.which("apt-get"):
        return
    missing = [package for name, package in LIBRARIES.items() if not ctypes.util.find_library(name)]
    if not shutil.which("strace"):  # with which a test sees that no socket is opened
        missing.append("strace")
    if missing:
        apt_get(missing)
    for package in FONT_PACKAGES:
        if has_vietnamese_font():
            break
        apt_get([package])


def has_vietnamese_font() -> bool:
    """Whether a release of the font with the Vietnamese letters is there, judged by its size."""
    return any(font.stat().st_size > FONT_BYTES for font in Path("/usr/share/fonts").rglob(FONT_FILE))


def apt_get(packages: list[str]) -> None:
    """Install packages where that is allowed without asking, else print the command."""
    alone = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = [] if alone else ["sudo", "-n"]
    may = alone or (
        shutil.which("sudo")
        and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0
    )
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if not may:
        print(f"Missing system packages; please run: sudo {' '.join(command)}")
        return
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    environment = {"DEBIAN_FRONTEND": "noninteractive"}
    if call([*sudo, *command], quiet=True, more=environment):
        call([*sudo, "apt-get", "update", "-q"], quiet=True)
        call([*sudo, *command], quiet=True, more=environment)


def has_screen() -> bool:
    """Whether a window can be shown."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def call(
    command: list[str], *, quiet: bool = False, offscreen: bool = False, more: dict[str, str] | None = None
) -> int:
    """Run a command in the checkout and return its exit code."""
    environment = {**os.environ, **(more or {}), "PYTHONUTF8": "1"}
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=out, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
