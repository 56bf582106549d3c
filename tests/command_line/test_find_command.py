"""`find` as a process: words and the names of other periods, each place with its name, on both forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line.test_commands import run


@pytest.mark.parametrize(("period", "key"), [("2023-Q1", "note.pl1.7.1"), ("2025-Y", "note.bm1.2.1")])
def test_words_are_found_with_their_places(tmp_path: Path, period: str, key: str) -> None:
    report = run(tmp_path, "new", "--period", period, "--sample").stdout.strip()
    run(tmp_path, "set", report, key, "Chờ Xỷzzỵ xong")
    listed = run(tmp_path, "find", report, "xyzzy")
    [record] = json.loads(run(tmp_path, "find", report, "XYZZY", "--json").stdout)

    assert (listed.returncode, listed.stderr) == (0, "")
    assert listed.stdout.startswith(f"{key}\t") and "· ghi chú\tChờ [Xỷzzỵ] xong" in listed.stdout
    assert (record["key"], record["start"], record["found"], record["doubt"]) == (key, 4, "Xỷzzỵ", "")
    assert json.loads(run(tmp_path, "find", report, "xyzzy", "--marks", "--json").stdout) == []


def test_words_of_another_period_are_found(tmp_path: Path) -> None:
    report = run(tmp_path, "new", "--period", "2025-Q3", "--sample").stdout.strip()
    found = json.loads(run(tmp_path, "find", report, "--other-period", "--json").stdout)

    assert [one["found"] for one in found if not one["doubt"]] == ["quý II năm 2025"]
    assert any(one["doubt"] for one in found)


@pytest.mark.parametrize("words", [(), (" ",), ("Quý I", "--other-period")])
def test_a_find_at_fault_is_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    report = run(tmp_path, "new", "--period", "2025-Q3", "--sample").stdout.strip()
    answered = run(tmp_path, "find", report, *words)

    assert (answered.returncode, answered.stdout, answered.stderr.count("\n")) == (2, "", 1)


def test_nothing_found_is_said(tmp_path: Path) -> None:
    report = run(tmp_path, "new", "--period", "2025-Q3").stdout.strip()
    assert run(tmp_path, "find", report, "xyzzy").stdout == "Không tìm thấy chỗ nào.\n"
