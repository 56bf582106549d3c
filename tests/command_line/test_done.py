"""`done`: tabs are marked and unmarked by command, and `check`, `show`, `list` tell of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line.test_commands import run

FORMS = [("2023-Q1", "pl2", "pl2.1", ("pl2.1.a", "pl2.1.b")), ("2026-Q1", "bm2", "bm2.1", ("bm2.1.1",))]


@pytest.mark.parametrize(("report", "tab", "total", "parts"), FORMS)
def test_a_marked_tab_is_shown_checked_and_opened_again(
    tmp_path: Path, report: str, tab: str, total: str, parts: tuple[str, ...]
) -> None:
    def found(level: str) -> set[str]:
        answer = run(tmp_path, "check", report, "--json")
        assert answer.returncode == any(one["level"] == "error" for one in json.loads(answer.stdout))
        return {key for one in json.loads(answer.stdout) if one["level"] == level for key in one["keys"]}

    def done() -> list[str]:
        return json.loads(run(tmp_path, "show", report, "--json").stdout).get("done", [])

    run(tmp_path, "new", "--period", report)
    run(tmp_path, "set", report, total, "3")
    for part in parts:
        run(tmp_path, "set", report, part, "0")
    assert found("error") == set() and {total, "footer.signer", "III.1"} & found("note")

    answer = run(tmp_path, "done", report, tab.upper(), "general")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert done() == ["general", tab]
    assert {total, "footer.signer"} <= found("error") and "III.1" not in found("error")

    run(tmp_path, "done", report, "--undo", "general")
    assert done() == [tab] and "footer.signer" in found("note")
    run(tmp_path, "set", report, total, "0")
    assert done() == [] and found("error") == set()


def test_the_list_tells_a_draft_from_a_report_that_is_ready(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2023-Q1")
    run(tmp_path, "new", "--period", "2023-Q2", "--sample")

    listed = {one["id"]: one["status"] for one in json.loads(run(tmp_path, "list", "--json").stdout)}
    assert listed == {"2023-Q1": "draft", "2023-Q2": "ready"}
    assert "Sẵn sàng trình ký" in run(tmp_path, "list").stdout

    run(tmp_path, "set", "2023-Q2", "pl1.7.1", "1")
    assert "Sẵn sàng trình ký" not in run(tmp_path, "list").stdout


def test_an_empty_report_is_not_called_clean_and_export_says_what_is_open_and_goes_on(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2023-Q1")

    said = run(tmp_path, "check", "2023-Q1").stdout
    assert "không có gì phải báo" not in said and "Chưa nhập số liệu" in said
    exported = run(tmp_path, "export", "2023-Q1", "--pdf", str(tmp_path / "r.pdf"))
    assert exported.returncode == 0 and exported.stdout.count("\n") == 1
    assert "chưa có số liệu" in exported.stdout and (tmp_path / "r.pdf").exists()


def test_a_ready_report_is_exported_without_a_word(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2023-Q2", "--sample")
    exported = run(tmp_path, "export", "2023-Q2", "--pdf", str(tmp_path / "r.pdf"))
    assert (exported.returncode, exported.stdout, exported.stderr) == (0, "", "")


def test_marks_go_along_in_the_exchange_file_but_not_to_another_period(tmp_path: Path) -> None:
    run(tmp_path, "new", "--period", "2023-Q1", "--sample")
    run(tmp_path, "done", "2023-Q1", "pl1", "III")
    run(tmp_path, "export", "2023-Q1", "--json", str(tmp_path / "r.json"))

    for words, marks in (((), ["III", "pl1"]), (("--period", "2023-Q2"), None)):
        again = run(tmp_path, "import", str(tmp_path / "r.json"), *words).stdout.strip()
        assert json.loads(run(tmp_path, "show", again, "--json").stdout).get("done") == marks

    spoilt = (tmp_path / "r.json").read_text("utf-8").replace('"pl1"\n', '"pl9"\n')
    (tmp_path / "r.json").write_text(spoilt, "utf-8")
    refused = run(tmp_path, "import", str(tmp_path / "r.json"))
    assert refused.returncode == 2 and refused.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words", [("2023-Q1", "pl9"), ("2023-Q1",), ("2024-Q1", "pl1"), ("2023-Q1", "pl1", "x")]
)
def test_an_unknown_tab_or_report_is_one_sentence_and_marks_nothing(tmp_path: Path, words) -> None:
    run(tmp_path, "new", "--period", "2023-Q1")
    answer = run(tmp_path, "done", *words)

    assert answer.returncode == 2 and answer.stdout == "" and answer.stderr.count("\n") == 1
    assert "done" not in json.loads(run(tmp_path, "show", "2023-Q1", "--json").stdout)


def test_two_reports_of_one_period_are_a_warning_that_can_be_lifted(tmp_path: Path) -> None:
    def twins(report: str) -> list[str]:
        found = json.loads(run(tmp_path, "check", report, "--json").stdout)
        return [one["message"] for one in found if one["code"] == "same.period"]

    first, second = (run(tmp_path, "new", "--period", "2023-Q1").stdout.strip() for _ in range(2))
    assert [len(twins(report)) for report in (first, second)] == [1, 1]
    assert "còn 1 báo cáo khác" in twins(first)[0]
    run(tmp_path, "set", second, "header.agency", "Sở Nội vụ")
    assert twins(first) == []
