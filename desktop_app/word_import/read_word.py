"""Read a whole Word file: body, footnotes, running heads, comments, and what the clerk should know of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from desktop_app.word_import.container import Container, open_word
from desktop_app.word_import.contents import Block, WordFile, WordParagraph
from desktop_app.word_import.faces import Styles
from desktop_app.word_import.inline import Inline, Traits
from desktop_app.word_import.markup import Node, child, w
from desktop_app.word_import.numbering import Numbering
from desktop_app.word_import.read_body import BodyReader

REVISED = "Tệp còn sửa đổi chưa chấp nhận (Track Changes); đã đọc như khi chấp nhận tất cả"
PICTURES = "Tệp có hình ảnh hoặc biểu đồ; chương trình không nhập các phần đó"
EMBEDDED = "Tệp gọi tới một tài liệu khác nhúng bên trong; chương trình không nhập phần đó"
_NO_WORDS = re.compile(r"[\W\d_]*")
"""What a running head holds that only counts pages."""
_ASIDE = {"header": "Đầu trang", "footer": "Chân trang", "comments": "Nhận xét bên lề"}


def read_word(content: bytes, name: str, step: Callable[[int], None] = lambda count: None) -> WordFile:
    """Everything that stands in the file; raises UserFault for what is none or cannot be read.

    name: of the file, for sentences. step: told now and then how many paragraphs are read; may raise.
    """
    container, main = open_word(content, name)
    root = container.tree(main)
    parts = _Parts(container, main)
    styles, traits = Styles(parts.one("styles")), Traits()
    numbering = Numbering(parts.one("numbering"), styles)

    def reader(notes: dict[tuple[str, str], str]) -> BodyReader:
        made = BodyReader(name, styles, numbering, Inline(styles, notes, traits))
        made.step = step
        return made

    notes = _notes(parts, reader({}))
    body = child(root, "body")
    if body is None:
        raise container.broken()
    blocks = reader(notes).blocks(body)
    aside = tuple(_aside(parts, reader(notes)))
    return WordFile(tuple(blocks), aside, tuple(_remarks(traits)))


class _Parts:
    """What the main part of a package leads to, by kind."""

    def __init__(self, container: Container, main: str) -> None:
        self._container = container
        self._names: dict[str, list[str]] = {}
        for relation in container.relations(main).values():
            if container.has(relation.target):
                self._names.setdefault(relation.kind, []).append(relation.target)

    def all(self, kind: str) -> list[Node]:
        """The trees of all parts of this kind."""
        return [self._container.tree(name) for name in dict.fromkeys(self._names.get(kind, ()))]

    def one(self, kind: str) -> Node | None:
        """The first of them."""
        names = self._names.get(kind)
        return self._container.tree(names[0]) if names else None


def _notes(parts: _Parts, reader: BodyReader) -> dict[tuple[str, str], str]:
    """The words of every footnote and endnote by kind and id, a line a paragraph."""
    found: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        root = parts.one(f"{kind}s")
        for node in () if root is None else root.findall(w(kind)):
            if node.get(w("type"), "normal") == "normal":
                lines = [p.shown for p in _all_paragraphs(reader.blocks(node))]
                found[kind, node.get(w("id"), "")] = "\n".join(line for line in lines if line)
    return found


def _aside(parts: _Parts, reader: BodyReader) -> Iterator[tuple[str, str]]:
    """What stands beside the body: running heads with words in them, comments."""
    seen: set[str] = set()
    for kind, label in _ASIDE.items():
        for root in parts.all(kind):
            for holder in root.findall(w("comment")) if kind == "comments" else [root]:
                lines = [p.shown for p in _all_paragraphs(reader.blocks(holder))]
                text = "\n".join(line for line in lines if line)
                if text not in seen and not _NO_WORDS.fullmatch(text):
                    seen.add(text)
                    yield label, text


def _all_paragraphs(blocks: list[Block]) -> Iterator[WordParagraph]:
    return WordFile(tuple(blocks)).paragraphs()


def _remarks(traits: Traits) -> Iterator[str]:
    if traits.revised:
        yield REVISED
    if traits.embedded:
        yield EMBEDDED
    if traits.pictures:
        yield PICTURES
