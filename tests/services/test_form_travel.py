"""A report on an own form is exported and taken in elsewhere: its form comes along, and replaces none."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.services import exchange, importing
from desktop_app.services.form_travel import file_with_form
from desktop_app.services.services import Services
from tests.support.library import services_in

NAME = "Mẫu Sở Nội vụ 2026"
ID = "mau-so-noi-vu-2026"


def own_form(services: Services, label: str = "Cơ quan chủ quản") -> None:
    """A published own form whose first entry is called so."""
    forms = services.own_forms()
    written = forms.written(forms.copy("cchc-2025", NAME))
    first = msgspec.structs.replace(written.fields[0], label=label)
    forms.save(msgspec.structs.replace(written, fields=(first, *written.fields[1:])))
    forms.publish(ID)


def exported(folder: Path, **changed: object) -> Path:
    """The exchange file of a report on an own form of another computer; `changed`: fields of it."""
    with services_in(folder / "other") as services:
        own_form(services)
        report = services.library.create("2026-Q1", ID)
        services.library.open(report).edit("bm1.1", "12")
        file = file_with_form(services.library.read(report), services)
    path = folder / "r.cchc"
    path.write_bytes(exchange.as_json(msgspec.structs.replace(file, **changed)))
    return path


def ids(services: Services) -> list[str]:
    return sorted(services.catalogue.names())


def test_a_report_brings_its_form_along(tmp_path: Path) -> None:
    path = exported(tmp_path)
    with services_in(tmp_path / "here") as services:
        report, doubts, form = importing.take_in_whole(path, services)
        again = importing.take_in_whole(path, services)

        assert (doubts, again.form) == ([], "")
        assert form == f"Đã nhận cả mẫu báo cáo «{NAME}» đi kèm trong tệp."
        assert services.library.read(report).plan.edition.head.name == NAME
        assert services.library.read(report).text("bm1.1") == "12"
        assert {line.origin for line in services.own_forms().all() if line.uses == 2} == {"imported"}


def test_a_form_that_ships_does_not_travel(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        file = file_with_form(services.library.read(services.library.create_sample("2025-q3")), services)

        assert file.form is msgspec.UNSET


def test_a_form_of_the_same_id_with_other_rows_comes_under_an_id_of_its_own(tmp_path: Path) -> None:
    path = exported(tmp_path)
    with services_in(tmp_path / "here") as services:
        own_form(services, "Cơ quan cấp trên")
        held = services.library.create("2026-Q2", ID)
        report, _, form = importing.take_in_whole(path, services)

        assert services.library.read(report).report.edition_id == f"{ID}-2"
        assert "mã khác" in form or "mang mã mới" in form
        assert services.library.read(report).plan.edition.fields[0].label == "Cơ quan chủ quản"
        assert services.library.read(held).plan.edition.fields[0].label == "Cơ quan cấp trên"


def test_a_form_that_ships_is_never_replaced_by_one_that_came(tmp_path: Path) -> None:
    path = exported(tmp_path, edition="cchc-2025", form={"edition.toml": "spoilt"})
    with services_in(tmp_path / "here") as services:
        report, _, form = importing.take_in_whole(path, services)

        assert (form, ids(services)) == ("", ["cchc-2022", "cchc-2025"])
        assert services.library.read(report).text("bm1.1") == "12"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"form": msgspec.UNSET}, "mà máy này chưa có; hãy nhập tệp mẫu"),
        ({"form": {}}, "từ 1 đến 500"),
        ({"form": {"../x.toml": "a = 1"}}, "không dùng được"),
        ({"form": {"edition.toml": "[edition"}}, "có lỗi nên chưa nhận"),
        ({"edition": "another"}, "mẫu đi kèm là một mẫu khác"),
        ({"values": {"no.such.key": "1"}}, "no.such.key"),
        ({"period": "2021-Q1"}, "không dùng cho kỳ"),
    ],
)
def test_a_bad_file_leaves_neither_report_nor_form(
    tmp_path: Path, changed: dict[str, object], words: str
) -> None:
    path = exported(tmp_path, **changed)
    with services_in(tmp_path / "here") as services:
        with pytest.raises(UserFault) as refused:
            importing.take_in(path, services)

        assert words in str(refused.value)
        assert ids(services) == ["cchc-2022", "cchc-2025"]
        assert services.library.summaries() == []


def test_a_form_taken_for_a_report_is_told_where_it_belongs(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        (tmp_path / "x.maubc").write_bytes(services.own_forms().export("cchc-2025"))
        with pytest.raises(UserFault, match=r"x\.maubc là mẫu báo cáo; hãy nhập ở trang «Mẫu báo cáo»"):
            importing.take_in(tmp_path / "x.maubc", services)
