"""`form list` and `form check` as processes: the order of the forms, and what is wrong with one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line.test_commands import run
from tests.support.editions import SMALL, write_edition
from tests.support.form_files import WordForm, excel
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


OWN = SMALL.replace('"form-small"', '"so-noi-vu"').replace('"2025-6M"', '""')


def bundle(folder: Path, text: str = OWN) -> Path:
    path = folder / "mau.maubc"
    content = {"format": "bao-cao-cchc-form", "version": 1, "files": {"edition.toml": text}}
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_a_form_is_taken_in_shown_used_and_handed_on(tmp_path: Path) -> None:
    taken = run(tmp_path / "a", "form", "import", str(bundle(tmp_path)))
    assert (taken.returncode, taken.stdout, taken.stderr) == (0, "so-noi-vu\n", "")
    again = run(tmp_path / "a", "form", "import", str(bundle(tmp_path)))
    assert (again.returncode, again.stdout) == (0, "so-noi-vu\n")
    assert again.stderr == "Máy này đã có đúng mẫu «Mẫu nhỏ» này rồi; không ghi gì thêm.\n"

    shown = json.loads(run(tmp_path / "a", "form", "show", "so-noi-vu", "--json").stdout)
    assert [row["number"] for row in shown["tables"][0]["rows"]] == ["1", "1.1", "1.2", "2", "3"]
    assert "pl1.1.1\t1.1\tĐã xong" in run(tmp_path / "a", "form", "show", "so-noi-vu").stdout
    made = run(tmp_path / "a", "new", "--period", "2026-Q1", "--edition", "so-noi-vu")
    assert (made.returncode, made.stdout) == (0, "2026-Q1\n")
    (own,) = [
        one
        for one in json.loads(run(tmp_path / "a", "form", "list", "--json").stdout)
        if one["id"] == "so-noi-vu"
    ]
    assert (own["origin"], own["uses"], own["draft"], own["faults"]) == ("imported", 1, False, [])

    sent = run(tmp_path / "a", "form", "export", "so-noi-vu", str(tmp_path / "out.maubc"))
    assert (sent.returncode, sent.stdout, sent.stderr) == (0, "", "")
    assert run(tmp_path, "form", "check", str(tmp_path / "out.maubc")).returncode == 0
    assert run(tmp_path / "b", "form", "import", str(tmp_path / "out.maubc")).stdout == "so-noi-vu\n"


def test_a_form_of_the_same_id_is_refused_or_taken_as_a_copy(tmp_path: Path) -> None:
    run(tmp_path, "form", "import", str(bundle(tmp_path)))
    other = str(bundle(tmp_path, OWN.replace("Tổng số", "Tổng cộng")))

    refused = run(tmp_path, "form", "import", other)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "mang cùng mã so-noi-vu nhưng nội dung khác" in refused.stderr and refused.stderr.count("\n") == 1
    assert run(tmp_path, "form", "import", other, "--copy").stdout == "mau-nho\n"


def test_the_order_of_choice_is_seen_and_changed(tmp_path: Path) -> None:
    run(tmp_path, "form", "import", str(bundle(tmp_path)))

    def order() -> list[str]:
        return [one["id"] for one in json.loads(run(tmp_path, "form", "list", "--json").stdout)]

    assert order() == ["cchc-2025", "cchc-2022", "so-noi-vu"]
    assert run(tmp_path, "form", "order", "so-noi-vu", "cchc-2025").returncode == 0
    assert order() == ["so-noi-vu", "cchc-2025", "cchc-2022"]
    run(tmp_path, "new", "--period", "2026-Q1")
    assert json.loads(run(tmp_path, "list", "--json").stdout)[0]["edition_id"] == "so-noi-vu"
    assert run(tmp_path, "form", "order").returncode == 0
    assert order() == ["cchc-2025", "cchc-2022", "so-noi-vu"]
    refused = run(tmp_path, "form", "order", "none")
    assert refused.returncode == 2 and "Không có mẫu báo cáo «none»" in refused.stderr


@pytest.mark.parametrize("content", [b"", b"[edition]", b"PK\x03\x04", b"{}", b"\xff\xfe" * 100])
@pytest.mark.parametrize("command", ["check", "import"])
def test_a_file_that_is_no_form_is_one_sentence(tmp_path: Path, command: str, content: bytes) -> None:
    (tmp_path / "x.maubc").write_bytes(content)

    said = run(tmp_path, "form", command, str(tmp_path / "x.maubc"))
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("Tệp x.maubc không phải mẫu báo cáo") and said.stderr.count("\n") == 1


def test_an_unknown_form_is_one_sentence(tmp_path: Path) -> None:
    target = str(tmp_path / "x.maubc")
    for words in (("show", "x"), ("export", "x", target), ("import", target), ("check", target)):
        said = run(tmp_path, "form", *words)
        assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1), said
    assert not Path(target).exists()


def test_an_empty_form_becomes_a_draft_that_can_be_sent_on(tmp_path: Path) -> None:
    form = WordForm().title("Biểu số 01/CCHC", "TÌNH HÌNH TIẾP NHẬN HỒ SƠ")
    form.table([["STT", "Chỉ tiêu", "ĐVT", "Số liệu"], ["1", "Tổng số", "Hồ sơ", ""],
                ["1.1", "Trực tuyến", "Hồ sơ", ""], ["1.2", "Trực tiếp", "Hồ sơ", ""]])  # fmt: skip
    form.write(tmp_path / "Mẫu tiếp nhận.docx")

    made = run(tmp_path, "form", "from-docx", str(tmp_path / "Mẫu tiếp nhận.docx"))
    assert (made.returncode, made.stdout) == (0, "mau-tiep-nhan\n")
    assert "Biểu số 01/CCHC: dòng «1» có thể là tổng của «1.1», «1.2».\n" in made.stderr
    shown = json.loads(run(tmp_path, "form", "show", "mau-tiep-nhan", "--json").stdout)
    assert shown["draft"] and [row["label"] for row in shown["tables"][0]["rows"]] == [
        "Tổng số", "Trực tuyến", "Trực tiếp",
    ]  # fmt: skip
    told = json.loads(
        run(tmp_path, "form", "from-docx", str(tmp_path / "Mẫu tiếp nhận.docx"), "--json").stdout
    )
    assert (told["id"], told["offers"][0]["kind"]) == ("mau-tiep-nhan-2", "total")
    refused = run(tmp_path, "new", "--period", "2026-Q1", "--edition", "mau-tiep-nhan")
    assert refused.returncode == 2 and "còn là bản nháp" in refused.stderr
    assert run(tmp_path, "form", "export", "mau-tiep-nhan", str(tmp_path / "x.maubc")).returncode == 0
    assert run(tmp_path / "b", "form", "import", str(tmp_path / "x.maubc")).stdout == "mau-tiep-nhan\n"


def test_a_workbook_is_taken_apart_by_the_same_command(tmp_path: Path) -> None:
    sheet = [["Thống kê"], ["STT", "Chỉ tiêu", "ĐVT", "Số liệu"], ["1", "Tổng số", "Hồ sơ", ""]]
    (tmp_path / "bieu.xlsx").write_bytes(excel(("Biểu 1", sheet, [])))

    made = run(tmp_path, "form", "from-docx", str(tmp_path / "bieu.xlsx"))
    assert (made.returncode, made.stdout) == (0, "bieu\n")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04" + b"\0" * 50, b"\xd0\xcf\x11\xe0" * 9])
def test_a_file_that_is_no_empty_form_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.docx").write_bytes(content)

    said = run(tmp_path, "form", "from-docx", str(tmp_path / "x.docx"))
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert said.stderr.startswith("Tệp x.docx ")
