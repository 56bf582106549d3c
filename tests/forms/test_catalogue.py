"""Which edition serves a period, the cache, and what is said where there is none."""

from __future__ import annotations

import errno
from pathlib import Path

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import read_period
from desktop_app.checking.inspection import inspect
from desktop_app.checking.plans import Plans
from desktop_app.forms.catalogue import Catalogue, Inspected
from tests.support.editions import SMALL, write_edition
from tests.support.real import FORMS


def catalogue(tmp_path: Path, forms: Path = FORMS) -> Catalogue:
    return Catalogue(forms, tmp_path / "cache", inspect)


@pytest.mark.parametrize("period", ["2022-Q1", "2023-Q4", "2024-Y", "2025-6M", "2025-Q2"])
def test_the_form_of_2022_serves_until_the_middle_of_2025(tmp_path: Path, period: str) -> None:
    assert catalogue(tmp_path).for_period(read_period(period)) == "cchc-2022"


@pytest.mark.parametrize("period", ["2026-Q1", "2025-Q3", "2025-M7", "2025-M8", "2031-Y", "2028-M12"])
def test_the_form_of_2025_serves_from_its_letter_on(tmp_path: Path, period: str) -> None:
    assert catalogue(tmp_path).for_period(read_period(period)) == "cchc-2025"


@pytest.mark.parametrize("period", ["2021-Y", "1999-Q3"])
def test_a_period_without_a_form_is_refused_with_what_there_is(tmp_path: Path, period: str) -> None:
    with pytest.raises(UserFault, match=r"từ Quý I/2022 đến 6 tháng đầu năm 2025"):
        catalogue(tmp_path).for_period(read_period(period))


def test_an_edition_from_the_cache_is_the_same_and_follows_its_files(tmp_path: Path) -> None:
    home = write_edition(tmp_path / "forms")
    first = catalogue(tmp_path, tmp_path / "forms").edition("form-small")
    again = catalogue(tmp_path, tmp_path / "forms").edition("form-small")
    (home / "edition.toml").write_text(SMALL.replace("Mẫu nhỏ", "Mẫu nhỏ sửa lại"), "utf-8")
    changed = catalogue(tmp_path, tmp_path / "forms").edition("form-small")

    assert first == again
    assert changed.head.name == "Mẫu nhỏ sửa lại"
    assert sorted(path.name.partition(".")[0] for path in (tmp_path / "cache").iterdir()) == [
        "editions", "form-small",
    ]  # fmt: skip


def test_a_spoilt_cache_is_not_used(tmp_path: Path) -> None:
    first = catalogue(tmp_path).edition("cchc-2022")
    for cached in (tmp_path / "cache").glob("*.json"):
        cached.write_bytes(b'{"head": 1')

    assert catalogue(tmp_path).edition("cchc-2022") == first


def test_a_disk_that_is_full_is_not_filled_further(tmp_path: Path, monkeypatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)

    assert catalogue(tmp_path).edition("cchc-2022")
    assert list((tmp_path / "cache").iterdir()) == []


TWO_OF_ONE_KEY = SMALL + '[[indicator]]\nkey = "pl1.1"\nnumber = "9"\nlabel = "Lặp"\n'
FAULTY: dict[str, tuple[bytes, str]] = {
    "truncated": (SMALL[:700].encode() + b'\nkey = "x', "viết sai cú pháp TOML"),
    "misspelt": (
        SMALL.replace("valid_from", "valid_form").encode(),
        "trường «valid_form» không có trong mẫu",
    ),
    "cyclic": (
        SMALL.replace("rate(pl1.1.1, pl1.1)", "total(pl1.2)").encode(),
        "công thức vòng tròn: pl1.2",
    ),
    "newer": (SMALL.replace("[edition]", "[edition]\nprinted_on = 'A3'").encode(), "«printed_on»"),
    "twice": (TWO_OF_ONE_KEY.encode(), "Khóa «pl1.1» đứng 2 lần"),
    "missing": (SMALL.replace("rate(pl1.1.1, pl1.1)", "total(pl1.77)").encode(), "đọc khóa «pl1.77»"),
    "backwards": (SMALL.replace('"2025-6M"', '"2021-Q1"').encode(), "hết hiệu lực trước đó"),
    "latin": (SMALL.encode("utf-16"), "không phải văn bản UTF-8"),
    "empty": (b"", "phải có đúng một bảng [edition]"),
    "huge": (b"#" * 5_000_000, "f.toml"),
    "wrong-example": (
        SMALL.replace('fails = { "pl1.1" = "6"', 'fails = { "pl1.1" = "5"').encode(),
        "Ví dụ sai của S1 không bị báo",
    ),
}
"""A kind of fault -> the one file of the edition, and what must be said of it."""


def forms_with(tmp_path: Path, **files: bytes) -> Catalogue:
    """A sound edition that also serves 2023-Q1, beside one folder for each file."""
    write_edition(tmp_path / "forms")
    for name, content in files.items():
        folder = tmp_path / "forms/other" / name
        folder.mkdir(parents=True)
        (folder / "f.toml").write_bytes(content)
    return catalogue(tmp_path, tmp_path / "forms")


def test_each_fault_is_named_and_the_sound_form_serves_on(tmp_path: Path) -> None:
    forms = forms_with(tmp_path, **{name: content for name, (content, _) in FAULTY.items()})

    assert forms.ids() == ["form-small"]
    assert forms.for_period(read_period("2023-Q1")) == "form-small"
    said = {listed.folder: " ".join(listed.faults) for listed in forms.all()}
    for name, (_, words) in FAULTY.items():
        assert words in said[f"other/{name}"], said[f"other/{name}"]
    assert all(not listed.faults for listed in forms.all() if listed.folder == "form/small")


@pytest.mark.parametrize("name", FAULTY)
def test_what_was_found_is_remembered(tmp_path: Path, name: str) -> None:
    first = forms_with(tmp_path, **{name: FAULTY[name][0]}).all()

    again = Catalogue(tmp_path / "forms", tmp_path / "cache", lambda _: pytest.fail("examined again"))
    assert again.all() == first


def test_an_edition_is_known_by_the_id_of_its_head(tmp_path: Path) -> None:
    named = SMALL.replace('"form-small"', '"so-noi-vu-2024"')
    forms = forms_with(tmp_path, **{"any-name": named.encode()})

    assert forms.edition("so-noi-vu-2024").head.id == "so-noi-vu-2024"


def test_two_of_one_id_are_told_apart(tmp_path: Path) -> None:
    forms = forms_with(tmp_path, copy=SMALL.encode())

    assert [listed.sound for listed in forms.all()] == [True, False]
    assert "«form-small» đã có ở thư mục form/small" in forms.all()[1].faults[0]


def test_of_two_that_serve_a_period_the_one_that_begins_later_gets_it(tmp_path: Path) -> None:
    later = SMALL.replace('"form-small"', '"a-later"').replace("2022-Q1", "2023-Q1")
    forms = forms_with(tmp_path, later=later.encode())

    assert forms.serving(read_period("2023-Q1")) == ["a-later", "form-small"]
    assert forms.for_period(read_period("2022-Q1")) == "form-small"


def test_an_edition_without_an_end_serves_on(tmp_path: Path) -> None:
    forms = forms_with(tmp_path, open=SMALL.replace("form-small", "open").replace("2025-6M", "").encode())

    assert forms.for_period(read_period("2031-Q1")) == "open"


# -- an own folder beside the one that ships, drafts, the order of choice --


def named(edition_id: str, since: str = "2022-Q1", *, draft: bool = False) -> str:
    text = SMALL.replace('"form-small"', f'"{edition_id}"').replace('"2022-Q1"', f'"{since}"')
    return text.replace("[edition]", "[edition]\ndraft = true") if draft else text


def two_roots(tmp_path: Path, order: list[str] | None = None, **own: str) -> Catalogue:
    """A sound edition that ships, and a folder of own ones for each text."""
    write_edition(tmp_path / "shipped")
    for name, text in own.items():
        home = tmp_path / "own/so" / name
        home.mkdir(parents=True, exist_ok=True)
        (home / "edition.toml").write_text(text, "utf-8")
    return Catalogue(tmp_path / "shipped", tmp_path / "cache", inspect, tmp_path / "own", lambda: order or [])


def test_own_editions_are_looked_for_like_those_that_ship(tmp_path: Path) -> None:
    forms = two_roots(tmp_path, a=named("own-a", "2023-Q1"), b="[edition")

    assert [(one.folder, one.own, one.sound) for one in forms.all()] == [
        ("so/a", True, True), ("form/small", False, True), ("so/b", True, False),
    ]  # fmt: skip
    assert forms.for_period(read_period("2023-Q1")) == "own-a"
    assert forms.edition("own-a").head.valid_from == "2023-Q1"
    assert forms.path_of(forms.all()[0]) == tmp_path / "own/so/a"


def test_an_own_edition_never_takes_the_place_of_one_that_ships(tmp_path: Path) -> None:
    forms = two_roots(tmp_path, a=named("form-small", "2024-Q1").replace("Mẫu nhỏ", "Giả"))

    assert forms.ids() == ["form-small"]
    assert forms.edition("form-small").head.name == "Mẫu nhỏ"
    assert forms.for_period(read_period("2024-Q1")) == "form-small"
    (faulty,) = [one for one in forms.all() if one.own]
    assert faulty.faults == (
        "Mã mẫu «form-small» đã có của chương trình; hãy đặt mã khác cho một trong hai.",
    )


def test_folders_of_one_name_in_both_places_do_not_mix(tmp_path: Path) -> None:
    write_edition(tmp_path / "own", named("own-small"))
    forms = two_roots(tmp_path)
    again = Catalogue(
        tmp_path / "shipped", tmp_path / "cache", lambda _: pytest.fail("examined again"), tmp_path / "own"
    )

    assert {one.head.id: one.own for one in forms.all() if one.head} == {
        "form-small": False,
        "own-small": True,
    }
    assert again.all() == forms.all()
    assert again.edition("own-small").head.id == "own-small"


def test_a_draft_serves_no_period_and_can_be_opened(tmp_path: Path) -> None:
    forms = two_roots(tmp_path, a=named("own-a", "2023-Q1", draft=True))

    assert forms.serving(read_period("2023-Q1")) == ["form-small"]
    assert forms.ids() == ["form-small"]
    assert forms.edition("own-a").head.draft
    assert [one.is_draft for one in forms.all()] == [True, False]
    with pytest.raises(UserFault, match="còn là bản nháp"):
        Plans(forms).edition_for(read_period("2023-Q1"), "own-a")


def test_the_order_of_choice_can_be_another_than_the_newest_first(tmp_path: Path) -> None:
    own = {"a": named("own-a", "2023-Q1"), "b": named("own-b", "2024-Q1")}
    period = read_period("2024-Q1")

    assert two_roots(tmp_path, **own).serving(period) == ["own-b", "own-a", "form-small"]
    preferred = two_roots(tmp_path, ["form-small", "own-a", "gone"], **own)
    assert preferred.serving(period) == ["own-b", "form-small", "own-a"]
    assert two_roots(tmp_path, ["own-a", "own-b"], **own).serving(period) == ["own-a", "own-b", "form-small"]


def test_what_changes_on_the_disk_is_seen_when_one_looks_again(tmp_path: Path) -> None:
    forms = two_roots(tmp_path, a=named("own-a"))
    plans = Plans(forms)
    first, shipped = plans.plan("own-a"), plans.plan("form-small")
    (tmp_path / "own/so/a/edition.toml").write_text(named("own-a").replace("Mẫu nhỏ", "Mẫu sửa"), "utf-8")
    forms.refresh()

    assert plans.plan("own-a").edition.head.name == "Mẫu sửa"
    assert first.edition.head.name == "Mẫu nhỏ"
    assert plans.plan("form-small") is shipped


def test_fifty_editions_are_listed_without_being_read(tmp_path: Path) -> None:
    real = {path.name: path.read_text("utf-8") for path in sorted((FORMS / "cchc/2022").glob("*.toml"))}
    for number in range(50):
        home = tmp_path / f"own/so/{number}"
        home.mkdir(parents=True)
        for name, text in real.items():
            (home / name).write_text(text.replace('"cchc-2022"', f'"own-{number}"'), "utf-8")
    found = inspect(tmp_path / "own/so/0")
    assert found.edition
    seen: list[Path] = []

    def once(folder: Path) -> Inspected:
        seen.append(folder)
        head = msgspec.structs.replace(found.edition.head, id=f"own-{folder.name}")
        return Inspected(msgspec.structs.replace(found.edition, head=head))

    assert len(Catalogue(FORMS, tmp_path / "cache", once, tmp_path / "own").all()) == 52
    again = Catalogue(FORMS, tmp_path / "cache", lambda _: pytest.fail("examined again"), tmp_path / "own")
    assert len(again.all()) == 52
