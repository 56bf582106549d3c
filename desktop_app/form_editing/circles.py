"""Formulas that need their own result: which rows stand in such a circle."""

from __future__ import annotations

from collections.abc import Mapping


def circles(reads: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Row -> the circle in which it stands, for every row that one was found at; reads: of each formula.

    A row that reads itself is told apart. Walks without recursion, since a chain may be as long as a form.
    """
    found: dict[str, tuple[str, ...]] = {}
    finished: set[str] = set()
    for start in reads:
        if start not in finished:
            _walk(start, reads, finished, found)
    return found


def _walk(
    start: str, reads: Mapping[str, tuple[str, ...]], finished: set[str], found: dict[str, tuple[str, ...]]
) -> None:
    path = [start]
    standing = {start: 0}
    waiting = [iter(reads[start])]
    while waiting:
        key = next(waiting[-1], None)
        if key is None:
            waiting.pop()
            done = path.pop()
            del standing[done]
            finished.add(done)
        elif key in standing and key != path[-1]:
            loop = (*path[standing[key] :], key)
            found.update((each, loop) for each in loop if each not in found)
        elif key in reads and key not in finished and key not in standing:
            standing[key] = len(path)
            path.append(key)
            waiting.append(iter(reads[key]))
