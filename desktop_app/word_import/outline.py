"""Find the headings of the form in a text: by number, wording and look, in the order of the form."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.checking.plan import Plan
from desktop_app.forms.model import Section
from desktop_app.forms.wording import section_heading
from desktop_app.word_import.alignment import Match, pair
from desktop_app.word_import.contents import WordParagraph
from desktop_app.word_import.likeness import Likeness, full_words, plain_words
from desktop_app.word_import.marks import Mark, mark_of, ordinals

LEAST, STRONG, CERTAIN = 0.62, 0.95, 0.9
"""From which score a paragraph may be a heading; may be one out of order; is one without a doubt."""
MOST_HEADING = 420
"""Letters of a heading that stands alone."""
_SPARE = 8
_APPENDICES = {"appendices": "từ I đến VII từ 01 07 đến"}
"""The ways in which a line of the form counts the appendices."""
_KINDS = {"part": "roman", "heading": "decimal", "item": "letter"}


class Place(NamedTuple):
    """A heading of the form: its section, its number and title, the part and the heading above it."""

    section: Section
    mark: Mark
    title: str
    order: int  # among those of its level under one heading, from 1
    part: str
    above: str


class Found(NamedTuple):
    """A heading found: letters of the paragraph that it takes, how sure it is (0 to about 1.3)."""

    place: Place
    length: int
    score: float


class Cut(NamedTuple):
    """A beginning of a paragraph that may be a heading, and how many letters it takes."""

    words: str
    length: int


class Outline:
    """The headings of a form with the words of one period."""

    def __init__(self, plan: Plan, words: dict[str, str]) -> None:
        self.places = places_of(plan, words)
        titles = [p.title for p in self.places if p.title]
        self._likeness = Likeness([*titles, *(s.title for s in plan.edition.sections if s.level == "plain")])

    def find(self, paragraphs: list[WordParagraph]) -> dict[int, Found]:
        """Number of a paragraph -> the heading that it is or begins with."""
        cuts: dict[tuple[int, int], Found] = {}
        matches: list[Match] = []
        for left, paragraph in enumerate(paragraphs):
            for right, scored in self._scores(paragraph):
                cuts[left, right] = scored
                matches.append(Match(left, right, scored.score - LEAST + 0.05))
        chosen = pair(matches, STRONG - LEAST + 0.05, self._in_its_part)
        found = {left: cuts[left, match.right] for left, match in chosen.items()}
        found |= self._silent(paragraphs, found)
        return dict(sorted(found.items()))

    def _silent(self, paragraphs: list[WordParagraph], found: dict[int, Found]) -> dict[int, Found]:
        """The sections without a title, by their letters below the heading that was found above them."""
        made: dict[int, Found] = {}
        for left, each in found.items():
            waiting = [p for p in self.places if not p.title and p.above == each.place.section.key]
            end = min((other for other in found if other > left), default=len(paragraphs))
            for at in range(left + 1, end if waiting else 0):
                mark = _mark(paragraphs[at])
                place = next((place for place in waiting if _agreement(mark, place) >= 0.2), None)
                if place:
                    start = 0 if paragraphs[at].number else mark.length
                    made[at] = Found(place, start, LEAST)
                    waiting = waiting[waiting.index(place) + 1 :]
        return made

    def _scores(self, paragraph: WordParagraph) -> list[tuple[int, Found]]:
        text = paragraph.text
        if paragraph.contents or paragraph.bullet or not text.strip():
            return []
        mark = _mark(paragraph)
        typed = mark_of(text) if paragraph.number else mark
        start = typed.length if typed.kind and (not paragraph.number or typed.parts == mark.parts) else 0
        cuts = _cuts(paragraph, start)
        found: list[tuple[int, Found]] = []
        for right, place in enumerate(self.places):
            if place.title and (scored := self._score(paragraph, mark, cuts, place)):
                found.append((right, scored))
        return found

    def _score(self, paragraph: WordParagraph, mark: Mark, cuts: list[Cut], place: Place) -> Found | None:
        agrees = _agreement(mark, place)
        best, length = 0.0, 0
        for cut in cuts:
            alike = self._likeness.of(cut.words, place.title)
            if alike > best + 1e-9:
                best, length = alike, cut.length
        looks = paragraph.level >= 0 or paragraph.bold or _bold_start(paragraph, length)
        plain = not looks and not mark.kind and place.section.level != "line"
        score = best + agrees + (0.08 if looks else -0.12 if plain else 0.0)
        if place.section.level == "part" and agrees >= 0.25 and len(paragraph.text) < MOST_HEADING:
            score = (
                max(score, LEAST + 0.1) if paragraph.text[length // 2 : length].isupper() or looks else score
            )
        elif agrees >= 0.25 and looks and best >= 0.25:
            score = max(score, LEAST + 0.05)
        return Found(place, length, score) if score > LEAST and length else None

    def _in_its_part(self, match: Match, chosen: dict[int, Match]) -> bool:
        """Whether the part above the paragraph is the one to which the heading belongs."""
        place = self.places[match.right]
        if place.section.level == "part":
            return False
        above = [left for left in chosen if left < match.left]
        return bool(above) and self.places[chosen[max(above)].right].part == place.part


def places_of(plan: Plan, words: dict[str, str]) -> list[Place]:
    """Every heading of the form in its order."""
    found: list[Place] = []
    part = above = ""
    orders: dict[str, int] = {}
    for section in plan.edition.sections:
        if section.level == "plain":
            continue
        if section.level == "part":
            part, above = section.key, ""
        under = {"part": "", "heading": part}.get(section.level, above)
        orders[under] = orders.get(under, 0) + 1
        title = section_heading(section, words | _APPENDICES).removeprefix(section.number).strip()
        found.append(Place(section, mark_of(f"{section.number} "), title, orders[under], part, under))
        if section.level == "heading":
            above = section.key
    return found


def _mark(paragraph: WordParagraph) -> Mark:
    """The number before the paragraph, whoever printed it."""
    return mark_of(f"{paragraph.number} " if paragraph.number else paragraph.text)


def _agreement(mark: Mark, place: Place) -> float:
    """What the number before the words says for or against the place."""
    if not mark.kind or place.section.level == "line":
        return 0.0 if not mark.kind else -0.15
    same = mark.last == place.mark.last
    if same and mark.kind == _KINDS[place.section.level] and len(mark.parts) == 1:
        return 0.25
    if same or place.order in ordinals(mark.last):
        return 0.2 if len(mark.parts) > 1 and place.section.level == "item" else 0.1
    return -0.15


def _cuts(paragraph: WordParagraph, start: int) -> list[Cut]:
    """The beginnings of a paragraph that may be a heading, without its number."""
    text = paragraph.text
    ends = [len(text)] if len(text) <= MOST_HEADING else []
    for sign in (":", ". ", "\n", ";"):
        at = text.find(sign, start + 3)
        if 0 <= at <= MOST_HEADING:
            ends.append(at + 1)
    bold = _face_length(paragraph)
    if start < bold < len(text):
        ends.append(bold)
    return [Cut(text[start:end], end) for end in dict.fromkeys(ends) if text[start:end].strip()]


def _face_length(paragraph: WordParagraph) -> int:
    """How many letters stand at the beginning in one face that is not that of the end."""
    if not paragraph.runs:
        return 0
    first, length = paragraph.runs[0], 0
    if not (first.bold or first.italic):
        return 0
    for run in paragraph.runs:
        if (run.bold, run.italic) != (first.bold, first.italic) and run.text.strip():
            break
        length += len(run.text)
    return length


def _bold_start(paragraph: WordParagraph, length: int) -> bool:
    return 0 < length <= _face_length(paragraph) + 1


def close_to(title: str, words: str) -> bool:
    """Whether the words are hardly longer than the title."""
    return len(full_words(words)) <= len(plain_words(title)) + _SPARE
