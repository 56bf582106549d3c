"""What is left of another report: its period, its days, its agency, its province."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from desktop_app.base import known_keys
from desktop_app.base.dates import short_date
from desktop_app.base.periods import period_name
from desktop_app.checking.findings import Finding, Span
from desktop_app.forms.calendar import cut_off, wording_of
from desktop_app.proofreading.citations.citation import plain_name
from desktop_app.proofreading.citations.days import backward_stretches, days_in
from desktop_app.proofreading.citations.issuers import read_issuer
from desktop_app.proofreading.citations.register import MERGER, Mention, mentions_in
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage
from desktop_app.proofreading.wording.pieces import Piece, pieces
from desktop_app.proofreading.wording.vocabulary import vocabulary
from desktop_app.searching.period_words import PLANNED, other_periods, own_periods

OUTER = ("opening", "closing")
"""Sections that say which period the report is about."""
PLAN = "IV"
"""The part of the form that looks ahead."""
_QUARTERS = {"Q1": "(?:I|1)", "Q2": "(?:II|2)", "Q3": "(?:III|3)", "Q4": "(?:IV|4)"}
_OF_YEAR = r"(?!\w)(?:(?:/|[ ]năm[ ])(?P<year>\d{4}))?"
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
            yield from _periods(context, passage, piece, [m.citation.span for m in mentions])
            yield from _days(context, passage, piece)
            yield from _provinces(context, passage, piece, mentions)
            if passage.key in OUTER:
                yield from _agency(context, passage, piece)


def _periods(context: Context, passage: Passage, piece: Piece, cited: list[Span]) -> Iterator[Finding]:
    """Names of periods that are left of the report before."""
    own, outer = context.period, passage.key in OUTER
    found = other_periods(own_periods(context.edition, own), own)(piece.text)
    places = [(begin, end) for begin, end, doubt in found if _is_left(piece.text[begin:end], doubt, outer)]
    if passage.key.startswith(f"{PLAN}.") and own.kind.startswith("Q"):
        planned = re.compile(rf"(?:[Tt]rong|nhiệm vụ)[ ](?P<name>[Qq]uý[ ]{_QUARTERS[own.kind]}){_OF_YEAR}")
        found_here = [m for m in planned.finditer(piece.text) if m["year"] in (None, str(own.year))]
        places += [match.span("name") for match in found_here]
    for begin, end in places:
        span = piece.span(begin, end)
        if not outer and any(first <= span[0] < last for first, last in cited):
            continue
        words = Words(
            f"«{piece.text[begin:end]}» không phải kỳ báo cáo này ({period_name(own)}).",
            "Có thể còn sót từ báo cáo trước; sửa lại cho đúng kỳ.", piece.text[begin:end],
        )  # fmt: skip
        yield context.finding("word.period", "warning", (passage.key,), span, words)


def _is_left(name: str, doubt: str, outer: bool) -> bool:
    """Whether the name can only be a leftover; a whole year in the body is too often right."""
    whole_year = name.lower().startswith("năm")
    if outer:
        return not doubt or (doubt == PLANNED and not whole_year)
    return not doubt and not whole_year


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
