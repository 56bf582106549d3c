"""A hit of the stored prose is found again in the editor, whatever stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from desktop_app.reports.prose import ProseParagraph, ProseRun, tidy
from desktop_app.searching.hits import Hit
from desktop_app.ui.widgets.note_number import ANCHOR
from desktop_app.ui.widgets.prose_document import letters_before, note_in, select_in_prose, show_prose

LETTERS = "ab- +ýđ\U0001f600"
RUNS = st.one_of(
    st.builds(ProseRun, st.text(LETTERS, min_size=1, max_size=6), st.booleans(), st.booleans()),
    st.builds(lambda note: ProseRun("", note=note), st.text("xyz", min_size=1, max_size=3)),
)
PROSE = st.lists(
    st.builds(
        lambda kind, first, runs: ProseParagraph(kind, (ProseRun(f"k{first}"), *runs)),
        st.sampled_from(["text", "dash", "plus"]), st.text(LETTERS, max_size=5), st.lists(RUNS, max_size=5),
    ),
    min_size=1, max_size=4,
).map(lambda made: tidy(tuple(made)))  # fmt: skip


@given(PROSE, st.data())
def test_the_letters_of_a_hit_are_selected(qapp: QApplication, prose, data) -> None:
    document = QTextDocument()
    show_prose(document, prose)
    number = data.draw(st.integers(0, len(prose) - 1))
    words = prose[number].text
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    cursor = select_in_prose(document, Hit("", start, end, number), words)

    assert cursor is not None
    assert cursor.selectedText().replace(ANCHOR, "") == words[start:end]
    assert letters_before(document, cursor.selectionStart()) == (number, start)
    assert letters_before(document, cursor.selectionEnd()) == (number, end)


@given(PROSE)
def test_the_number_of_a_footnote_is_selected(qapp: QApplication, prose) -> None:
    document = QTextDocument()
    show_prose(document, prose)
    for number, paragraph in enumerate(prose):
        notes = [run.note for run in paragraph.runs if run.note]
        for place, note in enumerate(notes, start=1):
            cursor = select_in_prose(document, Hit("", 0, 1, number, place), paragraph.text)
            assert cursor is not None and cursor.selectedText() == ANCHOR
            assert note_in(cursor) == note


def test_words_that_are_no_longer_there_are_not_selected(qapp: QApplication) -> None:
    document = QTextDocument()
    show_prose(document, (ProseParagraph("text", (ProseRun("một hai"),)),))

    assert select_in_prose(document, Hit("", 0, 3), "mốt hai") is None
    assert select_in_prose(document, Hit("", 0, 3, 1), "một hai") is None
    assert select_in_prose(document, Hit("", 0, 3, 0, 1), "một hai") is None
