"""What the loader refuses, and that it says where: file, entry and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.checking.plan import Plan
from desktop_app.forms.loader import load_edition
from tests.support.editions import SMALL, write_edition


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('unit = "%"', 'unti = "%"', ("edition.toml", "[indicator]", "pl1.2", "«unti»")),
        ('label = "Tổng số"\n', "", ("edition.toml", "[indicator]", "pl1.1", "«label»")),
        ('number = "1.2"', "number = 1.2", ("edition.toml", "pl1.1.2", "«number»")),
        ('expect = "entered(pl1.1)"', 'expect = "open(pl1.1)"', ("edition.toml", "S3")),
        ('id = "form-small"', "id = form-small", ("edition.toml", "TOML")),
        ("[[period]]", "[[periods]]", ("edition.toml", "«periods»")),
        ('key = "pl1.1.2"', 'key = "pl1.1.1"', ("«pl1.1.1»", "2 lần")),
        ('code = "S2"', 'code = "S1"', ("«S1»", "2 lần")),
    ],
)
def test_a_typing_error_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, said: tuple[str, ...]
) -> None:
    assert old in SMALL
    folder = write_edition(tmp_path, SMALL.replace(old, new, 1))

    with pytest.raises(UserFault) as refused:
        load_edition(folder)

    for part in said:
        assert part in str(refused.value)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserFault, match="không có tệp"):
        load_edition(tmp_path)


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    folder = write_edition(tmp_path)
    (folder / "broken.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UserFault, match=r"broken\.toml.*UTF-8"):
        load_edition(folder)


def test_a_cycle_of_formulas_is_refused(tmp_path: Path) -> None:
    from_itself = SMALL.replace("total(pl1.1.1, pl1.1.2)", "total(pl1.2, pl1.1.2)", 1)
    edition = load_edition(write_edition(tmp_path, from_itself))

    with pytest.raises(UserFault, match="vòng tròn"):
        Plan(edition)
