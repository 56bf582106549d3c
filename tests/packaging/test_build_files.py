"""What a Windows build is made from: its lock, its icon, what it leaves out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.support.real import ROOT

LOCK = ROOT / "requirements-build.lock"
SPEC = ROOT / "build_installer.spec"


def names(lock: Path) -> dict[str, str]:
    """Package -> version, as locked."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE)
    return {name.lower(): version for name, version in found}


def test_the_lock_of_a_build_holds_what_runs_and_what_builds_and_nothing_else() -> None:
    build, run = names(LOCK), names(ROOT / "requirements.lock")

    assert {name: build.get(name) for name in run} == run
    assert "pyinstaller" in build
    for other in ("pyhanko", "cryptography", "pytest", "hypothesis", "openpyxl", "mypy", "ruff"):
        assert other not in build
    assert LOCK.read_text("utf-8").count("--hash=sha256:") > 50


def test_all_locks_agree_on_every_version() -> None:
    build, test = names(LOCK), names(ROOT / "requirements-test.lock")

    assert {name for name in build.keys() & test.keys() if build[name] != test[name]} == set()


def test_the_icon_has_every_size_that_windows_asks_for() -> None:
    """16 to 48 at 100 to 200 %, and the large views; each drawn, none blank."""
    with Image.open(ROOT / "resources/icon.ico") as icon:
        sizes = {width for width, height in icon.ico.sizes() if width == height}
        assert sizes >= {16, 20, 24, 32, 40, 48, 64, 256}
        for size in sorted(sizes):
            picture = icon.ico.getimage((size, size)).convert("RGBA")
            colours = picture.getcolors(size * size)
            assert picture.size == (size, size) and colours and len(colours) > 4, size
            assert picture.getpixel((0, 0))[3] < 255, "the corner is round"


@pytest.mark.parametrize(
    "left_out",
    ["opengl32sw", "qdirect2d", "qminimal", "translations", "tzdata", "_ssl", "_hashlib", "_wmi", "pyhanko"],
)
def test_a_build_leaves_out_what_nobody_uses(left_out: str) -> None:
    assert f'"{left_out}"' in SPEC.read_text("utf-8")
