"""The readers of the proof-reader, and the memory that reads again only what a change touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.checking.findings import Finding, merged
from desktop_app.proofreading.citations.check_days import read_days
from desktop_app.proofreading.citations.check_documents import read_documents
from desktop_app.proofreading.citations.check_known import read_known
from desktop_app.proofreading.citations.check_registers import read_registers
from desktop_app.proofreading.citations.check_symbols import read_symbols
from desktop_app.proofreading.context import Context
from desktop_app.proofreading.figures import (
    against_checks,
    changes,
    claims,
    over_periods,
    parts,
    rates,
    row_claims,
    sums,
    totals,
    unfollowed,
)
from desktop_app.proofreading.passages import Passage, passages
from desktop_app.proofreading.wording.check_abbreviations import read_abbreviations
from desktop_app.proofreading.wording.check_capitals import read_capitals
from desktop_app.proofreading.wording.check_compounds import read_compounds
from desktop_app.proofreading.wording.check_leftovers import read_leftovers
from desktop_app.proofreading.wording.check_marks import read_marks, read_quotes
from desktop_app.proofreading.wording.check_missing import read_missing
from desktop_app.proofreading.wording.check_names import read_names
from desktop_app.proofreading.wording.check_offers import read_offers
from desktop_app.proofreading.wording.check_old_codes import read_old_codes
from desktop_app.proofreading.wording.check_repeats import read_repeats, read_sentences
from desktop_app.proofreading.wording.check_spelling import read_spelling, read_tones
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.silencing import Silence, apart

Read = Callable[[Context, Iterable[Passage]], Iterable[Finding]]
"""A reader: a pure function of the context and some passages."""


class Reader(NamedTuple):
    """One way of reading.

    alone: what it finds in a passage follows from that passage (and the form, the period and the
    day of the report) alone, so that other passages and figures need not be read again; the
    readers that compare places are handed all passages whenever one of them or a figure changed.
    """

    name: str
    read: Read
    alone: bool = False


READERS: tuple[Reader, ...] = (
    Reader("sums", sums.read, alone=True),
    Reader("parts", parts.read, alone=True),
    Reader("totals", totals.read, alone=True),
    Reader("rates", rates.read, alone=True),
    Reader("changes", changes.read, alone=True),
    Reader("rows", against_checks.read),
    Reader("unfollowed", unfollowed.read),
    Reader("claims", claims.read),
    Reader("row claims", row_claims.read),
    Reader("periods", over_periods.read),
    Reader("days", read_days, alone=True),
    Reader("symbols", read_symbols, alone=True),
    Reader("documents", read_documents),
    Reader("registers", read_registers),
    Reader("known documents", read_known),
    Reader("old codes", read_old_codes, alone=True),
    Reader("spelling", read_spelling, alone=True),
    Reader("compounds", read_compounds, alone=True),
    Reader("repeats", read_repeats, alone=True),
    Reader("missing", read_missing, alone=True),
    Reader("marks", read_marks, alone=True),
    Reader("capitals", read_capitals, alone=True),
    Reader("leftovers", read_leftovers, alone=True),
    Reader("tones", read_tones),
    Reader("sentences", read_sentences),
    Reader("quotes", read_quotes),
    Reader("names", read_names),
    Reader("abbreviations", read_abbreviations),
    Reader("offers", read_offers),
)
"""Every reader, in the order in which they read."""


def _go_on() -> None:
    """Nobody asks the reading to stop."""


def _watched(texts: Iterable[Passage], go_on: Callable[[], None]) -> Iterator[Passage]:
    """The passages, with a chance to stop before each."""
    for passage in texts:
        go_on()
        yield passage


class ProofReader:
    """Reads a report again and again, each time only what has changed since the last.

    One for each open report; used by one thread at a time.
    """

    def __init__(self, readers: Sequence[Reader] = READERS) -> None:
        self._readers = readers
        self._alone: dict[tuple[str, str], tuple[str, tuple[Finding, ...]]] = {}
        self._together: dict[str, tuple[Finding, ...]] = {}
        self._seen: object = None
        self._seen_alone: object = None
        self.read_again: frozenset[str] = frozenset()
        """The keys of the passages that the last reading could not take from memory."""

    def read(
        self,
        filled: FilledReport,
        previous: FilledReport | None = None,
        go_on: Callable[[], None] = _go_on,
        always: Iterable[Silence] = (),
    ) -> tuple[Finding, ...]:
        """Everything that the readers find now and that is not silenced.

        previous: the report of the period before. go_on: called between passages; what it raises
        ends the reading, and what was read is kept. always: what is silenced in every report.
        """
        context = Context(filled, previous)
        texts = tuple(passages(context.filled))
        alone = (context.plan, context.period, context.day)
        if alone != self._seen_alone:
            self._alone, self._seen_alone = {}, alone
        found: list[tuple[Finding, ...]] = []
        again: set[str] = set()
        for reader in (r for r in self._readers if r.alone):
            found += [self._read_alone(reader, context, passage, again, go_on) for passage in texts]
        found += self._read_together(context, texts, go_on)
        self._forget({passage.key for passage in texts})
        self.read_again = frozenset(again)
        spoken, _ = apart(filled, merged(found), always)
        return tuple(spoken)

    def _read_alone(
        self, reader: Reader, context: Context, passage: Passage, again: set[str], go_on: Callable[[], None]
    ) -> tuple[Finding, ...]:
        place = (reader.name, passage.key)
        known = self._alone.get(place)
        if known and known[0] == passage.text:
            return known[1]
        go_on()
        again.add(passage.key)
        found = tuple(reader.read(context, (passage,)))
        self._alone[place] = (passage.text, found)
        return found

    def _read_together(
        self, context: Context, texts: tuple[Passage, ...], go_on: Callable[[], None]
    ) -> list[tuple[Finding, ...]]:
        before = context.previous.entries if context.previous else None
        now = (context.plan, context.filled.entries, before)
        if self._seen is None or now != self._seen:
            self._together, self._seen = {}, None
            for reader in (r for r in self._readers if not r.alone):
                self._together[reader.name] = tuple(reader.read(context, _watched(texts, go_on)))
            self._seen = now
        return list(self._together.values())

    def _forget(self, keys: set[str]) -> None:
        """Passages that are gone take their findings with them."""
        for place in [place for place in self._alone if place[1] not in keys]:
            del self._alone[place]


def proofread(
    filled: FilledReport, previous: FilledReport | None = None, always: Iterable[Silence] = ()
) -> tuple[Finding, ...]:
    """Everything that the readers find in a report that is read once, and that is not silenced."""
    return ProofReader().read(filled, previous, always=always)
