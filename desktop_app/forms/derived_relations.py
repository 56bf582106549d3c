"""What each word on a row means: the expression that must hold, when, and values that pass and fail."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from desktop_app.base import known_keys
from desktop_app.base.numbers import show_number


class Expected(NamedTuple):
    """What a check computes, and values that must pass and fail."""

    expect: str
    passes: dict[str, str]
    fails: dict[str, str]
    when: str = ""
    found: str = ""
    expected: str = ""


def limit(key: str, sign: str, limit: str, fails: str) -> Expected:
    """It lies on one side of a number."""
    return Expected(f"{key} {sign} {limit}", {key: show_number(Decimal(limit))}, {key: fails})


def sum_holds(key: str, parts: tuple[str, ...], *, in_prose: bool) -> Expected:
    """The total holds once all parts are known, or as soon as they exceed it."""
    known = _all_known(parts)
    when = "" if len(parts) == 1 else known if in_prose else f"({known}) or {total(parts)} > {key}"
    twos = dict.fromkeys(parts, "2")
    return Expected(
        f"{key} == {total(parts)}",
        passes={key: str(2 * len(parts)), **twos},
        fails={key: str(2 * len(parts) + 1), **twos},
        when=when,
    )


def parts_so_far(key: str, parts: tuple[str, ...]) -> Expected:
    """While parts are blank the total may be larger; worth a note only."""
    return Expected(
        f"{key} <= {total(parts)}",
        passes={key: "2", parts[0]: "2"},
        fails={key: "5", parts[0]: "2"},
        when=f"not ({_all_known(parts)})",
    )


def blank_total(key: str, parts: tuple[str, ...]) -> Expected:
    """A total left blank over parts that are there; what cannot be read is guessed at."""
    guesses = parts[0] if len(parts) == 1 else total(tuple(f"guess({part})" for part in parts))
    return Expected(
        f"entered({key})",
        passes={key: "2", parts[0]: "2"},
        fails={parts[0]: "2"},
        when=" or ".join(f"entered({part})" for part in parts),
        found=key,
        expected=guesses,
    )


def rate_holds(key: str, part: str, whole: str) -> Expected:
    """It is the share that its part has of its whole."""
    return Expected(
        f"{key} == rate({part}, {whole})",
        passes={key: "83,33%", part: "10", whole: "12"},
        fails={key: "100%", part: "10", whole: "12"},
        when=f"{whole} > 0",
    )


def over_zero(key: str, part: str, whole: str) -> Expected:
    """A rate of nothing is no number."""
    return Expected(
        f"none_arisen({key}) or {whole} != 0",
        passes={key: "-", whole: "0"},
        fails={key: "0", whole: "0"},
        when=f"entered({key}) and {whole} == 0",
        found=key,
        expected=f"rate({part}, {whole})",
    )


def as_chosen(key: str, part: str, whole: str) -> Expected:
    """A rate of nothing is written as the report has chosen for all of them, "-" where it has not."""
    chosen = known_keys.RATE_OF_NOTHING
    sign = f"(not entered({chosen}) or none_arisen({chosen})) and none_arisen({key})"
    numbers = f"entered({chosen}) and not none_arisen({chosen}) and not none_arisen({key})"
    return over_zero(key, part, whole)._replace(
        expect=f"({sign}) or ({numbers} and {key} == {chosen}) or {whole} != 0",
        passes={key: "100", whole: "0", chosen: "100"},
        fails={key: "100", whole: "0"},
    )


def as_share(key: str) -> Expected:
    """1 under "%" is most often meant as the whole."""
    return Expected(f"{key} == 0", {key: "100"}, {key: "1"}, when=f"{key} <= 1", expected=f"{key} * 100")


def sum_of(keys: tuple[str, ...]) -> str:
    """One key, or the sum of several."""
    return keys[0] if len(keys) == 1 else total(keys)


def total(keys: tuple[str, ...]) -> str:
    """The sum of the keys, in the language of expressions."""
    return f"total({', '.join(keys)})"


def _all_known(keys: tuple[str, ...]) -> str:
    """Entered, or left blank for good."""
    return " and ".join(f"known({key})" for key in keys)
