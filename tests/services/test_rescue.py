"""A damaged data file: noticed, kept, replaced by a backup, and what is newer read back from it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.base.errors import DamagedFile
from desktop_app.bootstrap import build
from desktop_app.services import rescue
from tools.torture.damage import (
    NAME,
    Texts,
    differing,
    flipped,
    outcome,
    spoiled,
    texts_of,
    truncated,
    worked,
)


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Texts]:
    folder = tmp_path_factory.mktemp("afternoon") / "data"
    return folder, worked(folder)


def overwrite_a_page(content: bytearray) -> None:
    content[8192 : 8192 + 4096] = b"\xa5" * 4096


def test_a_damaged_page_loses_nothing_and_the_file_is_kept(afternoon) -> None:
    home, expected = afternoon
    with spoiled(home, overwrite_a_page) as folder:
        with pytest.raises(DamagedFile):
            build(folder)
        found = rescue.look(folder / NAME)
        services, kept = rescue.repair(found, lambda: build(folder))
        with closing(services.file):
            assert texts_of(services) == expected
        assert kept.name == "bao-cao-cchc-hong-1.db" and kept.exists()
    assert found.backup is not None and not found.missing


@pytest.mark.parametrize("seed", range(20))
def test_a_flipped_bit_is_noticed_and_nothing_is_lost(afternoon, seed: int) -> None:
    home, expected = afternoon
    with spoiled(home, flipped(seed)) as folder:
        assert outcome(folder) == (expected, 0)


@pytest.mark.parametrize("seed", range(12))
def test_a_file_that_was_cut_off_is_noticed_and_what_is_missing_is_named(afternoon, seed: int) -> None:
    home, expected = afternoon
    with spoiled(home, truncated(seed)) as folder:
        with pytest.raises(DamagedFile):
            build(folder)
        texts, missing = outcome(folder)

    assert texts["2023-Q2"] == expected["2023-Q2"]  # not touched since the backup
    assert missing or differing(texts, expected) == 0


def test_what_was_given_up_by_a_restore_does_not_come_back_by_a_rescue(tmp_path: Path) -> None:
    services = build(tmp_path)
    report = services.library.create_sample("2023-q1")
    old = services.backups().make("bang-tay").backup
    services.library.open(report).edit("pl1.7.1", "999")
    services.backups().restore(old.path)
    services.library.open(report).edit("pl1.7.2", "83")
    services.file.close()
    content = bytearray((tmp_path / NAME).read_bytes())
    overwrite_a_page(content)
    (tmp_path / NAME).write_bytes(content)

    texts, missing = outcome(tmp_path)

    assert (texts[report]["pl1.7.1"], missing) == ("186", 0)
    repaired = build(tmp_path)
    with closing(repaired.file):
        assert repaired.library.read(report).text("pl1.7.2") == "83"


def test_a_new_report_whose_line_is_damaged_comes_back_with_its_entries(afternoon) -> None:
    home, expected = afternoon

    def spoil(content: bytearray) -> None:
        place = content.index(b"2024-Q1cchc-2022")
        content[place + 10] ^= 1

    with spoiled(home, spoil) as folder:
        assert outcome(folder) == (expected, 0)


def test_without_any_backup_what_can_be_read_is_kept(afternoon) -> None:
    home, expected = afternoon
    with spoiled(home, overwrite_a_page) as folder:
        shutil.rmtree(folder / "sao-luu")
        texts, _ = outcome(folder)

    assert texts["2023-Q2"]
    assert all(expected["2023-Q2"][key] == text for key, text in texts["2023-Q2"].items())
