"""The outline of the report: its headings and places for prose, in printing order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_outline import add_section, delete_section, move_section, set_section
from desktop_app.form_editing.outline import depth_of
from desktop_app.form_editing.places import Done
from desktop_app.forms.model import Section
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.doing import Action, asked
from desktop_app.ui.form_editor.grid_model import GridColumn
from desktop_app.ui.form_editor.list_sheet import WORDS_OF_PERIOD, Acts, ListSheet
from desktop_app.ui.form_editor.numbering import headed, level_by, next_number
from desktop_app.ui.form_editor.property_form import Property
from desktop_app.ui.form_editor.words import LEVEL_WORDS, PERIOD_WORDS, YES_NO

POINT = "point"
LADDER = ("part", "heading", "item", *(f"{POINT}{depth}" for depth in range(4, 10)))
"""The levels from the top down; what is no heading stands on none of them."""


class OutlineSheet(ListSheet):
    """Sections; Alt with left and right changes how deep one stands."""

    part = "section"
    acts = Acts(set_section, move_section, delete_section)
    title = "Đề cương"
    about = (
        "Các đề mục theo thứ tự in. Enter hoặc Insert thêm mục, Alt+mũi tên lên, xuống dời mục; ở cây bên "
        "trái Alt+mũi tên trái, phải đổi cấp."
    )
    guide_place = "soan-mau#đề-cương"
    columns = (
        GridColumn("level", "Cấp", 130, lambda s: level_of(s), LEVEL_WORDS),
        GridColumn("number", "Số", 60, lambda s: s.number),
        GridColumn("title", "Tên mục", 0, lambda s: s.title, wraps=True),
        GridColumn("prose", "Lời văn", 75, lambda s: "1" if s.prose else "", YES_NO),
    )
    properties = (
        Property("title", "Tên mục", "lines", lines=3),
        Property("hint", "Lời nhắc", "lines", "Hiện trong ô trống để người viết biết ghi gì"),
        Property("default", "Khi để trống thì in", "lines", WORDS_OF_PERIOD),
        Property("titles", "Tên khác theo kỳ", "lines", "Mỗi dòng một kỳ, ví dụ: Năm = KẾT QUẢ NĂM", lines=3),
        Property("run_in", "Lời văn in liền sau tên mục", "tick"),
        Property("numbered", "Đánh số từng đoạn: 1. 2. 3.", "tick"),
    )

    def records(self, written: WrittenEdition) -> Sequence[Section]:
        """The sections."""
        return written.sections

    def values(self, written: WrittenEdition, record: Section) -> Mapping[str, str]:
        """What is said of it beside the grid."""
        names = dict(PERIOD_WORDS)
        titles = (f"{names.get(kind, kind)} = {words}" for kind, words in record.titles.items())
        return {
            "title": record.title, "hint": record.hint, "default": record.default,
            "titles": "\n".join(titles), "run_in": "1" if record.run_in else "",
            "numbered": "1" if record.numbered else "",
        }  # fmt: skip

    def fields(self, record: Section, name: str, text: str) -> Mapping[str, object]:
        """Ticks, levels, and titles by period."""
        if name in ("prose", "run_in", "numbered"):
            return {name: bool(text)}
        if name == "level":
            return level_fields(text)
        return {name: read_titles(text)} if name == "titles" else {name: text}

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """Below a heading that holds others the first of those, else one more of the same level."""
        sections = written.sections
        at = next((n for n, one in enumerate(sections) if one.key == after), -1)
        if at < 0:
            return asked(add_section, level="part", number="" if sections else "I.", after="")
        above, below = sections[at], sections[at + 1] if at + 1 < len(sections) else None
        holds = below is not None and depth_of(below) > depth_of(above) and below.level != "line"
        like = below if holds and below is not None else above
        number = "" if holds else next_number(above.number)
        taken = below is not None and below.level == like.level and below.number == number
        level = {"level": "heading"} if like.level in ("plain", "line") else level_fields(level_of(like))
        return asked(add_section, number="" if taken else number, after=after, **level)

    def move(self, written: WrittenEdition, key: str, step: int) -> Action | None:
        """With all below it past the heading beside it."""
        after = place_beside(written.sections, key, step)
        return None if after is None else asked(move_section, section=key, after=after)

    def paste(
        self, written: WrittenEdition, row: int, column: int, block: Sequence[Sequence[str]]
    ) -> Action | None:
        """Lines of an outline as new sections below this one: "I. …", "1. …", "a) …" tell their level."""
        texts = [headed(" ".join(line)) for line in block if " ".join(line).strip()]
        if not texts:
            return None
        after = written.sections[row].key if 0 <= row < len(written.sections) else ""

        def act(now: WrittenEdition) -> Done:
            done, behind = Done(now, ""), after
            for number, title in texts:
                level = level_by(number, "heading")
                prose = level != "part"
                done = add_section(done.written, level, title, number, after=behind, prose=prose)
                behind = done.place[-1]
            return Done(done.written, f"Dán {len(texts)} mục", done.place)

        return act

    def shift(self, written: WrittenEdition, key: str, step: int) -> Action | None:
        """One level deeper or less deep; None where there is no such level."""
        section = next((s for s in written.sections if s.key == key), None)
        level = level_of(section) if section else ""
        if level not in LADDER or not 0 <= (place := LADDER.index(level) + step) < len(LADDER):
            return None
        return asked(set_section, section=key, **level_fields(LADDER[place]))


def place_beside(sections: Sequence[Section], key: str, step: int) -> str | None:
    """Behind which section one stands once it has gone past its neighbour of the same level."""
    first = next(n for n, one in enumerate(sections) if one.key == key)
    depth = depth_of(sections[first])
    last = _end(sections, first)
    if step > 0:
        if last >= len(sections) or depth_of(sections[last]) < depth:
            return None
        return sections[_end(sections, last) - 1].key
    above = first - 1
    while above >= 0 and depth_of(sections[above]) > depth:
        above -= 1
    if above < 0 or depth_of(sections[above]) < depth:
        return None
    return sections[above - 1].key if above else ""


def _end(sections: Sequence[Section], first: int) -> int:
    """The place behind a section and all below it."""
    depth, last = depth_of(sections[first]), first + 1
    while last < len(sections) and depth_of(sections[last]) > depth:
        last += 1
    return last


def level_of(section: Section) -> str:
    """The level, with its depth where that counts."""
    return f"{POINT}{section.depth}" if section.level == POINT else section.level


def level_fields(level: str) -> dict[str, object]:
    """The fields that put a section on a level."""
    if level.startswith(POINT):
        return {"level": POINT, "depth": int(level.removeprefix(POINT))}
    return {"level": level}


def read_titles(text: str) -> dict[str, str]:
    """Kind of period -> title, of lines such as "Năm = …"."""
    kinds = {words.casefold(): kind for kind, words in PERIOD_WORDS}
    found: dict[str, str] = {}
    for line in filter(str.strip, text.splitlines()):
        name, sign, title = line.partition("=")
        kind = kinds.get(" ".join(name.split()).casefold())
        if not sign or kind is None:
            raise UserFault(
                f"Dòng «{line.strip()[:40]}» phải ghi tên kỳ rồi dấu bằng, ví dụ: Quý I = KẾT QUẢ QUÝ I."
            )
        found[kind] = title.strip()
    return found
