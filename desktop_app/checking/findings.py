"""What a check found: level, keys, both sides with their numbers; order and identity of findings."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from desktop_app.forms.model import Level

LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""From the gravest to the lightest."""


class Finding(msgspec.Struct, frozen=True):
    """One contradiction. `keys` are those the rule read and that are part of the fault.

    found / expected: the two sides as shown; order: the place of its rule in the form, so that
    lists stay in the order of the form while numbers move.
    """

    code: str
    level: Level
    keys: tuple[str, ...]
    message: str
    advice: str = ""
    found: str = ""
    expected: str = ""
    source: str = ""
    order: int = 0
    broken: bool = False

    @property
    def identity(self) -> tuple[str, str]:
        """What stays the same while the numbers of the finding change."""
        return (self.code, self.keys[0] if self.keys else "")

    @property
    def rank(self) -> tuple[int, int, str]:
        """For sorting: errors first, then in the order of the form."""
        return (LEVELS.index(self.level), self.order, self.identity[1])


class Count(msgspec.Struct, frozen=True):
    """How many findings of each level."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0


def count(findings: Iterable[Finding]) -> Count:
    """The findings counted by level."""
    levels = [finding.level for finding in findings]
    return Count(levels.count("error"), levels.count("warning"), levels.count("note"))
