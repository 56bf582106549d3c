"""A report that comes from outside: what stands under each key, where it came from, and what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period
from desktop_app.checking.plan import Plan
from desktop_app.checking.plans import Plans
from desktop_app.reports.prose import Prose, from_plain, read_prose, tidy, to_plain, write_prose
from desktop_app.reports.session import Changes, Session


class Origin(msgspec.Struct, frozen=True):
    """Where an entry stood in its file, and what to look at, "" when it is sure; in words for the clerk."""

    place: str
    doubt: str = ""


class Draft(msgspec.Struct, frozen=True):
    """Not stored yet, but with the form that it is for; keys in their one spelling.

    texts: as typed; prose: what stands under the keys of prose; origins: for each key of both.
    """

    period: Period
    edition_id: str
    texts: Mapping[str, str]
    prose: Mapping[str, Prose]
    origins: Mapping[str, Origin]

    def stored(self) -> dict[str, str]:
        """Every entry that says something, by key, prose in its stored spelling."""
        entries = {**self.texts, **{key: write_prose(prose) for key, prose in self.prose.items()}}
        return {key: text for key, text in entries.items() if text}

    def doubts(self, plan: Plan) -> list[str]:
        """A sentence for each entry that the clerk should look at."""
        doubtful = {key: origin.doubt for key, origin in self.origins.items() if origin.doubt}
        return [f"{plan.names.get(key, key)}: {doubt}." for key, doubt in doubtful.items()]


def draft_of(
    plans: Plans,
    period: Period,
    edition_id: str,
    values: Mapping[str, str],
    faces: Mapping[str, str] | None = None,
) -> Draft:
    """The draft of values by key in any spelling, prose as lines; raises UserFault for an unknown key.

    faces: prose with bold and italic in its stored spelling, believed where it says the same words.
    """
    edition_id = plans.edition_for(period, edition_id)
    plan = plans.plan(edition_id)
    texts: dict[str, str] = {}
    prose: dict[str, Prose] = {}
    origins: dict[str, Origin] = {}
    for written, text in values.items():
        key = plan.canonical(written)
        if key in origins:
            raise UserFault(f"Khóa «{key[:60]}» đứng hai lần trong tệp, với hai cách viết; hãy bỏ một.")
        doubt = ""
        if plan.is_prose(key):
            prose[key], doubt = _read(text, (faces or {}).get(key, ""))
        else:
            texts[key] = text
        origins[key] = Origin(f"khóa «{written}»", doubt)
    return Draft(period, edition_id, texts, prose, origins)


def merge(draft: Draft, session: Session, label: str) -> Changes:
    """Take the draft over into an open report as one step of this name, all of it or nothing.

    What it says nothing about stays as it is. Raises UserFault for a key that the report's form lacks.
    """
    return session.edit_many(label, draft.stored())


def _read(lines: str, face: str) -> tuple[Prose, str]:
    """The prose of lines with its face, and why the face is not believed."""
    plain = from_plain(lines)
    faced = tidy(read_prose(face))
    if not face or to_plain(faced) == to_plain(plain):
        return faced if face else plain, ""
    return plain, "chữ đậm, nghiêng trong tệp không khớp với lời văn nên chỉ lấy lời văn"
