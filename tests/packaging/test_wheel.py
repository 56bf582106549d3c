"""The installed program: everything it needs goes along in the wheel, also far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.documents.dump import words
from tests.support.printed import docx_words, pdf_pages, sample_document
from tests.support.real import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without the network from what is checked out."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(
        "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-cache-dir",
        "--wheel-dir", str(folder), str(_copy(folder / "source")), folder=folder,
    )  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


def _copy(target: Path) -> Path:
    """The files that git keeps or would keep: building leaves nothing in the checkout."""
    listed = ""
    with suppress(FileNotFoundError):  # a computer without git
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        ).stdout  # fmt: skip
    names = listed.splitlines() or [
        path.relative_to(ROOT).as_posix()
        for top in ("desktop_app", "database", "resources", "docs/huong-dan")
        for path in (ROOT / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    for name in {*names, "pyproject.toml", "setup.py", "README.md", "LICENSE"}:
        source = ROOT / name
        if source.is_file() and not name.startswith("tests/"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(source.read_bytes())
    return target


def _run(*words: str, folder: Path, path: Path | None = None) -> str:
    """What Python prints, started far from the checkout."""
    environment = {key: text for key, text in os.environ.items() if key != "PYTHONPATH"}
    if path:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_resource_is_in_the_wheel_and_no_test(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    for folder, inside in (("resources", "desktop_app/resources"), ("docs/huong-dan", "desktop_app/guide")):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files and {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in files} <= names
    assert not [name for name in names if name.startswith(("tests", "tools", "resources"))]


def test_the_installed_program_exports_the_sample_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    site, away = tmp_path / "site", tmp_path / "away"
    away.mkdir()
    _run("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel), folder=away)
    program = ("-m", "desktop_app", "--data-dir", str(tmp_path / "data"))
    report = _run(*program, "new", "--period", "2023-Q1", "--sample", folder=away, path=site).strip()
    _run(*program, "export", report, "--docx", "a.docx", "--pdf", "a.pdf", folder=away, path=site)

    assert docx_words((away / "a.docx").read_bytes()) == words(sample_document())
    assert len(pdf_pages((away / "a.pdf").read_bytes())) > 15
    where = _run("-c", "import desktop_app; print(desktop_app.__file__)", folder=away, path=site)
    assert Path(where.strip()).is_relative_to(site)
    guide = _run("-c", "from desktop_app.base import paths; print(paths.guide())", folder=away, path=site)
    assert Path(guide.strip()) == site / "desktop_app/guide"
