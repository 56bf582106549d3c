"""One report built as many different Word files: as offices write them, as programs store them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from desktop_app.base import known_keys
from desktop_app.composing.compose import compose
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.model import Document, Ending, Paragraph
from desktop_app.documents.settings import PrintSettings
from desktop_app.forms.model import Indicator
from desktop_app.reports.filled_report import FilledReport
from tests.support.real import sample_session
from tests.support.word_changes import Transform
from tests.support.word_files import cell, p, relations, row, run, table, word_file


def same(text: str) -> str:
    """As it is."""
    return text


@cache
def report(name: str) -> FilledReport:
    """The sample of this name."""
    return sample_session(name).filled


@cache
def printed(name: str) -> Document:
    """The sample, composed."""
    return compose(report(name), PrintSettings())


@cache
def exported(name: str) -> bytes:
    """The sample as the program exports it."""
    return write_docx(printed(name))


@dataclass(frozen=True)
class Rows:
    """One appendix as texts: number, label, unit, figure, note of each row; where a note is merged."""

    title: list[str]
    rows: list[list[str]]
    indicators: list[Indicator]


@dataclass(frozen=True)
class Paper:
    """How a report is written down by hand; `lost` rows and headings are left out of the file."""

    name: str
    styles: str = "bold"  # bold, headings, none
    numbers: str = "typed"  # typed, word, none, deep (1.2.3.), dotted (1.2. within parts), slash, brackets
    letterhead: str = "table"  # table, tabs, lines, boxes
    columns: tuple[int, ...] = (0, 1, 2, 3, 4)
    head: str = "two"  # two storeys, one, none, repeated
    cut: int = 0  # rows after which a table ends and the next begins
    cut_head: bool = True  # whether those that follow have the head again
    one_table: bool = False
    order: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    extra_column: bool = False
    extra_rows: bool = False
    swap_rows: bool = False
    swap_headings: bool = False
    merged_notes: bool = True
    row_numbers: str = "printed"  # printed, dotted, word, none
    titles: bool = True
    wording: Transform = same
    label: Transform = same
    figure: Transform = same
    bullets: str = "typed"  # typed, word, dots
    lines: bool = False  # list items as lines of one paragraph
    contents: bool = False
    parts: dict[str, str] = field(default_factory=dict)
    counts: list[int] = field(default_factory=lambda: [0, 0, 0])

    def build(self) -> bytes:
        """The file."""
        body = self._head() + self._contents() + self._body() + self._foot() + self._annex()
        notes = {"footnotes": "".join(self._notes())} if self._notes() else {}
        return word_file(body, numbering=NUMBERING, styles=STYLES, **notes, **self.parts)

    # -- the head --

    def _head(self) -> str:
        filled = report(self.name)

        def entry(key: str) -> str:
            return filled.text(key)

        parent, agency = entry(known_keys.PARENT_AGENCY).upper(), entry(known_keys.AGENCY).upper()
        number = f"Số: {entry(known_keys.NUMBER)}/{entry(known_keys.SYMBOL)}"
        day = next((b for b in head_texts(self.name, "place_date")), "")
        nation, motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
        left = [each for each in (parent, agency) if each]
        top = self._letterhead(left, number, nation, motto, day)
        title = next(iter(head_texts(self.name, "subject")))
        lines = title.split("\n")
        kind = p(run("BÁO CÁO", "<w:b/>"), CENTRE)
        subject = "".join(p(run(line, "<w:b/>"), CENTRE) for line in lines)
        to = "".join(p(text, CENTRE) for text in head_texts(self.name, "addressee"))
        return top + kind + subject + p("_______") + to

    def _letterhead(self, left: list[str], number: str, nation: str, motto: str, day: str) -> str:
        bold = [run(text, "<w:b/>" if at == len(left) - 1 else "") for at, text in enumerate(left)]
        if self.letterhead == "tabs":
            first = p(bold[0] + "<w:r><w:tab/></w:r>" + run(nation))
            rest = p(bold[1] + "<w:r><w:tab/></w:r>" + run(motto)) if bold[1:] else p(run("\t") + run(motto))
            return first + rest + p(run(number) + "<w:r><w:tab/></w:r>" + run(day))
        if self.letterhead == "lines":
            return "".join(map(p, bold)) + p(number) + p(nation) + p(motto) + p(day)
        sides = "".join(map(p, bold)) + p("-----"), p(nation) + p(motto) + p("-----")
        if self.letterhead == "boxes":
            return p(box(sides[0] + p(number)) + box(sides[1] + p(day)))
        return table(row(cell(sides[0]), cell(sides[1])), row(cell(number), cell(day)))

    def _contents(self) -> str:
        if not self.contents:
            return ""
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\h </w:instrText></w:r>'
        begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        return p(begin + run("I. MỤC THỨ NHẤT\t1")) + p(run("II. MỤC THỨ HAI\t2") + end)

    # -- the body --

    def _body(self) -> str:
        made: list[str] = []
        items: list[str] = []
        paragraphs = _body_of(printed(self.name))
        for paragraph in _swapped(paragraphs) if self.swap_headings else paragraphs:
            if self.lines and items and not _is_item(paragraph):
                made.append(p("<w:r><w:br/></w:r>".join(items)))
                items = []
            if self.lines and _is_item(paragraph):
                items.append(self._runs(paragraph))
            else:
                made.append(self._paragraph(paragraph))
        return "".join([*made, *([p("<w:r><w:br/></w:r>".join(items))] if items else [])])

    def _paragraph(self, paragraph: Paragraph) -> str:
        level = LEVELS.get(paragraph.style)
        if level is None:
            return self._prose(paragraph)
        number, _, title = paragraph.text.partition(" ")
        title = self.wording(title)
        face = "<w:b/>" if self.styles == "bold" and level < 2 else ""
        style = f'<w:pStyle w:val="Heading{level + 1}"/>' if self.styles == "headings" else ""
        if self.numbers == "word":
            counted = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
            return p(run(title, face), style + counted)
        return p(run(f"{self._number(number, level)} {title}".strip(), face), style)

    def _number(self, printed_number: str, level: int) -> str:
        """The number of a heading as this paper writes it."""
        core = printed_number.strip(".)")
        if self.numbers in ("typed", "none"):
            return printed_number if self.numbers == "typed" else ""
        if self.numbers in ("deep", "dotted"):
            self.counts[level] += 1
            self.counts[level + 1 :] = [0] * (2 - level)
            if self.numbers == "dotted" and level == 0:
                return printed_number
            first = 0 if self.numbers == "deep" else 1
            return "".join(f"{count}." for count in self.counts[first : level + 1])
        return {"slash": f"{core}/", "brackets": f"({core})"}[self.numbers] if level else printed_number

    def _prose(self, paragraph: Paragraph) -> str:
        if not _is_item(paragraph) or self.bullets == "typed":
            return p(self._runs(paragraph))
        mark, kept = paragraph.text[0], self._runs(paragraph, cut=2)
        if self.bullets == "dots" and mark == "-":
            return p(run("•\t") + kept)
        return p(kept, f'<w:numPr><w:ilvl w:val="{0 if mark == "-" else 1}"/><w:numId w:val="2"/></w:numPr>')

    def _runs(self, paragraph: Paragraph, cut: int = 0) -> str:
        made = ""
        for each in paragraph.runs:
            if each.note:
                made += f'<w:r><w:footnoteReference w:id="{each.text}"/></w:r>'
                continue
            text, cut = each.text[cut:], max(0, cut - len(each.text))
            face = ("<w:b/>" if each.bold else "") + ("<w:i/>" if each.italic else "")
            made += run(text, face) if text else ""
        return made

    def _notes(self) -> list[str]:
        runs = [r for paragraph in _body_of(printed(self.name)) for r in paragraph.runs if r.note]
        return [
            f'<w:footnote w:id="{r.text}">{"".join(p(line) for line in r.note.split(chr(10)))}</w:footnote>'
            for r in runs
        ]

    def _foot(self) -> str:
        (ending,) = [b for b in printed(self.name).sections[0].blocks if isinstance(b, Ending)]
        left, right = ending.table.rows[0].cells
        texts = [
            [part.text for part in side.content if isinstance(part, Paragraph)] for side in (left, right)
        ]
        if self.letterhead == "lines":
            return "".join(p(text) for text in (*texts[1], *texts[0]))
        if self.letterhead == "tabs":
            rows = max(map(len, texts))
            sides = [side + [""] * (rows - len(side)) for side in texts]
            both = zip(*sides, strict=True)
            return "".join(p(run(a) + "<w:r><w:tab/></w:r>" + run(b)) for a, b in both)
        return table(row(*(cell("".join(p(text) for text in side)) for side in texts)))

    # -- the annex --

    def _annex(self) -> str:
        all_rows = rows_of(self.name)
        chosen = [all_rows[at] for at in self.order if at < len(all_rows)]
        if self.one_table:
            rows = [each for one in chosen for each in self._table_rows(one)]
            return p("PHỤ LỤC", CENTRE) + table(*self._table_head(), *rows)
        return "".join(self._appendix(each) for each in chosen)

    def _appendix(self, one: Rows) -> str:
        title = "".join(p(text, CENTRE) for text in one.title) if self.titles else p("")
        rows = self._table_rows(one)
        if not self.cut:
            return title + table(*self._table_head(), *rows)
        pieces = [rows[at : at + self.cut] for at in range(0, len(rows), self.cut)]
        heads = [self._table_head() if not at or self.cut_head else [] for at in range(len(pieces))]
        return title + p("").join(table(*head, *each) for head, each in zip(heads, pieces, strict=True))

    def _table_head(self) -> list[str]:
        texts = ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"]
        texts += ["Số liệu kỳ trước"] if self.extra_column else []
        columns = (*self.columns, 5) if self.extra_column else self.columns
        if self.head == "none":
            return []
        if self.head != "two" or self.columns != (0, 1, 2, 3, 4) or self.extra_column:
            return [row(*(texts[at] for at in columns))]
        span, first, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
        over = row(cell("STT", first), cell("Chỉ tiêu", first), cell("Kết quả", span), cell("Ghi chú", first))
        return [over, row(cell("", on), cell("", on), cell(texts[2]), cell(texts[3]), cell("", on))]

    def _table_rows(self, one: Rows) -> list[str]:
        made: list[str] = []
        rows = [list(each) for each in one.rows]
        if self.swap_rows and len(rows) > 4:
            rows[-1], rows[-2] = rows[-2], rows[-1]
        covers = self.merged_notes and report(self.name).plan.edition.head.merged_notes
        notes = _spans([each[4] for each in rows]) if covers else {}
        for at, each in enumerate(rows):
            made.append(self._row(each, notes.get(at, "")))
            if self.head == "repeated" and at % 7 == 6:
                made += self._table_head()
            if self.extra_rows and at == 2:
                made.append(
                    row(
                        *(
                            ["9.9.9", "Một dòng của riêng cơ quan", "Việc", "77", "Dòng thêm"][c]
                            for c in self.columns
                        )
                    )
                )
        return made

    def _row(self, texts: list[str], merge: str) -> str:
        number = {"dotted": f"{texts[0]}." if texts[0] else "", "none": "", "word": ""}.get(
            self.row_numbers, texts[0]
        )
        texts = [number, self.label(texts[1]), texts[2], self.figure(texts[3]), texts[4]]
        if self.extra_column:
            texts.append("kỳ trước 5")
        cells: list[str] = []
        for at in (*self.columns, 5) if self.extra_column else self.columns:
            inside = "".join(p(line) for line in texts[at].split("\n"))
            merged = {"begin": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}.get(
                merge if at == 4 else "", ""
            )
            cells.append(cell("" if merge == "on" and at == 4 else inside, merged))
        return row(*cells)


CENTRE = '<w:jc w:val="center"/>'
LEVELS = {"part": 0, "heading": 1, "item": 2}
_LETTERS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (kind, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")))
)
_MARKS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/></w:lvl>'
    for at, sign in enumerate("-+")
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1">{_LETTERS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{_MARKS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in (1, 2, 3)
)


def box(inside: str) -> str:
    """A text box in both of the versions in which Word keeps it."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


@cache
def rows_of(name: str) -> list[Rows]:
    """Every appendix of the sample as texts."""
    filled = report(name)
    made: list[Rows] = []
    for appendix in filled.plan.edition.appendices:
        word = filled.plan.edition.head.appendix_word
        rows = [
            [
                each.number,
                f"{each.label} ({each.remark})" if each.remark else each.label,
                each.unit or "\n".join(f"{c.word} = {c.code}" for c in each.choices),
                "" if each.kind == "heading" else filled.shown(each.key),
                filled.text(known_keys.note_of(each.key)) or each.note,
            ]
            for each in appendix.indicators
        ]
        title = [f"{word} {appendix.head.number}", appendix.head.title]
        made.append(Rows(title, rows, list(appendix.indicators)))
    return made


def _spans(notes: list[str]) -> dict[int, str]:
    """Which notes begin a merged cell and which go on in it."""
    found: dict[int, str] = {}
    for at, note in enumerate(notes):
        if at and note and notes[at - 1] == note:
            found[at] = "on"
            found.setdefault(at - 1, "begin")
    return found


def _body_of(document: Document) -> list[Paragraph]:
    """The paragraphs from the first one behind the head to the last above the signature."""
    styles = {"part", "heading", "item", "body", "form_line"}
    found: list[Paragraph] = []
    for block in document.sections[0].blocks:
        if isinstance(block, Ending):
            found.append(block.last)
        elif isinstance(block, Paragraph) and block.style in styles:
            found.append(block)
    return found


def head_texts(name: str, style: str) -> list[str]:
    """The texts of the head in a style."""
    found: list[str] = []
    for block in printed(name).sections[0].blocks:
        if isinstance(block, Paragraph):
            found += [block.text] if block.style == style else []
        elif not isinstance(block, Ending) and hasattr(block, "rows"):
            for line in block.rows:
                parts = [part for each in line.cells for part in each.content if isinstance(part, Paragraph)]
                found += [part.text for part in parts if part.style == style]
    return found


def _swapped(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The headings II.3 and II.5 with all that is below them in each other's place."""
    heads = [at for at, each in enumerate(paragraphs) if each.style in ("part", "heading")]
    ends = dict(zip(heads, [*heads[1:], len(paragraphs)], strict=True))
    first, second = (next(at for at in heads if paragraphs[at].source == key) for key in ("II.3", "II.5"))
    return [
        *paragraphs[:first], *paragraphs[second : ends[second]], *paragraphs[ends[first] : second],
        *paragraphs[first : ends[first]], *paragraphs[ends[second] :],
    ]  # fmt: skip


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.style == "body" and paragraph.text[:2] in ("- ", "+ ")


def fewer(name: str, **how: object) -> Paper:
    """A paper of the sample with some of its ways changed."""
    return Paper(name, **how)  # type: ignore[arg-type]


__all__ = ["Paper", "exported", "relations", "report", "rows_of"]
