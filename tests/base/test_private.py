"""Private where modes say so; on Windows a folder keeps the rights of the folder that it lies in."""

from __future__ import annotations

import ast
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.base import private
from desktop_app.base.computer import computer_name, system_name
from tests.support.real import ROOT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_folder_is_made_for_its_user_alone(tmp_path: Path) -> None:
    private.private_folder(tmp_path / "a" / "b")

    assert stat.S_IMODE((tmp_path / "a/b").stat().st_mode) == 0o700


def test_on_windows_no_mode_is_asked_for_which_would_shut_others_out(tmp_path: Path, monkeypatch) -> None:
    """A stick goes from desk to desk, and two clerks share a computer."""
    asked: list[tuple[object, ...]] = []
    real = Path.mkdir

    def mkdir(self: Path, *words: object, **more: object) -> None:
        asked.append((*words, more.get("mode")))
        real(self, *words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", mkdir)
    monkeypatch.setattr(private, "HAS_MODES", False)
    private.private_folder(tmp_path / "data")

    assert asked and all(mode is None for (mode,) in asked)


def test_folders_are_given_a_mode_in_one_place_only() -> None:
    for path in (p for top in ("desktop_app", "database") for p in (ROOT / top).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                has_mode = any(word.arg == "mode" for word in node.keywords) or bool(node.args)
                if node.func.attr in ("mkdir", "makedirs") and has_mode:
                    assert path.name == "private.py", (path, node.lineno)


def test_nothing_of_the_start_asks_the_management_service_of_windows() -> None:
    """`platform` asks it there for the plainest things; it may take seconds or be switched off."""
    asking = (
        "import platform, sys, uuid  # which asks by itself, but not on Windows\n"
        "def refuse(*_): raise SystemExit('asked')\n"
        "for name in ('uname', 'node', 'platform', 'system', 'release', 'version', 'machine', 'processor'):\n"
        "    setattr(platform, name, refuse)\n"
        "from pathlib import Path\n"
        "from desktop_app import bootstrap\n"
        "from desktop_app.services import diagnostics, presence\n"
        "services = bootstrap.build(Path(sys.argv[1]))\n"
        "presence.announce(services.folder)\n"
        "services.library.create_sample('2023-q1')\n"
        "services.backups().make('bang-tay')\n"
        "print('Hệ điều hành: ' in diagnostics.texts(services)['may-tinh.txt'])\n"
    )
    folder = os.environ["HOME"]
    done = subprocess.run(
        [sys.executable, "-c", asking, str(Path(folder) / "data")], cwd=ROOT, capture_output=True,
        encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip

    assert (done.stdout.strip(), done.stderr) == ("True", "")


def test_the_computer_and_its_system_have_names() -> None:
    assert computer_name() and any(letter.isdigit() for letter in system_name())
