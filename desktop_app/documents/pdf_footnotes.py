"""A frame of a PDF page that keeps room at its foot for the footnotes of the lines that stand in it.

A short footnote stands whole on the page of its number. One that is taller than a third of the page
begins there and goes on at the foot of the next pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Frame, KeepTogether

from desktop_app.documents.pdf_pieces import EndingFlow, PlacedParagraph
from desktop_app.documents.pdf_tags import Element, TaggedCanvas

RULE_LENGTH = 50 * mm
RULE_ROOM, RULE_DROP = 12.0, 5.0
"""Points between text and footnotes, and how far down in them the rule is drawn."""
MAY_BE_SPLIT = 1 / 3
"""The part of a page from which on a footnote may go on on the next page."""
LEAST_LINES = 3
"""Lines of such a footnote that must stand on the page of its number."""
_FUZZ = 0.01


class Footnote:
    """One footnote while the pages are made; the fragments of its number point to it."""

    def __init__(self, number: str, text: PlacedParagraph) -> None:
        self.number, self.text = number, text
        self.begun = False
        """Whether the line of its number has been placed."""
        self.tall = 0.0
        """Its height once it is known; asked for with each piece that is added above."""


class LastFootnotes(Flowable):
    """Ends a section: takes no room, but comes to stand only once all footnotes have theirs."""


class FootnoteFrame(Frame):
    """The text of a page above, footnotes below; what has no room waits for the next page."""

    waiting: Sequence[Footnote] = ()
    """The footnotes of this page, with what is left of those before."""
    carried = False
    """Whether some of it comes from the page before."""
    _ends = 0.0
    """How far down text stands, without the gap after it."""
    forced = False
    """Whether what is added next stands here even if its footnotes do not."""

    def __deepcopy__(self, memo: dict[int, object]) -> FootnoteFrame:
        """The library copies the frame to measure in; what waits in it is not measured, so not copied."""
        return copy(self)

    def _reset(self) -> None:
        """Another page begins, with what is left of the last one's footnotes."""
        super()._reset()
        self.carried = bool(self.waiting)
        self._ends = self._y
        self._keep_room()

    def add(self, flowable: Flowable, canvas: TaggedCanvas, trySplit: int = 0) -> int:  # noqa: N803
        """Draw the piece if it fits above its footnotes; 1 when it was drawn."""
        if isinstance(flowable, LastFootnotes):
            return int(self._room(self.waiting) <= self._ends - self._y1 + _FUZZ)
        new = footnotes_of(flowable)
        wanted = (*self.waiting, *new)
        if new:
            self._y1p = self._y1 if self.forced else self._floor(wanted)
        drawn = int(self._add(flowable, canvas, trySplit))
        if drawn:
            self._ends = self._y + flowable.getSpaceAfter()
            self.waiting, self.forced = wanted, False
            for note in new:
                note.begun = True
        self._keep_room()
        return drawn

    def split(self, flowable: Flowable, canvas: TaggedCanvas) -> list[Flowable]:
        """The piece in parts, of which the first fits above its footnotes; [] for the next page."""
        new = footnotes_of(flowable)
        if isinstance(flowable, KeepTogether):
            parts = self._split_kept(flowable, canvas, new)
        elif new:
            parts = self._split_noted(flowable, canvas)
        else:
            parts = list(super().split(flowable, canvas))
        if not parts and self.carried:  # a page that others fill is no proof that the piece is too large
            flowable.__dict__.pop("_postponed", None)
        return parts

    def draw_footnotes(self, canvas: TaggedCanvas) -> bool:
        """The rule and the footnotes at the foot, if any; what has no room goes on waiting."""
        notes = list(self.waiting)
        if not notes:
            return False
        top = self._y1 + min(self._room(notes), self._ends - self._y1)
        with canvas.artifact():
            canvas.setLineWidth(0.5)
            canvas.line(self._x1, top - RULE_DROP, self._x1 + RULE_LENGTH, top - RULE_DROP)
        y = top - RULE_ROOM
        while notes and (left := self._draw(notes[0], canvas, y)) >= 0:
            y = left
            notes.pop(0)
        self.waiting = notes
        return True

    def _draw(self, note: Footnote, canvas: TaggedCanvas, y: float) -> float:
        """Draw what fits of the footnote below `y`; where it ends, -1 when some of it is left."""
        text, rest = note.text, None
        if self._tall(note) > y - self._y1 + _FUZZ:
            parts = text.split(self._aW, y - self._y1)
            if len(parts) != 2:
                return -1
            text, rest = parts
        _, height = text.wrap(self._aW, y)
        if not text.elements:
            text.elements.append(Element("Note", canvas.whole, f"/ID(note-{note.number})"))
        text.drawOn(canvas, self._x1, y - height)
        if rest is None:
            return float(y - height - text.getSpaceAfter())
        note.text, note.tall = rest, 0.0
        return -1

    def _split_kept(
        self, kept: KeepTogether, canvas: TaggedCanvas, new: Sequence[Footnote]
    ) -> list[Flowable]:
        """Pieces that stay together go to the next page when they do not fit with their footnotes."""
        if new and (self.carried or not self._atTop):  # a page of their own holds as much as one can
            self._y1p = self._floor((*self.waiting, *new))
        kept.canv = canvas
        kept.wrap(self._aW, 0)
        tight = self._y - self._y1p < kept._H
        parts = [] if tight and self.carried and self._atTop else list(super().split(kept, canvas))
        self._keep_room()
        return parts

    def _split_noted(self, flowable: Flowable, canvas: TaggedCanvas) -> list[Flowable]:
        """As many lines as fit with their footnotes; on an empty page the fewest there may be."""
        fewest: list[Flowable] = []
        step = _leading(flowable)
        floor = self._y1
        while floor < self._y:
            self._y1p = floor
            parts = list(super().split(flowable, canvas))
            if len(parts) > 1:
                if self._fits(parts[0]):
                    self._keep_room()
                    return parts
                fewest = parts
            floor += step
        self._keep_room()
        if self.carried or not self._atTop:
            return []
        self.forced = True
        return fewest or [flowable]

    def _fits(self, part: Flowable) -> bool:
        """Whether the part can stand above its footnotes and those that wait."""
        _, height = part.wrap(self._aW, self._aH)
        before = 0 if self._atTop else max(part.getSpaceBefore() - self._prevASpace, 0)
        self._keep_room()
        new = footnotes_of(part)
        floor = self._floor((*self.waiting, *new)) if new else self._y1p
        return bool(self._y - before - height >= floor - _FUZZ)

    def _keep_room(self) -> None:
        """The text ends where the footnotes of the page begin."""
        height = self._room(self.waiting) if self.waiting else 0
        self._y1p = self._y1 + min(height, max(0, self._ends - self._y1))

    def _floor(self, notes: Sequence[Footnote]) -> float:
        """How far down the text may reach when these stand below, the last of them perhaps in part."""
        *before, last = notes
        tall = self._tall(last)
        if tall > self._aH * MAY_BE_SPLIT:
            tall = LEAST_LINES * last.text.style.leading
        return float(self._y1 + self._room(before) + tall + (0 if before else RULE_ROOM))

    def _room(self, notes: Sequence[Footnote]) -> float:
        """The room of footnotes with their rule."""
        each = sum(self._tall(note) + note.text.getSpaceAfter() for note in notes)
        return each + RULE_ROOM if notes else 0.0

    def _tall(self, note: Footnote) -> float:
        note.tall = note.tall or float(note.text.wrap(self._aW, self._aH)[1])
        return note.tall


def footnotes_of(flowable: Flowable) -> tuple[Footnote, ...]:
    """The footnotes whose numbers stand in the piece, without those that have begun."""
    if isinstance(flowable, KeepTogether):
        return tuple(note for part in flowable._content for note in footnotes_of(part))
    if isinstance(flowable, EndingFlow):
        return footnotes_of(flowable.last)
    if not isinstance(flowable, PlacedParagraph):
        return ()
    found = {note.number: note for note in _pointed_at(flowable.frags) if not note.begun}
    return tuple(found.values())


def _pointed_at(fragments: Iterable[object]) -> Iterable[Footnote]:
    """What fragments point to, also those that are gathered in words."""
    for fragment in fragments:
        if isinstance(fragment, list | tuple):
            yield from _pointed_at(fragment)
        else:
            yield from getattr(fragment, "footnotes", ())


def _leading(flowable: Flowable) -> float:
    paragraph = flowable.last if isinstance(flowable, EndingFlow) else flowable
    return float(paragraph.style.leading)
