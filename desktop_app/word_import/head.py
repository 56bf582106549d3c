"""The head of a report: agencies, number, date, title, addressees, legal basis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.checking.plan import Plan
from desktop_app.word_import.contents import Block, WordParagraph
from desktop_app.word_import.likeness import plain_words, same_words
from desktop_app.word_import.lines import Line, bare, has_bullet, is_contents, lines_of
from desktop_app.word_import.pieces import Piece

MOST_HEAD = 80
"""Blocks within which the word "BÁO CÁO" must come."""
MOST_TITLE, MOST_TITLE_WORDS, MOST_LINE = 6, 60, 600
REPORT = plain_words("báo cáo")
"""The word that says what the document is, in every form that there is."""
FROM_ANNEX = "lấy từ dòng «Kèm theo» của phụ lục"

_NUMBER = re.compile(r"Số\s*:?\s*([\w.…\s]*?)\s*/\s*([\wĐđ&.-]+)\s*\Z", re.IGNORECASE)
_DATE = re.compile(
    r"(?:(.+?)\s*,)?\s*ngày\s*([\d.…_\s]*)tháng\s*([\d.…_\s]*)năm\s*([\d.…_\s]*)\Z", re.IGNORECASE
)
_ATTACHED = re.compile(r"Kèm theo.*?\scủa\s+(?:Chủ tịch\s+)?(.+?)\s*\)?\s*\Z", re.IGNORECASE | re.DOTALL)
_YEAR = re.compile(r"\b20\d\d\b")
_TO = re.compile(r"Kính gửi\s*:?\s*", re.IGNORECASE)
_PART = re.compile(r"\s*(?:Phần\s+)?[IVX]+\s*[.)/:-]", re.IGNORECASE)
_AREA = re.compile(r"(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)\b", re.IGNORECASE)
_OTHERS = (
    "tờ trình", "quyết định", "nghị định", "nghị quyết", "kế hoạch", "thông báo", "chỉ thị", "thông tư",
    "biên bản", "hợp đồng", "giấy mời", "công văn", "hướng dẫn", "chương trình", "đề án", "phương án",
    "quy định", "quy chế", "luật", "pháp lệnh", "công điện", "giấy ủy quyền", "thông cáo", "dự án", "tờ khai",
)  # fmt: skip
_BY_NAME = {plain_words(name): name for name in _OTHERS}


class Head:
    """Reads what stands above the body; `at`: the first block behind it."""

    def __init__(self, plan: Plan, blocks: list[Block]) -> None:
        self._plan, self._blocks = plan, blocks
        self.pieces: dict[int, list[Piece]] = {}
        self.at = 0

    def read(self) -> None:
        """Go through the head; without the word "BÁO CÁO" only what is clearly a letterhead is taken."""
        kind_at = kind_place(self._blocks)
        named = kind_at is not None
        end = kind_at if kind_at is not None else self._after_nation()
        self._letterhead(end)
        self.at = end + named
        if named or end:
            self._title(end)
            self._addressees()
            self._basis()
        if not self.agency:
            self._from_annex()

    @property
    def agency(self) -> str:
        """The agency that reports, "" where it was not found."""
        found = (p for own in self.pieces.values() for p in own if p.keys == (known_keys.AGENCY,) and p.text)
        return next((piece.text for piece in found), "")

    def _after_nation(self) -> int:
        """The first block behind the national name, 0 where that is missing too."""
        name = self._plan.edition.head.national_name
        found = [
            at
            for at, block in enumerate(self._blocks[:MOST_HEAD])
            if any(same_words(line.text, name) for line in lines_of(block))
        ]
        return found[0] + 1 if found else 0

    def _from_annex(self) -> None:
        """An annex without its report still names the agency."""
        for at, block in enumerate(self._blocks):
            if isinstance(block, WordParagraph) and (found := _attached(block.text)):
                name = " ".join(found[1].split()).strip(" )*.;")
                place = f"Đoạn {block.at}"
                entered = Piece(place, name, "entry", (known_keys.AGENCY,), name, doubt=FROM_ANNEX)
                self.pieces[at] = [Piece(place, block.text, "form"), entered]
                return

    def _letterhead(self, end: int) -> None:
        lines = [
            (at, line)
            for at in range(end)
            if not is_contents(self._blocks[at])
            for line in lines_of(self._blocks[at])
        ]
        self.pieces |= {at: [] for at in range(end)}
        agencies: list[tuple[int, Line]] = []
        for at, line in lines:
            found = list(self._known(line))
            if found or line.is_ruled:
                self.pieces[at] += found or [line.to_form()]
            elif line.side == 0 or line.is_upper:
                agencies.append((at, line))
            else:
                self.pieces[at].append(line.left())
        self._agencies(agencies)

    def _known(self, line: Line) -> Iterator[Piece]:
        """Number, date, national name and motto."""
        head = self._plan.edition.head
        if len(line.text) > MOST_LINE:
            return
        if same_words(line.text, head.national_name) or same_words(line.text, head.motto):
            yield line.to_form()
        elif found := _NUMBER.match(line.text):
            number, symbol = found[1].strip(" .…"), found[2].strip(".")
            if number:
                yield line.entered(known_keys.NUMBER, number)
            yield Piece(line.place, f"/{symbol}", "entry", (known_keys.SYMBOL,), symbol)
        elif found := _DATE.match(line.text):
            yield from self._date(line, found)

    def _date(self, line: Line, found: re.Match[str]) -> Iterator[Piece]:
        place = (found[1] or "").strip()
        day, month, year = ("".join(filter(str.isdigit, part)) for part in found.groups()[1:])
        if day and month and year:
            yield line.entered(known_keys.DATE, f"{int(day)}/{int(month)}/{year}")
        else:
            yield line.to_form()
        if place:
            yield Piece(line.place, place, "entry", (known_keys.PLACE,), place)

    def _agencies(self, lines: list[tuple[int, Line]]) -> None:
        """The agency above and the one that reports, out of the lines that name them."""
        above = _lines_above([line for _, line in lines])
        parts = ((known_keys.PARENT_AGENCY, lines[:above]), (known_keys.AGENCY, lines[above:]))
        for key, own in parts:
            text = " ".join(line.text for _, line in own)
            if not own:
                continue
            name = self._in_small_letters(text) if key == known_keys.AGENCY else text
            first, *further = own
            self.pieces[first[0]].append(first[1].entered(key, name))
            for at, line in further:
                self.pieces[at].append(Piece(line.place, line.text, "form", (key,)))

    def _in_small_letters(self, agency: str) -> str:
        """The name as the head of an annex writes it, where it is the same one."""
        for block in self._blocks:
            if isinstance(block, WordParagraph) and (found := _attached(block.text)):
                name = " ".join(found[1].split()).strip(" )*.;")
                if plain_words(name) == plain_words(agency):
                    return name
        return agency

    def _title(self, kind_at: int) -> None:
        first = lines_of(self._blocks[kind_at]) if self.at > kind_at else []
        taken = [(kind_at, line) for line in first if plain_words(line.text) != REPORT]
        if self.at > kind_at:
            self.pieces[kind_at] = [line.to_form() for line in first if plain_words(line.text) == REPORT]
        while self.at < len(self._blocks) and len(taken) < MOST_TITLE:
            block = self._blocks[self.at]
            lines = lines_of(block)
            whole = any(_YEAR.search(line.text) for _, line in taken)
            if not isinstance(block, WordParagraph) or (lines and not _in_title(block, whole=whole)):
                break
            if any(line.is_ruled for line in lines) or (not lines and taken):
                break
            taken += [(self.at, line) for line in lines]
            self.at += 1
        self._enter_title(taken)

    def _enter_title(self, taken: list[tuple[int, Line]]) -> None:
        text = " ".join(" ".join(line.text.split()) for _, line in taken)
        if plain_words(text)[: len(REPORT)] == REPORT:
            text = " ".join(text.split()[len(REPORT) :])
        for number, (at, line) in enumerate(taken):
            piece = Piece(line.place, line.text, "form", (known_keys.TITLE,))
            piece = piece if number else line.entered(known_keys.TITLE, text)
            self.pieces.setdefault(at, []).append(piece)

    def _addressees(self) -> None:
        """ "Kính gửi": on one line, or the lines of a list below it."""
        started = False
        while self.at < len(self._blocks):
            lines = lines_of(self._blocks[self.at])
            begins = any(_TO.match(line.text) for line in lines)
            goes_on = started and bool(lines) and all(has_bullet(line.text) for line in lines)
            if not begins and not goes_on and lines and not all(line.is_ruled for line in lines):
                return
            started |= begins
            self.pieces[self.at] = [piece for line in lines for piece in _addressee(line)]
            self.at += 1

    def _basis(self) -> None:
        """Lines that begin "Căn cứ" and are no sentence of the report yet."""
        while self.at < len(self._blocks):
            block = self._blocks[self.at]
            if not isinstance(block, WordParagraph):
                return
            text = block.shown
            if text and not (plain_words(text)[:2] == ("can", "cu") and (block.italic or text.endswith(";"))):
                return
            if text:
                line = Line(text, f"Đoạn {block.at}")
                self.pieces[self.at] = [line.entered(known_keys.LEGAL_BASIS, bare(text))]
            self.at += 1


def kind_place(blocks: list[Block]) -> int | None:
    """The block that says what the document is; raises UserFault for one that is no report."""
    for at, block in enumerate(blocks[:MOST_HEAD]):
        if not isinstance(block, WordParagraph) or not block.text.strip() or block.contents:
            continue
        words = plain_words(block.shown.split("\n")[0])
        if words[: len(REPORT)] == REPORT and (len(words) == len(REPORT) or block.shown[:7].isupper()):
            return at
        if words in _BY_NAME and block.shown.split("\n")[0].isupper():
            raise UserFault(
                f"Tệp này là một {_BY_NAME[words]}, không phải báo cáo cải cách hành chính; hãy chọn tệp "
                "khác."
            )
    return None


def _attached(text: str) -> re.Match[str] | None:
    """The line that ties an annex to its report and its agency, in a text that may be any."""
    return _ATTACHED.search(text) if len(text) <= MOST_LINE else None


def _addressee(line: Line) -> Iterator[Piece]:
    found = _TO.match(line.text)
    names = line.text[found.end() :] if found else line.text
    if line.is_ruled:
        yield line.to_form()
        return
    if found:
        yield Piece(line.place, found[0].strip(), "form")
    if bare(names):
        yield Piece(line.place, names.strip(), "entry", (known_keys.ADDRESSEE,), bare(names))


def _in_title(block: WordParagraph, *, whole: bool) -> bool:
    """Whether the paragraph belongs to the title: by how it looks, or since that names no year yet."""
    words = len(block.shown.split())
    if _TO.match(block.shown) or _PART.match(block.shown) or words > MOST_TITLE_WORDS or block.number:
        return False
    if block.shown.startswith("("):
        return False
    return block.centred or block.bold or (not whole and not block.shown.endswith((":", ".", ";")))


def _lines_above(lines: list[Line]) -> int:
    """How many of the lines name the agency above."""
    bold = [line.bold for line in lines]
    if any(bold) and not all(bold):
        return bold.index(True)
    if len(lines) < 2 or _AREA.match(lines[1].text):
        return 0
    return 1
