"""The numbers and bullets that Word itself prints before paragraphs of lists."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.word_import.contents import Bullet
from desktop_app.word_import.faces import Styles
from desktop_app.word_import.markup import Node, child, number, switch, value, w

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN, _LETTERS = 3999, 26


class ListLevel(NamedTuple):
    """One level of a list: where it starts, how it counts, and its text with %1 for the number."""

    start: int = 1
    how: str = "decimal"
    text: str = ""
    legal: bool = False


class Numbering:
    """Counts the paragraphs of every list of a file as they come."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        nodes = [] if root is None else list(root)
        self._abstract = {n.get(w("abstractNumId"), ""): n for n in nodes if n.tag == w("abstractNum")}
        self._lists = {n.get(w("numId"), ""): n for n in nodes if n.tag == w("num")}
        self._styles = styles
        self._levels: dict[int, tuple[str, list[ListLevel]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[int] = set()

    def next(self, list_id: int, level: int) -> tuple[str, Bullet]:
        """What is printed before the next paragraph of the list: a number, or a kind of bullet."""
        if str(list_id) not in self._lists or list_id == 0:
            return "", ""
        level = min(max(level, 0), LEVELS - 1)
        counter, levels = self._list(list_id)
        counts = self._counted(list_id, counter, level, levels)
        own = levels[level]
        if own.how == "bullet":
            return "", "plus" if own.text.strip() == "+" else "dash"
        if own.how == "none":
            return "", ""

        def place(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            how = "decimal" if own.legal else levels[at].how
            return counted(max(counts[at], 0), how)

        return _PLACE.sub(place, own.text).strip(), ""

    def _counted(self, list_id: int, counter: str, level: int, levels: list[ListLevel]) -> list[int]:
        """The numbers of all levels once this paragraph is counted."""
        counts = self._counts.setdefault(counter, [-1] * LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in self._restarted(list_id):
                counts[at] = -1
        for above in range(level):
            counts[above] = levels[above].start if counts[above] < 0 else counts[above]
        counts[level] = levels[level].start if counts[level] < 0 else counts[level] + 1
        counts[level + 1 :] = [-1] * (LEVELS - level - 1)
        return counts

    def _restarted(self, list_id: int) -> list[int]:
        """The levels that a list begins anew though it counts as another one does."""
        overrides = self._lists[str(list_id)].findall(w("lvlOverride"))
        found = [o for o in overrides if child(o, "startOverride") is not None]
        return [at for o in found if (at := _level_at(o)) < LEVELS]

    def _list(self, list_id: int) -> tuple[str, list[ListLevel]]:
        """What counts the list, and its levels."""
        if list_id not in self._levels:
            node = self._lists[str(list_id)]
            counter = value(child(node, "abstractNumId"))
            levels = self._of(counter, depth=0)
            for override in node.findall(w("lvlOverride")):
                at = _level_at(override)
                if at < LEVELS:
                    levels[at] = _overridden(override, levels[at])
            self._levels[list_id] = (counter, levels)
        return self._levels[list_id]

    def _of(self, counter: str, depth: int) -> list[ListLevel]:
        """The levels of a definition, or of the one that its style of numbering leads to."""
        node = self._abstract.get(counter)
        levels = [ListLevel()] * LEVELS
        if node is None:
            return levels
        linked = value(child(node, "numStyleLink"))
        target = self._lists.get(str(self._styles.list_of(linked))) if linked else None
        if target is not None and depth < 3:
            return self._of(value(child(target, "abstractNumId")), depth + 1)
        for each in node.findall(w("lvl")):
            if _level_at(each) < LEVELS:
                levels[_level_at(each)] = _read_level(each)
        return levels


def counted(count: int, how: str) -> str:
    """The number 4 as "4", "04", "d", "D", "iv" or "IV"."""
    if how in ("lowerLetter", "upperLetter") and count:
        letters = chr(ord("a") + (count - 1) % _LETTERS) * min((count - 1) // _LETTERS + 1, 9)
        return letters if how == "lowerLetter" else letters.upper()
    if how in ("lowerRoman", "upperRoman") and 0 < count <= _MOST_ROMAN:
        letters = ""
        for worth, sign in _ROMAN:
            letters += sign * (count // worth)
            count %= worth
        return letters if how == "upperRoman" else letters.lower()
    return f"{count:02d}" if how == "decimalZero" else str(count)


def _level_at(node: Node) -> int:
    text = node.get(w("ilvl"), "")
    return int(text) if text.isdecimal() and len(text) < 3 else LEVELS


def _read_level(node: Node) -> ListLevel:
    return ListLevel(
        number(child(node, "start"), 1),
        value(child(node, "numFmt"), "decimal"),
        value(child(node, "lvlText")),
        bool(switch(child(node, "isLgl"))),
    )


def _overridden(override: Node, before: ListLevel) -> ListLevel:
    own = child(override, "lvl")
    level = before if own is None else _read_level(own)
    return level._replace(start=number(child(override, "startOverride"), level.start))
