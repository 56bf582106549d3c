"""Cases that are read on both forms: a few sentences at places that both have, and what must be found.

Places are keys of both forms, "cell" for the first row of the first appendix, "note" for the note beside
it. "{Y}", "{Y-1}", "{Y+1}" are years about that of the period.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from desktop_app.base import known_keys
from tools.proofreading.cases import Case

FOLDER = Path(__file__).parents[2] / "tests/proofreading/both_forms"
PERIODS = {"2022": "2023-Q1", "2025": "2026-Q1"}
ROWS = {"2022": "pl1.1", "2025": "bm1.1"}
HEADS = {
    "2022": {
        known_keys.PARENT_AGENCY: "UBND tỉnh Hà Giang",
        known_keys.AGENCY: "Văn phòng UBND tỉnh",
        known_keys.NUMBER: "415",
        known_keys.SYMBOL: "BC-VP",
        known_keys.PLACE: "Hà Giang",
        known_keys.DATE: "15/3/2023",
    },
    "2025": {
        known_keys.AGENCY: "Ủy ban nhân dân tỉnh Bình Sơn",
        known_keys.SYMBOL: "BC-UBND",
        known_keys.PLACE: "Bình Sơn",
        known_keys.DATE: "19/3/2026",
        known_keys.ADDRESSEE: "Bộ Nội vụ",
    },
}
"""Head of the report in which a case stands, by form."""


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One case as it is written; form: the only one that it is read on, "" for both."""

    about: str
    texts: dict[str, str]
    finds: tuple[str, ...] = ()
    form: str = ""


def both_form_files() -> list[Path]:
    """Every file of such cases."""
    return sorted(FOLDER.glob("*.toml"))


def written_cases(path: Path) -> tuple[Written, ...]:
    """The cases of a file as written; a misspelt field is refused."""
    return msgspec.convert(tomllib.loads(path.read_text("utf-8"))["case"], tuple[Written, ...])


def both_form_cases(path: Path) -> list[Case]:
    """Each case of a file on each form for which it is written."""
    return [_on(case, form) for case in written_cases(path) for form in PERIODS if case.form in ("", form)]


def _on(case: Written, form: str) -> Case:
    period = PERIODS[form]
    texts = {_place(key, form): _years(text, int(period[:4])) for key, text in case.texts.items()}
    return Case(f"{case.about} ({form})", HEADS[form] | texts, case.finds, form, period)


def _place(key: str, form: str) -> str:
    if key == "cell":
        return ROWS[form]
    return known_keys.note_of(ROWS[form]) if key == "note" else key


def _years(text: str, year: int) -> str:
    return re.sub(r"\{Y([+-]\d+)?\}", lambda found: str(year + int(found[1] or 0)), text)
