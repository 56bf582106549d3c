"""Letters of the codes before Unicode, TCVN3 (ABC) and VNI: recognised and made Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import msgspec

from desktop_app.checking.plan import Plan
from desktop_app.proofreading.passages import passages
from desktop_app.proofreading.wording.syllables import is_syllable
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import Prose, ProseParagraph, read_prose, write_prose

_TCVN3 = str.maketrans(
    "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢£¤¥¦§",
    "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯĐ",
)
_SIGNS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
"""Signs of VNI behind a, e, o, u, y, ô and ö."""
_HATS = {"á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323", "â": ""}
"""Signs of VNI that bring a hat along."""
_BREVES = {"é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323", "ê": ""}
"""Signs of VNI that make an ă."""
_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ö": "ư", "ô": "ơ"}
LEAST, SHARE = 3, 0.7
"""So many words, and so large a part of those that are not ASCII, make a text one of an old code."""
_WORD = re.compile(r"[^\s,.;:()“”\"!?/\d-]+")


@lru_cache(maxsize=1)
def _vni() -> dict[str, str]:
    """Letters of VNI, the longest first -> Unicode; capitals have capital signs."""
    table = {base + sign: base + mark for base in "aeouy" for sign, mark in _SIGNS.items()}
    table |= {
        first + sign: own + mark for first, own in (("ô", "ơ"), ("ö", "ư")) for sign, mark in _SIGNS.items()
    }
    table |= {base + sign: base + "\u0302" + mark for base in "aeo" for sign, mark in _HATS.items()}
    table |= {"a" + sign: "a\u0306" + mark for sign, mark in _BREVES.items()}
    table |= _ALONE
    both = table | {old.upper(): new.upper() for old, new in table.items()}
    both |= {old[0].upper() + old[1:]: new[0].upper() + new[1:] for old, new in table.items() if len(old) > 1}
    return {old: unicodedata.normalize("NFC", new) for old, new in both.items()}


@lru_cache(maxsize=1)
def _vni_letters() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _vni()), key=len, reverse=True)))


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _from_vni(text: str) -> str:
    return _vni_letters().sub(lambda found: _vni()[found.group()], text)


CODES: dict[str, Callable[[str], str]] = {"TCVN3 (ABC)": _from_tcvn3, "VNI": _from_vni}
"""Name of the code -> what makes its letters Unicode."""


@lru_cache(maxsize=4096)
def old_code(text: str) -> str:
    """The code in which the text is written, a key of CODES; "" for Unicode."""
    if text.isascii():
        return ""
    words = list(dict.fromkeys(word for word in _WORD.findall(text[:20_000]) if not word.isascii()))
    strange = [word for word in words if not is_syllable(word)]
    if len(strange) < LEAST or len(strange) < SHARE * len(words):
        return ""
    right = {name: sum(is_syllable(make(word)) for word in strange) for name, make in CODES.items()}
    best = max(right, key=right.__getitem__)
    return best if right[best] >= SHARE * len(strange) else ""


def made_unicode(text: str) -> str:
    """The text in Unicode, each paragraph that is written in an old code; others as they are."""
    return "\n".join(CODES[code](line) if (code := old_code(line)) else line for line in text.split("\n"))


def converted(filled: FilledReport) -> dict[str, str]:
    """New stored texts by key of all entries in which a paragraph is written in an old code."""
    changed: dict[str, str] = {}
    for passage in passages(filled):
        stored = filled.text(passage.key)
        new = _stored(filled.plan, passage.key, stored)
        if new != stored:
            changed[passage.key] = new
    return changed


def _stored(plan: Plan, key: str, stored: str) -> str:
    if not plan.is_prose(key):
        return made_unicode(stored)
    prose = read_prose(stored)
    new: Prose = tuple(map(_paragraph, prose))
    return write_prose(new) if new != prose else stored


def _paragraph(paragraph: ProseParagraph) -> ProseParagraph:
    code = old_code(paragraph.text)
    make = CODES[code] if code else str
    runs = tuple(
        msgspec.structs.replace(run, text=make(run.text), note=made_unicode(run.note))
        for run in paragraph.runs
    )
    return msgspec.structs.replace(paragraph, runs=runs)
