"""The one door between the open report and the screen: edits go in, `entries_changed` comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.checking.findings import Finding, Source
from desktop_app.reports.prose import Prose, write_prose
from desktop_app.reports.session import Changes, Session
from desktop_app.ui.finding_index import FindingIndex, is_quiet

SETTLE_MS = 300
"""Typing that pauses this long is committed; leaving the field commits at once."""


class SessionBridge(QObject):
    """Hands edits to the session and tells every page, once, what they changed.

    Signals: entries_changed(Changes) after every edit, undo, redo and commit; pages refresh the keys that
    they show, and skip their own echo by comparing texts; stale_tabs are the tabs whose counts
    of findings that edit may have moved. wanted(str): somebody asks to be taken to a key (a finding, the
    outline, the preview); words_wanted(str, Span): to these words there. form_changed(str): the report
    in the data file is on another form now and must be shown anew; the sentence says what happened.
    """

    entries_changed = Signal(Changes)
    wanted = Signal(str)
    words_wanted = Signal(str, object)
    form_changed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.findings = FindingIndex(session)
        self.stale_tabs: set[str] = set()
        self._pause_ends_step = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._on_pause)

    def edit(self, key: str, text: str) -> None:
        """Accept a text: recorded, checked, committed."""
        self._settling.stop()
        self._announce(self.session.edit(key, text))

    def edit_many(self, label: str, texts: Mapping[str, str]) -> None:
        """Accept several texts as one step, named `label` in the undo menu."""
        self._announce(self.session.edit_many(label, texts))

    def type_text(self, key: str, text: str) -> None:
        """Show and check a text that is being typed; committed at the next pause."""
        self._pause_ends_step = False
        self._settling.start()
        self._announce(self.session.type_text(key, text))

    def type_prose(self, key: str, prose: Prose) -> None:
        """Show and check paragraphs that are being typed; committed at the next pause."""
        self._pause_ends_step = True  # one undo takes back a phrase, not an hour of writing
        self._settling.start()
        self._announce(self.session.type_text(key, write_prose(prose)))

    def settle(self) -> None:
        """Commit what is typed and begin a new undo step, as when the focus leaves a field."""
        self._settling.stop()
        self._announce(self.session.settle())

    def give_explanation(self, finding: Finding, text: str) -> None:
        """Accept the clerk's explanation of a warning."""
        self._announce(self.session.give_explanation(finding, text))

    def deliver(self, source: Source, findings: Sequence[Finding]) -> None:
        """Show all that a source finds now; it may come at any time after an edit.

        A note on ten thousand blank rows touches no cell, and so no page.
        """
        changes = self.session.deliver(source, findings)
        seen = (finding for finding in (*changes.gone, *changes.come) if not is_quiet(finding))
        keys = frozenset(key for finding in seen for key in finding.keys)
        self._announce(msgspec.structs.replace(changes, keys=keys))

    def let_edit(self, act: Callable[[Session], Changes]) -> None:
        """Have the session edited by a service, and show what that changed."""
        self._settling.stop()
        self._announce(act(self.session))

    def undo(self) -> None:
        """Take back the last step."""
        self._settling.stop()
        self._announce(self.session.undo())

    def redo(self) -> None:
        """Do again the step last taken back."""
        self._settling.stop()
        self._announce(self.session.redo())

    def go_to(self, key: str) -> None:
        """Ask the window to show where the key is entered."""
        self.wanted.emit(key)

    def _on_pause(self) -> None:
        self._announce(self.session.settle(step_ends=self._pause_ends_step))

    def _announce(self, changes: Changes) -> None:
        self.stale_tabs = self.findings.update(changes)
        self.entries_changed.emit(changes)
