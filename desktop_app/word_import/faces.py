"""How a paragraph or run looks once the styles behind it are followed."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.word_import.markup import Node, child, local, number, switch, value, w

MOST_ANCESTORS = 20
_NO_LEVEL = 9
"""The outline level that means running text."""


class Face(NamedTuple):
    """What runs say of themselves; None or "" where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    font: str = ""

    def over(self, below: Face) -> Face:
        """This face, and where it says nothing the one below."""
        return Face(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.hidden if self.hidden is None else self.hidden,
            self.font or below.font,
        )


class Look(NamedTuple):
    """What paragraphs say of themselves: list and level of numbering (-1: nothing said), outline, place."""

    list_id: int = -1
    list_level: int = -1
    outline: int = -1
    centred: bool | None = None
    contents: bool = False

    def over(self, below: Look) -> Look:
        """This look, and where it says nothing the one below."""
        return Look(
            below.list_id if self.list_id < 0 else self.list_id,
            below.list_level if self.list_level < 0 else self.list_level,
            below.outline if self.outline < 0 else self.outline,
            below.centred if self.centred is None else self.centred,
            self.contents or below.contents,
        )


class Styles:
    """The styles of a file by id, each followed down to what it is based on."""

    def __init__(self, root: Node | None) -> None:
        self._nodes = {} if root is None else {s.get(w("styleId"), ""): s for s in root.findall(w("style"))}
        self._default = next((i for i, s in self._nodes.items() if _is_default(s)), "")
        self._base = face_of(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._faces: dict[str, Face] = {}
        self._looks: dict[str, Look] = {}

    def face(self, style: str) -> Face:
        """The face of a paragraph style, or of the default one where none is named."""
        style = style if style in self._nodes else self._default
        if style not in self._faces:
            self._faces[style] = self.own_face(style).over(self._base)
        return self._faces[style]

    def own_face(self, style: str) -> Face:
        """What the style and those that it is based on say, without what is said for the whole file."""
        found = Face()
        for node in self._line(style):
            found = found.over(face_of(child(node, "rPr")))
        return found

    def look(self, style: str) -> Look:
        """The look of a paragraph style."""
        style = style if style in self._nodes else self._default
        if style not in self._looks:
            found = Look()
            for node in self._line(style):
                found = found.over(_styled_look(node))
            self._looks[style] = found
        return self._looks[style]

    def list_of(self, style: str) -> int:
        """The list that a style of numbering names, -1 for none."""
        return look_of(child(self._nodes.get(style), "pPr")).list_id

    def _line(self, style: str) -> list[Node]:
        """The style and those that it is based on; a loop of them ends somewhere."""
        found: list[Node] = []
        while style in self._nodes and len(found) < MOST_ANCESTORS:
            found.append(self._nodes[style])
            style = value(child(self._nodes[style], "basedOn"))
        return found


def face_of(properties: Node | None) -> Face:
    """What a w:rPr says."""
    if properties is None:
        return Face()
    fonts = child(properties, "rFonts")
    font = "" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""
    return Face(
        switch(child(properties, "b")),
        switch(child(properties, "i")),
        switch(child(properties, "vanish")),
        font,
    )


def look_of(properties: Node | None) -> Look:
    """What a w:pPr says."""
    if properties is None:
        return Look()
    list_id = number(child(properties, "numPr", "numId"), -1)
    level = number(child(properties, "numPr", "ilvl"), -1)
    outline = number(child(properties, "outlineLvl"), -1)
    side = value(child(properties, "jc"))
    return Look(list_id, level, outline, side == "center" if side else None)


def _styled_look(style: Node) -> Look:
    """The look of one style; a heading of Word is one also where its level is said nowhere."""
    found = look_of(child(style, "pPr"))
    name = value(child(style, "name")).lower()
    if name.startswith("toc ") and name != "toc heading":
        return found._replace(contents=True)
    if found.outline < 0 and name.startswith("heading ") and name[8:].isdecimal():
        return found._replace(outline=int(name[8:]) - 1)
    return found._replace(outline=-1) if found.outline == _NO_LEVEL else found


def _is_default(style: Node) -> bool:
    return local(style) == "style" and style.get(w("type")) == "paragraph" and style.get(w("default")) == "1"
