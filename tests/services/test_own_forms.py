"""The office's own editions: written, published, handed on, and never lost or changed under a report."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from database import forms as rows
from desktop_app.base.errors import UserFault
from desktop_app.forms.written import WrittenEdition
from desktop_app.services.backups import copy_out, restore
from desktop_app.services.form_bundle import read_bundle, write_bundle
from desktop_app.services.own_forms import OwnForms, TakenIn
from desktop_app.services.services import Services
from desktop_app.services.taking_back import take_back
from tests.support.editions import SMALL
from tests.support.library import services_in

NAME = "Mẫu Sở Nội vụ 2026"


def published(forms: OwnForms, name: str = NAME) -> str:
    edition_id = forms.copy("cchc-2025", name)
    forms.publish(edition_id)
    return edition_id


def with_head(written: WrittenEdition, **changed: object) -> WrittenEdition:
    return msgspec.structs.replace(written, head=msgspec.structs.replace(written.head, **changed))


def origins(forms: OwnForms) -> dict[str, str]:
    return {line.listed.head.id: line.origin for line in forms.all() if line.listed.head}


def folder_of(services: Services, edition_id: str) -> Path:
    listed = services.catalogue.listed(edition_id)
    assert listed
    return services.catalogue.path_of(listed)


def test_a_copy_is_a_draft_that_serves_once_it_is_published(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        draft = forms.copy("cchc-2025", NAME)
        assert draft == "mau-so-noi-vu-2026"
        with pytest.raises(UserFault, match="còn là bản nháp"):
            services.library.create("2026-Q1", draft)
        copied, shipped = services.catalogue.edition(draft), services.catalogue.edition("cchc-2025")
        assert [(row.label, row.was) for row in copied.indicators] == [
            (row.label, (row.key,)) for row in shipped.indicators
        ]
        assert copied.checks == shipped.checks
        forms.publish(draft)
        report = services.library.create("2026-Q1", draft)

        assert origins(forms) == {"cchc-2025": "shipped", draft: "own", "cchc-2022": "shipped"}
        assert {line.listed.head.id: line.uses for line in forms.all() if line.listed.head}[draft] == 1
        assert services.library.read(report).report.edition_id == draft
        assert forms.new_id(NAME) == "mau-so-noi-vu-2026-2"
    with services_in(tmp_path) as services:
        assert services.library.read(report).plan.edition.head.name == NAME


def test_a_draft_is_saved_again_and_a_published_one_never(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        draft = forms.copy("cchc-2025", NAME)
        written = forms.written(draft)
        changed = msgspec.structs.replace(
            written, head=msgspec.structs.replace(written.head, valid_from="2027-Q1")
        )
        assert forms.save(changed) == draft
        assert services.catalogue.edition(draft).head.valid_from == "2027-Q1"
        forms.publish(draft)

        for refused in (changed, with_head(changed, draft=False)):
            with pytest.raises(UserFault, match="đã ban hành nên không sửa được"):
                forms.save(refused)
        with pytest.raises(UserFault, match="đã được ban hành rồi"):
            forms.publish(draft)


def test_a_draft_with_faults_is_kept_and_not_published(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        draft = forms.copy("cchc-2025", NAME)
        written = forms.written(draft)
        forms.save(
            msgspec.structs.replace(written, head=msgspec.structs.replace(written.head, valid_to="2020-Q1"))
        )
        with pytest.raises(UserFault, match=r"còn lỗi nên chưa ban hành được: .*hết hiệu lực trước đó"):
            forms.publish(draft)
        assert forms.written(draft).head.valid_to == "2020-Q1"


def test_an_edition_that_reports_use_cannot_be_deleted(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        used = published(forms)
        report = services.library.create("2026-Q1", used)
        listed, shipped = services.catalogue.listed(used), services.catalogue.listed("cchc-2022")
        assert listed and shipped
        with pytest.raises(UserFault, match=r"đang có 1 báo cáo dùng nên không xóa được"):
            forms.delete(listed)
        with pytest.raises(UserFault, match="có sẵn trong chương trình"):
            forms.delete(shipped)
        services.library.delete(report)
        home = folder_of(services, used)
        forms.delete(listed)

        assert used not in origins(forms)
        assert not home.exists()
    with services_in(tmp_path) as services:
        assert used not in origins(services.own_forms())


def test_a_faulty_one_that_may_be_in_use_is_not_deleted_and_can_be_brought_back(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        used = published(services.own_forms())
        report = services.library.create("2026-Q1", used)
        home = folder_of(services, used)
    (home / "edition.toml").write_text("[edition", "utf-8")
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        (faulty,) = [line.listed for line in forms.all() if line.listed.faults]
        assert "sai cú pháp" in faulty.faults[0]
        with pytest.raises(UserFault, match="không đọc được, và có 1 báo cáo"):
            forms.delete(faulty)
        forms.bring_older(faulty)
        assert services.library.read(report).plan.edition.head.id == used


def test_an_edition_goes_from_computer_to_computer_as_one_file(tmp_path: Path) -> None:
    with services_in(tmp_path / "a") as services:
        content = services.own_forms().export(published(services.own_forms()))
    with services_in(tmp_path / "b") as services:
        forms = services.own_forms()
        files = read_bundle(content, "x.maubc")
        assert forms.take_in(files, "x.maubc") == TakenIn("mau-so-noi-vu-2026", NAME, "new")
        assert forms.take_in(files, "x.maubc").outcome == "there"
        assert origins(forms)["mau-so-noi-vu-2026"] == "imported"
        assert forms.export("mau-so-noi-vu-2026") == content
        assert services.library.create("2026-Q1", "mau-so-noi-vu-2026") == "2026-Q1"


def test_the_same_id_with_other_rows_is_refused_or_gets_an_id_of_its_own(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        first = published(forms)
        report = services.library.create("2026-Q1", first)
        files = forms.files(first)
        files["head.toml"] = files["head.toml"].replace(
            "Cơ quan chủ quản".encode(), "Cơ quan cấp trên".encode()
        )
        before = forms.files(first)

        with pytest.raises(
            UserFault, match=r"cùng mã mau-so-noi-vu-2026 nhưng nội dung khác với tệp x\.maubc"
        ):
            forms.take_in(files, "x.maubc")
        copy = forms.take_in(files, "x.maubc", as_copy=True)
        assert copy == TakenIn("mau-so-noi-vu-2026-2", f"{NAME} (2)", "copy")
        assert forms.files(first) == before
        assert services.library.read(report).plan.names["header.parent_agency"].endswith("Cơ quan chủ quản")
        assert services.catalogue.edition(copy.edition_id).fields[0].label == "Cơ quan cấp trên"


def test_an_id_that_ships_is_never_replaced(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        files = forms.files("cchc-2025")
        assert forms.take_in(files, "x").outcome == "there"
        files["head.toml"] = b"# other\n" + files["head.toml"]
        with pytest.raises(UserFault, match="cùng mã cchc-2025"):
            forms.take_in(files, "x")
        assert not (tmp_path / "forms").exists()


def bundle(**changed: object) -> bytes:
    fields = {"format": "bao-cao-cchc-form", "version": 1, "files": {"edition.toml": SMALL}}
    return msgspec.json.encode(fields | changed)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không phải mẫu báo cáo"),
        (bundle()[:-200], "chép chưa hết"),
        (b"PK\x03\x04" + b"\0" * 100, "không phải mẫu báo cáo"),
        (b"[" * 100_000, "không phải mẫu báo cáo"),
        (bundle(format="bao-cao-cchc/1"), "ghi theo dạng khác"),
        (bundle(version=2), "bản chương trình mới hơn"),
        (bundle(files={}), "từ 1 đến 500 tệp"),
        (bundle(files={f"a{n}.toml": "" for n in range(501)}), "từ 1 đến 500 tệp"),
        (bundle(files={"../../x.toml": SMALL}), "không dùng được"),
        (bundle(files={"a/b.toml": SMALL}), "không dùng được"),
        (bundle(files={"x.py": SMALL}), "không dùng được"),
        (bundle(files={"Edition.TOML": SMALL}), "không dùng được"),
        (bundle(files={"con.toml": SMALL}), "Windows không nhận"),
        (bundle(files={"edition.toml": SMALL + "#" * 2_000_000}), "lớn quá 2 MB"),
        (bundle(files={"edition.toml": SMALL.replace("valid_from", "valid_form")}), "trường «valid_form»"),
        (bundle(files={"edition.toml": SMALL[:500]}), "có lỗi nên chưa nhận"),
        (bundle(files={"edition.toml": SMALL.replace('"form-small"', '"../x"')}), "không dùng được"),
        (bundle(files={"edition.toml": SMALL.replace('"2025-6M"', '"2021-Q1"')}), "hết hiệu lực trước đó"),
        (
            bundle(files={"edition.toml": SMALL.replace("rate(pl1.1.1, pl1.1)", "total(pl1.2)")}),
            "có lỗi nên chưa nhận",
        ),
        (
            bundle(files={"edition.toml": SMALL.replace("rate(pl1.1.1, pl1.1)", "total(pl1.77)")}),
            "đọc khóa «pl1.77»",
        ),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)  # fmt: skip
def test_a_bad_file_is_one_sentence_and_nothing_is_stored(tmp_path: Path, content: bytes, words: str) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        with pytest.raises(UserFault) as refused:
            forms.take_in(read_bundle(content, "x.maubc"), "x.maubc")

        assert words in str(refused.value)
        assert not (tmp_path / "forms").exists()
        assert set(origins(forms)) == {"cchc-2022", "cchc-2025"}


def test_a_restored_backup_brings_the_forms_of_its_reports(tmp_path: Path) -> None:
    with services_in(tmp_path / "a") as services:
        used = published(services.own_forms())
        report = services.library.create("2026-Q1", used)
        copy_out(services.file, tmp_path / "backup.db")
    with services_in(tmp_path / "b"):
        pass
    restore(tmp_path / "backup.db", tmp_path / "b/bao-cao-cchc.db", datetime(2026, 11, 30))
    with services_in(tmp_path / "b") as services:
        assert services.library.read(report).plan.edition.head.name == NAME
        assert origins(services.own_forms())[used] == "own"


def test_a_restore_while_the_program_runs_brings_them_too(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        used = published(forms)
        made = services.backups().make("bang-tay").backup.path
        listed = services.catalogue.listed(used)
        assert listed
        forms.delete(listed)
        assert services.backups().is_behind()
        services.backups().restore(made)
        forms.reconcile()

        assert services.catalogue.edition(used).head.name == NAME


def test_a_report_taken_back_alone_brings_its_form(tmp_path: Path) -> None:
    with services_in(tmp_path / "a") as services:
        published(services.own_forms(), "Mẫu khác")
        used = published(services.own_forms())
        report = services.library.create("2026-Q1", used)
        copy_out(services.file, tmp_path / "backup.db")
    with services_in(tmp_path / "b") as services:
        assert take_back(services, tmp_path / "backup.db", report) == report
        assert services.library.read(report).plan.edition.head.name == NAME
        assert set(origins(services.own_forms())) == {"cchc-2022", "cchc-2025", used}


def test_a_folder_that_somebody_put_there_is_kept_in_the_data_file_too(tmp_path: Path) -> None:
    home = tmp_path / "forms/so/mau"
    home.mkdir(parents=True)
    (home / "edition.toml").write_text(SMALL, "utf-8")
    with services_in(tmp_path) as services:
        assert origins(services.own_forms())["form-small"] == "own"
    shutil.rmtree(home)
    with services_in(tmp_path) as services:
        assert services.catalogue.edition("form-small").head.name == "Mẫu nhỏ"


def test_rows_of_a_file_made_to_look_like_ours_write_nowhere_else(tmp_path: Path) -> None:
    with services_in(tmp_path / "a") as services:
        content = write_bundle({"edition.toml": SMALL.encode()}).decode()
        for folder in ("../../x/y", "a/../../y", "/x/y", "a", "a/b/c", "", "a/.b.new"):
            rows.keep(services.file, rows.FormRow(folder, "0", "own", content))
        rows.keep(services.file, rows.FormRow("so/a", "0", "own", "{"))
    with services_in(tmp_path / "a") as services:
        assert set(origins(services.own_forms())) == {"cchc-2022", "cchc-2025"}
    assert sorted(path.name for path in tmp_path.rglob("*.toml")) == []
