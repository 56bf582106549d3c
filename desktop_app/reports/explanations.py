"""Why a warning stands: the clerk's reason and the values that it excuses, stale when they move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.text import clean
from desktop_app.checking.findings import Finding

ExplanationState = Literal["none", "given", "stale"]


class Explanation(msgspec.Struct, frozen=True):
    """The reason for one warning, and the texts under its keys when it was given."""

    text: str
    excused: dict[str, str]


_DECODER = msgspec.json.Decoder(Explanation)


def explanation_key(finding: Finding) -> str:
    """The key of the reason: "explain.PL1.4", "explain.V2@pl1.5", "explain.W1@I.1:14-23".

    A check of the form finds one thing, so that its code is enough; whatever else is found names its
    key, and its span where it has one.
    """
    if finding.found_by == "figures":
        return known_keys.EXPLANATION + finding.code
    _, code, key, span = finding.identity
    return f"{known_keys.EXPLANATION}{code}@{key}" + (f":{span[0]}-{span[1]}" if span else "")


def read_explanation(stored: str) -> Explanation | None:
    """The reason of its stored spelling; None when there is none."""
    if not stored:
        return None
    try:
        return _DECODER.decode(stored)
    except (msgspec.DecodeError, RecursionError):
        return Explanation(stored, {})


def explanation_of(finding: Finding, typed: Callable[[str], str]) -> Explanation | None:
    """The reason given for the finding, if one was."""
    return read_explanation(typed(explanation_key(finding)))


def write_explanation(text: str, finding: Finding, typed: Callable[[str], str]) -> str:
    """The stored spelling of a reason given now; "" takes a reason back."""
    words = clean(text).strip()
    if not words:
        return ""
    excused = {key: typed(key) for key in finding.keys}
    return msgspec.json.encode(Explanation(words, excused)).decode()


def explanation_state(reason: Explanation | None, typed: Callable[[str], str]) -> ExplanationState:
    """Whether a reason is given and still fits the values that it excused."""
    if reason is None:
        return "none"
    fits = all(typed(key) == text for key, text in reason.excused.items())
    return "given" if fits else "stale"


def is_explained(finding: Finding, typed: Callable[[str], str]) -> bool:
    """Whether a reason stands that still fits; only warnings may be explained."""
    if finding.level != "warning" or not typed(explanation_key(finding)):
        return False
    return explanation_state(explanation_of(finding, typed), typed) == "given"
