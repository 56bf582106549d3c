"""Other words in the place of what a search has found: one, or all after they were looked over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit, words_at
from desktop_app.searching.replacing import refusal, replaced
from desktop_app.searching.wanted import pattern_of
from desktop_app.ui.session_bridge import SessionBridge

if TYPE_CHECKING:
    from desktop_app.ui.report_search import ReportSearch

EDITED = "Nội dung vừa thay đổi; hãy bấm lại «Thay tất cả…»."
LOOK_OVER = "Xem lại các chỗ sẽ thay; phím cách hoặc bấm chuột: bỏ hay chọn một chỗ."
DONE = "Đã thay {count} chỗ; Ctrl+Z để hoàn tác."
MOST_NAMED = 24
"""Letters of the words in the name of the step."""


class SearchReplacing(QObject):
    """Nothing changes that was not seen: one hit after it is shown, many after they were listed."""

    def __init__(self, search: ReportSearch, bridge: SessionBridge) -> None:
        super().__init__(search)
        self._search, self._bar, self._model = search, search.bar, search.model
        self._bridge = bridge
        self._reviewed = 0  # the edits of the session when the places were listed
        self._bar.replace_asked.connect(self._one)
        self._bar.review_asked.connect(self._review)
        self._bar.replace_all_asked.connect(self._every)
        self._bar.review_left.connect(self._leave_review)
        bridge.entries_changed.connect(self._on_entries_changed)

    def _one(self) -> None:
        """Put the new words where the hit is that is shown, and show the next."""
        self._bridge.settle()
        hit, new = self._search.shown(), self._bar.new_words.text()
        if hit is None:
            self._search.step(1)
        elif refused := refusal(self._bridge.session.filled, hit):
            self._search.step(1)
            self._bar.say(refused)
        else:
            self._edit([hit], new)
            self._search.go_on(hit, len(new))
            self._bar.say(DONE.format(count=1))

    def _review(self) -> None:
        """List all that would change, before anything does."""
        self._bridge.settle()
        others = self._spelled_otherwise()
        self._model.review(self._bar.new_words.text(), others)
        self._reviewed = self._bridge.session.edits
        left = len(self._model.hits) - len(self._model.ticked())
        self._bar.say(f"{LOOK_OVER} {left} chỗ chưa chọn." if left else LOOK_OVER)
        self._search.show_state()

    def _spelled_otherwise(self) -> frozenset[Hit]:
        """The places with other marks than the words have, where some have the very ones: not ticked yet."""
        exact = pattern_of(msgspec.structs.replace(self._bar.wanted(), marks=True, whole=False))
        filled = self._bridge.session.filled
        others = frozenset(
            hit for hit in self._model.hits
            if exact and not exact.fullmatch(words_at(filled, hit)[hit.start : hit.end])
        )  # fmt: skip
        return others if len(others) < len(self._model.hits) else frozenset()

    def _leave_review(self) -> None:
        self._model.review(None)
        self._bar.say("")
        self._search.show_state()
        self._bar.new_words.setFocus()

    def _every(self) -> None:
        """Put the new words at every ticked place, as one step."""
        hits, found = self._model.ticked(), len(self._model.hits)
        self._model.review(None)
        self._bar.words.setFocus()
        self._edit(hits, self._bar.new_words.text())
        self._search.go_on()
        left = f" {found - len(hits)} chỗ để nguyên." if found > len(hits) else ""
        self._bar.say(DONE.format(count=len(hits)) + left)

    def _edit(self, hits: list[Hit], new: str) -> None:
        old = self._bar.words.text().strip() or "chữ của kỳ khác"
        texts = replaced(self._bridge.session.filled, hits, new)
        self._search.expect_edit()
        self._bridge.edit_many(f"Thay «{old[:MOST_NAMED]}» bằng «{new[:MOST_NAMED]}»", texts)

    def _on_entries_changed(self, _changes: Changes) -> None:
        """A list that no longer says what stands in the report is put away."""
        if self._model.reviewing and self._bridge.session.edits != self._reviewed:
            self._leave_review()
            self._bar.say(EDITED)
