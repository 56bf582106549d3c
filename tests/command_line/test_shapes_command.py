"""Forms of other shapes from the command line: cells and lines set, shown, found, printed, taken in."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.command_line.test_commands import run
from tests.support.shaped import FOLDER


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    for shape in ("lists", "wide"):
        shutil.copytree(FOLDER / shape, tmp_path / "data/forms" / shape / "2025")
    return tmp_path / "data"


def test_lines_are_set_shown_found_exported_and_taken_in(data: Path, tmp_path: Path) -> None:
    made = run(data, "new", "--period", "2026-Q1", "--edition", "form-lists")
    assert (made.returncode, made.stderr) == (0, "")
    report = made.stdout.strip()
    assert run(data, "set", report, "d1.2.so", "12/QĐ-UBND").returncode == 0
    assert run(data, "set", report, "d1.2.ngay", "5/2/2026").returncode == 0
    wrong = run(data, "set", report, "d2.1.kinh_phi", "chưa rõ")
    assert wrong.stderr.startswith("Danh mục 2, dòng 1, cột «Được giao»: ")

    shown = run(data, "show", report).stdout.splitlines()
    assert "d1.2.so\tDanh mục 1, dòng 2, cột «Số, ký hiệu»\t12/QĐ-UBND" in shown
    values = json.loads(run(data, "show", report, "--json").stdout)["values"]
    assert values["d1.2.so"] == "12/QĐ-UBND" and values["d1.2.ngay"] == "5/2/2026"
    assert "Danh mục 1, dòng 2, cột «Số, ký hiệu»" in run(data, "find", report, "12/QĐ").stdout
    assert "Danh mục 2, dòng 1, cột «Được giao»" in run(data, "check", report).stdout

    files = [tmp_path / f"r.{kind}" for kind in ("docx", "pdf", "xlsx", "json")]
    words = [word for file in files for word in (f"--{file.suffix[1:]}", str(file))]
    assert run(data, "export", report, *words).stderr == ""
    again = run(data, "import", str(files[3]))
    assert json.loads(run(data, "show", again.stdout.strip(), "--json").stdout)["values"] == values
    back = run(data, "import", str(files[0]), "--period", "2026-Q1", "--edition", "form-lists")
    taken = json.loads(run(data, "show", back.stdout.strip(), "--json").stdout)["values"]
    assert taken["d1.2.so"] == "12/QĐ-UBND"
    assert run(data, "compare", report, str(files[2])).stdout == ""


def test_a_key_beyond_the_last_line_is_refused_in_one_sentence(data: Path) -> None:
    report = run(data, "new", "--period", "2026-Q1", "--edition", "form-lists").stdout.strip()
    for key in ("d1.501.so", "d1.0.so", "d1.1.nothing", "d1.x.so", "note.d1.1.so"):
        refused = run(data, "set", report, key, "1")
        assert refused.returncode == 2 and len(refused.stderr.splitlines()) == 1, key


def test_the_next_period_looks_back_and_can_look_again(data: Path) -> None:
    first = run(data, "new", "--period", "2026-Q1", "--edition", "form-wide").stdout.strip()
    alone = run(data, "earlier", first)
    assert (alone.returncode, len(alone.stderr.splitlines())) == (2, 1)
    run(data, "set", first, "header.agency", "UBND tỉnh")
    run(data, "set", first, "b1.2", "10")
    second = run(data, "new", "--period", "2026-Q2", "--from", first).stdout.strip()
    run(data, "set", first, "b1.2", "12")
    shown = json.loads(run(data, "show", second, "--json").stdout)
    assert shown["values"]["b1.2.truoc"] == "10"

    brought = run(data, "earlier", second)
    assert brought.stdout == "Đã lấy lại số của các kỳ trước vào báo cáo; 1 ô đang giữ số của kỳ trước.\n"
    assert json.loads(run(data, "show", second, "--json").stdout)["values"]["b1.2.truoc"] == "12"
