"""What is left of another report: its period, its days, its agency, its province."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from desktop_app.base import known_keys
from desktop_app.base.dates import short_date
from desktop_app.base.periods import Period, period_name
from desktop_app.checking.findings import Finding, Span
from desktop_app.forms.calendar import cut_off, following, wording_of
from desktop_app.proofreading.citations.citation import plain_name
from desktop_app.proofreading.citations.days import backward_stretches, days_in
from desktop_app.proofreading.citations.issuers import read_issuer
from desktop_app.proofreading.citations.register import MERGER, Mention, mentions_in
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import Piece, pieces
from desktop_app.proofreading.wording.vocabulary import vocabulary

OUTER = ("opening", "closing")
"""Sections that say which period the report is about."""
PLAN = "IV"
"""The part of the form that looks ahead."""
_QUARTER = re.compile(
    r"(?P<word>[Qq]uý)[ ](?P<number>IV|III|II|I|[1-4])(?![\w.])(?:(?:/|[ ]năm[ ])(?P<year>20\d\d))?"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_COMPARES = re.compile(
    r"so với|cùng kỳ|trước|chuyển|lũy kế|luỹ kế|kế hoạch|dự kiến|từ quý|kể từ|theo báo cáo|tiếp nối"
    r"|giai đoạn",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"(?:(?:[Tt]ính|[Ss]ố liệu|[Cc]ập nhật)[ ]đến[ ]|(?:\A|[.;:][ ])Đến[ ]"
    r"|(?:\A|[.;:][ ])(?:Tính[ ])?[Tt]ừ[ ][^.;]{6,30}[ ]đến[ ]"
    r"|[Ss]ố liệu[ ]\(?[Tt]ừ[ ][^.;]{6,30}[ ]đến[ ])(?:hết[ ])?(?:ngày[ ])?\Z"
)
"""What makes a day that of the figures: "Tính đến ngày …", "Từ ngày … đến ngày …" at the beginning."""
_REPORTS = re.compile(r"(?:(?:xin|trân trọng|kính)[ ])?(?:báo cáo|tổng hợp)(?!\w)")


def read_leftovers(context: Context, passages: Iterable[Passage]) -> Iterator[Finding]:
    """Words of another period or agency, in each passage by itself."""
    for passage in passages:
        if passage.key in context.plan.fields:
            continue
        mentions = mentions_in(passage)
        for piece in pieces(passage.text):
            yield from _quarters(context, passage, piece, [m.citation.span for m in mentions])
            yield from _days(context, passage, piece)
            yield from _provinces(context, passage, piece, mentions)
            if passage.key in OUTER:
                yield from _agency(context, passage, piece)


def _quarters(context: Context, passage: Passage, piece: Piece, cited: list[Span]) -> Iterator[Finding]:
    """Quarters that are left of the report before."""
    own = context.period
    outer = passage.key in OUTER
    for found in _QUARTER.finditer(piece.text):
        span = piece.span(*found.span())
        number = _ROMAN.get(found["number"]) or int(found["number"])
        named = Period(int(found["year"] or own.year), f"Q{number}")
        if not outer and any(begin <= span[0] < end for begin, end in cited):
            continue
        if _is_left(context, passage.key, _sentence(piece.text, found), found, named):
            words = Words(
                f"«{found.group()}» không phải kỳ báo cáo này ({period_name(own)}).",
                "Có thể còn sót từ báo cáo trước; sửa lại cho đúng kỳ.", found.group(),
            )  # fmt: skip
            yield context.finding("word.period", "warning", (passage.key,), span, words)


def _sentence(text: str, found: re.Match[str]) -> tuple[str, str]:
    """The sentence or clause around a match, and its words in front of it."""
    begin = max(text.rfind(". ", 0, found.start()), text.rfind("; ", 0, found.start()), 0)
    end = text.find(". ", found.end())
    return text[begin : end if end >= 0 else len(text)], text[begin : found.start()]


def _is_left(
    context: Context, key: str, sentence: tuple[str, str], found: re.Match[str], named: Period
) -> bool:
    """Whether the quarter is said to be that of the report, and cannot be."""
    own = context.period
    coming = {following(context.edition.periods, own).rank(), own.next().rank()}
    if key in OUTER:
        return named.rank() not in coming | {own.rank()} and _is_quarter(own)
    whole, before = sentence
    if _COMPARES.search(whole):
        return False
    if key.startswith(f"{PLAN}."):
        planned = re.search(r"(?:trong|nhiệm vụ)\s+\Z", before, re.IGNORECASE)
        return bool(planned) and _is_quarter(own) and named.rank() <= own.rank()
    earlier = (named.year, named.last_month) < (own.year, own.first_month)
    return earlier and named.year >= own.year - 1 and bool(re.search(r"trong\s+\Z", before, re.IGNORECASE))


def _is_quarter(period: Period) -> bool:
    return period.kind.startswith("Q")


def _days(context: Context, passage: Passage, piece: Piece) -> Iterator[Finding]:
    """Figures as of a day before the figures of the period begin, or after the report."""
    first = first_day(context)
    backward = [stretch.span for stretch in backward_stretches(piece.text)]
    for written in days_in(piece.text):
        begin = written.span[0]
        if any(span[0] <= begin < span[1] for span in backward):
            continue
        front = piece.text[max(0, begin - 60) : begin]
        if not written.day or not _AS_OF.search(front) or _COMPARES.search(piece.text, begin, begin + 120):
            continue
        if context.day and written.day > context.day:
            wrong = f"sau ngày của báo cáo ({short_date(context.day)})"
        elif first and written.day < first:
            wrong = f"trước khi kỳ báo cáo bắt đầu ({short_date(first)})"
        else:
            continue
        words = Words(
            f"Số liệu tính đến ngày {written.words}, {wrong}.",
            "Xem lại ngày chốt số liệu của kỳ này.",
            written.words,
        )
        yield context.finding("word.day", "warning", (passage.key,), piece.span(*written.span), words)


def first_day(context: Context) -> date | None:
    """The first day of the figures of the period, None where the form names none."""
    wording = wording_of(context.edition.periods, context.period)
    figures = cut_off(wording, context.period) if wording else None
    return figures[0] if figures else None


@lru_cache(maxsize=1)
def _province() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, vocabulary().provinces), key=len, reverse=True))
    return re.compile(
        r"(?:UBND|HĐND|[UỦ]\w+[ ]ban[ ]nhân[ ]dân|Hội[ ]đồng[ ]nhân[ ]dân|địa[ ]bàn|của|toàn"
        r"|Sở[ ]\w+[ ]\w+)[ ]"
        rf"(?P<whole>tỉnh[ ](?P<name>{names}))(?!\w)"
    )


def _provinces(
    context: Context, passage: Passage, piece: Piece, mentions: Sequence[Mention]
) -> Iterator[Finding]:
    """Another province in the place of the own one; before the merger it may have been the own."""
    head = " ".join(
        context.filled.text(key) for key in (known_keys.PLACE, known_keys.AGENCY, known_keys.PARENT_AGENCY)
    )
    own = [name for name in vocabulary().provinces if name in head]
    if not own and "tỉnh" not in head.lower():
        return
    for found in _province().finditer(piece.text):
        span = piece.span(*found.span("whole"))
        cited = next((m for m in mentions if m.citation.span[0] <= span[0] < m.citation.span[1]), None)
        if found["name"] in head or (cited and _is_before_merger(context, cited)):
            continue
        if _TOGETHER.search(piece.text, max(0, found.start() - 90), found.start()):
            continue
        words = Words(
            f"«{found['whole']}» không phải tỉnh của cơ quan báo cáo "
            f"({context.filled.text(known_keys.PLACE)}).",
            "Có thể còn sót từ báo cáo của nơi khác.", found["whole"],
        )  # fmt: skip
        yield context.finding("word.agency", "warning", (passage.key,), span, words)


_TOGETHER = re.compile(r"kinh nghiệm|học tập|giao lưu|phối hợp|ký kết|giáp|liên kết|hợp nhất|sáp nhập")
"""Words of a sentence that speaks of another province on purpose."""


def _is_before_merger(context: Context, cited: Mention) -> bool:
    return bool(context.day and context.day >= MERGER and (not cited.day or cited.day < MERGER))


def _agency(context: Context, passage: Passage, piece: Piece) -> Iterator[Finding]:
    """Opening and closing name who reports."""
    agency = context.filled.text(known_keys.AGENCY)
    own = plain_name(agency)
    text = re.sub(r"\([^)]*\)", lambda found: " " * len(found.group()), piece.text)
    for verb in _REPORTS.finditer(text) if own else ():
        begin = max(text.rfind(sign, 0, verb.start()) for sign in (". ", "; ", ", ", "/ ")) + 2
        begin = 0 if begin == 1 else begin
        issuer, end = read_issuer(text, begin)
        if not issuer or text[end : verb.start()].strip() or _is_same(plain_name(issuer), own):
            continue
        words = Words(
            f"Cơ quan báo cáo ghi là «{issuer}», khác với «{agency}» ở phần đầu.",
            "Sửa tên cơ quan cho thống nhất.", issuer, agency,
        )  # fmt: skip
        yield context.finding("word.agency", "warning", (passage.key,), piece.span(begin, end), words)
        return


def _is_same(named: str, own: str) -> bool:
    """Whether a name is the own one or a shorter form of it."""
    short = named.split(" tỉnh")[0]
    return named in own or own in named or short in own or own.startswith(short)
