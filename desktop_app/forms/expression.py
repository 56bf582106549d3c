"""The small language of formulas and checks: text to a tree of plain records, never `eval`.

An edition may arrive on a USB stick, so the text is treated as hostile: letters and numbers are
looked at first, `ast` only parses it, a whitelist of node types is turned into our own records, and
length, depth and numbers are bounded.
Keys stand in it as they are printed everywhere else: ``pl1.7.1 == total(pl1.7.2, pl1.7.3)``.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal

import msgspec

MOST_LENGTH = 1000
MOST_DERIVED = 5000
"""What follows from a word on a row: a sum may name as many rows as `total` takes, under long keys."""
MOST_DEPTH = 30

FUNCTIONS: dict[str, tuple[int, int]] = {
    "total": (1, 60),  # sum of what is entered; blank when every part is blank
    "rate": (2, 2),  # 100 * a / b in percent; "-" when b is 0
    "entered": (1, 1),  # something was typed, readable or not
    "known": (1, 1),  # the same, or left blank on a tab that is complete
    "blank": (1, 1),  # nothing was typed
    "none_arisen": (1, 1),  # "Không phát sinh" was typed or computed
    "whole": (1, 1),  # the number has no decimals
    "guess": (1, 1),  # the number, or the number at the head of the words typed
    "abs": (1, 1),
    "min": (2, 10),
    "max": (2, 10),
}
"""Name -> fewest and most arguments."""

_KEY = re.compile(r"(?<![\w.])(?:[A-Za-z_]\w*(?:\.\w+)+)")
# Nothing else reaches Python's parser: no quotes, brackets, comments or line joints.
_LETTERS = re.compile(r"[\w\s.,()+\-*/<>=!]*\Z")
_NUMBER = re.compile(r"(?<![\w.])\.?\d[\w.]*")
# Exponents would reach infinity, and "1in" makes Python's parser print a warning.
_PLAIN_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?\Z")
# The dot belongs to identifiers for Python and not to \w: no text can spell such a name itself.
_PLACE = "key·"
_ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARISON = {
    ast.Eq: "==", ast.NotEq: "!=", ast.LtE: "<=", ast.Lt: "<", ast.GtE: ">=", ast.Gt: ">",
}  # fmt: skip


class Number(msgspec.Struct, frozen=True, tag="n"):
    """A number written in the expression itself."""

    value: Decimal


class Key(msgspec.Struct, frozen=True, tag="k"):
    """The value under a key of the form."""

    key: str


class Call(msgspec.Struct, frozen=True, tag="f"):
    """One of FUNCTIONS with its arguments."""

    name: str
    arguments: tuple[Node, ...]


class Arithmetic(msgspec.Struct, frozen=True, tag="a"):
    """left + - * / right."""

    sign: str
    left: Node
    right: Node


class Comparison(msgspec.Struct, frozen=True, tag="c"):
    """left == != <= < >= > right; its two sides are what a finding shows."""

    sign: str
    left: Node
    right: Node


class Logic(msgspec.Struct, frozen=True, tag="l"):
    """Several conditions joined by one `and` or `or`."""

    word: str
    parts: tuple[Node, ...]


class Not(msgspec.Struct, frozen=True, tag="x"):
    """The opposite of a condition."""

    part: Node


Node = Number | Key | Call | Arithmetic | Comparison | Logic | Not


class BadExpression(Exception):
    """The text is no expression of the small language; says in Vietnamese what is wrong with it."""


def parse(text: str, most: int = MOST_LENGTH) -> Node:
    """The tree of the expression; raises BadExpression for anything outside the language, or longer."""
    if len(text) > most:
        raise BadExpression(f"biểu thức dài quá {most} ký tự")
    _refuse_foreign(text)
    keys: list[str] = []

    def take(found: re.Match[str]) -> str:
        keys.append(found.group())
        return f"{_PLACE}{len(keys) - 1}"

    prepared = " ".join(_KEY.sub(take, text).split())
    try:
        tree = ast.parse(prepared, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        raise BadExpression(f"biểu thức «{text[:60]}» viết sai cú pháp") from fault
    return _Reader(text, keys).read(tree, 0)


def keys_named(text: str) -> list[str]:
    """The keys that the text of an expression names, whether it can be parsed or not; repeats included."""
    return _KEY.findall(text)


def with_keys(text: str, new: Mapping[str, str]) -> str:
    """The text of an expression with other keys in the place of these."""
    return _KEY.sub(lambda found: new.get(found.group(), found.group()), text)


def keys_read(node: Node) -> Iterator[str]:
    """Every key that the expression reads, in the order of writing, repeats included."""
    match node:
        case Key(key=key):
            yield key
        case Call(arguments=parts) | Logic(parts=parts):
            for part in parts:
                yield from keys_read(part)
        case Arithmetic(left=left, right=right) | Comparison(left=left, right=right):
            yield from keys_read(left)
            yield from keys_read(right)
        case Not(part=part):
            yield from keys_read(part)
        case Number():
            pass


def _refuse_foreign(text: str) -> None:
    """Refuse letters and numbers that the language does not have, before Python sees them."""
    if not _LETTERS.match(text) or not unicodedata.is_normalized("NFKC", text):
        raise BadExpression(f"biểu thức «{text[:60]}» có ký tự không được phép")
    for number in _NUMBER.findall(text):
        if not _PLAIN_NUMBER.match(number):
            raise BadExpression(f"biểu thức «{text[:60]}» có số «{number[:30]}» viết không đúng cách")


class _Reader:
    """Turns Python's tree into ours, refusing every node that the language does not have."""

    def __init__(self, text: str, keys: list[str]) -> None:
        self._text = text
        self._keys = keys

    def read(self, node: ast.expr, depth: int) -> Node:
        if depth > MOST_DEPTH:
            raise BadExpression(f"biểu thức «{self._text[:60]}» lồng nhau quá sâu")
        match node:
            case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
                return Number(Decimal(str(node.value)))
            case ast.Name(id=name):
                return self._key(name)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(name, arguments, depth)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.read(operand, depth + 1))
            case ast.BoolOp(op=op, values=values):
                word = "and" if isinstance(op, ast.And) else "or"
                return Logic(word, tuple(self.read(value, depth + 1) for value in values))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
                sign = _ARITHMETIC[type(op)]
                return Arithmetic(sign, self.read(left, depth + 1), self.read(right, depth + 1))
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISON:
                sign = _COMPARISON[type(op)]
                return Comparison(sign, self.read(left, depth + 1), self.read(right, depth + 1))
        raise BadExpression(f"biểu thức «{self._text[:60]}» dùng phép không được phép")

    def _key(self, name: str) -> Key:
        if name.startswith(_PLACE):
            return Key(self._keys[int(name.removeprefix(_PLACE))])
        return Key(name)

    def _call(self, name: str, arguments: list[ast.expr], depth: int) -> Call:
        if name not in FUNCTIONS:
            raise BadExpression(f"biểu thức «{self._text[:60]}» gọi hàm lạ")
        fewest, most = FUNCTIONS[name]
        if not fewest <= len(arguments) <= most:
            raise BadExpression(f"hàm {name} trong «{self._text[:60]}» nhận sai số tham số")
        return Call(name, tuple(self.read(argument, depth + 1) for argument in arguments))
