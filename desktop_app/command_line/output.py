"""Answers and complaints on the standard streams, which may be closed, full or no longer read."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from typing import TextIO

from desktop_app.base.errors import EnvironmentFault
from desktop_app.services import exchange

_LEFT = (errno.EPIPE, errno.EINVAL)
"""What a pipe says that nobody reads any more; on Windows it is the second."""


def say(text: str) -> None:
    """Put the text on standard output now; raises EnvironmentFault when it cannot be written.

    A reader who has enough (`list | head`) is none: the rest is left out, as everywhere.
    """
    stream = sys.stdout
    if stream is None or stream.closed:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as fault:
        _let_go(stream)
        if fault.errno not in _LEFT:
            raise EnvironmentFault("Không ghi được kết quả ra đầu ra; hãy kiểm tra chỗ trống.") from fault


def complain(sentence: str) -> None:
    """Put the sentence on standard error; one that cannot be written is lost."""
    stream = sys.stderr
    if stream is None or stream.closed:
        return
    try:
        stream.write(f"{sentence}\n")
        stream.flush()
    except OSError:
        _let_go(stream)


def _let_go(stream: TextIO) -> None:
    """Close the stream, or the interpreter would try once more at its end and print a traceback."""
    with suppress(OSError):
        stream.close()


def say_line(text: str) -> None:
    """One line of the answer."""
    say(f"{text}\n")


def say_json(content: object) -> None:
    """The whole answer as JSON."""
    say(exchange.as_json(content).decode())
