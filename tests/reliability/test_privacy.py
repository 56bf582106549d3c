"""What others can see: rights of files, the log, and the diagnostic package."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from desktop_app.base.log import LOG_FILE, note_fault
from desktop_app.services import diagnostics, presence
from tests.support.library import services_in
from tools.torture.fault_row import program

SECRET = "Nguyễn Văn Bí Mật"


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_everything_in_the_data_folder_is_its_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    previous = os.umask(0o000)
    try:
        program(folder, "new", "--period", "2023-Q1", "--sample")
        with services_in(folder) as services:
            services.backups().make("dinh-ky")
            presence.announce(folder)
            note_fault(folder, ValueError("x"))
            diagnostics.write(folder / "d.zip", diagnostics.texts(services))
    finally:
        os.umask(previous)

    files = [folder, *folder.rglob("*")]
    assert len(files) >= 8
    assert [path.name for path in files if path.stat().st_mode & 0o077] == []


def test_the_log_holds_places_of_the_program_and_no_content(tmp_path: Path) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as fault:
        note_fault(tmp_path, fault)

    said = (tmp_path / LOG_FILE).read_text("utf-8")
    assert "ValueError" in said and "test_privacy.py" in said
    assert SECRET not in said


def test_the_package_holds_counts_and_the_log_and_no_word_of_a_report(tmp_path: Path) -> None:
    with services_in(tmp_path / "data") as services:
        session = services.library.open(services.library.create_sample("2023-q1"))
        session.edit("footer.signer", SECRET)
        session.edit("pl1.7.1", "987654")
        note_fault(services.folder, ValueError(SECRET))
        contents = diagnostics.texts(services)
        diagnostics.write(tmp_path / "d.zip", contents)
        typed = {text for text in session.filled.texts().values() if len(text) > 5}

    with zipfile.ZipFile(tmp_path / "d.zip") as package:
        held = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    assert held == contents
    everything = "\n".join(held.values())
    assert "Bảng history: 2 dòng" in everything and "integrity_check(1): ok" in everything
    assert not [text for text in typed if text in everything]
    assert str(Path.home()) not in everything
