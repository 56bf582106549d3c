"""Words, clauses and sentences that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.checking.findings import Finding, Span
from desktop_app.proofreading.context import Context, Words, excerpt
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import Piece, pieces
from desktop_app.proofreading.wording.vocabulary import listed

LONGEST = 12
"""Words of a stretch that is looked for right behind itself."""
CLAUSE = 5
"""So many words are a clause: it may not come again in its sentence, not even behind a comma."""
SENTENCE = 12
"""Words of a sentence that may not come again in the report."""
_TOKEN = re.compile(r"[^\s\u2060]+")
_COUNTED = re.compile(r"\s*(?:\d|(?:ngày|tháng|năm)\b)")
_CLAUSES = re.compile(r"[^.,;:()\u2060]+")
_SENTENCES = re.compile(r"[^.;\u2060]+")


def read_repeats(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """What stands twice, in each passage by itself."""
    for passage in passages:
        if passage.key in context.plan.fields:
            continue
        for piece in pieces(passage.text):
            twice_at = list(_twice(piece))
            for span in twice_at:
                twice = piece.text[slice(*span)]
                once = " ".join(twice.split()[: len(twice.split()) // 2]).rstrip(",")
                said = f"«{excerpt(passage, piece.span(*span))}» lặp từ."
                words = Words(said, "Bỏ chữ thừa.", twice, once)
                yield context.finding("word.double", "warning", (passage.key,), piece.span(*span), words)
            for span in _clauses_twice(piece):
                if any(span[0] < end and begin < span[1] for begin, end in twice_at):
                    continue
                words = Words(
                    f"«{excerpt(passage, piece.span(*span))}» đã có trong câu này.", "Bỏ phần lặp lại.",
                    piece.text[slice(*span)],
                )  # fmt: skip
                yield context.finding("word.clause", "warning", (passage.key,), piece.span(*span), words)


def _twice(piece: Piece) -> Iterator[Span]:
    """Stretches of one to LONGEST words right behind themselves."""
    tokens = list(_TOKEN.finditer(piece.text))
    plain = [token.group().lower() for token in tokens]
    bare = [word.rstrip(".,;:)”") for word in plain]
    done = 0
    for place in range(len(plain)):
        length = _length_of_repeat(plain, bare, place) if place >= done else 0
        if not length:
            continue
        last = place + 2 * length - 1
        end = tokens[last].start() + len(bare[last])
        span = (tokens[place].start(), end)
        if _is_slip(piece.text, plain[place : place + length], span):
            yield span
            done = place + length


def _length_of_repeat(plain: Sequence[str], bare: Sequence[str], place: int) -> int:
    """How many words from `place` on come again right behind themselves; 0 for none."""
    for length in range(1, min(LONGEST, (len(plain) - place) // 2) + 1):
        second = place + length
        first_end = plain[second - 1].rstrip(",") if length >= CLAUSE else plain[second - 1]
        if first_end != bare[second + length - 1]:
            continue
        if plain[place : second - 1] == plain[second : second + length - 1]:
            return length
    return 0


def _is_slip(text: str, stretch: list[str], span: Span) -> bool:
    """Whether the repetition is none of the language: names, numbers, words that meet, reduplications."""
    if not all(any(c.isalpha() for c in word) for word in stretch):
        return False
    if len(stretch) > 1:
        again = text[slice(*span)].split()[len(stretch) :]
        named = any(word[0].isupper() for word in again)
        commas = sum(word[-1] in ",;.:" for word in text[slice(*span)].split()[:-1])
        return not commas or (len(stretch) >= CLAUSE and not named)
    word = stretch[0]
    if not word.strip("“”").isalpha():
        return False
    if word in listed("twice"):
        return word in ("năm", "ngày", "tháng", "từ") and bool(_COUNTED.match(text, span[1]))
    follows = re.match(r"\s+([^\W\d_]+)", text[span[1] : span[1] + 20])
    return not (
        follows
        and f"{word} {follows[1].lower()}" in listed("joints")
        and text[max(0, span[0] - 40) : span[0]].strip()
    )


def _clauses_twice(piece: Piece) -> Iterator[Span]:
    """Clauses of many words and no number that come again in their sentence."""
    for sentence in _SENTENCES.finditer(piece.text):
        seen: set[str] = set()
        for clause in _CLAUSES.finditer(piece.text, sentence.start(), sentence.end()):
            words = clause.group().lower().split()
            if len(words) < CLAUSE or any(c.isdigit() for c in clause.group()):
                continue
            if " ".join(words) in seen:
                begin = clause.start() + len(clause.group()) - len(clause.group().lstrip())
                yield (begin, clause.start() + len(clause.group().rstrip()))
            seen.add(" ".join(words))


def read_sentences(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Sentences that stand in two places of the prose, word for word."""
    seen: dict[str, str] = {}
    for passage in passages:
        if not context.plan.is_prose(passage.key):
            continue
        for piece in pieces(passage.text):
            for sentence in re.finditer(r"[^.\u2060]+\.?", piece.text):
                words = sentence.group().lower().strip(" .;").split()
                if len(words) < SENTENCE:
                    continue
                plain = " ".join(words)
                if plain in seen:
                    begin = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
                    said = Words(
                        f"Câu này đã có nguyên văn ở {context.name(seen[plain])}.",
                        "Bỏ một chỗ, hoặc viết lại cho khác.", sentence.group().strip()[:80],
                    )  # fmt: skip
                    span = piece.span(begin, sentence.end())
                    yield context.finding("word.sentence", "note", (passage.key,), span, said)
                seen.setdefault(plain, passage.key)
