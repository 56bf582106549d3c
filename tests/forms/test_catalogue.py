"""Which edition serves a period, the cache, and what is said where there is none."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import read_period
from desktop_app.forms.catalogue import Catalogue
from desktop_app.forms.loader import load_edition
from tests.support.editions import SMALL, write_edition
from tests.support.real import FORMS


def catalogue(tmp_path: Path, forms: Path = FORMS) -> Catalogue:
    return Catalogue(forms, tmp_path / "cache", load_edition)


@pytest.mark.parametrize("period", ["2022-Q1", "2023-Q4", "2024-Y", "2025-6M", "2025-Q2"])
def test_the_form_of_2022_serves_until_the_middle_of_2025(tmp_path: Path, period: str) -> None:
    assert catalogue(tmp_path).for_period(read_period(period)) == "cchc-2022"


@pytest.mark.parametrize("period", ["2021-Y", "2025-Q3", "2026-Q4"])
def test_a_period_without_a_form_is_refused_with_what_there_is(tmp_path: Path, period: str) -> None:
    with pytest.raises(UserFault, match=r"từ 2022-Q1 đến 2025-6M"):
        catalogue(tmp_path).for_period(read_period(period))


def test_what_is_proposed_can_always_be_created(tmp_path: Path) -> None:
    forms = catalogue(tmp_path)

    assert str(forms.nearest(read_period("2026-Q4"))) == "2025-6M"
    assert str(forms.nearest(read_period("2023-Q2"))) == "2023-Q2"


def test_an_edition_from_the_cache_is_the_same_and_follows_its_files(tmp_path: Path) -> None:
    home = write_edition(tmp_path / "forms")
    first = catalogue(tmp_path, tmp_path / "forms").edition("form-small")
    again = catalogue(tmp_path, tmp_path / "forms").edition("form-small")
    (home / "edition.toml").write_text(SMALL.replace("Mẫu nhỏ", "Mẫu nhỏ sửa lại"), "utf-8")
    changed = catalogue(tmp_path, tmp_path / "forms").edition("form-small")

    assert first == again
    assert changed.head.name == "Mẫu nhỏ sửa lại"
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_spoilt_cache_is_not_used(tmp_path: Path) -> None:
    first = catalogue(tmp_path).edition("cchc-2022")
    (cached,) = (tmp_path / "cache").glob("*.json")
    cached.write_bytes(b'{"head": 1')

    assert catalogue(tmp_path).edition("cchc-2022") == first


def test_a_disk_that_is_full_is_not_filled_further(tmp_path: Path, monkeypatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)

    assert catalogue(tmp_path).edition("cchc-2022")
    assert list((tmp_path / "cache").iterdir()) == []
