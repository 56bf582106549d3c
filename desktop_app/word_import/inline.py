"""The runs of a paragraph as they stand once every change is accepted, with the boxes that hang on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from desktop_app.base.text import clean
from desktop_app.word_import.contents import WordRun
from desktop_app.word_import.faces import Face, Styles, face_of
from desktop_app.word_import.markup import Node, child, chosen, local, switch, value, w
from desktop_app.word_import.old_letters import is_old

_GONE = ("del", "moveFrom")
_COME = ("ins", "moveTo")
_INTO = (
    *_COME,
    "hyperlink",
    "smartTag",
    "customXml",
    "fldSimple",
    "dir",
    "bdo",
    "rubyBase",
    "ruby",
    "sdtContent",
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = ("footnoteReference", "endnoteReference")
_PICTURES = ("drawing", "pict", "object")
_BOXES = {0xF0FE: "☑", 0xF052: "☑", 0xF0A8: "☐", 0xF06F: "☐", 0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•"}
"""Signs of Word's own letters that stand in reports: ticks and bullets."""


class Traits(msgspec.Struct):
    """What was met on the way that the clerk should know, and the fields that are open."""

    revised: bool = False
    pictures: bool = False
    embedded: bool = False
    fields: list[str] = []  # the words of each open field; "" once its result has begun
    contents: int = 0  # how many open fields are a table of contents


class Inline:
    """Reads the runs of paragraphs; `notes`: words of the footnotes and endnotes by kind and id."""

    def __init__(self, styles: Styles, notes: Mapping[tuple[str, str], str], traits: Traits) -> None:
        self._styles, self._notes, self.traits = styles, notes, traits
        self.boxes: list[Node] = []

    def runs(self, paragraph: Node, style: str) -> tuple[WordRun, ...]:
        """The runs of a w:p; the text boxes met are added to `boxes`."""
        return _joined(self._walk(paragraph, self._styles.face(style)))

    def _walk(self, node: Node, below: Face) -> Iterator[WordRun]:
        for each in node:
            name = local(each)
            if name == "r":
                yield from self._run(each, below)
            elif name in _INTO:
                self.traits.revised |= name in _COME
                yield from self._walk(each, below)
            elif name in _GONE:
                self.traits.revised = True
            elif name == "sdt":
                yield from self._control(each, below)
            elif name == "AlternateContent":
                for version in chosen(each):
                    yield from (
                        self._run(version, below) if local(version) == "r" else self._part(version, below)
                    )
            elif name in ("oMath", "oMathPara"):
                yield _styled("".join(t.text or "" for t in each.iter() if local(t) == "t"), below)

    def _control(self, control: Node, below: Face) -> Iterator[WordRun]:
        """A content control; the words that ask for an entry are none."""
        content = child(control, "sdtContent")
        if content is not None and not switch(child(control, "sdtPr", "showingPlcHdr")):
            yield from self._walk(content, below)

    def _run(self, run: Node, below: Face) -> Iterator[WordRun]:
        properties = child(run, "rPr")
        face = face_of(properties)
        if style := value(child(properties, "rStyle")):
            face = face.over(self._styles.own_face(style))
        face = face.over(below)
        for part in run:
            yield from self._part(part, face)

    def _part(self, part: Node, face: Face) -> Iterator[WordRun]:
        name = local(part)
        if name == "fldChar":
            self._field(part)
        elif name == "instrText":
            self._instruct(part.text or "")
        elif any(self.traits.fields):
            return  # inside the words of a field, which are no text
        elif name == "t":
            yield _styled(part.text or "", face)
        elif name in _SIGNS:
            yield _styled(_SIGNS[name], face)
        elif name == "sym":
            yield _styled(_symbol(part.get(w("char"), "")), face)
        elif name in _NOTES:
            if note := self._notes.get((name.removesuffix("Reference"), part.get(w("id"), ""))):
                yield WordRun("", note=note)
        elif name == "AlternateContent":
            for version in chosen(part):
                yield from self._part(version, face)
        elif name in _PICTURES:
            self._picture(part)

    def _field(self, mark: Node) -> None:
        """A field begins, comes to its result, or ends."""
        fields, kind = self.traits.fields, mark.get(w("fldCharType"))
        if kind == "begin":
            fields.append(" ")
        elif kind == "separate" and fields:
            self.traits.contents += fields[-1].split()[:1] == ["TOC"]
            fields[-1] = ""
        elif kind == "end" and fields:
            fields.pop()
            self.traits.contents = self.traits.contents if fields else 0

    def _instruct(self, words: str) -> None:
        if self.traits.fields and self.traits.fields[-1]:
            self.traits.fields[-1] += words

    def _picture(self, part: Node) -> None:
        """The boxes with text that a picture holds; of two versions of one box the first."""
        found = list(_text_boxes(part))
        self.boxes += found
        self.traits.pictures |= not found


def _text_boxes(node: Node) -> Iterator[Node]:
    for each in node:
        name = local(each)
        if name == "txbxContent":
            yield each
        elif name == "AlternateContent":
            for version in chosen(each):
                yield from [version] if local(version) == "txbxContent" else _text_boxes(version)
        else:
            yield from _text_boxes(each)


def _styled(text: str, face: Face) -> WordRun:
    return WordRun(text, bool(face.bold), bool(face.italic), "", face.font, bool(face.hidden))


def _symbol(code: str) -> str:
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point in _BOXES:
        return _BOXES[point]
    return chr(point - 0xF000) if 0xF020 <= point <= 0xF0FF else chr(min(point, 0xFFFD))


def _joined(runs: Iterator[WordRun]) -> tuple[WordRun, ...]:
    """Neighbours of one face as one: Word cuts words wherever it checked or saved them."""
    found: list[WordRun] = []
    for run in runs:
        if not (run.text or run.note):
            continue
        last = found[-1] if found else None
        if last and not (run.note or last.note) and _face(last) == _face(run):
            found[-1] = msgspec.structs.replace(last, text=last.text + run.text)
        else:
            found.append(run)
    return tuple(map(_cleaned, found))


def _cleaned(run: WordRun) -> WordRun:
    """In NFC without letters that cannot be seen; in a font before Unicode those are letters too."""
    return run if is_old(run.font) else msgspec.structs.replace(run, text=clean(run.text))


def _face(run: WordRun) -> tuple[bool, bool, str, bool]:
    return run.bold, run.italic, run.font, run.hidden
