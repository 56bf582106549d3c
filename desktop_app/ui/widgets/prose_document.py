"""Our prose to a QTextDocument and back; list items carry their mark "- " or "+ " as typed.

A footnote is one character of its own kind, whose format keeps the words.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from desktop_app.base.text import clean
from desktop_app.reports.prose import MARKS, Prose, ProseParagraph, ProseRun
from desktop_app.searching.hits import Hit
from desktop_app.ui.theme import BOUND_FILL
from desktop_app.ui.widgets.note_number import ANCHOR, as_anchor

FACE = int(QTextFormat.Property.UserProperty)
"""Where a character format keeps the run that it shows, with what of it cannot be seen."""
_DECODER = msgspec.json.Decoder(ProseRun)


def show_prose(document: QTextDocument, prose: Prose) -> None:
    """Replace the document's text by the prose."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    insert_prose(cursor, prose)
    cursor.endEditBlock()


def insert_prose(cursor: QTextCursor, prose: Prose) -> None:
    """Put the prose in at the cursor, a paragraph a block."""
    for number, paragraph in enumerate(prose):
        if number:
            cursor.insertBlock()
        mark = MARKS.get(paragraph.kind, "")
        beside = ProseRun(mark)
        for run in (ProseRun(mark), *paragraph.runs):
            if run.note:
                insert_note(cursor, run.note, _format(beside))
            elif run.text:
                cursor.insertText(run.text.replace(ANCHOR, ""), _format(run))
                beside = run


def insert_note(cursor: QTextCursor, note: str, beside: QTextCharFormat) -> None:
    """Put the number of a footnote in at the cursor, in the format of the text beside it."""
    style = QTextCharFormat(beside)
    style.setProperty(FACE, msgspec.json.encode(ProseRun("", note=note)).decode())
    cursor.insertText(ANCHOR, as_anchor(style))


def insert_runs(cursor: QTextCursor, runs: tuple[ProseRun, ...]) -> None:
    """Put runs in at the cursor, in the place of what is selected, in the face of the text there."""
    beside = _run(cursor.charFormat(), "")
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for run in runs:
        cursor.insertText(run.text, _format(beside.with_text(run.text).with_bound(run.bound)))
    cursor.endEditBlock()


def bound_in(style: QTextCharFormat) -> str:
    """What a number of this format follows; "" for words."""
    face = style.property(FACE)
    return _DECODER.decode(face).bound if face else ""


def without_bound(style: QTextCharFormat) -> QTextCharFormat:
    """The same face for words beside a number."""
    return _format(_run(style, "").with_bound(""))


def note_in(selected: QTextCursor) -> str:
    """The words of the footnote whose number is selected."""
    return _run(selected.charFormat(), "").note


def copied_prose(cursor: QTextCursor) -> Prose:
    """What is selected, with its footnotes."""
    document = QTextDocument()
    QTextCursor(document).insertFragment(cursor.selection())
    return read_prose(document)


def read_prose(document: QTextDocument) -> Prose:
    """The document's paragraphs, blank ones left out."""
    paragraphs: list[ProseParagraph] = []
    block = document.begin()
    while block.isValid():
        runs = runs_of(block)
        if any(run.text.strip() or run.note for run in runs):
            paragraphs.append(paragraph_of(runs))
        block = block.next()
    return tuple(paragraphs)


def select_in_prose(document: QTextDocument, hit: Hit, words: str) -> QTextCursor | None:
    """A cursor over a hit in the paragraph that holds these words, or over the number of its footnote.

    None when the document says something else there, as it does before it is shown anew.
    """
    block = _block(document, hit.paragraph)
    letters = _letters(block) if block else None
    if block is None or letters is None:
        return None
    if hit.footnote:
        anchors = [at for letter, at in _placed(block.text()) if letter == ANCHOR]
        spans = [(at, at + 1) for at in anchors[hit.footnote - 1 : hit.footnote]]
    else:
        same = "".join(letter for letter, _ in letters) == words and hit.start < hit.end <= len(letters)
        spans = [(letters[hit.start][1], letters[hit.end - 1][1] + _width(letters[hit.end - 1][0]))] * same
    for start, end in spans:
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        return cursor
    return None


def letters_before(document: QTextDocument, position: int) -> tuple[int, int]:
    """The paragraph that the position lies in, and how many letters of it stand before."""
    paragraph, block = 0, document.begin()
    while block.isValid() and block.position() + block.length() <= position:
        paragraph += bool(block.text().strip())
        block = block.next()
    before = sum(at < position - block.position() for _, at in _letters(block)) if block.isValid() else 0
    return paragraph, before


def _block(document: QTextDocument, paragraph: int) -> QTextBlock | None:
    """The block of this paragraph; those without words are none."""
    block = document.begin()
    while block.isValid():
        paragraph -= bool(block.text().strip())
        if paragraph < 0:
            return block
        block = block.next()
    return None


def _letters(block: QTextBlock) -> list[tuple[str, int]]:
    """The letters of a paragraph and where they stand in its block: no mark, no blanks before, no number."""
    text = block.text()
    lead = text.lstrip()
    mark = next((mark for mark in MARKS.values() if lead.startswith(mark)), "")
    skipped = len(text) - len(lead[len(mark) :].lstrip() if mark else lead)
    return [
        (" " if letter in _ENDS else letter, at) for letter, at in _placed(text)[skipped:] if letter != ANCHOR
    ]


def _placed(text: str) -> list[tuple[str, int]]:
    """Each letter and its place as Qt counts it."""
    at, placed = 0, []
    for letter in text:
        placed.append((letter, at))
        at += _width(letter)
    return placed


def _width(letter: str) -> int:
    return 2 if ord(letter) > 0xFFFF else 1


_ENDS = "\u2028\u00a0\t"
"""What is stored as a blank."""


def runs_of(block: QTextBlock, plain_bold: bool = False) -> list[ProseRun]:
    """The stretches of one face in a block; plain_bold: its bold is that of a heading and goes."""
    runs: list[ProseRun] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if fragment.isValid():
            made = _fragment_runs(fragment.charFormat(), fragment.text())
            runs += [msgspec.structs.replace(run, bold=False) if plain_bold else run for run in made]
        place += 1
    return runs


def _fragment_runs(style: QTextCharFormat, text: str) -> Iterator[ProseRun]:
    """A stretch of one format: its words, and a footnote for each number in it."""
    whole = _run(style, "")
    for number, words in enumerate(text.split(ANCHOR)):
        if number and whole.note:
            yield ProseRun("", note=whole.note)
        if words := clean(words).replace("\n", " "):
            yield msgspec.structs.replace(whole, text=words, note="")


def paragraph_of(runs: list[ProseRun]) -> ProseParagraph:
    """The runs without their list mark, which becomes the kind of the paragraph."""
    first, *rest = [run for run in runs if run.text or run.note]
    lead = first.text.lstrip()
    for kind, mark in MARKS.items():
        if lead.startswith(mark):
            return ProseParagraph(kind, (first.with_text(lead[len(mark) :].lstrip()), *rest))
    return ProseParagraph("text", (first.with_text(lead), *rest))


def _format(run: ProseRun) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
    style.setFontItalic(run.italic)
    style.setProperty(FACE, msgspec.json.encode(run.with_text("")).decode())
    if run.bound:
        style.setBackground(BOUND_FILL)
    return style


def _run(style: QTextCharFormat, text: str) -> ProseRun:
    """The run that the format shows; bold and italic as they are seen, since keys change them."""
    face = style.property(FACE)
    run = _DECODER.decode(face) if face else ProseRun("")
    bold = style.fontWeight() >= QFont.Weight.DemiBold
    return msgspec.structs.replace(run, text=text, bold=bold, italic=style.fontItalic())
