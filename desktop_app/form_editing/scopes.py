"""Who fills which row of a table: row by row for the editor, in as few words as needed in the form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop_app.forms.model import Appendix, Indicator, Scope


class Filled(NamedTuple):
    """Who fills a row, and why nobody else does; no kinds: everybody."""

    agency_kinds: tuple[str, ...] = ()
    reason: str = ""
    proposal: bool = False


EVERYBODY = Filled()


def who_fills(table: Appendix) -> dict[str, Filled]:
    """Row -> who fills it. The last scope that names a row, one above it or the table counts."""
    if not table.scopes:
        return dict.fromkeys((row.key for row in table.indicators), EVERYBODY)
    named = {key: place for place, scope in enumerate(table.scopes) for key in scope.rows}
    found: dict[str, Filled] = {}
    for row in table.indicators:
        places = [named[key] for key in _line_of(row.key) if key in named]
        scope = table.scopes[max(places)] if places else None
        found[row.key] = Filled(scope.agency_kinds, scope.reason, scope.proposal) if scope else EVERYBODY
    return found


def scopes_for(rows: Iterable[Indicator], filled: Mapping[str, Filled]) -> tuple[Scope, ...]:
    """The scopes that say so: a row that is filled as the one above it needs no word of its own.

    Rows further down stand in later scopes, since the last that names a row or one above it counts.
    """
    said: dict[str, Filled] = {}
    groups: dict[tuple[int, Filled], list[str]] = {}
    for row in sorted(rows, key=lambda row: row.key.count(".")):
        above = [said[key] for key in _line_of(row.key)[:-1] if key in said]
        wanted = filled.get(row.key, EVERYBODY)
        if wanted != (above[-1] if above else EVERYBODY):
            said[row.key] = wanted
            groups.setdefault((row.key.count("."), wanted), []).append(row.key)
    return tuple(
        Scope(tuple(keys), wanted.agency_kinds, wanted.reason, wanted.proposal)
        for (_, wanted), keys in groups.items()
    )


def _line_of(key: str) -> list[str]:
    """bm1, bm1.3 and bm1.3.1 for "bm1.3.1"."""
    parts = key.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]
