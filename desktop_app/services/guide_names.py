"""Names of the guide's pages that the program itself opens, and how a heading becomes an anchor."""

from __future__ import annotations

import re

CONTENTS = "muc-luc"
"""The page that links to all others, in their order."""
FINDINGS = "loi-va-canh-bao"
"""The page with a heading for each kind of finding."""
_MARKS = re.compile(r"[^\w\s-]")


def slug(title: str) -> str:
    """The anchor of a heading, as code hosts make it: "Ô trống" becomes "ô-trống"."""
    return re.sub(r"\s", "-", _MARKS.sub("", title.lower()).strip())
