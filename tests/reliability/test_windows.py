"""The window as a process: one for a folder, gone with its lock when it is killed, repaired when damaged."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desktop_app.base.errors import FileInUse
from desktop_app.bootstrap import build
from desktop_app.services import presence
from desktop_app.ui import first_use
from desktop_app.ui.dialogs.rescue import ask_and_repair
from tests.support.dialogs import answering
from tests.support.library import services_in
from tools.torture.damage import NAME
from tools.torture.fault_row import ROOT, environment, program


def until(held, seconds: float = 15) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if held():
            return True
        time.sleep(0.05)
    return False


@contextmanager
def a_window(folder: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(folder), *words]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stderr=subprocess.PIPE) as process:
        try:
            assert until(lambda: presence.holder(folder) is not None)
            yield process
        finally:
            process.kill()


def test_a_second_start_calls_the_first_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    with a_window(tmp_path) as first:
        second = program(tmp_path, "--open", "", timeout=30)
        assert (second.returncode, second.stdout) == (0, "")
        assert first.poll() is None
        assert not (tmp_path / presence.CALL).exists()

        refused = program(tmp_path, "list")
        assert refused.returncode == 2 and "đang được" in refused.stderr
        assert "trên máy" in refused.stderr and refused.stderr.count("\n") == 1

        first.kill()
        first.wait()
    assert program(tmp_path, "list").returncode == 0


def test_a_folder_that_the_command_line_holds_is_named_with_who(tmp_path: Path, qapp, monkeypatch) -> None:
    monkeypatch.setattr("desktop_app.ui.startup.single_window.ANSWER_SECONDS", 0.3)
    with services_in(tmp_path):
        presence.announce(tmp_path)
        with pytest.raises(FileInUse, match=r"Người mở: .* trên máy"):
            first_use.open_or_call(lambda: build(tmp_path), tmp_path, presence.Wish())
    assert not (tmp_path / presence.CALL).exists()


def damaged(folder: Path) -> Path:
    """A report, a backup, an edit, and a page of the file overwritten."""
    with services_in(folder) as services:
        report = services.library.create_sample("2023-q1")
        services.backups().make("dinh-ky")
        services.library.open(report).edit("pl1.7.1", "190")
    path = folder / NAME
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    path.write_bytes(content)
    return path


def test_a_damaged_file_is_mended_after_a_question_that_says_what_there_is(tmp_path: Path, qapp) -> None:
    path = damaged(tmp_path)
    with answering("Phục hồi", "Đã hiểu") as said:
        services = ask_and_repair(path, lambda: build(tmp_path))

    assert services is not None
    with closing(services.file):
        assert services.library.read("2023-Q1").text("pl1.7.1") == "190"
    assert "Bản sao lưu tốt gần nhất" in said[0] and "Quý I/2023" in said[0]
    assert "Không thiếu lần sửa nào" in said[0]
    assert "bao-cao-cchc-hong-1.db" in said[1] and (tmp_path / "bao-cao-cchc-hong-1.db").exists()


def test_a_damaged_file_is_left_as_it_is_when_the_clerk_wants_so(tmp_path: Path, qapp) -> None:
    path = damaged(tmp_path)
    before = path.read_bytes()
    with answering("Thoát, chưa làm gì"):
        assert ask_and_repair(path, lambda: build(tmp_path)) is None

    assert path.read_bytes() == before


def test_the_command_line_says_one_sentence_of_a_damaged_file(tmp_path: Path) -> None:
    damaged(tmp_path)

    answer = program(tmp_path, "list")

    assert answer.returncode == 2
    assert "hỏng" in answer.stderr and answer.stderr.count("\n") == 1


def test_a_double_click_is_taken_by_the_open_window_and_a_setup_closes_it(tmp_path: Path) -> None:
    """In real processes: a window, a second start with an exchange file, and what a setup runs."""
    file, data = tmp_path / "quý I.cchc", tmp_path / "data"
    program(data, "new", "--period", "2025-Y", "--sample")
    assert program(data, "export", "2025-Y", "--json", str(file)).returncode == 0
    with a_window(data) as first:
        second = program(data, "--take", str(file), timeout=30)
        assert (second.returncode, second.stderr) == (0, "")
        closed = program(data, "--close-window", timeout=60)
        assert (closed.returncode, closed.stderr) == (0, "")
        assert first.wait(timeout=30) == 0

    assert len(program(data, "list").stdout.splitlines()) == 2
    assert program(data, "--close-window").returncode == 0  # nothing to close is no fault


def test_a_double_click_opens_the_window_with_the_file(tmp_path: Path) -> None:
    file, data = tmp_path / "quý I.cchc", tmp_path / "data"
    program(tmp_path, "new", "--period", "2023-Q1", "--sample")
    program(tmp_path, "export", "2023-Q1", "--json", str(file))
    with a_window(data, "--take", str(file)):
        assert until(lambda: presence.holder(data) is not None)
        assert program(data, "--close-window", timeout=60).returncode == 0

    assert program(data, "list").stdout.startswith("2023-Q1\t")
