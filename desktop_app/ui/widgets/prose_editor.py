"""The editor of one prose place: grows with its text, pastes clean, safe with input methods."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolTip, QWidget

from desktop_app.checking.findings import Finding
from desktop_app.reports.confirming import without_marks_of
from desktop_app.reports.prose import MARKS, note_count, tidy, to_plain, write_prose
from desktop_app.reports.prose import read_prose as stored_prose
from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit, words_at
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.theme import PROSE_FACES
from desktop_app.ui.widgets.bound_chip import chip_at, leave_chip, tip
from desktop_app.ui.widgets.carried_marks import confirm_paragraph, greyed
from desktop_app.ui.widgets.finding_lines import underlined
from desktop_app.ui.widgets.hit_mark import mark
from desktop_app.ui.widgets.note_dialog import ask_note
from desktop_app.ui.widgets.note_number import KIND, NoteNumber, anchor_beside
from desktop_app.ui.widgets.pasted_prose import pasted_prose
from desktop_app.ui.widgets.prose_document import (
    copied_prose,
    insert_note,
    insert_prose,
    letters_before,
    note_in,
    read_prose,
    select_in_prose,
    show_prose,
)
from desktop_app.ui.widgets.prose_lists import go_on_with_list, toggle_mark
from desktop_app.ui.widgets.report_keys import is_report_key

LINES = 3
OUR_PROSE = "application/x-bao-cao-cchc-prose"
"""What is copied here, for a paste here."""


class ProseEditor(QTextEdit):
    """Text with bold, italic and "- " or "+ " items, bound to one prose key."""

    def __init__(self, bridge: SessionBridge, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.key = bridge, key
        self._composing = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = QFont()
        font.setFamilies(PROSE_FACES)
        font.setPointSizeF(13)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(8)
        self._numbers = NoteNumber(self._notes_before, self)
        self.document().documentLayout().registerHandler(KIND, self._numbers)
        self._noted = (0, 0)
        show_prose(self.document(), bridge.session.filled.prose(key))
        self._shown = self._stored()
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self.textChanged.connect(self._typed)
        self._grow()

    def refresh(self, changes: Changes) -> None:
        """Show the report's text after an undo or an edit made elsewhere; the cursor stays near."""
        if self.key not in changes.keys or self._stored() == self._shown:
            return
        place = self.textCursor().position()
        self._show_stored()
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self._grow()

    def _show_stored(self) -> None:
        self.blockSignals(True)
        show_prose(self.document(), self.bridge.session.filled.prose(self.key))
        self.blockSignals(False)
        self._shown = self._stored()
        self.renumber()

    def renumber(self) -> None:
        """Show the numbers of footnotes anew once others came or went before them."""
        noted = (self._notes_before(), note_count(self._shown))
        if noted != self._noted:
            self._noted = noted
            self.document().markContentsDirty(0, self.document().characterCount())

    def show_hit(self, hit: Hit) -> bool:
        """Select what was found; whether it stands here."""
        words = words_at(self.bridge.session.filled, msgspec.structs.replace(hit, footnote=0))
        cursor = select_in_prose(self.document(), hit, words)
        if cursor is None:  # it differs from what is stored, in blanks or in the spelling of letters
            self._show_stored()
            cursor = select_in_prose(self.document(), hit, words)
        if cursor is None:
            return False
        self.setTextCursor(cursor)
        mark(self, found=True)
        return True

    def place(self) -> tuple[int, int]:
        """Paragraph and letter of the cursor, counted as a search counts them."""
        return letters_before(self.document(), self.textCursor().position())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """A line under the very words of each, as its level is drawn; paragraphs of last period grey."""
        filled = self.bridge.session.filled
        lines = underlined(self.document(), filled, self.key, findings)
        self.setExtraSelections([*greyed(self, filled, self.key), *lines])

    def edit_note(self) -> None:
        """Ask for the words of the footnote beside the cursor, or of a new one at the cursor."""
        cursor = self.textCursor()
        beside = anchor_beside(cursor)
        words = ask_note(note_in(beside) if beside else "", self)
        self.setFocus()
        if words is None or not (words or beside):
            return
        if beside is None:
            beside = cursor
            beside.setPosition(cursor.selectionEnd())
        style = beside.charFormat()
        beside.beginEditBlock()
        beside.removeSelectedText()
        if words:
            insert_note(beside, words, style)
        beside.endEditBlock()
        self.setTextCursor(beside)
        self.bridge.settle()  # one undo takes back the footnote and no word

    def toggle_bold(self) -> None:
        """Bold on or off for the selection, or for what is typed next."""
        bold = self.fontWeight() >= QFont.Weight.DemiBold
        self.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)

    def toggle_italic(self) -> None:
        """Italic on or off."""
        self.setFontItalic(not self.fontItalic())

    # -- what Qt asks --

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if is_report_key(event):
            event.ignore()
            return False
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say the words of the footnote under the mouse, or what the number there follows."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = escape(self._about(self.cursorForPosition(event.pos()))).replace("\n", "<br>")
            QToolTip.showText(event.globalPos(), f"<qt>{words}</qt>" if words else "", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+B, Ctrl+I, Ctrl+Shift+L; Enter goes on with a list or ends it."""
        leave_chip(self)
        if event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        elif event.key() == Qt.Key.Key_L and event.modifiers() == _CONTROL_SHIFT:
            toggle_mark(self.textCursor(), MARKS["dash"])
        elif event.key() in _PAGES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn(event)
        elif event.key() in _ENTERS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            confirm_paragraph(self, self.bridge, self.key)
        elif event.key() in _ENTERS and go_on_with_list(self):
            return
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Nothing is handed over while letters are being composed (Telex, VNI)."""
        leave_chip(self)
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._typed()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Commit what was typed."""
        super().focusOutEvent(event)
        if self.bridge.session.unsaved:
            self.bridge.settle()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """The selection as Qt gives it, beside it as our prose, its footnotes between the words."""
        source = super().createMimeDataFromSelection()
        prose = copied_prose(self.textCursor())
        if any(run.note for paragraph in prose for run in paragraph.runs):
            source.text()  # has Qt fill it in now, and not over what follows
            source.setData(OUR_PROSE, write_prose(prose).encode())
            source.setText(to_plain(prose))
        return source

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste words, bold, italic and list items; everything else of Word and the web goes."""
        ours = bytes(source.data(OUR_PROSE).data()).decode("utf-8", "replace")
        prose = tidy(stored_prose(ours)) if ours else pasted_prose(source)
        if prose:
            insert_prose(self.textCursor(), prose)
            self.ensureCursorVisible()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Content with little; the page around it gives a printed line's width where there is room."""
        return QSize(_NARROWEST, self.height())

    # -- inside --

    def _stored(self) -> str:
        """What the report holds here, without the marks of paragraphs that nobody has looked at."""
        return write_prose(without_marks_of(self.bridge.session.filled.prose(self.key)))

    def _about(self, cursor: QTextCursor) -> str:
        """The words of the footnote there, or what the number there follows."""
        if beside := anchor_beside(cursor):
            return note_in(beside)
        chip = chip_at(cursor)
        return tip(self.bridge.session.filled, chip[0]) if chip else ""

    def _typed(self) -> None:
        if self._composing:
            return
        prose = read_prose(self.document())
        stored = write_prose(prose)
        if stored != self._shown:
            self._shown = stored
            self.renumber()
            self.bridge.type_prose(self.key, prose)

    def _notes_before(self) -> int:
        """The footnotes in the places of the form before this one."""
        filled, found = self.bridge.session.filled, 0
        for section in filled.plan.edition.sections:
            if section.key == self.key:
                break
            found += note_count(filled.text(section.key)) if section.prose else 0
        return found

    def _turn(self, event: QKeyEvent) -> None:
        """The cursor by what is seen at once; Qt would take all the text for one page."""
        seen = self.visibleRegion().boundingRect().height() - self.cursorRect().height()
        away = seen if event.key() == Qt.Key.Key_PageDown else -seen
        place = self.cursorForPosition(self.cursorRect().center() + QPoint(0, away)).position()
        modes, extends = QTextCursor.MoveMode, event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        cursor = self.textCursor()
        cursor.setPosition(place, modes.KeepAnchor if extends else modes.MoveAnchor)
        self.setTextCursor(cursor)

    def _grow(self) -> None:
        least = self.fontMetrics().lineSpacing() * LINES
        height = max(least, round(self.document().size().height())) + 2 * self.frameWidth() + 2
        if height != self.height():
            self.setFixedHeight(height)


_NARROWEST = 320
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
