"""The keys that the program itself speaks of: entries of head and foot, notes and reasons beside a row."""

from __future__ import annotations

PLACE = "header.place"
PARENT_AGENCY = "header.parent_agency"
AGENCY = "header.agency"
AGENCY_KIND = "header.agency_kind"
NUMBER = "header.number"
SYMBOL = "header.symbol"
DATE = "header.date"
DEADLINE = "header.deadline"
RATE_OF_NOTHING = "header.rate_of_nothing"
TITLE = "header.title"
LEGAL_BASIS = "header.legal_basis"
ADDRESSEE = "header.addressee"
RECIPIENTS = "footer.recipients"
AUTHORITY = "footer.authority"
POSITION = "footer.position"
SIGNER = "footer.signer"

NOTE = "note."
EARLIER = "earlier."
"""Before the key of a cell that adds up over the year: what it was at the end of the period before."""
EXPLANATION = "explain."
SILENCE = "silent."
TRAY = "tray."
FORM = "report.form"
"""Which form the report went over to; noted when it goes, so that the log tells it and undo takes it back."""
_NAMED = "number."
MARK = "done."
MARKED = "1"
"""What stands under the mark of a tab whose entries are complete."""
_HEAD = "header."


def note_of(row: str) -> str:
    """The key of the note of a row."""
    return NOTE + row


def is_note(key: str) -> bool:
    """Whether the key is that of a note."""
    return key.startswith(NOTE)


def earlier_of(cell: str) -> str:
    """The key of what a cell that adds up over the year was at the end of the period before."""
    return EARLIER + cell


def is_earlier(key: str) -> bool:
    """Whether the key holds such a number."""
    return key.startswith(EARLIER)


def row_of(key: str) -> str:
    """The key of the row of a note; every other key as it is."""
    return key.removeprefix(NOTE)


def is_explanation(key: str) -> bool:
    """Whether the key holds the reason for a finding."""
    return key.startswith(EXPLANATION)


def silence_of(code: str, key: str) -> str:
    """The key under which words at the place are noted that findings of this kind are silent about."""
    return f"{SILENCE}{code}@{key}"


def is_silence(key: str) -> bool:
    """Whether the key notes what findings are silent about."""
    return key.startswith(SILENCE)


def silenced(key: str) -> tuple[str, str]:
    """Kind and place of such a key."""
    code, _, place = key.removeprefix(SILENCE).partition("@")
    return code, place


def is_tray(key: str) -> bool:
    """Whether the key holds what found no place: a line with its old name, then its words."""
    return key.startswith(TRAY)


def named_number(name: str) -> str:
    """The key of a number that the prose states under this name: "lượt truy cập" """
    return _NAMED + "_".join(name.split()).lower()


def is_named_number(key: str) -> bool:
    """Whether the key is that of a number that the prose states under a name."""
    return key.startswith(_NAMED) and key.removeprefix(_NAMED).replace("_", "").isalnum()


def number_name(key: str) -> str:
    """The name of such a number."""
    return key.removeprefix(_NAMED).replace("_", " ")


def mark_of(tab: str) -> str:
    """The key that says whether the entries of a tab are complete."""
    return MARK + tab


def is_mark(key: str) -> bool:
    """Whether the key says that the entries of a tab are complete."""
    return key.startswith(MARK)


def is_about_report(key: str) -> bool:
    """Whether the key says how the report stands, and holds nothing typed: marks, form, silence."""
    return key == FORM or is_mark(key) or is_silence(key)


def marked_tab(key: str) -> str:
    """The tab of a mark."""
    return key.removeprefix(MARK)


def is_of_head(key: str) -> bool:
    """Whether the key is an entry of the head of the report."""
    return key.startswith(_HEAD)
