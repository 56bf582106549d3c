"""A report as it stands at one moment: all that screens, documents and files read of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

import msgspec

from desktop_app.base import known_keys
from desktop_app.checking.evaluate import Difference, Result, after_edit, evaluate, read_entries
from desktop_app.checking.findings import Count, Finding, Source, count, merged, moved
from desktop_app.checking.plan import Plan
from desktop_app.checking.run_checks import shown, shown_computed
from desktop_app.forms.values import read_value
from desktop_app.forms.wording import period_words
from desktop_app.reports.explanations import is_explained
from desktop_app.reports.prose import Prose, read_prose
from desktop_app.reports.report import NOTHING, Entry, Report


class FilledReport(msgspec.Struct, frozen=True):
    """Entries and what follows from them; an edit makes another one, this one stays as it is.

    The mappings are shared, never changed in place; `result` is that of `entries`; `further` is what
    others than the checks of figures found, as of their last look.
    """

    report: Report
    plan: Plan
    entries: Mapping[str, Entry]
    result: Result
    further: Mapping[Source, tuple[Finding, ...]] = msgspec.field(default_factory=dict)

    def text(self, key: str) -> str:
        """What was typed under the key ("" for nothing); prose in its stored spelling."""
        return self.entries.get(key, NOTHING).text

    def texts(self) -> dict[str, str]:
        """Every typed text by key; keys without one are left out."""
        typed = (key for key in self.entries if not known_keys.is_about_report(key))
        return {key: text for key in typed if (text := self.text(key))}

    def prose(self, key: str) -> Prose:
        """The paragraphs written under the key."""
        return read_prose(self.text(key))

    def is_carried(self, key: str) -> bool:
        """Whether the entry came from the period before and has not been touched since."""
        return self.entries.get(key, NOTHING).carried

    def shown(self, key: str) -> str:
        """The key as printed: typed, or computed where the form fills it in."""
        return shown(self.plan, key, self.result.values, self.result.computed)

    def computed_text(self, key: str) -> str:
        """The computed number of a row with a formula, as printed; "" without one."""
        quantity = self.result.computed.get(key)
        if quantity is None:
            return ""
        return shown_computed(self.plan, key, self.result.values, quantity)

    def is_overruled(self, key: str) -> bool:
        """Whether the clerk typed over the computed number of a rate."""
        return self.plan.fills_itself(key) and bool(self.text(key).strip())

    def findings(self) -> list[Finding]:
        """What every source found, errors first, then in the order of the form."""
        return merged([self.result.findings.values(), *self.further.values()])

    def count(self) -> Count:
        """The findings by level, explained warnings left out; asked at each key, so nothing is sorted."""
        further = {finding.identity: finding for finding in chain(*self.further.values())}
        found = chain(self.result.findings.values(), further.values())
        return count(finding for finding in found if not is_explained(finding, self.text))

    def out_of_scope(self, key: str) -> str:
        """Why this agency does not report the row; "" when it does."""
        return self.plan.out_of_scope(key, self.text(known_keys.AGENCY_KIND))


def fill_in(report: Report, plan: Plan, entries: Mapping[str, Entry]) -> FilledReport:
    """The report with these entries, evaluated from scratch."""
    texts = {key: entry.text for key, entry in entries.items()}
    return FilledReport(report, plan, dict(entries), evaluate(plan, read_entries(plan, texts)))


def words_of(filled: FilledReport) -> dict[str, str]:
    """What the form puts into its titles and sentences for this period and agency."""
    agency = filled.text(known_keys.AGENCY).strip()
    return period_words(filled.plan.edition, filled.report.period, agency)


def with_entries(filled: FilledReport, edited: Mapping[str, Entry]) -> FilledReport:
    """The same report after some entries changed, evaluated only where they reach."""
    plan = filled.plan
    values = {key: read_value(plan.kind(key), entry.text, plan.choices(key)) for key, entry in edited.items()}
    result = after_edit(plan, filled.result, values)
    return msgspec.structs.replace(filled, entries={**filled.entries, **edited}, result=result)


def with_findings(
    filled: FilledReport, source: Source, findings: Iterable[Finding]
) -> tuple[FilledReport, Difference]:
    """The same report with what a source found in its last look, and what that changes."""
    latest = {finding.identity: finding for finding in findings}
    before = {finding.identity: finding for finding in filled.further.get(source, ())}
    gone, come = moved(before, latest)
    keys = frozenset(key for finding in (*gone, *come) for key in finding.keys)
    further = {**filled.further, source: tuple(latest.values())}
    return msgspec.structs.replace(filled, further=further), Difference(keys, gone, come)
