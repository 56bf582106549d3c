"""A number that should follow a figure and cannot is named with both places."""

from __future__ import annotations

from desktop_app.proofreading.context import Context
from desktop_app.proofreading.figures.unfollowed import BLANK, GONE, read
from desktop_app.proofreading.passages import passages
from desktop_app.reports.prose import ProseParagraph, ProseRun, write_prose
from tests.support.real import sample_session


def found(total: str):
    session = sample_session("2025-y")
    session.edit("bm1.4.1", total)
    prose = (
        ProseParagraph("text", (ProseRun("Mở đầu."),)),
        ProseParagraph("dash", (ProseRun("Có "), ProseRun("44", bound="bm1.4.1"), ProseRun(" việc, "))),
        ProseParagraph("text", (ProseRun("và "), ProseRun("7", bound="bm9.1"), ProseRun(" nữa."))),
    )
    session.edit("III.1", write_prose(prose))
    texts = [one for one in passages(session.filled) if one.key == "III.1"]
    spans = {f.code: texts[0].text[slice(*f.span)] for f in read(Context(session.filled), texts) if f.span}
    return spans, list(read(Context(session.filled), texts))


def test_one_whose_row_is_gone_is_a_warning_at_its_digits() -> None:
    spans, findings = found("44")

    assert spans == {GONE: "7"}
    assert findings[0].level == "warning" and "không còn trong mẫu" in findings[0].message


def test_one_whose_row_is_blank_waits() -> None:
    spans, findings = found("")
    blank = next(finding for finding in findings if finding.code == BLANK)

    assert spans[BLANK].isdigit() and blank.level == "note"
    assert "Biểu mẫu 1, dòng 4.1" in blank.message and "bm1.4.1" in blank.keys
