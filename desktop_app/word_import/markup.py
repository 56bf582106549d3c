"""The names of WordprocessingML, and the small questions that every reader of it asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = ("0", "false", "off", "none")


class Node(Protocol):
    """What the readers use of an element; the library that makes them tells no types."""

    tag: object
    text: str | None

    def get(self, name: str, default: str = "") -> str: ...  # noqa: D102
    def find(self, path: str) -> Node | None: ...  # noqa: D102
    def findall(self, path: str) -> list[Node]: ...  # noqa: D102
    def iter(self) -> Iterator[Node]: ...  # noqa: D102
    def getparent(self) -> Node | None: ...  # noqa: D102
    def items(self) -> list[tuple[str, str]]: ...  # noqa: D102
    def __iter__(self) -> Iterator[Node]: ...


def w(name: str) -> str:
    """The full name of an element or attribute, "val"."""
    return _W + name


def local(node: Node) -> str:
    """The name without its space; "" for what is no element."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(node: Node | None, default: str = "") -> str:
    """The w:val of an element that may be missing."""
    return default if node is None else node.get(w("val"), default)


def number(node: Node | None, default: int) -> int:
    """The same as a whole number; files hold anything."""
    text = value(node)
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 10 else default


def child(node: Node | None, *path: str) -> Node | None:
    """The element at the end of the path, None where it breaks."""
    for name in path:
        if node is None:
            return None
        node = node.find(w(name))
    return node


def switch(node: Node | None) -> bool | None:
    """Whether a property that is on or off is on; None where nothing is said."""
    return None if node is None else value(node, "1").lower() not in _OFF


def chosen(node: Node) -> Iterator[Node]:
    """Of two versions of one thing (mc:AlternateContent) what the first one holds."""
    first = node.find(_COMPATIBLE + "Choice")
    if first is None:
        first = node.find(_COMPATIBLE + "Fallback")
    if first is not None:
        yield from first
