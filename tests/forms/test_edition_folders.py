"""Folders of editions on the disk: whole before or whole after, wherever the power goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.forms import edition_folders
from desktop_app.forms.edition_folders import content_of, folders_under, put_folder, remove_folder

BEFORE = {"edition.toml": b"old", "gone.toml": b"old"}
AFTER = {"edition.toml": b"new", "more.toml": b"new"}


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class PowerCutError(BaseException):
    """What nobody catches."""


@pytest.mark.parametrize("calls", range(12))
def test_a_power_cut_leaves_the_edition_before_or_the_one_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    target = tmp_path / "so/a"
    put_folder(target, BEFORE)
    left = [calls]

    def until_the_cut(act):
        def acting(*given, **named):
            left[0] -= 1
            if left[0] < 0:
                raise PowerCutError
            return act(*given, **named)

        return acting

    with monkeypatch.context() as cut:
        cut.setattr(os, "replace", until_the_cut(os.replace))
        cut.setattr(os, "fsync", until_the_cut(os.fsync))
        cut.setattr(edition_folders, "remove", until_the_cut(edition_folders.remove))
        try:
            put_folder(target, AFTER)
        except PowerCutError:
            cut_off = True
        else:
            cut_off = False
    assert folders_under(tmp_path) == [target]
    assert held(target) == (held(target) if cut_off and held(target) == BEFORE else AFTER)
    assert [path.name for path in target.parent.iterdir()] == ["a"]
    assert cut_off or calls > 4


def test_a_full_disk_leaves_the_edition_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "so/a"
    put_folder(target, BEFORE)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError("full")))
        with pytest.raises(OSError, match="full"):
            put_folder(target, AFTER)

    assert held(target) == BEFORE
    assert [path.name for path in target.parent.iterdir()] == ["a"]


def test_a_folder_that_is_taken_away_leaves_nothing(tmp_path: Path) -> None:
    put_folder(tmp_path / "so/a", BEFORE)
    put_folder(tmp_path / "so/b", AFTER)
    remove_folder(tmp_path / "so/a")
    assert folders_under(tmp_path) == [tmp_path / "so/b"]
    remove_folder(tmp_path / "so/b")
    assert list(tmp_path.iterdir()) == []


def test_the_digest_is_of_what_the_files_hold(tmp_path: Path) -> None:
    put_folder(tmp_path / "so/a", BEFORE)
    put_folder(tmp_path / "so/b", BEFORE)
    put_folder(tmp_path / "so/c", AFTER)

    assert content_of(tmp_path / "so/a") == content_of(tmp_path / "so/b") != content_of(tmp_path / "so/c")


def test_links_and_folders_inside_go_without_what_they_lead_to(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/x.toml").write_text("x")
    put_folder(tmp_path / "forms/so/a", BEFORE)
    (tmp_path / "forms/so/a/inside").mkdir()
    (tmp_path / "forms/so/a/inside/y").write_text("y")
    if os.name != "nt":
        (tmp_path / "forms/so/a/link").symlink_to(tmp_path / "kept")
    remove_folder(tmp_path / "forms/so/a")

    assert list((tmp_path / "forms").iterdir()) == []
    assert (tmp_path / "kept/x.toml").exists()
