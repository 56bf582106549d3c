"""Backups: made, checked, thinned by the calendar, copied to a second place, restored and undone."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from database import backup
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.services import offsite_backup
from desktop_app.services.backups import NEWEST, Backup, backups_in, to_drop
from tests.support.library import services_in
from tests.support.systems import needs_modes

NOON = datetime(2023, 3, 15, 12)


def several(*moments: datetime, reason: str = "dinh-ky") -> list[Backup]:
    made = [Backup(Path(str(n)), n, moment, reason) for n, moment in enumerate(moments, start=1)]
    return made[::-1]


def test_a_backup_is_sound_and_named_by_number_time_and_reason(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        services.library.create_sample("2023-q1")
        made = services.backups().make("khi-roi")

    assert made.held == backup.check(made.backup.path) == 1
    assert made.backup.path.name.startswith("sao-luu-000001-20")
    assert [p.name for p in made.backup.path.parent.iterdir()] == [made.backup.path.name]


@needs_modes
def test_a_backup_and_its_folder_are_private(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        path = services.backups().make("khi-roi").backup.path

    assert [one.stat().st_mode & 0o077 for one in (path, path.parent)] == [0, 0]


def test_a_backup_is_wanted_only_after_an_edit(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create("2023-Q1")
        services.backups().make("khi-roi")
        assert not services.backups().is_behind()
    with services_in(tmp_path) as services:
        assert not services.backups().is_behind()
        services.library.open(report).edit("pl1.7.1", "1")
        assert services.backups().is_behind()
        assert not services.backups().is_due()  # half an hour has not passed


def test_a_copy_made_while_somebody_types_is_sound_and_stops_nobody(tmp_path: Path) -> None:
    assert sqlite3.threadsafety == 3  # the connection is shared with the thread that copies
    with services_in(tmp_path) as services:
        session = services.library.open(services.library.create_sample("2023-q1"))
        made: list[object] = []
        for round_number in range(6):
            copying = threading.Thread(target=lambda: made.append(services.backups().make("dinh-ky")))
            copying.start()
            for number in range(30):
                assert not session.edit("pl1.7.2", f"{round_number}{number}").trouble
            copying.join()

        assert len(made) == 6
        assert all(backup.check(one.path) == 1 for one in services.backups().all())


def test_the_newest_stay_and_older_ones_thin_to_days_weeks_and_months() -> None:
    every_half_hour = [NOON - timedelta(minutes=30 * n) for n in range(48 * 400)][::-1]

    backups = several(*every_half_hour)
    dropped = set(to_drop(backups))
    kept = [one for one in backups if one not in dropped]

    assert kept[:NEWEST] == backups[:NEWEST]
    days = {one.made_at.date() for one in kept}
    assert {(NOON - timedelta(days=n)).date() for n in range(14)} <= days
    assert 40 < len(kept) < 70
    assert {(d.year, d.month) for d in days} == {(d.year, d.month) for d in every_half_hour}


def test_a_clock_that_goes_back_never_thins_out_the_newest() -> None:
    wrong = [datetime(2099, 1, 1) + timedelta(days=n) for n in range(40)]
    right = [NOON + timedelta(minutes=30 * n) for n in range(20)]

    backups = several(*wrong, *right)

    assert not set(backups[:NEWEST]) & set(to_drop(backups))


def test_what_a_person_made_is_never_thinned_out() -> None:
    assert to_drop(several(*[NOON] * 50, reason="bang-tay")) == []


def test_what_a_killed_process_began_is_cleared_away_later(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        services.library.create("2023-Q1")
        folder = services.backups().make("dinh-ky").backup.path.parent
        for name, age in ((".11.part", 10_000), (".12.part", 1)):
            (folder / name).touch()
            os.utime(folder / name, (time.time() - age,) * 2)
        services.backups().make("dinh-ky")

    assert sorted(p.name for p in folder.glob(".*")) == [".12.part"]


def test_numbers_go_up_when_the_clock_goes_back(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        services.library.create("2023-Q1")
        made = services.backups()
        made._clock = iter([datetime(2023, 5, 1), datetime(2023, 4, 1)]).__next__
        made.make("dinh-ky"), made.make("dinh-ky")

        assert [(one.number, one.made_at.month) for one in made.all()] == [(2, 4), (1, 5)]


def test_the_second_place_takes_a_checked_copy_and_its_absence_is_said(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    with services_in(tmp_path / "data") as services:
        services.library.create("2023-Q1")
        there = services.backups().make("dinh-ky", str(tmp_path / "stick"))
        gone = services.backups().make("dinh-ky", str(tmp_path / "pulled"))

    assert there.second and backup.check(there.second) == 1
    assert there.second.is_relative_to(tmp_path / "stick")
    assert gone.second is None and "cắm ổ USB" in gone.trouble
    assert backup.check(gone.backup.path) == 1


def test_a_restore_can_be_undone(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        services.library.create("2023-Q1")
        old = services.backups().make("bang-tay").backup
        services.library.create("2023-Q2")

        replaced = services.backups().restore(old.path)
        assert [s.id for s in services.library.summaries()] == ["2023-Q1"]
        assert replaced and replaced.reason == "truoc-phuc-hoi"
        services.backups().restore(replaced.path)
        assert len(services.library.summaries()) == 2


def test_a_damaged_backup_is_refused_and_the_data_stay_open(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        services.library.create_sample("2023-q1")
        old = services.backups().make("bang-tay").backup
        content = bytearray(old.path.read_bytes())
        place = content.index("Nguyễn Văn A".encode())
        content[place - 50 : place + 50] = bytes(100)
        old.path.write_bytes(content)

        with pytest.raises(UserFault, match="hỏng"):
            services.backups().restore(old.path)
        assert len(services.library.summaries()) == 1
        services.library.open("2023-Q1").edit("pl1.7.1", "5")


def test_a_restore_never_leaves_the_folder_without_a_data_file(tmp_path: Path, monkeypatch) -> None:
    """Killed at the worst moment, right before the copy takes its name."""
    with services_in(tmp_path) as services:
        services.library.create("2023-Q1")
        old = services.backups().make("bang-tay").backup

        def killed(source: Path, target: Path) -> None:
            assert Path(target).exists()
            raise KeyboardInterrupt

        monkeypatch.setattr(backup.os, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            services.backups().restore(old.path)

        assert len(services.library.summaries()) == 1


def test_a_backup_with_a_changed_letter_is_noticed(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        services.library.open(services.library.create("2023-Q1")).edit("header.agency", "Sở Nội vụ")
        path = services.backups().make("bang-tay").backup.path
    content = path.read_bytes()
    assert content.count("Sở Nội vụ".encode()) >= 2
    path.write_bytes(content.replace("Sở Nội vụ".encode(), "Sở Nội vị".encode(), 1))

    with pytest.raises(UserFault, match="hỏng"):
        backup.check(path)


def test_a_nearly_full_disk_keeps_its_room_for_edits(tmp_path: Path, monkeypatch) -> None:
    with services_in(tmp_path) as services:
        services.library.create("2023-Q1")
        usage = type("usage", (), {"free": 10_000})
        monkeypatch.setattr("desktop_app.services.backups.disk_usage", lambda _: usage)
        with pytest.raises(EnvironmentFault, match="gần đầy"):
            services.backups().make("dinh-ky")


def test_the_second_place_is_asked_for_and_reminded_of(tmp_path: Path) -> None:
    with services_in(tmp_path / "data") as services:
        wanted = services.preferences
        assert "ổ USB" in offsite_backup.reminder(wanted, NOON)
        assert offsite_backup.reminder(wanted, NOON + timedelta(days=2)) == ""
        with pytest.raises(UserFault):
            offsite_backup.choose(wanted, tmp_path / "data" / "sao-luu", tmp_path / "data")
        (tmp_path / "stick").mkdir()
        offsite_backup.choose(wanted, tmp_path / "stick", tmp_path / "data")
        services.library.create("2023-Q1")
        made = services.backups().make("dinh-ky", offsite_backup.folder(wanted))
        offsite_backup.note(wanted, made, NOON)

        assert offsite_backup.reminder(wanted, NOON + timedelta(days=6)) == ""
        assert "8 ngày" in offsite_backup.reminder(wanted, NOON + timedelta(days=8))


def test_an_older_file_is_backed_up_before_it_is_migrated(tmp_path: Path) -> None:
    (tmp_path / "bao-cao-cchc.db").write_bytes(
        (Path(__file__).parents[1] / "data" / "schema-1.db").read_bytes()
    )
    with services_in(tmp_path) as services:
        assert len(services.library.summaries()) == 2
    (kept,) = backups_in(tmp_path / "sao-luu")

    assert kept.reason == "truoc-nang-cap" and backup.check(kept.path) == 2
    with closing(sqlite3.connect(kept.path)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (1,)


@pytest.mark.parametrize(
    "trap",
    [
        "CREATE TRIGGER trap AFTER UPDATE ON reports BEGIN DELETE FROM entries; END",
        "CREATE VIEW trap AS SELECT * FROM reports",
    ],
)
def test_a_backup_with_a_trigger_is_none_of_ours(tmp_path: Path, trap: str) -> None:
    with services_in(tmp_path) as services:
        services.library.create_sample("2023-q1")
        path = services.backups().make("bang-tay").backup.path
        with closing(sqlite3.connect(path)) as hostile, hostile:
            hostile.execute(trap)

        with pytest.raises(UserFault, match="hỏng"):
            services.backups().restore(path)
        assert len(services.library.summaries()) == 1
