"""How wide the columns of a table are on the screen: most by what stands in them, one takes the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QFontMetrics

from desktop_app.forms.columns import GROUP
from desktop_app.forms.heads import ANY_WIDTH
from desktop_app.ui.models.shown_columns import PREVIOUS, ShownColumn

WIDEST_LABEL = 200
"""What the column that takes the rest has at least."""
USUAL = {"number": 60, "unit": 110, "figure": 170, PREVIOUS: 100, "note": 180}
_FURTHER = {"number": 60, "unit": 100, "figure": 120, PREVIOUS: 100, "note": 150, GROUP: 110}
_OF_KIND = {"text": 190, "date": 115, "choice": 150}
_OTHER, _WORDY = 105, 240
_PIXELS = 5
"""For each millimetre that a form asks for."""
_LINES, _PAD = 3, 16
"""Lines of a title until its column becomes wider for it; what its frame takes."""
_MOST_FOR_TITLE = 230
_FULL_WIDTH, _NARROWEST = 1000, 0.62
"""Below this width of the table all columns but the widest become narrower, down to this share."""


def widest_of(columns: Sequence[ShownColumn]) -> int:
    """The column that takes the room that is left: the labels, else the one that the form makes widest."""
    labels = [n for n, column in enumerate(columns) if column.of == "label"]
    if labels:
        return labels[0]
    typed = [n for n, column in enumerate(columns) if column.source]
    return max(typed, key=lambda n: _wish(columns[n]), default=0)


def _wish(column: ShownColumn) -> tuple[float, bool]:
    source = column.source
    least = source.width[0] if source and source.width != ANY_WIDTH else 0.0
    return least, bool(source and source.of == "value" and source.kind in ("", "text"))


def shared(widths: Mapping[int, int], least: Mapping[int, int], room: int) -> dict[int, int]:
    """The widths in a table of this room: narrower on a small screen, and before it scrolls sideways."""
    share = min(1.0, max(_NARROWEST, room / _FULL_WIDTH))
    if least:
        wanted = (room - WIDEST_LABEL) / (sum(widths.values()) or 1)
        share = min(share, max(_NARROWEST, wanted))
    return {n: max(least.get(n, 0), round(full * share)) for n, full in widths.items()}


def least_widths(columns: Sequence[ShownColumn], letters: QFontMetrics) -> dict[int, int]:
    """What the longest word of each title needs."""
    return {n: _longest(column, letters) + _PAD for n, column in enumerate(columns)}


def _longest(column: ShownColumn, letters: QFontMetrics) -> int:
    return max((letters.horizontalAdvance(word) for word in column.title.split()), default=0)


def fixed_widths(
    columns: Sequence[ShownColumn], letters: QFontMetrics, *, named: bool, wordy: bool = False
) -> dict[int, int]:
    """The widths of all others.

    named: the form names its columns, so that their titles are to be read; wordy: some figures are words.
    """
    widest = widest_of(columns)
    others = {n: column for n, column in enumerate(columns) if n != widest}
    if not named:
        return {n: USUAL[column.of] for n, column in others.items()}
    widths = {n: max(_by_content(column), _by_title(column, letters)) for n, column in others.items()}
    figures = [n for n, column in others.items() if column.of == "figure"] if wordy else []
    return widths | {n: max(widths[n], _WORDY) for n in figures}


def _by_content(column: ShownColumn) -> int:
    source = column.source
    if source and source.width != ANY_WIDTH:
        return min(420, round(source.width[0] * _PIXELS))
    if column.of in _FURTHER:
        return _FURTHER[column.of]
    return _OF_KIND.get(source.kind if source else "", _OTHER)


def _by_title(column: ShownColumn, letters: QFontMetrics) -> int:
    """Room for the longest word, and for the title in a few lines."""
    whole = letters.horizontalAdvance(" ".join(column.title.split()))
    return min(_MOST_FOR_TITLE, max(_longest(column, letters), round(whole / _LINES * 1.2)) + _PAD)
