"""A scripted hour in the real window: typing, writing, undoing, exporting, backing up; says what is done.

Run as a process: each action is a line of JSON before it begins and a line once it is acknowledged.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import bootstrap
from desktop_app.base import paths
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.startup.run_window import open_window
from desktop_app.ui.tasks import Task
from desktop_app.ui.theme import apply_theme

FIGURES = [f"pl1.{n}" for n in ("1", "2.1", "2.2", "3.1", "7.1", "7.2", "7.3", "7.4", "8.1", "8.4")]
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTES = [f"note.{key}" for key in FIGURES[:4]]
PROSE = ["I.1", "II.1.a", "III.1"]
WORDS = ("bao cao", "hop giao ban", "quy nay", "da hoan thanh", "con cham")
ACTIONS = 140


def main() -> None:
    """Work through the hour in the folder given, with the seed given."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    application = QApplication(sys.argv[:1])
    apply_theme(application, paths.resources())
    services = bootstrap.build(folder)
    window = open_window(services, "2023-Q1")
    window.settle_in()
    view = window.view
    assert view
    say(ready=True)
    chance = random.Random(seed)
    for number in range(ACTIONS):
        if number % 35 == 20:
            export(window, view, folder / f"out-{seed}-{number}")
        elif number % 35 == 30:
            back_up(window)
        else:
            edit(view, chance)
    window.close()
    window.watchers.leave()
    services.file.close()
    say(end=True)


def edit(view: ReportView, chance: random.Random) -> None:
    """One accepted edit with real keys, or an undo or redo."""
    kind = chance.choices(["figure", "note", "prose", "undo", "redo"], [10, 2, 3, 3, 1])[0]
    if kind in ("undo", "redo"):
        before = view.session.filled.texts()
        say(begin=kind)
        QTest.keyClick(view.window(), Qt.Key.Key_Z if kind == "undo" else Qt.Key.Key_Y, CONTROL)
        after = view.session.filled.texts()
        keys = {key for key in before | after if before.get(key) != after.get(key)}
        say(done={key: after.get(key, "") for key in sorted(keys)}, saved=not view.session.unsaved)
        return
    key = chance.choice({"figure": FIGURES, "note": NOTES, "prose": PROSE}[kind])
    text = str(chance.randrange(1000)) if kind == "figure" else chance.choice(WORDS)
    view.bridge.go_to(key)
    say(begin=kind, key=key)
    for letter in text:
        QTest.keyClicks(view.window().focusWidget(), letter)  # the first key opens an editor
    if kind == "prose":
        view.bridge.settle()
    else:
        QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    say(done={key: view.session.filled.text(key)}, saved=not view.session.unsaved)


def export(window: MainWindow, view: ReportView, folder: Path) -> None:
    """Word and PDF side by side."""
    folder.mkdir(exist_ok=True)
    targets = {kind: folder / f"r.{kind}" for kind in ("docx", "pdf")}
    window.exporting.export(view.session, targets)
    task = window.exporting.task
    assert task
    wait(task)
    say(exported=[str(path) for path in targets.values()])


def back_up(window: MainWindow) -> None:
    """A backup in the background, as every half hour."""
    task = window.watchers.scheduled_backups.begin("dinh-ky")
    assert task
    assert task
    wait(task)
    say(backed_up=True)


def wait(task: Task) -> None:
    """Until the task has ended."""
    loop = QEventLoop()
    task.ended.connect(loop.quit)
    loop.exec()


def say(**words: object) -> None:
    """One line, out at once."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
