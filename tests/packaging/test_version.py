"""The version is written in one place; everything else reads it there."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

from desktop_app import __version__
from tests.support.real import ROOT


def test_the_project_file_reads_the_version_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    assert "version" not in project["project"] and project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "desktop_app.__version__"}
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--version"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.strip() == f"Báo cáo CCHC {__version__}"


def test_no_other_file_states_the_version() -> None:
    tops, kinds = ("desktop_app", "database", "tools", "resources"), {".py", ".nsi", ".toml", ".spec"}
    files = [path for top in tops for path in (ROOT / top).rglob("*") if path.suffix in kinds]
    files += [path for path in ROOT.glob("*.*") if path.suffix in kinds]
    stated = re.compile(rf"""["']v?{re.escape(__version__)}(\.0)?["']""")
    found = [path.relative_to(ROOT).as_posix() for path in files if stated.search(path.read_text("utf-8"))]

    assert found == ["desktop_app/__init__.py"]


def test_the_changelog_tells_a_clerk_in_vietnamese_what_is_new() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = text.split("\n## ")[1]
    heading, section = newest.splitlines()[0], newest.split("### Dành cho người dùng\n")[1].split("\n###")[0]

    assert heading == "Unreleased" or heading.startswith(__version__)
    assert len(re.findall(r"^- ", section, re.MULTILINE)) >= 5
    assert not re.search(r"\b(the|and|with|is)\b|[a-z]+_[a-z]+|\.py\b", section)


def test_the_list_for_a_release_is_made_of_boxes_and_names_only_what_is_there() -> None:
    text = (ROOT / "RELEASE.md").read_text("utf-8")
    commands = set(re.findall(r"`python dev\.py (\w+)", text))
    files = {name for name in re.findall(r"`([\w./-]+)`", text) if "/" in name or name.endswith(".md")}

    assert text.count("- [ ]") > 20 and "- [x]" not in text
    assert commands <= set(re.findall(r'"(\w+)": \w+', (ROOT / "dev.py").read_text("utf-8"))), commands
    missing = {name for name in files if not (ROOT / name).exists()}
    assert missing <= {"docs/windows.md", "dist/windows"}, (
        "those two are made by a run on Windows or under Wine"
    )
