"""What was found: level, keys, both sides with their numbers; identity, order and merging of findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

import msgspec

from desktop_app.forms.model import Level

LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""From the gravest to the lightest."""
LEVEL_WORDS: dict[Level, str] = {"error": "Lỗi", "warning": "Cảnh báo", "note": "Lưu ý"}

Source = Literal["figures", "values", "prose", "readiness"]
"""Who found it: the checks of the form, what every entry obeys, a reader of the prose, the look
for what is missing. The first two answer with each edit, the others when they have looked."""
Span = tuple[int, int]
"""The characters of a text that a finding speaks of: from, and up to but not with."""
WHOLE_TEXT: Span = (-1, -1)
"""Where a finding without a span stands among those of its key: before them."""


class Identity(NamedTuple):
    """What stays the same while the numbers of a finding change."""

    source: Source
    code: str
    key: str
    span: Span | None = None


class Finding(msgspec.Struct, frozen=True):
    """One contradiction. `keys` are those the check read and that are part of the fault.

    found / expected: the two sides as shown; order: the place of its check in the form, so that
    lists stay in the order of the form while numbers move. source: where the relation is written;
    span: the words of the first key's text that are at fault, None for all of it.
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
    found_by: Source = "figures"
    span: Span | None = None

    @property
    def identity(self) -> Identity:
        """What stays the same while the numbers of the finding change."""
        return Identity(self.found_by, self.code, self.keys[0] if self.keys else "", self.span)

    @property
    def rank(self) -> tuple[int, int, str, Span, str, str]:
        """For sorting: errors first, then in the order of the form, then of the text; no two are equal."""
        found_by, code, key, span = self.identity
        return (LEVELS.index(self.level), self.order, key, span or WHOLE_TEXT, code, found_by)


class Count(msgspec.Struct, frozen=True):
    """How many findings of each level."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0


def merged(sources: Iterable[Iterable[Finding]]) -> list[Finding]:
    """What all sources found as one list, each identity once, sorted by rank."""
    found = {finding.identity: finding for findings in sources for finding in findings}
    return sorted(found.values(), key=lambda finding: finding.rank)


def moved(
    before: Mapping[Identity, Finding], after: Mapping[Identity, Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What is gone and what has come; a finding whose numbers changed is in both."""
    gone = tuple(f for i, f in before.items() if after.get(i) != f)
    come = tuple(f for i, f in after.items() if before.get(i) != f)
    return gone, come


def record(finding: Finding) -> dict[str, object]:
    """The finding as the command line writes it in JSON; `span` only where it has one."""
    names = ("code", "level", "keys", "message", "expected", "found")
    fields = {name: getattr(finding, name) for name in names}
    return fields | ({"span": finding.span} if finding.span else {})


def count(findings: Iterable[Finding]) -> Count:
    """The findings counted by level."""
    levels = [finding.level for finding in findings]
    return Count(levels.count("error"), levels.count("warning"), levels.count("note"))
