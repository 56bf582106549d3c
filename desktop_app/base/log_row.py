"""The one record of the log of edits: as the reports make it and as the data file keeps it."""

from __future__ import annotations

from typing import Literal, NamedTuple

StepKind = Literal["edit", "undo", "redo"]


class LogRow(NamedTuple):
    """One key of one accepted edit, undo or redo.

    number: 1, 2, 3 … within the report. step: what one undo takes back; rows of one step share it.
    made_at: ISO 8601 with its offset. at, before, after: the stretch of the text that changed.
    carried: 1 when the entry was carried over before, plus 2 when it is so after. prior: number of
    the key's row before this one, or 0; the data file fills it in.
    """

    number: int
    step: int
    act: StepKind
    label: str
    made_at: str
    made_by: str
    key: str
    at: int
    before: str
    after: str
    carried: int
    prior: int = 0
