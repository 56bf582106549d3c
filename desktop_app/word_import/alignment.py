"""Pair two lists whose members come mostly in one order: the best chain, then what was moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Match(NamedTuple):
    """That the left one could be the right one, and how much speaks for it."""

    left: int
    right: int
    score: float


def pair(
    matches: list[Match], strong: float, allowed: Callable[[Match, dict[int, Match]], bool]
) -> dict[int, Match]:
    """Left -> its match: the chain in both orders that weighs most; then strong ones out of order.

    allowed: says of a match out of order whether it may stand beside the chain.
    """
    chosen = {match.left: match for match in _chain(matches)}
    taken = {match.right for match in chosen.values()}
    for match in sorted(matches, key=lambda m: (-m.score, m.left, m.right)):
        if match.score < strong:
            break
        if match.left not in chosen and match.right not in taken and allowed(match, chosen):
            chosen[match.left] = match
            taken.add(match.right)
    return chosen


def _chain(matches: list[Match]) -> list[Match]:
    """The heaviest chain that rises on both sides; of equal ones the earliest on the left."""
    best: dict[
        int, tuple[float, int]
    ] = {}  # right -> weight of the best chain that ends there, its last link
    links: list[tuple[Match, int]] = []
    rights = sorted({match.right for match in matches})
    by_left: dict[int, list[Match]] = {}
    for match in matches:
        by_left.setdefault(match.left, []).append(match)
    for left in sorted(by_left):
        found: list[tuple[int, float, int]] = []
        reach = _reach(best, rights)
        for match in by_left[left]:
            weight, before = reach[match.right]
            links.append((match, before))
            found.append((match.right, weight + match.score, len(links) - 1))
        for right, weight, link in found:
            if right not in best or weight > best[right][0] + 1e-9:
                best[right] = (weight, link)
    at = max(best.values(), default=(0.0, -1))[1]
    chain: list[Match] = []
    while at >= 0:
        match, at = links[at]
        chain.append(match)
    return chain[::-1]


def _reach(best: dict[int, tuple[float, int]], rights: list[int]) -> dict[int, tuple[float, int]]:
    """For each right the best chain that ends before it."""
    found: dict[int, tuple[float, int]] = {}
    so_far = (0.0, -1)
    for right in rights:
        found[right] = so_far
        if right in best and best[right][0] > so_far[0] + 1e-9:
            so_far = best[right]
    return found
