"""The start of the built window beside that of a bare one, built the same way, in turn in one run."""

from __future__ import annotations

from statistics import median

from tools.windows.bare_window import TITLE as BARE
from tools.windows.packages import PROGRAMS
from tools.windows.trials.desk import TITLE, Desk, fine

ROUNDS = 9
GOAL = 1.6


def start(desk: Desk) -> str:
    """Until the window stands, the sample open; the median of the rounds, the first of each left out."""
    mine, bare = _medians(desk, desk.letters)
    ratio = f"{mine:.2f} s beside {bare:.2f} s: {mine / bare:.2f} times"
    if desk.is_wine:
        slow, beside = _medians(desk, {})
        ratio += (
            f" (with the DirectWrite of Wine {slow:.2f} s beside {beside:.2f} s: {slow / beside:.2f} times)"
        )
    assert mine <= GOAL * bare, f"{ratio}; the goal is {GOAL}"
    return ratio


def _medians(desk: Desk, told: dict[str, str]) -> tuple[float, float]:
    """Seconds of our window and of the bare one, in turn."""
    folder = desk.folder("start")
    fine(desk.console(folder, "new", "--period", "2025-Y", "--sample"))
    ours = [str(word) for word in desk.over(folder, "--open", "2025-Y")]
    commands = {
        TITLE: [desk.system.named(desk.packages.program / PROGRAMS[0]), *ours[1:]],
        BARE: [desk.system.named(desk.packages.bare / "bare_window.exe")],
    }
    seconds: dict[str, list[float]] = {title: [] for title in commands}
    for _ in range(ROUNDS + 1):
        for title, command in commands.items():
            answer = desk.hand("start", "60", title, *command, more=told)
            assert isinstance(answer, dict)
            seconds[title].append(answer["seconds"])
    return median(seconds[TITLE][1:]), median(seconds[BARE][1:])
