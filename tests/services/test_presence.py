"""Who has the folder open, a call to that window, and places where a database is not safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.services import folder_safety, presence
from tests.support.systems import needs_mounts


def test_the_holder_is_named_and_gone_when_it_leaves(tmp_path: Path) -> None:
    presence.announce(tmp_path)
    sentence = presence.holder_sentence(tmp_path)
    presence.withdraw(tmp_path)

    assert "trên máy" in sentence and "từ" in sentence
    assert presence.holder_sentence(tmp_path) == "" and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"process": "x"}', b"\xff"])
def test_a_note_of_the_holder_that_cannot_be_read_is_no_fault(tmp_path: Path, content: bytes) -> None:
    (tmp_path / presence.HOLDER).write_bytes(content)

    assert presence.holder_sentence(tmp_path) == ""


def test_a_call_is_taken_once(tmp_path: Path) -> None:
    assert presence.call(tmp_path) and not presence.is_answered(tmp_path)
    assert presence.take_call(tmp_path) and presence.is_answered(tmp_path)
    assert not presence.take_call(tmp_path)


def test_nobody_can_be_called_in_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert not presence.call(tmp_path / "gone")


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("/u/an/OneDrive/data", "đồng bộ «OneDrive»"),
        ("/u/an/OneDrive - UBND tỉnh/data", "đồng bộ"),
        ("/u/an/Dropbox", "đồng bộ"),
        ("/media/Google Drive/x", "đồng bộ"),
        pytest.param("/mnt/my share/office data", "ổ mạng", marks=needs_mounts),
        pytest.param("/mnt/ngoài/x", "ổ mạng", marks=needs_mounts),
    ],
)
def test_a_share_and_a_synchronised_folder_are_recognised(tmp_path: Path, folder: str, words: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n//server/x /mnt/my\\040share cifs rw 0 0\nx /mnt/ngoài nfs4 rw 0 0\n"
    )

    assert words in folder_safety.warning(Path(folder), mounts)


@pytest.mark.parametrize("folder", ["/u/an/.local/share/bao-cao-cchc", "/mnt/usb/data", "/u/an/dropboxer"])
def test_an_ordinary_folder_is_not_complained_of(tmp_path: Path, folder: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /mnt/usb vfat rw 0 0\n")

    assert folder_safety.warning(Path(folder), mounts) == ""
