"""Words that lack their second half, and an opening that a full stop cuts in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from desktop_app.checking.findings import Finding
from desktop_app.proofreading.citations.register import mentions_in
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import pieces
from desktop_app.proofreading.wording.syllables import is_syllable
from desktop_app.proofreading.wording.vocabulary import vocabulary

OPENING = "opening"
_GROUNDS = re.compile(r"(?:Thực hiện|Căn cứ|Theo)[ ]")


def read_missing(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What is missing in each passage by itself."""
    for passage in passages:
        if passage.key in context.plan.fields:
            continue
        for piece in pieces(passage.text):
            for found in _halves().finditer(piece.text):
                if not _is_whole(found):
                    words = Words(
                        f"«{found['half']}» thiếu tiếng đi cùng.", "Đọc lại và thêm tiếng còn thiếu."
                    )
                    span = piece.span(*found.span("half"))
                    yield context.finding("word.missing", "note", (passage.key,), span, words)
        if passage.key == OPENING:
            yield from _cut(context, passage)


@lru_cache(maxsize=1)
def _halves() -> re.Pattern[str]:
    halves = "|".join(vocabulary().halves)
    return re.compile(
        rf"(?<!\w)(?:(?P<before>\w+)[ ])?(?P<half>{halves})(?!\w)(?:[ ](?P<after>\w+))?", re.IGNORECASE
    )


def _is_whole(found: re.Match[str]) -> bool:
    """Whether the syllable stands with one that it makes a word with, or is a name or a list of its own."""
    behind, _, front = vocabulary().halves[found["half"].lower()].partition("(")
    before, after = (found["before"] or "").lower(), (found["after"] or "").lower()
    if after in behind.split() or before in front.strip(")").split() or found["half"][0].isupper():
        return True
    return not after.islower() or not is_syllable(after)


def _cut(context: Context, passage: Passage) -> Iterator[Finding]:
    """ "Thực hiện Công văn … . Văn phòng … báo cáo": the grounds are no sentence of their own."""
    if not _GROUNDS.match(passage.text):
        return
    last = [m.citation.span[1] for m in mentions_in(passage)]
    end = re.search(r"\.(?=\s+[A-ZĐỦ])", passage.text)
    if not end or not last or min(last) > end.start() or _says_more(passage.text[min(last) : end.start()]):
        return
    words = Words("Câu mở đầu bị ngắt: phần căn cứ chưa thành câu.", "Thay dấu chấm bằng dấu phẩy.", ".", ",")
    yield context.finding("word.cut", "note", (passage.key,), end.span(), words)


def _says_more(words: str) -> bool:
    """Whether a main clause follows the grounds: behind a comma, with an agency or a verb of its own."""
    return bool(re.search(r",\s+(?:[A-ZĐỦ]|đến nay|trong|cơ quan|đơn vị)", words))
