"""Paragraphs that were pasted in the letters of TCVN3 or VNI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.checking.findings import Finding
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage, lines
from desktop_app.proofreading.wording.old_codes import CODES, old_code


def read_old_codes(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Paragraphs in letters of an old code, in each passage by itself."""
    for passage in passages:
        for begin, line in lines(passage.text):
            if code := old_code(line):
                words = Words(
                    f"Đoạn này gõ bằng bảng mã cũ {code}, in ra sẽ sai chữ.",
                    "Chọn Sửa › Chuyển chữ TCVN3, VNI sang Unicode; hoàn tác được bằng Ctrl+Z.",
                    line, CODES[code](line),
                )  # fmt: skip
                span = (begin, begin + len(line))
                yield context.finding("word.legacy", "warning", (passage.key,), span, words)
