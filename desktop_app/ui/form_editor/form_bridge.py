"""The form that is being written, for the window: edits, undo, what is wrong, and saving at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.base.dates import clock
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.form_editing.form_session import FormSession
from desktop_app.form_editing.places import Done, PlacedFault
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.doing import Action

SAVE_MS, LOOK_MS = 250, 60
"""After the last edit; a row of quick ones is written once, and looked through once."""
PATIENCE = 6
"""So many times as long as the last writing took nobody must have typed before the next one begins."""
MOST_TOLD = 3


class FormBridge(QObject):
    """The one door to the form.

    Signals: `changed` after every edit; `looked` once its faults are known, a moment later; `saved` with
    the truth about the disk; `said` and `complained` with a sentence; `gone_to` with the place that undo or
    redo changed.
    """

    changed = Signal()
    looked = Signal()
    saved = Signal(str)
    said = Signal(str)
    complained = Signal(str)
    gone_to = Signal(tuple)

    def __init__(
        self, session: FormSession, save: Callable[[WrittenEdition], object], *, is_closed: bool = False
    ) -> None:
        super().__init__()
        self.session, self._save = session, save
        self.is_closed = is_closed
        self.trouble = ""
        self.faults: tuple[PlacedFault, ...] = session.faults
        self._saved = session.written
        self._pause = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._pause.timeout.connect(self.save_now)
        self._soon = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._soon.timeout.connect(self.look)

    @property
    def written(self) -> WrittenEdition:
        """The form as it is now."""
        return self.session.written

    @property
    def is_waiting(self) -> bool:
        """Whether something is not on the disk yet."""
        return self.session.written is not self._saved

    def do(self, action: Action) -> Done | None:
        """Change the form; None where it cannot be changed so, which is said."""
        if self.is_closed:
            return None
        try:
            done = self.session.do(action)
        except UserFault as fault:
            self.complained.emit(str(fault))
            self.changed.emit()  # what was typed goes back to what stands
            return None
        if done.told:
            more = f" Còn {len(done.told) - MOST_TOLD} chỗ khác." if len(done.told) > MOST_TOLD else ""
            self.said.emit(" ".join(done.told[:MOST_TOLD]) + more)
        self._moved()
        return done

    def undo(self) -> None:
        """Take the last edit back, and go where it was."""
        self._turned(self.session.undo())

    def redo(self) -> None:
        """Do it again."""
        self._turned(self.session.redo())

    def look(self) -> tuple[PlacedFault, ...]:
        """What is wrong now."""
        self._soon.stop()
        self.faults = self.session.faults
        self.looked.emit()
        return self.faults

    def save_now(self) -> bool:
        """Write what waits; whether nothing waits any more."""
        self._pause.stop()
        if not self.is_waiting:
            return True
        written, begun = self.session.written, perf_counter()
        try:
            self._save(written)
        except (UserFault, EnvironmentFault) as fault:
            self.trouble = str(fault)
            self.saved.emit("● CHƯA LƯU")
            self.complained.emit(f"CHƯA LƯU: {fault} Mẫu được giữ trong bộ nhớ; đừng tắt máy.")
            return False
        self._saved, self.trouble = written, ""
        self._pause.setInterval(max(SAVE_MS, round((perf_counter() - begun) * 1000 * PATIENCE)))
        self.saved.emit(f"Đã lưu {clock(datetime.now())}")
        return True

    def _turned(self, done: Done | None) -> None:
        if done:
            self._moved()
            self.gone_to.emit(done.place)

    def _moved(self) -> None:
        self._pause.start()
        self._soon.start()
        self.saved.emit("Đang lưu…")
        self.changed.emit()
