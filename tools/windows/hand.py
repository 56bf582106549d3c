"""A hand on the Windows desktop: sees windows, presses keys and buttons, ends the session.

Run there by Windows Python with a command and its words; answers one line of JSON. Nothing but ctypes,
so that it needs no package, on Windows as under Wine.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from ctypes import wintypes

POLL_SECONDS = 0.01
WM_CLOSE, WM_QUERYENDSESSION, WM_ENDSESSION, BM_CLICK = 0x0010, 0x0011, 0x0016, 0x00F5
READ_AND_WRITE, SHARED, OPEN_EXISTING = 0xC0000000, 3, 3
EXTENDED, KEYUP, UNICODE = 0x0001, 0x0002, 0x0004
KEYS = {
    "ctrl": 0x11,
    "shift": 0x10,
    "alt": 0x12,
    "enter": 0x0D,
    "tab": 0x09,
    "esc": 0x1B,
    "pgdown": 0x22,
    "end": 0x23,
}
KEYS |= {f"f{number}": 0x6F + number for number in range(1, 13)}


class _Key(ctypes.Structure):
    _fields_ = (
        ("code", wintypes.WORD), ("scan", wintypes.WORD), ("flags", wintypes.DWORD),
        ("time", wintypes.DWORD), ("extra", ctypes.c_size_t),
    )  # fmt: skip


class _Input(ctypes.Structure):
    """INPUT of the system, whose union is as large as its largest member, of the mouse."""

    _fields_ = (("kind", wintypes.DWORD), ("key", _Key), ("rest", ctypes.c_ubyte * 8))


def windows() -> list[dict[str, object]]:
    """Every visible window with a title: handle, title, class, process."""
    user32 = ctypes.windll.user32  # type: ignore[attr-defined]
    found: list[dict[str, object]] = []

    def note(handle: int, _extra: int) -> bool:
        if user32.IsWindowVisible(handle) and (title := _text(handle)):
            process = wintypes.DWORD()
            user32.GetWindowThreadProcessId(handle, ctypes.byref(process))
            found.append({"handle": handle, "title": title, "process": process.value})
        return True

    user32.EnumWindows(_callback(note), 0)
    return found


def wait(title: str, seconds: str) -> dict[str, object]:
    """The first visible window whose title holds these words, once it is there."""
    until = time.monotonic() + float(seconds)
    while time.monotonic() < until:
        for window in windows():
            if title in str(window["title"]):
                return window
        time.sleep(POLL_SECONDS)
    raise SystemExit(f"no window «{title}» among {[one['title'] for one in windows()]}")


def keys(title: str, *strokes: str) -> int:
    """Bring the window forward and press: "ctrl+shift+f9", or "=text" to be typed letter by letter."""
    user32 = ctypes.windll.user32  # type: ignore[attr-defined]
    user32.SetForegroundWindow(_handle(title))
    time.sleep(0.3)
    for stroke in strokes:
        if stroke.startswith("="):
            for letter in stroke[1:]:
                _send([(0, ord(letter), UNICODE), (0, ord(letter), UNICODE | KEYUP)])
        else:
            codes = [KEYS.get(part) or ord(part.upper()) for part in stroke.split("+")]
            for code, flags in [(code, 0) for code in codes] + [(code, KEYUP) for code in reversed(codes)]:
                beside = (
                    EXTENDED if code in (KEYS["pgdown"], KEYS["end"]) else 0
                )  # not the key of the number pad
                _send([(code, user32.MapVirtualKeyW(code, 0), flags | beside)])
                time.sleep(0.03)  # a program asks which modifiers are down when it comes to the key
        time.sleep(0.15)
    return len(strokes)


def words(title: str) -> list[str]:
    """What a window of Windows' own shows: the texts of its parts."""
    said: list[str] = []

    def note(handle: int, _extra: int) -> bool:
        said.append(_text(handle))
        return True

    ctypes.windll.user32.EnumChildWindows(_handle(title), _callback(note), 0)  # type: ignore[attr-defined]
    return [text for text in said if text]


def click(title: str, button: str) -> bool:
    """Press a button of a window of Windows' own, by its text without the mark of its key."""
    user32 = ctypes.windll.user32  # type: ignore[attr-defined]
    found: list[int] = []

    def note(handle: int, _extra: int) -> bool:
        if _text(handle).replace("&", "") == button:
            found.append(handle)
        return True

    user32.EnumChildWindows(_handle(title), _callback(note), 0)
    for handle in found[:1]:
        user32.PostMessageW(handle, BM_CLICK, 0, 0)
    return bool(found)


def close(title: str) -> int:
    """Ask a window to close, as its cross does."""
    handle = _handle(title)
    return int(ctypes.windll.user32.PostMessageW(handle, WM_CLOSE, 0, 0))  # type: ignore[attr-defined]


def end_session(title: str) -> dict[str, int]:
    """Tell a window that the user logs off: what it answers, and the end itself."""
    user32, handle, answer = ctypes.windll.user32, _handle(title), ctypes.c_size_t()  # type: ignore[attr-defined]
    user32.SendMessageTimeoutW(handle, WM_QUERYENDSESSION, 0, 0, 0, 10_000, ctypes.byref(answer))
    if answer.value:
        user32.SendMessageTimeoutW(handle, WM_ENDSESSION, 1, 0, 0, 10_000, None)
    return {"agreed": answer.value}


def start(seconds: str, title: str, *command: str) -> dict[str, float]:
    """Start a program, and the seconds until a window with this title stands; then it is ended."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as process:
        try:
            wait(title, seconds)
            return {"seconds": time.perf_counter() - begun}
        finally:
            process.kill()


def console(page: str, *command: str) -> dict[str, object]:
    """Run a program in a console of this code page: what the console shows, and what comes out of a pipe."""
    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel32.FreeConsole()
    kernel32.AllocConsole()
    kernel32.SetConsoleCP(int(page))
    kernel32.SetConsoleOutputCP(int(page))
    kept = kernel32.GetConsoleOutputCP()
    piped = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    screen = os.open("CONOUT$", os.O_RDWR)
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=screen, stderr=screen, check=False)
    kernel32.CreateFileW.restype = wintypes.HANDLE
    reading = kernel32.CreateFileW("CONOUT$", READ_AND_WRITE, SHARED, None, OPEN_EXISTING, 0, None)
    handle = wintypes.HANDLE(reading)
    letters, read = ctypes.create_unicode_buffer(20_000), wintypes.DWORD()
    kernel32.ReadConsoleOutputCharacterW(handle, letters, 19_999, wintypes.DWORD(0), ctypes.byref(read))
    said = (piped.stdout + piped.stderr).decode("utf-8")
    return {"page": kept, "codes": [piped.returncode, done.returncode], "shown": letters.value, "piped": said}


def _send(strokes: list[tuple[int, int, int]]) -> None:
    inputs = (_Input * len(strokes))()
    for place, (code, scan, flags) in enumerate(strokes):
        inputs[place].kind = 1
        inputs[place].key = _Key(code, scan, flags, 0, 0)
    ctypes.windll.user32.SendInput(len(inputs), inputs, ctypes.sizeof(_Input))  # type: ignore[attr-defined]


def _text(handle: int) -> str:
    text = ctypes.create_unicode_buffer(2000)
    ctypes.windll.user32.GetWindowTextW(handle, text, 2000)  # type: ignore[attr-defined]
    return unicodedata.normalize("NFC", text.value)  # those of NSIS are decomposed


def _handle(title: str) -> int:
    return int(str(wait(title, "10")["handle"]))


def _callback(note: Callable[[int, int], bool]) -> object:
    kind = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)  # type: ignore[attr-defined]
    return kind(note)


COMMANDS: dict[str, Callable[..., object]] = {
    "windows": windows, "wait": wait, "keys": keys, "words": words, "click": click, "close": close,
    "end_session": end_session, "start": start, "console": console,
}  # fmt: skip

if __name__ == "__main__":
    sys.stdout.write(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])) + "\n")
