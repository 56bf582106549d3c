"""The guide: Markdown pages as HTML with an anchor at each heading, and a search over all their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop_app.base.errors import EnvironmentFault
from desktop_app.base.text import without_marks
from desktop_app.services.guide_names import CONTENTS, slug

MISSING = "Không mở được hướng dẫn vì bản cài đặt thiếu tệp; hãy cài lại chương trình, dữ liệu giữ nguyên."
AROUND = 60
MOST_HITS = 60
_LINK = re.compile(r"\]\((?P<page>[a-z-]+)\.md\)")


class Section(NamedTuple):
    """A heading of a page with the words below it, up to the next heading."""

    anchor: str
    title: str
    text: str


class GuidePage(NamedTuple):
    """One page: its name (of the file, without ending), title, HTML and sections."""

    name: str
    title: str
    html: str
    sections: tuple[Section, ...]


class Hit(NamedTuple):
    """Where something was found: "page#anchor", the headings that lead there, and the words around it."""

    place: str
    title: str
    snippet: str


class Guide:
    """All pages in the order of the page of contents; raises EnvironmentFault where files are missing."""

    def __init__(self, folder: Path, insertions: Mapping[str, str] | None = None) -> None:
        """insertions: Markdown that takes the place of the comment with its name."""
        self.folder = folder
        self._insertions = insertions or {}
        names = dict.fromkeys([CONTENTS, *_LINK.findall(self._text(CONTENTS))])
        self.pages = {name: page_of(name, self._text(name)) for name in names}

    def search(self, words: str) -> list[Hit]:
        """Sections that hold all the words, those first that name them in a heading.

        Words without any accent are found under every accent; with one, as they are written.
        """
        wanted = unicodedata.normalize("NFC", words).lower().split()
        plain = all(word == without_marks(word) for word in wanted)
        found = []
        for page in self.pages.values():
            for section in page.sections:
                if (rank := _rank(wanted, page.title, section, plain)) is not None:
                    found.append((rank, _hit(wanted, page, section, plain)))
        return [hit for _, hit in sorted(found, key=lambda one: one[0])][:MOST_HITS] if wanted else []

    def _text(self, name: str) -> str:
        """The Markdown of a page, with what is put into it."""
        try:
            text = (self.folder / f"{name}.md").read_text("utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            raise EnvironmentFault(MISSING) from fault
        for comment, markdown in self._insertions.items():
            text = text.replace(f"<!-- {comment} -->", markdown)
        return text


def page_of(name: str, text: str) -> GuidePage:
    """The page of a Markdown text whose first line is its title."""
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse(text)
    sections: list[Section] = []
    heading = False
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = True
        elif token.type == "inline" and heading:
            heading = False
            title = _words(token)
            anchor = slug(title)
            named = Token("html_inline", "", 0, content=f'<a name="{anchor}"></a>')
            token.children = [named, *(token.children or [])]
            sections.append(Section(anchor, title, ""))
        elif token.type == "inline":
            if [child.type for child in token.children or []] == ["image"]:
                tokens[place - 1].attrSet("class", "picture")
            last = sections[-1]
            sections[-1] = last._replace(text=f"{last.text} {_words(token)}".strip())
    html = reader.renderer.render(tokens, reader.options, {})
    return GuidePage(name, sections[0].title, html, tuple(sections))


def _words(token: Token) -> str:
    """What is read of a paragraph, without marks; a picture by the words that stand for it."""
    parts = (" " if child.type == "softbreak" else child.content for child in token.children or [])
    return "".join(parts)


def _folded(text: str, plain: bool) -> str:
    return without_marks(text) if plain else text.lower()


def _rank(wanted: list[str], page: str, section: Section, plain: bool) -> int | None:
    """The lower the better: words in the heading, together, apart, with the page's; None: one is missing."""
    title, text, over = (_folded(part, plain) for part in (section.title, section.text, page))
    in_title, in_text = ([_at(word, part) >= 0 for word in wanted] for part in (title, text))
    phrase = " ".join(wanted)
    if all(in_title):
        return 0 if _at(phrase, title) >= 0 else 1
    own = [one or other for one, other in zip(in_title, in_text, strict=True)]
    if all(own):
        return 2 if _at(phrase, text) >= 0 else 3
    shared = all(mine or _at(word, over) >= 0 for mine, word in zip(own, wanted, strict=True))
    return 4 if any(own) and shared else None


def _at(word: str, text: str) -> int:
    """Where a word of the text begins so, -1 for nowhere: "in" is not found in "tin"."""
    found = re.search(rf"(?<!\w){re.escape(word)}", text)
    return found.start() if found else -1


def _hit(wanted: list[str], page: GuidePage, section: Section, plain: bool) -> Hit:
    title = page.title if section.title == page.title else f"{page.title} › {section.title}"
    text = _folded(section.text, plain)
    places = [_at(" ".join(wanted), text), *(_at(word, text) for word in wanted)]
    at = next((place for place in places if place >= 0), 0)
    first = section.text.rfind(" ", 0, max(0, at - AROUND)) + 1 if at > AROUND else 0
    last = section.text.find(" ", at + AROUND)
    end = len(section.text) if last < 0 else last
    snippet = "…" * bool(first) + section.text[first:end] + "…" * (end < len(section.text))
    return Hit(f"{page.name}#{section.anchor}", title, snippet)
