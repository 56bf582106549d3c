"""`documents` as a process: every document that a report names, with all its places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line.test_commands import run


@pytest.mark.parametrize(("period", "form"), [("2023-Q1", "cchc-2022"), ("2026-Q1", "cchc-2025")])
def test_documents_of_a_report_in_words_and_as_json(tmp_path: Path, period: str, form: str) -> None:
    made = run(tmp_path, "new", "--period", period, "--edition", form).stdout.strip()
    run(tmp_path, "set", made, "I.1", "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2022 của UBND tỉnh về CCHC.")
    run(tmp_path, "set", made, "III.1", "Kế hoạch số 12/KH-UBND được thực hiện tốt.")

    lines = run(tmp_path, "documents", made).stdout.splitlines()
    listed = json.loads(run(tmp_path, "documents", made, "--json").stdout)

    assert lines == [
        "Kế hoạch số 12/KH-UBND · ngày 05/01/2022 · UBND tỉnh · về CCHC",
        "    Mục I.1",
        "    Mục III.1",
    ]
    assert [document["title"] for document in listed] == ["Kế hoạch số 12/KH-UBND"]
    assert [place["key"] for place in listed[0]["places"]] == ["I.1", "III.1"]
    assert listed[0]["places"][1]["span"] == [0, 22]


def test_a_report_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    answer = run(tmp_path, "documents", "none")

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.count("\n") == 1
