"""The findings by key and by tab, kept up with each edit, so that pages need not search."""

from __future__ import annotations

from collections import Counter, defaultdict

from desktop_app.base import known_keys
from desktop_app.checking.findings import LEVELS, Finding, Identity
from desktop_app.forms.tabs import GENERAL
from desktop_app.reports.explanations import explanation_key, is_explained
from desktop_app.reports.session import Changes, Session

SIGNS = {"error": "●", "warning": "▲", "note": "○"}
"""The sign of each level: colour never stands alone."""


def is_quiet(finding: Finding) -> bool:
    """Whether its places show nothing of it: a blank that is still to be entered is no fault of its cell."""
    return finding.found_by == "readiness" and finding.level == "note"


class FindingIndex:
    """Key -> findings, tab -> how many of each level."""

    def __init__(self, session: Session) -> None:
        self._tabs = session.filled.plan.tab_of
        self._by_key: defaultdict[str, dict[Identity, Finding]] = defaultdict(dict)
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._warnings: dict[Identity, Finding] = {}
        self._session = session
        for finding in session.filled.findings():
            self._add(finding, 1)

    def update(self, changes: Changes) -> set[str]:
        """Take over what an edit changed; returns the tabs whose counts may have changed."""
        for finding in changes.gone:
            self._add(finding, -1)
        for finding in changes.come:
            self._add(finding, 1)
        moved = [*changes.gone, *changes.come]
        if any(map(known_keys.is_explanation, changes.keys)):
            moved += self._warnings.values()  # a reason was given or taken back
        else:
            moved += self._with_reason()  # which may have gone stale
        return {tab for finding in moved for tab in self._of(finding)}

    def at(self, key: str) -> list[Finding]:
        """What was found at the key, the gravest first."""
        return sorted(self._by_key[key].values(), key=lambda finding: finding.rank)

    def level(self, key: str) -> str:
        """The gravest level at the key; "" when nothing was found."""
        levels = {finding.level for finding in self._by_key[key].values()}
        return next((level for level in LEVELS if level in levels), "")

    def count(self, tab: str) -> tuple[int, int]:
        """Errors of a tab, and warnings that are not explained."""
        typed = self._session.filled.text
        explained = sum(tab in self._of(f) for f in self._with_reason() if is_explained(f, typed))
        return self._counts[tab]["error"], self._counts[tab]["warning"] - explained

    def tab(self, key: str) -> str:
        """The tab where the key is entered."""
        if known_keys.is_mark(key):
            return known_keys.marked_tab(key)
        return self._tabs.get(known_keys.row_of(key), GENERAL)

    def is_place(self, key: str) -> bool:
        """Whether the key is entered on some tab."""
        return known_keys.row_of(key) in self._tabs

    def _with_reason(self) -> list[Finding]:
        typed = self._session.filled.text
        return [finding for finding in self._warnings.values() if typed(explanation_key(finding))]

    def _of(self, finding: Finding) -> set[str]:
        return {self.tab(key) for key in finding.keys}

    def _add(self, finding: Finding, step: int) -> None:
        if is_quiet(finding):
            return
        if finding.level == "warning":
            self._keep_warning(finding, step)
        for tab in self._of(finding):
            self._counts[tab][finding.level] += step
        for key in finding.keys:
            if step > 0:
                self._by_key[key][finding.identity] = finding
            elif self._by_key[key].get(finding.identity) == finding:
                del self._by_key[key][finding.identity]

    def _keep_warning(self, finding: Finding, step: int) -> None:
        if step > 0:
            self._warnings[finding.identity] = finding
        elif self._warnings.get(finding.identity) == finding:
            del self._warnings[finding.identity]
