"""How wide the columns of a table are on the screen: most by what stands in them, one takes the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from desktop_app.forms.columns import GROUP
from desktop_app.forms.heads import ANY_WIDTH
from desktop_app.ui.models.shown_columns import PREVIOUS, ShownColumn

WIDEST_LABEL = 200
"""What the column that takes the rest has at least."""
USUAL = {"number": 60, "unit": 110, "figure": 170, PREVIOUS: 100, "note": 180}
_FURTHER = {"number": 60, "unit": 100, "figure": 120, PREVIOUS: 100, "note": 150, GROUP: 110}
_OF_KIND = {"text": 190, "date": 115, "choice": 150}
_OTHER = 105
_PIXELS = 5
"""For each millimetre that a form asks for."""
_LINES, _PAD = 3, 16
"""Lines of a title until its column becomes wider for it; what its frame takes."""
_MOST_FOR_TITLE = 230


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


def fixed_widths(columns: Sequence[ShownColumn], letters: QFontMetrics, *, named: bool) -> dict[int, int]:
    """The widths of all others; named: the form names its columns, so that their titles are to be read."""
    widest = widest_of(columns)
    others = {n: column for n, column in enumerate(columns) if n != widest}
    if not named:
        return {n: USUAL[column.of] for n, column in others.items()}
    return {n: max(_by_content(column), _by_title(column, letters)) for n, column in others.items()}


def _by_content(column: ShownColumn) -> int:
    source = column.source
    if source and source.width != ANY_WIDTH:
        return min(420, round(source.width[0] * _PIXELS))
    if column.of in _FURTHER:
        return _FURTHER[column.of]
    return _OF_KIND.get(source.kind if source else "", _OTHER)


def _by_title(column: ShownColumn, letters: QFontMetrics) -> int:
    """Room for the longest word, and for the title in a few lines."""
    words = [letters.horizontalAdvance(word) for word in column.title.split()]
    whole = letters.horizontalAdvance(" ".join(column.title.split()))
    return min(_MOST_FOR_TITLE, max([*words, round(whole / _LINES * 1.2)], default=0) + _PAD)
