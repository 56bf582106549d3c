"""Words of fonts before Unicode (TCVN3 of .VnTime, VNI) turned into letters that every program knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from desktop_app.base.text import clean
from desktop_app.word_import.contents import (
    Block,
    WordCell,
    WordFile,
    WordParagraph,
    WordRow,
    WordRun,
    WordTable,
)

_TCVN3_FONT, _VNI_FONT = re.compile(r"\.vn", re.IGNORECASE), re.compile(r"vni", re.IGNORECASE)
_CAPITAL_FONT = re.compile(r"\.vn.*h\Z", re.IGNORECASE)
"""A font of TCVN3 that draws every letter as a capital, such as .VnTimeH."""

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS = {
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_ALONE = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
"""VNI writes most marks as a letter behind the vowel; these stand for themselves."""
_VNI = re.compile(r"([aeouyAEOUY]|[ôöÔÖ])([øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË])|([ñôöíìæóòîÑÔÖÍÌÆÓÒÎ])")


def is_old(font: str) -> bool:
    """Whether the font is one before Unicode."""
    return bool(_TCVN3_FONT.match(font) or _VNI_FONT.match(font))


def old_fonts(file: WordFile) -> tuple[list[str], float]:
    """The fonts before Unicode in which words are written, and the part of the letters that is in them."""
    letters = {True: 0, False: 0}
    fonts: set[str] = set()
    for run in (run for part in file.paragraphs() for run in part.runs if run.text.strip()):
        letters[is_old(run.font)] += len(run.text)
        fonts |= {run.font} if is_old(run.font) else set()
    return sorted(fonts), letters[True] / max(1, sum(letters.values()))


def in_unicode(file: WordFile) -> WordFile:
    """The file with the words of such fonts in letters of today."""
    return msgspec.structs.replace(file, blocks=tuple(map(_block, file.blocks)))


def from_tcvn3(text: str, font: str = "") -> str:
    """The words that the letters of .VnTime draw; of .VnTimeH in capitals."""
    words = "".join(_TCVN3.get(letter, letter) for letter in text)
    return words.upper() if _CAPITAL_FONT.match(font) else words


def from_vni(text: str) -> str:
    """The words that the letters of VNI-Times draw."""

    def letter(found: re.Match[str]) -> str:
        base, mark, alone = found.groups()
        if alone:
            word = _ALONE[alone.lower()]
            return word.upper() if alone.isupper() else word
        base = {"ô": "ơ", "ö": "ư", "Ô": "Ơ", "Ö": "Ư"}.get(base, base)
        return base + (_TONES.get(mark.lower()) or _HATS[mark.lower()])

    return _VNI.sub(letter, text)


def _block(block: Block) -> Block:
    if isinstance(block, WordParagraph):
        return _paragraph(block)
    return WordTable(tuple(WordRow(tuple(_cells(row)), row.head) for row in block.rows), block.at)


def _cells(row: WordRow) -> Iterator[WordCell]:
    for cell in row.cells:
        yield msgspec.structs.replace(cell, paragraphs=tuple(map(_paragraph, cell.paragraphs)))


def _paragraph(paragraph: WordParagraph) -> WordParagraph:
    return msgspec.structs.replace(paragraph, runs=tuple(map(_run, paragraph.runs)))


def _run(run: WordRun) -> WordRun:
    if _TCVN3_FONT.match(run.font):
        return msgspec.structs.replace(run, text=clean(from_tcvn3(run.text, run.font)), font="")
    if _VNI_FONT.match(run.font):
        return msgspec.structs.replace(run, text=clean(from_vni(run.text)), font="")
    return run
