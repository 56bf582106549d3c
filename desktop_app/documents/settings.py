"""What the law leaves open about the page, as settings that refuse a value outside their range."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from desktop_app.base.errors import UserFault

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A4 in mm (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.1)."""

_ARTICLE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I"


class Range(NamedTuple):
    """What a setting may be: its name on the screen, least, most, unit and the item of the decree."""

    label: str
    least: float
    most: float
    unit: str
    item: str


RANGES: dict[str, Range] = {
    "top": Range("Lề trên", 20, 25, "mm", "Mục I.4"),
    "bottom": Range("Lề dưới", 20, 25, "mm", "Mục I.4"),
    "left": Range("Lề trái", 30, 35, "mm", "Mục I.4"),
    "right": Range("Lề phải", 15, 20, "mm", "Mục I.4"),
    "body_size": Range("Cỡ chữ", 13, 14, "pt", "Mục II.6"),
    "spacing": Range("Khoảng cách giữa các đoạn", 6, 24, "pt", "Mục II.6"),
    "line": Range("Khoảng cách giữa các dòng", 1, 1.5, "dòng", "Mục II.6"),
}


INDENTS = (10.0, 12.7)
"""First lines are indented by 1 cm or 1,27 cm, nothing between (Mục II.6)."""


class PrintSettings(msgspec.Struct, frozen=True):
    """Margins, indent in mm; sizes and spacing in pt; line spacing in lines.

    medium "electronic" leaves number and date of the appendices open (III.1); numbering
    "reference" prints appendices the way the seed report did: Arabic numerals, title in lower
    case; "decree" prints Roman numerals and capitals.
    """

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    body_size: float = 14
    indent: float = 10
    spacing: float = 6
    line: float = 1
    medium: Literal["paper", "electronic"] = "paper"
    numbering: Literal["decree", "reference"] = "decree"
    signature_fields: bool = False  # two empty PDF fields; needs the extra "signing"
    turned: tuple[str, ...] = ()  # keys of the appendices whose pages are not as the form has them

    def __post_init__(self) -> None:
        """Refuse what the decree does not allow, naming the article."""
        if self.indent not in INDENTS:
            raise UserFault(f"Thụt đầu dòng phải là 1 cm hoặc 1,27 cm ({_ARTICLE}, Mục II.6).")
        for name, lawful in RANGES.items():
            if not lawful.least <= getattr(self, name) <= lawful.most:
                raise UserFault(
                    f"{lawful.label} phải từ {lawful.least:g} đến {lawful.most:g} {lawful.unit} "
                    f"({_ARTICLE}, {lawful.item})."
                )

    def is_landscape(self, key: str, of_the_form: bool) -> bool:
        """Whether the appendix of this key ("pl4", "bm2") is printed in landscape."""
        return of_the_form != (key in self.turned)

    def text_width(self, landscape: bool = False) -> float:
        """The width between the margins in mm."""
        return (PAGE_HEIGHT if landscape else PAGE_WIDTH) - self.left - self.right

    def text_height(self, landscape: bool = False) -> float:
        """The height between the margins in mm."""
        return (PAGE_WIDTH if landscape else PAGE_HEIGHT) - self.top - self.bottom
