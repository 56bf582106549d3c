"""Texts that pose as expressions are parsed or refused, quickly, and never run by Python."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.forms.expression import FUNCTIONS, BadExpression, Node, keys_read, parse

WORST = [
    "(" * 500, ")" * 500, "(" * 400 + "1" + ")" * 400, "not " * 240 + "pl1.1", "-" * 999, "+" * 998 + "1",
    "total(" * 150 + "pl1.1" + ")" * 150, "abs(" * 31 + "1" + ")" * 31, "1+" * 499 + "1", "9**9**9",
    "9**9**9**9 == 1", "1e400", "1e999999 * 0", "9" * 999, "0x" + "f" * 900, "1_000", "1in pl1.1", "0or 1",
    "1j", "1.5e3", ".5", "5.", "٣ + 1", "pl1.1 == ²", "x" * 999, "a." * 499 + "a", "pl1." + "9" * 900,
    "ｅｖａｌ(pl1.1)", "ｔｏｔａｌ(pl1.1)", "ﬁ.x == 1",
    "__import__('os').system('true')", "().__class__.__mro__",
    "pl1.1.__class__()", "pl1.1.__class__.__bases__[0]()", "(lambda: 1)()", "[x for x in pl1.1]", "{1}",
    "{1: 2}", "(x := 1)", "f'{pl1.1}'", "'a' 'b'", "b'a'", "'''", '"\\d"', "await pl1.1", "(yield)",
    "pl1.1[0]", "pl1.1[:]", "total(*pl1.1)", "total(**pl1.1)", "total(a=1)", "pl1.1 if pl1.2 else 0",
    "pl1.1 in pl1.2", "1 is 1", "...", "1 < 2 < 3", "~1", "-1", "a@b", "a//b", "a%b", "a<<1", "a&b", "a;b",
    "a\\\nb", "a # b", "a\0b", "\0", "\ud800", "pl1.1 == \ud83d", "a\u200bb", "a\u202eb", "\ufeffpl1.1",
    "None", "True", "print", "exec(pl1.1)", "key·0", "key_0_ == pl1.1", "`id`", "$(id)", "import os",
    "del pl1.1", "class A: pass", "", " ", "\n" * 1000, ]  # fmt: skip


def read(text: str) -> Node | None:
    """The tree, or None for text that is refused with a reason; a warning would be a failure."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return parse(text)
        except BadExpression as refused:
            assert str(refused)
            return None


TOKENS = st.sampled_from([
    *FUNCTIONS, "pl1.1", "pl1.1.1", "pl1.2", "I.1.tasks", "x", "(", ")", "(", ")", ",", "+", "-", "*", "/",
    "==", "!=", "<=", "<", ">=", ">", "and", "or", "not", "0", "1", "100", "2.5", "999999999999999", "1e9",
    "lambda", ":",
    "'", '"', "[", "]", "{", "}", "**", ".", "if", "else", "for", "in", "is", "await", "=", ":=", "\\",
    "#", "\n", ])  # fmt: skip


@pytest.mark.parametrize("text", WORST, ids=lambda text: ascii(text[:20]))
def test_the_worst_texts_are_parsed_or_refused(text: str) -> None:
    read(text)


@settings(max_examples=300)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(TOKENS, max_size=25).map(" ".join), st.lists(TOKENS).map("".join)
    )
)
def test_any_text_is_parsed_or_refused_without_a_warning(text: str) -> None:
    read(text)


@settings(max_examples=200)
@given(st.binary(max_size=200), st.sampled_from(["latin-1", "utf-8"]))
def test_any_bytes_are_parsed_or_refused_without_a_warning(content: bytes, encoding: str) -> None:
    read(content.decode(encoding, "surrogateescape"))


@pytest.mark.parametrize(
    "text", ["ｅｖａｌ(1)", "ｔｏｔａｌ(pl1.1)", "ﬁ.x == 1", "1e400 == pl1.1", "9" * 16, "pl1.1 # x"]
)
def test_look_alikes_infinities_and_comments_are_refused(text: str) -> None:
    assert read(text) is None


def test_no_text_can_pose_as_another_key() -> None:
    assert list(keys_read(parse("key_0_ == pl1.1"))) == ["key_0_", "pl1.1"]
    assert read("key·0 == pl1.1") is None
