"""Every command as a process of its own: what it prints, its exit code, its one sentence."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.library import lay_examined_forms
from tests.support.real import ROOT, sample_values
from tests.support.word_builds import fewer


def run(folder: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(folder), *words]
    environment = os.environ | {"HOME": str(folder / "home")}
    if folder.is_dir():
        lay_examined_forms(folder)
    return subprocess.run(
        command, input=typed, capture_output=True, encoding="utf-8", cwd=ROOT, env=environment,
        timeout=60, check=False,
    )  # fmt: skip


def test_the_sample_is_made_shown_checked_and_exported(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "--period", "2023-Q1", "--sample").stdout == "2023-Q1\n"
    shown = json.loads(run(tmp_path, "show", "2023-Q1", "--json").stdout)
    checked = run(tmp_path, "check", "2023-Q1", "--json")
    targets = [tmp_path / f"out.{kind}" for kind in ("docx", "pdf", "xlsx", "json")]
    words = [word for t in targets for word in (f"--{t.suffix[1:]}", str(t))]
    exported = run(tmp_path, "export", "2023-Q1", *words)

    assert set(shown) - {"faces"} == {"format", "edition", "period", "status", "values", "computed"}
    assert shown["values"] == sample_values()
    assert shown["computed"]["pl1.2"] == "83,33%"
    assert checked.returncode == 1
    assert set(json.loads(checked.stdout)[0]) == {
        "code", "level", "keys", "message", "expected", "found",
    }  # fmt: skip
    assert (exported.returncode, exported.stderr) == (0, "")
    assert [t.read_bytes()[:2] for t in targets] == [b"PK", b"%P", b"PK", b"{\n"]


def test_a_report_exported_as_json_is_taken_in_whole(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2023-Q1", "--sample")
    run(tmp_path, "export", "2023-Q1", "--json", str(tmp_path / "r.json"))

    again = run(tmp_path, "import", str(tmp_path / "r.json"))
    shown = json.loads(run(tmp_path, "show", again.stdout.strip(), "--json").stdout)

    assert shown["values"] == sample_values()


def test_set_keeps_what_it_cannot_read_and_says_so(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2024-6M")

    answer = run(tmp_path, "set", "2024-6M", "pl1.7.1", "12.5")
    shown = json.loads(run(tmp_path, "show", "2024-6M", "--json").stdout)

    assert answer.returncode == 0
    assert "12,5 hay 125" in answer.stderr
    assert shown["values"]["pl1.7.1"] == "12.5"


def test_set_reads_prose_from_standard_input_and_clears_it(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2024-6M")
    run(tmp_path, "set", "2024-6M", "II.4.dd", "-", typed="Một đoạn\n- Một ý\n")

    values = json.loads(run(tmp_path, "show", "2024-6M", "--json").stdout)["values"]
    run(tmp_path, "set", "2024-6M", "II.4.đ", "")
    cleared = json.loads(run(tmp_path, "show", "2024-6M", "--json").stdout)["values"]

    assert values == {"II.4.đ": "Một đoạn\n- Một ý"}
    assert cleared == {}


def test_next_period_and_list(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2023-Q1", "--sample")
    run(tmp_path, "new", "--period", "2023-Q2", "--from", "2023-Q1")

    listed = json.loads(run(tmp_path, "list", "--json").stdout)

    assert {(r["id"], r["previous_id"]) for r in listed} == {("2023-Q1", ""), ("2023-Q2", "2023-Q1")}


def test_a_report_is_moved_to_another_form_and_shows_its_tray(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2026-Q1", "--edition", "cchc-2022")
    run(tmp_path, "set", "2026-Q1", "pl1.8.1", "44")
    run(tmp_path, "set", "2026-Q1", "pl1.9", "3")

    moved = run(tmp_path, "move", "2026-Q1", "--edition", "cchc-2025")
    shown = json.loads(run(tmp_path, "show", moved.stdout.strip(), "--json").stdout)
    lines = run(tmp_path, "show", "2026-Q1").stdout.splitlines()
    refused = run(tmp_path, "move", "2026-Q1", "--edition", "khong-co")

    assert (moved.returncode, moved.stdout) == (0, "2026-Q1\n")
    assert shown["edition"] == "cchc-2025" and shown["values"]["bm1.4.1"] == "44"
    assert [(item["from"], item["text"]) for item in shown["tray"]] == [("pl1.9", "3")]
    assert "tray.pl1.9\tPhụ lục 1, dòng 9\t3" in lines
    assert not any("report.form" in text for text in (*shown["values"], *lines))
    assert refused.returncode == 2 and "khong-co" in refused.stderr and refused.stdout == ""


def test_check_reads_the_words_and_says_where(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2025-Y", "--sample")
    run(tmp_path, "set", "2025-Y", "II.2.c", "Có 12 hồ sơ, trong đó 15 hồ sơ đúng hạn.")
    found = json.loads(run(tmp_path, "check", "2025-Y", "--json").stdout)

    (part,) = [finding for finding in found if finding["code"] == "sum.part"]
    assert part["keys"] == ["II.2.c"] and part["span"] == [22, 24] and part["found"] == "15"


def test_a_clean_report_checks_with_exit_code_zero(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2023-Q2", "--sample")

    answer = run(tmp_path, "check", "2023-Q2", "--json")

    assert answer.returncode == 0
    assert {finding["level"] for finding in json.loads(answer.stdout)} <= {"note"}


def test_backup_and_restore_keep_what_they_replace(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2023-Q1")
    run(tmp_path, "backup", str(tmp_path / "copy.db"))
    run(tmp_path, "new", "--period", "2023-Q2")

    run(tmp_path, "restore", str(tmp_path / "copy.db"))

    assert len(json.loads(run(tmp_path, "list", "--json").stdout)) == 1
    (kept,) = (tmp_path / "sao-luu").glob("*-truoc-phuc-hoi.db")
    run(tmp_path, "restore", str(kept))
    assert len(json.loads(run(tmp_path, "list", "--json").stdout)) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("new",),
        ("new", "--period", "2023-Q9"),
        ("new", "--period", "2023-Q1", "--edition", "không-có"),
        ("new", "--period", "2023-Q1", "--from", "không-có"),
        ("show", "không-có"),
        ("set", "2023-Q1", "pl9.9", "1"),
        ("export", "2023-Q1"),
        ("export", "2023-Q1", "--pdf", "/"),
        ("import", "không-có.json"),
        ("import", "report.docx"),
        ("restore", "không-có.db"),
        ("bay",),
        ("list", "--nhanh"),
    ],
)
def test_a_request_at_fault_is_one_sentence_and_exit_code_two(tmp_path: Path, words: tuple[str, ...]) -> None:
    run(tmp_path, "new", "--period", "2023-Q1")

    answer = run(tmp_path, *words)

    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.strip() and answer.stderr.count("\n") == 1
    assert "Traceback" not in answer.stderr and "usage" not in answer.stderr


def _empty(path: Path) -> None:
    path.touch()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA application_id=1128482883")
        file.execute("PRAGMA user_version=99")


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE t (a)")


@pytest.mark.parametrize("spoil", [_empty, _newer, _foreign])
def test_a_data_file_that_is_not_ours_is_one_sentence(tmp_path: Path, spoil) -> None:
    spoil(tmp_path / "bao-cao-cchc.db")

    answer = run(tmp_path, "list")

    assert answer.returncode == 2
    assert answer.stderr.count("\n") == 1 and "bao-cao-cchc.db" in answer.stderr


def test_a_read_only_folder_can_be_read_and_says_so_when_written(tmp_path: Path) -> None:
    """In a file system of its own, since the tests may run as root, whom no permission stops."""
    program = f"{sys.executable} -m desktop_app --data-dir {tmp_path}"
    script = (
        f"mount -t tmpfs tmpfs {tmp_path} && {program} new --period 2023-Q1 && "
        f"mount -o remount,ro {tmp_path} && {program} list; {program} set 2023-Q1 pl1.2.1 5; "
        f"{program} export 2023-Q1 --pdf {tmp_path}/x.pdf; {program} backup {tmp_path}/x.db"
    )
    command = ["unshare", "-rm", "bash", "-c", script]
    if not shutil.which("unshare") or subprocess.run([*command[:2], "true"], check=False).returncode:
        pytest.skip("this machine allows no file system of one's own")
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False)

    assert answer.stdout.startswith("2023-Q1\n2023-Q1\t")
    said = answer.stderr.splitlines()
    assert len(said) == 3
    assert all("ghi được" in line for line in said), said


def test_what_is_doubtful_of_an_imported_file_is_said_beside_the_new_id(tmp_path: Path) -> None:
    file = json.loads((ROOT / "tests/data/exchange-1.json").read_text("utf-8"))
    file["values"]["I.1"] = "Sửa tay"
    (tmp_path / "r.json").write_text(json.dumps(file), "utf-8")

    answer = run(tmp_path, "import", str(tmp_path / "r.json"))

    assert (answer.returncode, answer.stdout) == (0, "2023-Q1\n")
    assert "đậm" in answer.stderr and answer.stderr.count("\n") == 1


def test_a_word_file_is_taken_in_with_what_is_doubtful_and_compared_once_edited(tmp_path: Path) -> None:
    file = tmp_path / "r.docx"
    file.write_bytes(fewer("2026-q1", extra_rows=True).build())
    taken = run(tmp_path, "import", str(file))
    shown = json.loads(run(tmp_path, "show", "2026-Q1", "--json").stdout)

    assert (taken.returncode, taken.stdout) == (0, "2026-Q1\n")
    assert "chưa có chỗ" in taken.stderr
    assert shown["edition"] == "cchc-2025" and shown["values"]["bm1.4.1"]
    run(tmp_path, "export", "2026-Q1", "--docx", str(file))
    assert run(tmp_path, "compare", "2026-Q1", str(file)).stdout == ""
    run(tmp_path, "set", "2026-Q1", "bm1.4.1", "777")
    (one,) = json.loads(run(tmp_path, "compare", "2026-Q1", str(file), "--json").stdout)
    assert (one["key"], one["ours"], one["theirs"]) == ("bm1.4.1", "777", shown["values"]["bm1.4.1"])


def test_an_old_word_file_is_told_how_to_be_saved(tmp_path: Path) -> None:
    (tmp_path / "r.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0" * 300)
    answer = run(tmp_path, "import", str(tmp_path / "r.doc"))

    assert answer.returncode == 2 and "Save As" in answer.stderr and answer.stderr.count("\n") == 1
