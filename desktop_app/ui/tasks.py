"""Work in the background: one call in another thread, its progress, its end, and stopping it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

SWITCH_INTERVAL_SECONDS = 0.0003
"""Seconds after which the work lets the window's thread go on. Python's own five milliseconds are
waited for at every call from Qt: a keystroke while pages are made took 90 ms."""


class Stopped(Exception):
    """Raised inside the work once somebody has asked it to stop."""


class Task(QObject):
    """One piece of work; its signals arrive in the thread that made it.

    It has no parent: it must outlive a page that is closed while the work goes on.
    """

    moved = Signal(int)  # whatever the work counts, such as pages
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[Task], object]) -> None:
        super().__init__()
        self.work = work
        self._stop = Event()

    def start(self) -> None:
        """Begin in another thread."""
        sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
        QThreadPool.globalInstance().start(_Runner(self))

    def stop(self) -> None:
        """Ask the work to stop at its next step; then neither `done` nor `failed` is emitted."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """Whether somebody has asked it to stop."""
        return self._stop.is_set()

    def step(self, count: int) -> None:
        """Called by the work: tells how far it is; raises Stopped once it should end."""
        if self._stop.is_set() or not self.tell(self.moved, count):
            raise Stopped

    @staticmethod
    def tell(signal: SignalInstance, *words: object) -> bool:
        """Emit one of the signals; False once Qt has gone, which then nobody waits for any more."""
        try:
            signal.emit(*words)
        except RuntimeError:
            return False
        return True


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    @Slot()
    def run(self) -> None:
        """Do the work; every outcome is emitted, so that nothing waits for ever."""
        task = self._task
        try:
            result = task.work(task)
        except Stopped:
            pass
        except Exception as fault:  # goes to the window, which shows faults and logs ours
            task.tell(task.failed, fault)
        else:
            task.tell(task.done, result)
        task.tell(task.ended)
