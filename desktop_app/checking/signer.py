"""Academic degrees and honorary titles typed before a name.

Before the name of the signer none is written (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7).
"""

from __future__ import annotations

import re

_SHORT = (
    "pgs", "gs", "tskh", "ts", "ths", "bsckii", "bscki", "bsck1", "bsck2", "bsck", "bs", "ds", "ks", "cn",
    "ckii", "cki", "ck1", "ck2", "ck", "ls", "ngnd", "ngưt", "ttnd", "ttưt", "nsnd", "nsưt", "ahlđ",
    "msc", "phd", "dr", "mba",
)  # fmt: skip
_WORDS = (
    "phó giáo sư", "giáo sư", "tiến sĩ khoa học", "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ",
    "bác sĩ", "bác sỹ", "dược sĩ", "dược sỹ", "kỹ sư", "cử nhân", "luật sư", "kiến trúc sư",
    "ck ii", "ck i", "bsck ii", "bsck i", "chuyên khoa ii", "chuyên khoa i", "chuyên khoa 1",
    "chuyên khoa 2", "nhà giáo nhân dân", "nhà giáo ưu tú", "thầy thuốc nhân dân", "thầy thuốc ưu tú",
    "anh hùng lao động",
)  # fmt: skip

_SPELLED = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _WORDS)
_TITLE = re.compile(rf"(?:(?:(?:{_SPELLED})\b|(?:{'|'.join(_SHORT)})(?=[.,\s-]))[.,\s-]*)+", re.IGNORECASE)


def title_before(name: str) -> str:
    """The titles that stand before the name, as typed: "PGS.TS." of "PGS.TS. Nguyễn Văn A"; else ""."""
    found = _TITLE.match(name.strip())
    return found.group().strip() if found else ""
