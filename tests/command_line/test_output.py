"""Answers on streams that are closed, full or no longer read, as each system says so."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys

import pytest

from desktop_app.base.errors import EnvironmentFault
from desktop_app.command_line import output
from tests.support.real import ROOT


class Refusing(io.RawIOBase):
    """A stream that refuses with one error number."""

    def __init__(self, number: int) -> None:
        self._number = number

    def writable(self) -> bool:
        return True

    def write(self, _content: object) -> int:
        raise OSError(self._number, os.strerror(self._number))


def stream(number: int) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(Refusing(number)), encoding="utf-8")


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL], ids=["elsewhere", "on Windows"])
def test_a_reader_who_has_enough_is_no_fault(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(sys, "stdout", stream(number))

    output.say_line("Quý I/2023")

    assert sys.stdout.closed


def test_a_full_disk_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", stream(errno.ENOSPC))
    with pytest.raises(EnvironmentFault, match="chỗ trống"):
        output.say_line("Quý I/2023")


def test_a_pipe_that_is_closed_early_ends_the_program_well() -> None:
    """As `list | more` left with Q: no complaint, and the same exit code on every system."""
    command = [sys.executable, "-m", "desktop_app", "--help"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        complained = process.stderr.read()
        assert (process.wait(timeout=60), complained) == (0, b"")
