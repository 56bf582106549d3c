"""The language of formulas: what it accepts, and that hostile text is refused quickly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.forms.expression import BadExpression, keys_read, parse


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("pl1.7.1 == total(pl1.7.2, pl1.7.3)", ["pl1.7.1", "pl1.7.2", "pl1.7.3"]),
        ("rate(pl5.II.1.1, pl5.II.1) <= 100", ["pl5.II.1.1", "pl5.II.1"]),
        ("entered(pl2.1.a) and not blank(II.4.b.recruited)", ["pl2.1.a", "II.4.b.recruited"]),
    ],
)
def test_keys_stand_as_they_are_printed(text: str, keys: list[str]) -> None:
    assert list(keys_read(parse(text))) == keys


@pytest.mark.parametrize(
    "text",
    [
        "", "pl1.1 ==", "__import__('os')", "pl1.1.__class__()", "open(pl1.1)", "9**9**9",
        "[pl1.1]", "lambda: 1", "pl1.1 if pl1.2 else 0", "'a' == 'b'", "total()", "rate(pl1.1)",
        "abs(" * 40 + "pl1.1" + ")" * 40, "1+" * 600 + "1", "pl1.1 := 3", "f'{1}'", "True",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadExpression):
        parse(text)


@given(st.text(alphabet="pl1.7IV()+-*/<>=,& andortl\n", max_size=60))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        parse(text)
    except BadExpression as refused:
        assert str(refused)
