"""Figures typed into a form to see which checks pass, fail or wait; no report is made or stored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from desktop_app.base.errors import UserFault
from desktop_app.checking.evaluate import (
    after_edit,
    evaluate,
    looked_at_by_checks,
    read_entries,
)
from desktop_app.checking.findings import Finding
from desktop_app.checking.plan import CompiledCheck, Plan
from desktop_app.checking.quantity import BrokenCheck, Look
from desktop_app.checking.run_checks import shown, waits
from desktop_app.forms.model import Edition
from desktop_app.forms.values import BLANK

State = Literal["holds", "fails", "waits", "rests", "broken"]
"""rests: the check does not apply to these figures."""
MOST_NAMED = 4
_WORDS: dict[State, str] = {"holds": "đúng", "rests": "không áp dụng với số liệu này"}


class Outcome(NamedTuple):
    """What one check says of the figures, in a sentence; keys: the rows that it reads."""

    state: State
    sentence: str
    keys: tuple[str, ...]
    code: str = ""


class Trial:
    """A form with figures typed into it."""

    def __init__(self, edition: Edition) -> None:
        self._plan = Plan(edition)
        self._texts: dict[str, str] = {}
        self._result = evaluate(self._plan, {})

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, by key."""
        return dict(self._texts)

    def type_text(self, key: str, text: str) -> None:
        """Type into a row, a cell or a figure; "" clears it. Raises UserFault for what takes no entry."""
        if not self._plan.is_key(key):
            raise UserFault("Dòng này không nhập số liệu được; hãy chọn dòng khác.")
        if text.strip():
            self._texts[key] = text
        else:
            self._texts.pop(key, None)
        read = read_entries(self._plan, {key: text}) or {key: BLANK}
        self._result = after_edit(self._plan, self._result, read)

    def clear(self) -> None:
        """Take all figures out again."""
        self._texts.clear()
        self._result = evaluate(self._plan, {})

    def shown(self, key: str) -> str:
        """What the row would print: what was typed, or the number that the form computes."""
        return shown(self._plan, key, self._result.values, self._result.computed)

    def outcomes(self, keys: Iterable[str] = ()) -> tuple[Outcome, ...]:
        """What every check that reads one of the keys says; without keys, of those that were typed."""
        asked = dict.fromkeys(keys) or self._texts
        places = {place for key in asked for place in self._plan.check_readers.get(key, ())}
        look = looked_at_by_checks(self._plan, self._result)
        found = {finding.code: finding for finding in self._result.findings.values()}
        said = [
            Outcome("fails", finding.message, finding.keys, finding.code)
            for finding in self._result.findings.values()
            if finding.found_by == "values" and set(finding.keys) & asked.keys()
        ]
        checks = (self._plan.checks[place] for place in sorted(places))
        return (*said, *(self._outcome(check, found.get(check.written.code), look) for check in checks))

    def _outcome(self, check: CompiledCheck, finding: Finding | None, look: Look) -> Outcome:
        code = check.written.code
        if finding:
            return Outcome("broken" if finding.broken else "fails", finding.message, check.reads, code)
        source = check.written.source or "Quy tắc của mẫu"
        if waits(check, look):
            return Outcome(
                "waits", f"{source}: chờ số liệu{self._waited_for(check, look)}.", check.reads, code
            )
        state = self._silent(check, look)
        return Outcome(state, f"{source}: {_WORDS[state]}.", check.reads, code)

    def _silent(self, check: CompiledCheck, look: Look) -> State:
        """Whether a check that says nothing holds, or does not apply."""
        try:
            return "holds" if check.when is None or check.when(look) else "rests"
        except (BrokenCheck, ArithmeticError):
            return "rests"

    def _waited_for(self, check: CompiledCheck, look: Look) -> str:
        blanks = [self._plan.names.get(key, key) for key in check.reads if not look(key).entered]
        more = " …" if len(blanks) > MOST_NAMED else ""
        return f" ở {'; '.join(blanks[:MOST_NAMED])}{more}" if blanks else ""


def trial_of(edition: Edition | None) -> Trial:
    """A trial of the form; raises UserFault while a fault keeps it from being one."""
    if edition is None:
        raise UserFault("Mẫu còn lỗi nên chưa thử số liệu được; hãy sửa các lỗi trước.")
    return Trial(edition)
