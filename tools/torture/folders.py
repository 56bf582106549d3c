"""Folders that cannot be written, that vanish and return, and folders with difficult names."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.torture.disk_full import in_namespace
from tools.torture.fault_row import ROOT, FaultRow, environment, program, script, shows_traceback

NAMES = (
    "Báo cáo quý I năm 2023 của Văn phòng UBND tỉnh",
    "dấu cách  và 'nháy' \"kép\" & % $HOME ; #",
    "x" * 200,
    "/".join(["Thư mục dài để đường dẫn vượt ba trăm ký tự"] * 7),
    "-v",
)


def vanishing() -> FaultRow:
    """A stick with the data folder is pulled, full, or loses its file, while somebody types."""
    return in_namespace("on_a_stick")


def difficult_names() -> FaultRow:
    """Every command over folders whose names have Vietnamese, spaces, signs and 300 letters."""
    lost = shown = 0
    with tempfile.TemporaryDirectory() as home:
        for name in NAMES:
            folder = Path(home) / name
            word, exchange = str(folder / "Báo cáo.docx"), str(folder / "r.json")
            steps = (
                ("new", "--period", "2023-Q1", "--sample"),
                ("set", "2023-Q1", "pl1.7.1", "190"),
                ("export", "2023-Q1", "--docx", word, "--json", exchange),
                ("backup", str(folder / "bản sao.db")),
                ("import", exchange),
                ("restore", str(folder / "bản sao.db")),
            )
            answers = [program(folder, *words) for words in steps]
            shown += sum(bool(a.returncode) or shows_traceback(a.stderr) for a in answers)
            held = json.loads(program(folder, "show", "2023-Q1", "--json").stdout)["values"]["pl1.7.1"]
            lost += held != "190"
    longest = max(len(str(Path(home) / name)) for name in NAMES)
    note = f"longest path {longest} letters"
    return FaultRow(
        "data folders with Vietnamese, spaces, signs, 300 letters", len(NAMES), lost, 0, shown, note
    )


def racing(rounds: int, at_once: int = 6) -> FaultRow:
    """Several processes set different cells at the same moment; some hear that it is open."""
    lost = shown = refused = 0
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        program(folder, "new", "--period", "2023-Q1")
        for number in range(rounds):
            keys = [f"pl1.{key}" for key in ("1", "2.1", "2.2", "3.1", "7.1", "7.2")[:at_once]]
            running = [
                subprocess.Popen(
                    [*_program(folder), "set", "2023-Q1", key, str(number)], cwd=ROOT, env=environment(),
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                )
                for key in keys
            ]  # fmt: skip
            said = [process.communicate()[1] for process in running]
            held = json.loads(program(folder, "show", "2023-Q1", "--json").stdout)["values"]
            for key, process, words in zip(keys, running, said, strict=True):
                fine = process.returncode == 0
                refused += not fine
                lost += fine and held.get(key) != str(number)
                shown += shows_traceback(words) or (not fine and "đang được" not in words)
        lost += _first_starts(folder / "new", at_once)
    note = f"{refused} refused with a sentence"
    return FaultRow("processes that race for one folder", rounds * at_once + at_once, lost, 0, shown, note)


def _first_starts(folder: Path, at_once: int) -> int:
    """Several first starts in an empty folder: what each said it made is there."""
    running = [
        subprocess.Popen(
            [*_program(folder), "new", "--period", f"202{n + 2}-Q1" if n < 3 else f"202{n - 1}-Y"], cwd=ROOT,
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )
        for n in range(at_once)
    ]  # fmt: skip
    made = [process.communicate()[0].strip() for process in running]
    held = program(folder, "list").stdout
    return sum(1 for report in made if report and report not in held)


def killed_migrations(times: int) -> FaultRow:
    """The older file, opened by a process that is killed at a random moment of the migration."""
    lost = corrupt = 0
    older = ROOT / "tests/data/schema-1.db"
    for number in range(times):
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home)
            (folder / "bao-cao-cchc.db").write_bytes(older.read_bytes())
            with subprocess.Popen(
                [*_program(folder), "list"], cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            ) as process:  # fmt: skip
                time.sleep(0.1 + 0.4 * number / times)
                process.send_signal(signal.SIGKILL)
            answer = program(folder, "show", "2023-Q1", "--json")
            if answer.returncode:
                corrupt += 1
            elif json.loads(answer.stdout)["values"]["pl1.7.1"] != "186":
                lost += 1
    return FaultRow("a migration killed halfway, from schema 1 (the only older one)", times, lost, corrupt)


def clock_goes_back() -> FaultRow:
    """Edits, backups and a restart while the clock runs backwards."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            script("clock", home),
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            return FaultRow("a clock that goes back", 1, 0, 0, 1, done.stderr.strip().splitlines()[-1][:80])
        tried, lost = map(int, done.stdout.split())
    return FaultRow("a clock that goes back, an hour with every edit", tried, lost)


def exports_onto_open_files() -> FaultRow:
    """Exports onto files that Word or LibreOffice has open, that are read-only, folders, or links."""
    corrupt = shown = 0
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        program(folder / "data", "new", "--period", "2023-Q1", "--sample")
        targets = {name: folder / f"{name}.docx" for name in ("word", "office", "locked", "held")}
        for target in targets.values():
            target.write_bytes(b"old")
        (folder / "~$rd.docx").touch()
        (folder / ".~lock.office.docx#").touch()
        targets["locked"].chmod(0o444)
        with targets["held"].open("rb") as held:
            for name, target in targets.items():
                answer = program(folder / "data", "export", "2023-Q1", "--docx", str(target))
                shown += shows_traceback(answer.stderr) or (answer.returncode != 0 and not answer.stderr)
                old = target.read_bytes() == b"old"
                corrupt += old != (answer.returncode != 0) or (name != "held" and not old)
            corrupt += held.read() != b"old"  # whoever has it open goes on reading what was there
        corrupt += bool(list(folder.glob("*.part")) + list(folder.glob(".*.part")))
    return FaultRow("exports onto files that are open elsewhere or locked", len(targets), 0, corrupt, shown)


def _program(folder: Path) -> list[str]:
    return [sys.executable, "-m", "desktop_app", "--data-dir", str(folder)]
