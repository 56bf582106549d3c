"""A file that somebody holds for a moment is waited for, in one place and nowhere else."""

from __future__ import annotations

import ast
import threading
import time
from pathlib import Path

import pytest

from desktop_app.base import patience
from desktop_app.services.export import put_in_place
from tests.support.real import ROOT


class HeldFile:
    """The system call refused as Windows refuses it while a scanner has the file open."""

    def __init__(self, act, seconds: float) -> None:
        self._act, self._seconds = act, seconds
        self.refused = 0
        self._until = 0.0

    def __call__(self, *words, **more):
        self._until = self._until or time.monotonic() + self._seconds
        if time.monotonic() < self._until:
            self.refused += 1
            raise PermissionError(13, "The process cannot access the file", None, 32)
        return self._act(*words, **more)


def test_a_file_held_for_half_a_second_is_replaced_all_the_same(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 2.0)
    held = HeldFile(patience.os.replace, 0.5)
    monkeypatch.setattr("desktop_app.base.patience.os.replace", held)
    (tmp_path / "a.docx").write_bytes(b"old")

    put_in_place({tmp_path / "a.docx": b"new"})

    assert held.refused > 1
    assert (tmp_path / "a.docx").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_that_stays_open_is_refused_in_the_end(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.2)
    monkeypatch.setattr("desktop_app.base.patience.os.replace", HeldFile(None, 60))

    with pytest.raises(PermissionError):
        patience.replace(tmp_path / "a", tmp_path / "b")


def test_elsewhere_nobody_waits() -> None:
    if patience.os.name != "nt":
        assert patience.SECONDS == 0


def test_a_missing_file_is_no_reason_to_wait(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 60)
    with pytest.raises(FileNotFoundError):
        patience.replace(tmp_path / "gone", tmp_path / "b")
    patience.remove(tmp_path / "gone")


def test_a_real_reader_of_half_a_second_stops_nothing(tmp_path: Path) -> None:
    """On Windows the file is open and cannot be replaced till the reader has gone; elsewhere it can."""
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    opened = threading.Event()

    def scan() -> None:
        with target.open("rb"):
            opened.set()
            time.sleep(0.5)

    scanner = threading.Thread(target=scan)
    scanner.start()
    opened.wait()
    put_in_place({target: b"new"})
    scanner.join()

    assert target.read_bytes() == b"new"


SOURCES = [path for top in ("desktop_app", "database") for path in sorted((ROOT / top).rglob("*.py"))]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_are_renamed_and_removed_by_this_module_alone(path: Path) -> None:
    if path.name == "patience.py":
        pytest.skip("this is the module that does it")
    impatient = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and _is_file_call(node, node.func)
    ]

    assert impatient == []


def _is_file_call(call: ast.Call, function: ast.Attribute) -> bool:
    """os.replace and the like, or a method of a path: a text is replaced by two words, never by one."""
    of_os = isinstance(function.value, ast.Name) and function.value.id == "os"
    if function.attr in ("rename", "unlink", "renames", "remove"):
        return of_os or function.attr in ("rename", "unlink")
    return function.attr == "replace" and (of_os or (len(call.args) == 1 and not call.keywords))
