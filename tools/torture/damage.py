"""Flipped bytes and truncation: what the program says, and what a rescue brings back."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.base.errors import DamagedFile
from desktop_app.bootstrap import build
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.services import rescue
from desktop_app.services.services import Services
from tools.torture.fault_row import FaultRow, program, shows_traceback

Texts = dict[str, dict[str, str]]
Spoil = Callable[[bytearray], None]
LONG = write_prose(from_plain("Một câu dài để có nhiều chữ. " * 40))
NAME = "bao-cao-cchc.db"


def damage(places: int) -> FaultRow:
    """A bit flipped at so many places, and the file cut off at as many."""
    with tempfile.TemporaryDirectory(prefix="damage-") as home:
        afternoon = Path(home) / "afternoon"
        expected = worked(afternoon)
        lost = corrupt = shown = named = 0
        for seed in range(places):
            for spoil in (flipped(seed), truncated(seed)):
                with spoiled(afternoon, spoil) as folder:
                    silent, traceback = _said(folder, expected)
                    texts, missing = outcome(folder)
                corrupt += silent
                shown += traceback
                differ = differing(texts, expected)
                named += missing
                lost += differ if not missing else 0
    return FaultRow(
        "a bit flipped, and the file cut off, each at random places", places * 2, lost, corrupt, shown,
        f"{named} edits named as missing, all after cutting",
    )  # fmt: skip


def flipped(seed: int) -> Spoil:
    """One bit of one byte."""
    chance = random.Random(seed)

    def spoil(content: bytearray) -> None:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)

    return spoil


def truncated(seed: int) -> Spoil:
    """All behind a random place."""
    chance = random.Random(-1 - seed)

    def spoil(content: bytearray) -> None:
        del content[chance.randrange(len(content)) :]

    return spoil


def worked(folder: Path) -> Texts:
    """Two reports, a backup, then an afternoon of edits; what stands in them at the end."""
    services = build(folder)
    with closing(services.file):
        first = services.library.create_samples(("2023-q1", "2023-q2"))[0]
        services.backups().make("dinh-ky")
        session = services.library.open(first)
        for number in range(60):
            session.edit(f"pl1.{7 + number % 2}.{1 + number % 4}", str(number))
            session.edit("I.1", LONG.replace("nhiều chữ", f"{number} chữ", number))
        services.library.open(services.library.create("2024-Q1")).edit("pl1.7.1", "9")
        return texts_of(services)


def texts_of(services: Services) -> Texts:
    """What stands in every report; its whole log is read, too."""
    texts = {}
    for summary in services.library.summaries():
        session = services.library.open(summary.id)
        while session.history.undo_label:
            session.history.undo()
        texts[summary.id] = session.filled.texts()
    return texts


@contextmanager
def spoiled(afternoon: Path, spoil: Spoil) -> Iterator[Path]:
    """A copy of the folder whose data file has been spoiled."""
    folder = Path(tempfile.mkdtemp(prefix="spoiled-"))
    shutil.copytree(afternoon, folder, dirs_exist_ok=True)
    content = bytearray((folder / NAME).read_bytes())
    spoil(content)
    (folder / NAME).write_bytes(content)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def outcome(folder: Path) -> tuple[Texts, int]:
    """What the program shows in the end, and how many edits it named as missing."""
    try:
        services = build(folder)
        with closing(services.file):
            return texts_of(services), 0
    except DamagedFile:
        found = rescue.look(folder / NAME)
        services, _ = rescue.repair(found, lambda: build(folder))
        with closing(services.file):
            missing = sum(found.missing.values())
            return texts_of(services), missing or (0 if found.reads_anything else 1)


def differing(texts: Texts, expected: Texts) -> int:
    """How many entries are others than they were."""
    return sum(
        1
        for report, entries in expected.items()
        for key in entries | texts.get(report, {})
        if entries.get(key) != texts.get(report, {}).get(key)
    )


def _said(folder: Path, expected: Texts) -> tuple[bool, bool]:
    """Whether the program, as a process, showed anything else than there was, or a traceback."""
    answer = program(folder, "show", "2023-Q1", "--json")
    traceback = shows_traceback(answer.stderr) or answer.stderr.count("\n") > 1
    if answer.returncode:
        return not answer.stderr.strip(), traceback
    figures = {k: v for k, v in json.loads(answer.stdout)["values"].items() if k.startswith("pl")}
    return figures != {k: v for k, v in expected["2023-Q1"].items() if k.startswith("pl")}, traceback
