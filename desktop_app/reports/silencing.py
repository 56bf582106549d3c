"""Findings of the words that the clerk wants to hear no more of: once in a report, or for good.

Silenced is a kind of finding on certain words, so that it stays silent when words before it move,
and speaks again when its own words change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from desktop_app.base import known_keys
from desktop_app.checking.findings import Finding
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import in_words
from desktop_app.reports.report import NOTHING, Entry

MOST_WORDS = 200
"""Letters of the words by which a finding is known again."""
_WORDS = msgspec.json.Decoder(tuple[str, ...])
_PAIRS = msgspec.json.Decoder(tuple[tuple[str, str], ...])


class Silence(NamedTuple):
    """A kind of finding on certain words; key: where in the report, "" for good and everywhere."""

    code: str
    words: str
    key: str = ""


def silence_of(filled: FilledReport, finding: Finding) -> Silence:
    """What must be silenced for the finding to be silent at its place."""
    key = finding.keys[0]
    text = in_words(filled.text(key), prose=filled.plan.is_prose(key))
    words = text[slice(*finding.span)] if finding.span else finding.found or finding.message
    return Silence(finding.code, words[:MOST_WORDS], key)


def for_good(silence: Silence) -> Silence:
    """The same at every place of every report."""
    return silence._replace(key="")


def silences(entries: Mapping[str, Entry]) -> list[Silence]:
    """All that is silenced in a report."""
    found = []
    for key, entry in entries.items():
        if known_keys.is_silence(key) and entry.text:
            code, place = known_keys.silenced(key)
            found += [Silence(code, words, place) for words in _read(entry.text)]
    return found


def silencing(entries: Mapping[str, Entry], silence: Silence, *, silent: bool = True) -> tuple[str, str]:
    """Key and text of the entry that silences once, or with silent=False speaks again."""
    key = known_keys.silence_of(silence.code, silence.key)
    words = [w for w in _read(entries.get(key, NOTHING).text) if w != silence.words]
    if silent:
        words.append(silence.words)
    return key, msgspec.json.encode(words).decode() if words else ""


def apart(
    filled: FilledReport, findings: Iterable[Finding], always: Iterable[Silence] = ()
) -> tuple[list[Finding], list[Finding]]:
    """The findings that speak, and those that are silenced."""
    silent = {*silences(filled.entries), *always}
    if not silent:
        return list(findings), []
    codes = {silence.code for silence in silent}
    spoken: list[Finding] = []
    quiet: list[Finding] = []
    for finding in findings:
        here = silence_of(filled, finding) if finding.code in codes else None
        (quiet if here and (here in silent or for_good(here) in silent) else spoken).append(finding)
    return spoken, quiet


def read_always(stored: str) -> frozenset[Silence]:
    """What is silenced for good, as a preference keeps it; nothing where it cannot be read."""
    try:
        pairs = _PAIRS.decode(stored or "[]")
    except msgspec.DecodeError:
        return frozenset()
    return frozenset(Silence(code, words) for code, words in pairs)


def write_always(always: Iterable[Silence]) -> str:
    """The stored spelling of what is silenced for good."""
    return msgspec.json.encode(sorted((silence.code, silence.words) for silence in always)).decode()


def _read(stored: str) -> tuple[str, ...]:
    try:
        return _WORDS.decode(stored or "[]")
    except msgspec.DecodeError:
        return ()
