"""The program opens no socket: an hour of work, an export and a backup under the eyes of strace."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.library import services_in
from tools.torture.fault_row import ROOT, environment, script

LOOK_UP = re.compile(r'sun_path="/var/run/nscd/socket"')
"""The C library asks a local service for the user's name; no machine is asked, and none answers."""


def watched(command: list[str], folder: Path) -> list[str]:
    """The calls about sockets that a command makes, with its children's."""
    calls = folder / "calls.txt"
    strace = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(calls)]
    done = subprocess.run(
        [*strace, *command], cwd=ROOT, env=environment(), capture_output=True, timeout=110, check=False
    )
    if b"PTRACE" in done.stderr:
        pytest.skip("this machine lets nobody watch a process")
    assert done.returncode == 0, done.stderr[-2000:]
    return calls.read_text().splitlines()


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not here")
def test_an_hour_in_the_window_opens_no_socket(tmp_path: Path) -> None:
    with services_in(tmp_path / "data") as services:
        services.library.create_sample("2023-q1")

    calls = watched(script("hour", str(tmp_path / "data"), "7"), tmp_path)

    asked = sum(1 for call in calls if LOOK_UP.search(call))
    others = [call for call in calls if "connect(" in call and not LOOK_UP.search(call)]
    assert others == []
    assert sum(1 for call in calls if "socket(" in call) <= asked
    assert not [call for call in calls if "AF_INET" in call or "AF_NETLINK" in call]


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not here")
def test_the_watch_sees_a_socket_that_is_opened(tmp_path: Path) -> None:
    python = script("hour")[0]

    calls = watched([python, "-c", "import socket; socket.socket().close()"], tmp_path)

    assert any("AF_INET" in call for call in calls)
