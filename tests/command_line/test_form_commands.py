"""`form list` and `form check` as processes: the order of the forms, and what is wrong with one."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command_line.test_commands import run
from tests.support.editions import SMALL, write_edition
from tests.support.real import EDITION_FOLDER


def test_the_list_says_which_forms_there_are_in_the_order_of_choice(tmp_path: Path) -> None:
    listed = json.loads(run(tmp_path, "form", "list", "--json").stdout)

    starts = [one["valid_from"] for one in listed]
    assert "cchc-2022" in [one["id"] for one in listed]
    assert starts == sorted(starts, reverse=True)
    assert all(one["faults"] == [] for one in listed)
    assert "cchc-2022\t" in run(tmp_path, "form", "list").stdout


def test_a_sound_folder_is_called_so(tmp_path: Path) -> None:
    checked = run(tmp_path, "form", "check", str(EDITION_FOLDER))

    assert (checked.returncode, checked.stderr) == (0, "")
    assert "dùng được: 147 quy tắc, không có lỗi." in checked.stdout


def test_each_fault_of_a_folder_is_one_line(tmp_path: Path) -> None:
    wrong = SMALL.replace('rows = ["pl1.3"]', 'rows = ["pl1.8"]').replace(
        'fails = { "pl1.1" = "6"', 'fails = { "pl1.1" = "5"'
    )
    home = write_edition(tmp_path / "forms", wrong)

    checked = run(tmp_path, "form", "check", str(home))

    assert checked.returncode == 1
    assert checked.stdout.splitlines() == [
        "Phạm vi báo cáo của Phụ lục 1 nêu «pl1.8» không có.",
        "Ví dụ sai của S1 không bị báo.",
    ]
    assert (
        json.loads(run(tmp_path, "form", "check", str(home), "--json").stdout) == checked.stdout.splitlines()
    )


def test_a_folder_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    checked = run(tmp_path, "form", "check", str(tmp_path / "none"))

    assert (checked.returncode, checked.stdout) == (2, "")
    assert checked.stderr.startswith("Không có thư mục mẫu ") and checked.stderr.count("\n") == 1


def test_a_form_command_without_its_word_is_one_sentence(tmp_path: Path) -> None:
    asked = run(tmp_path, "form")

    assert asked.returncode == 2
    assert asked.stderr.startswith("Lệnh còn thiếu")
