"""The columns of a table as the window shows them, titles filled from the period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.forms.columns import GROUP, columns_of, has_groups, is_entered
from desktop_app.forms.heads import Column
from desktop_app.forms.model import Appendix
from desktop_app.forms.wording import fill

PREVIOUS = "previous"
"""What the report of the period before shows: a column of the window, of no form."""
_SHORT = {"unit": "Đơn vị", "figure": "Kỳ này"}
"""What the usual columns are called here, where the form's own words are long."""


class ShownColumn(NamedTuple):
    """One column: what stands in it, its words, and the column of the form that it shows.

    of: as in `Column.of`, or GROUP or PREVIOUS.
    """

    of: str
    title: str
    over: str = ""
    source: Column | None = None

    @property
    def is_typed(self) -> bool:
        """Whether the clerk enters something there."""
        return self.of in ("figure", "note") or (self.source is not None and is_entered(self.source))

    @property
    def is_computed(self) -> bool:
        """Whether the form computes the whole column."""
        return self.of in ("formula", "cumulative")

    @property
    def words(self) -> str:
        """Its title with what stands over it, for a tool tip and the screen reader."""
        return f"{self.over}: {self.title}" if self.over else self.title


def shown_columns(appendix: Appendix, words: Mapping[str, str]) -> tuple[ShownColumn, ...]:
    """All columns in their order; words: those of the period.

    The window's own column of the period before is left out where the form has one.
    """
    own = bool(appendix.columns)
    found: list[ShownColumn] = []
    for column in columns_of(appendix):
        if own and column.of == "label" and has_groups(appendix):
            found.append(ShownColumn(GROUP, ""))
        title = fill(column.title, words) if own else _SHORT.get(column.of, column.title)
        over = fill(column.over, words) if own else ""
        found.append(ShownColumn(column.of, title, " ".join(over.split()), column))
        if column.of == "figure" and not any(each.of == "before" for each in columns_of(appendix)):
            found.append(ShownColumn(PREVIOUS, "Kỳ trước"))
    return tuple(found)
