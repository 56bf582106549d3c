"""Work in the background whose window goes before it ends."""

from __future__ import annotations

import subprocess
import sys

from tools.torture.fault_row import ROOT, environment

GOES_FIRST = """
import time
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QThreadPool
import shiboken6
from desktop_app.ui.tasks import Task
application = QApplication([])
def work(task):
    time.sleep(0.3)
    task.step(1)
task = Task(work)
task.start()
time.sleep(0.1)
shiboken6.delete(task)
QThreadPool.globalInstance().waitForDone()
print("ended")
"""


def test_work_whose_window_is_gone_ends_without_a_word() -> None:
    command = [sys.executable, "-c", GOES_FIRST]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, encoding="utf-8", timeout=60, check=False
    )

    assert done.stdout == "ended\n"
    assert "Traceback" not in done.stderr and "Error" not in done.stderr
