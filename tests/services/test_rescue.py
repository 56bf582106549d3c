"""A damaged data file: noticed, kept, replaced by a backup, and what is newer read back from it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from desktop_app.base.errors import DamagedFile
from desktop_app.bootstrap import build
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.services import rescue
from tests.support.library import parts_in

LONG = write_prose(from_plain("Một câu dài để có nhiều chữ. " * 40))


def worked(folder: Path) -> dict[str, dict[str, str]]:
    """Two reports, a backup, then an afternoon of edits; returns what stands in them at the end."""
    with parts_in(folder) as parts:
        first = parts.library.create_samples()
        parts.backups().make("dinh-ky")
        session = parts.library.open(first)
        for number in range(60):
            session.edit(f"pl1.{7 + number % 2}.{1 + number % 4}", str(number))
            session.edit("I.1", LONG.replace("nhiều chữ", f"{number} chữ", number))
        parts.library.open(parts.library.create("2024-Q1")).edit("pl1.7.1", "9")
        return texts_of(folder, parts)


def texts_of(folder: Path, parts) -> dict[str, dict[str, str]]:
    """What stands in every report, read with its whole history."""
    texts = {}
    for summary in parts.library.summaries():
        session = parts.library.open(summary.id)
        while session.history.undo_label:
            assert session.history.undo()
        texts[summary.id] = session.texts()
    return texts


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict[str, str]]]:
    folder = tmp_path_factory.mktemp("afternoon")
    return folder, worked(folder)


def spoiled(afternoon: Path, folder: Path, spoil) -> Path:
    shutil.copytree(afternoon, folder, dirs_exist_ok=True)
    path = folder / "bao-cao-cchc.db"
    content = bytearray(path.read_bytes())
    spoil(content)
    path.write_bytes(content)
    return path


def test_a_damaged_page_loses_nothing(afternoon, tmp_path: Path) -> None:
    home, expected = afternoon

    def spoil(content: bytearray) -> None:
        content[8192 : 8192 + 4096] = b"\xa5" * 4096

    path = spoiled(home, tmp_path, spoil)
    with pytest.raises(DamagedFile):
        build(tmp_path)

    found = rescue.look(path)
    parts, kept = rescue.mend(found, lambda: build(tmp_path))
    try:
        assert texts_of(tmp_path, parts) == expected
    finally:
        parts.file.close()
    assert kept.exists() and kept.name == "bao-cao-cchc-hong-1.db"
    assert found.backup is not None


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_are_noticed_and_nothing_is_lost(afternoon, tmp_path: Path, seed: int) -> None:
    home, expected = afternoon
    chance = random.Random(seed)

    def spoil(content: bytearray) -> None:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)

    path = spoiled(home, tmp_path, spoil)
    assert outcome(tmp_path, path) == expected


def outcome(folder: Path, path: Path) -> dict[str, dict[str, str]]:
    """What the program shows in the end."""
    try:
        parts = build(folder)
    except DamagedFile:
        parts = rescue.mend(rescue.look(path), lambda: build(folder))[0]
    try:
        return texts_of(folder, parts)
    except DamagedFile:
        parts.file.close()
        parts = rescue.mend(rescue.look(path), lambda: build(folder))[0]
        return texts_of(folder, parts)
    finally:
        parts.file.close()


@pytest.mark.parametrize("share", [0.0, 0.001, 0.01, 0.2, 0.5, 0.8, 0.99])
def test_a_truncated_file_is_noticed_and_what_is_missing_is_told(afternoon, tmp_path: Path, share) -> None:
    home, expected = afternoon

    def spoil(content: bytearray) -> None:
        del content[int(len(content) * share) :]

    path = spoiled(home, tmp_path, spoil)
    with pytest.raises(DamagedFile):
        build(tmp_path)
    found = rescue.look(path)
    parts, _ = rescue.mend(found, lambda: build(tmp_path))
    try:
        texts = texts_of(tmp_path, parts)
    finally:
        parts.file.close()

    assert texts["2023-Q2"] == expected["2023-Q2"]  # not touched since the backup
    assert texts == expected or found.missing or not found.reads_anything


def test_without_any_backup_what_can_be_read_is_kept(afternoon, tmp_path: Path) -> None:
    home, expected = afternoon

    def spoil(content: bytearray) -> None:
        content[8192:12288] = bytes(4096)

    path = spoiled(home, tmp_path, spoil)
    shutil.rmtree(tmp_path / "sao-luu")
    parts, kept = rescue.mend(rescue.look(path), lambda: build(tmp_path))
    try:
        texts = texts_of(tmp_path, parts)
    finally:
        parts.file.close()

    assert kept.exists()
    assert texts["2023-Q2"] and all(expected["2023-Q2"][k] == t for k, t in texts["2023-Q2"].items())
