"""Habits of the house: sizes, docstrings, spelling, where imports stand."""

from __future__ import annotations

import ast
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from tests.support.real import ROOT

SOURCES = sorted(p for top in ("desktop_app", "database", "tools") for p in (ROOT / top).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, MOST_PARAMETERS = 300, 40, 6
SMALL_CLASSES, MOST_MEMBERS = ("reports", "services", "composing"), 15
LATE_IMPORTS = {
    "desktop_app/bootstrap.py", "desktop_app/services/press.py", "desktop_app/services/word_files.py",
    "desktop_app/ui/first_use.py",
}  # fmt: skip
"""Only here may imports stand inside functions: nobody waits for Word, PDF and SQL at the start."""


def ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_files_and_functions_are_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= LONGEST_FILE
    for function in functions(path):
        assert function.end_lineno - function.lineno < LONGEST_FUNCTION, function.name
        count = len(function.args.args) + len(function.args.kwonlyargs)
        assert count <= MOST_PARAMETERS, function.name


@pytest.mark.parametrize("path", [p for p in SOURCES if p.parent.name in SMALL_CLASSES], ids=ids)
def test_what_is_read_and_edited_and_kept_has_few_public_members(path: Path) -> None:
    for node in (n for n in ast.walk(tree(path)) if isinstance(n, ast.ClassDef)):
        methods = {n.name for n in node.body if isinstance(n, ast.FunctionDef)}
        fields = {ast.unparse(n.target) for n in node.body if isinstance(n, ast.AnnAssign)}
        public = {name for name in methods | fields if not name.startswith("_")}
        assert len(public) <= MOST_MEMBERS, node.name


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=ids)
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(tree(path))

    assert docstring, "no docstring"
    assert docstring.split("\n\n")[0].rstrip().endswith((".", ":", "?")), docstring


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_imports_stand_at_the_top(path: Path) -> None:
    if ids(path) in LATE_IMPORTS:
        pytest.skip("one of the modules that import late")
    late = [
        n.lineno for f in functions(path) for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom)
    ]

    assert late == []


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_no_fault_is_swallowed_bare(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, node.lineno
            if isinstance(node.type, ast.Name) and node.type.id == "Exception":
                assert ids(path) in ("desktop_app/__main__.py", "desktop_app/ui/tasks.py"), node.lineno


def test_every_text_of_the_project_is_nfc_and_names_no_other_machine() -> None:
    endings = {".py", ".toml", ".md", ".qss", ".txt", ".spec"}
    texts = [p for p in ROOT.rglob("*") if p.suffix in endings and not set(p.parts) & _NOT_OURS]
    for path in texts:
        text = path.read_text("utf-8")
        assert unicodedata.is_normalized("NFC", text), path
        assert not re.search(r"/(home|root|tmp|work)/\w", text), path


_NOT_OURS = {".venv", ".git", ".data", "build", "dist", ".pytest_cache", ".hypothesis"}


def test_the_locks_hold_every_direct_dependency_with_hashes() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    names = re.findall(r'^    "([A-Za-z0-9-]+)>=', project, re.MULTILINE)
    lock = (ROOT / "requirements-test.lock").read_text("utf-8").lower()

    assert len(names) > 8
    for name in names:
        assert re.search(rf"^{name.lower()}==", lock, re.MULTILINE), name
    assert lock.count("--hash=sha256:") > 100


def test_the_readme_names_both_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    assert "python dev.py run" in readme
    assert "python dev.py test" in readme
    assert "dev.py test" in (ROOT / ".ci/run").read_text("utf-8")


KNOWN_KEY = re.compile(r"""["'](header|footer|note|explain)\.""")


@pytest.mark.parametrize("path", [p for p in SOURCES if p.is_relative_to(ROOT / "desktop_app")], ids=ids)
def test_keys_that_the_program_speaks_of_are_spelled_in_one_file(path: Path) -> None:
    if path.name != "known_keys.py":
        assert not KNOWN_KEY.search(re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.DOTALL))
