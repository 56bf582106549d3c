"""Do what the command line asks, through the same services as the window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from desktop_app import __version__
from desktop_app.base import known_keys, paths
from desktop_app.base.errors import EnvironmentFault, FileInUse, UserFault
from desktop_app.base.periods import read_period
from desktop_app.base.text import one_line
from desktop_app.command_line.close_window import close_window
from desktop_app.command_line.find_command import find
from desktop_app.command_line.output import complain, say_json, say_line
from desktop_app.command_line.request import USAGE, read_request
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.marks import mark_step, marked_tabs, read_tab
from desktop_app.reports.progress import still_open
from desktop_app.reports.prose import from_plain, in_words, write_prose
from desktop_app.reports.readiness import with_look
from desktop_app.reports.report import STATUS_WORDS
from desktop_app.reports.succession import tray
from desktop_app.services import exchange, moving, press
from desktop_app.services.backups import copy_out, restore
from desktop_app.services.earlier import bring_earlier
from desktop_app.services.export import put_in_place, refuse_unfit
from desktop_app.services.form_travel import file_with_form
from desktop_app.services.library import Library
from desktop_app.services.presence import holder_sentence
from desktop_app.services.print_settings import read_settings
from desktop_app.services.services import Services
from desktop_app.services.taking_back import take_back

FINE, AT_FAULT = 0, 2
MOST_TYPED = 1_000_000
"""Letters that `set` takes from standard input; a whole report has fewer."""
Build = Callable[[Path | None], Services]
Command = Callable[[argparse.Namespace, Services], int]
RunWindow = Callable[[Path | None, str, str], int]


def run(
    words: list[str], build: Build, run_window: RunWindow, later: Mapping[str, Callable[[], Command]]
) -> int:
    """Answer on standard output; a fault is one sentence on standard error and exit code 2.

    later: gives the commands that read words, files and forms; what they need is brought in with them.
    """
    folder: Path | None = None
    try:
        request = read_request(words)
        folder = Path(request.data_dir) if request.data_dir else None
        if request.help:
            say_line(USAGE.rstrip())
            return FINE
        if request.version:
            say_line(f"Báo cáo CCHC {__version__}")
            return FINE
        if request.close_window:
            return close_window(folder or paths.data_folder())
        if not request.command:
            return run_window(
                folder, request.open, str(Path(request.take).absolute()) if request.take else ""
            )
        if request.command == "restore" and not request.report:
            return _restore(request, folder)
        services = build(folder)
        with closing(services.file):
            command = COMMANDS.get(request.command) or later[request.command]()
            return command(request, services)
    except FileInUse as fault:
        complain(f"{fault} {holder_sentence(folder or paths.data_folder())}".strip())
    except (UserFault, EnvironmentFault) as fault:
        complain(str(fault))
    return AT_FAULT


def _new(request: argparse.Namespace, services: Services) -> int:
    library = services.library
    if request.origin:
        say_line(library.create_next(request.origin, str(read_period(request.period))))
    elif request.sample:
        say_line(_new_sample(request, library))
    else:
        say_line(library.create(request.period, request.edition))
    return FINE


def _new_sample(request: argparse.Namespace, library: Library) -> str:
    return library.create_sample(str(read_period(request.period)).lower())


def _list(request: argparse.Namespace, services: Services) -> int:
    summaries = services.library.summaries()
    if request.json:
        say_json(summaries)
    for line in () if request.json else summaries:
        found = f"{line.errors} lỗi, {line.warnings} cảnh báo\t{STATUS_WORDS[line.status]}"
        say_line(f"{line.id}\t{line.period_text}\t{line.agency or '(chưa ghi cơ quan)'}\t{found}")
    return FINE


def _show(request: argparse.Namespace, services: Services) -> int:
    filled = services.library.read(request.id)
    if request.json:
        say_json(exchange.as_file(filled))
    else:
        for key, place in filled.plan.names.items():
            text = _readable(filled, key)
            if text:
                say_line(f"{key}\t{place}\t{text}")
        for item in tray(filled.entries):
            say_line(f"{known_keys.TRAY}{item.key}\t{item.label}\t{item.text}")
        if marked := marked_tabs(filled.plan, filled.entries):
            say_line(f"Đã nhập xong\t\t{', '.join(marked)}")
    return FINE


def _readable(filled: FilledReport, key: str) -> str:
    """What stands under the key, as a reader wants it: prose as lines, figures as printed."""
    if key in filled.plan.indicators or key in filled.plan.figures:
        return filled.shown(key)
    return in_words(filled.text(key), prose=filled.plan.is_prose(key))


def _move(request: argparse.Namespace, services: Services) -> int:
    moving.move(services.library, request.id, request.edition)
    say_line(request.id)
    return FINE


def _set(request: argparse.Namespace, services: Services) -> int:
    session = services.library.open(request.id)
    key = session.filled.plan.canonical(request.key)
    text = _typed() if request.value == "-" else request.value
    if session.filled.plan.is_prose(key):
        text = write_prose(from_plain(text))
    elif request.value == "-":
        text = text.rstrip("\r\n")
    changes = session.edit(key, text)
    if changes.trouble:
        raise EnvironmentFault(changes.trouble)
    problem = session.filled.result.value(key).problem if key in session.filled.plan.indicators else ""
    if problem:
        complain(one_line(f"{session.filled.plan.names[key]}: {problem}. Đã giữ nguyên như đã gõ."))
    return FINE


def _done(request: argparse.Namespace, services: Services) -> int:
    session = services.library.open(request.id)
    plan = session.filled.plan
    tabs = list(dict.fromkeys(read_tab(plan, typed) for typed in request.tabs))
    changes = session.edit_many(*mark_step(plan, tabs, complete=not request.undo))
    if changes.trouble:
        raise EnvironmentFault(changes.trouble)
    say_line(f"Đã đánh dấu xong {len(marked_tabs(plan, session.filled.entries))}/{len(plan.tabs)} phần.")
    if words := still_open(session.filled):
        say_line(words)
    return FINE


def _earlier(request: argparse.Namespace, services: Services) -> int:
    session = services.library.open(request.id)
    changes = bring_earlier(services.library, session)
    if changes.trouble:
        raise EnvironmentFault(changes.trouble)
    held = sum(1 for key in session.filled.plan.cells if session.filled.is_carried(key))
    say_line(f"Đã lấy lại số của các kỳ trước vào báo cáo; {held} ô đang giữ số của kỳ trước.")
    return FINE


def _typed() -> str:
    """The text on standard input, which may be closed, endless or no text at all."""
    try:
        content = sys.stdin.buffer.read(MOST_TYPED + 1) if sys.stdin else None
    except OSError:
        content = None
    if content is None:
        raise UserFault("Không đọc được giá trị từ đầu vào; hãy ghi giá trị ngay trong lệnh.")
    if len(content) > MOST_TYPED:
        raise UserFault("Đầu vào dài quá 1 MB, không phải nội dung của một mục; chưa ghi gì vào báo cáo.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UserFault("Đầu vào không phải văn bản UTF-8; chưa ghi gì vào báo cáo.") from fault


def _export(request: argparse.Namespace, services: Services) -> int:
    if not (request.docx or request.pdf or request.xlsx or request.json):
        raise UserFault("Lệnh export cần ít nhất một trong --docx, --pdf, --xlsx, --json kèm tên tệp.")
    filled = services.library.read(request.id)
    contents: dict[Path, bytes] = {}
    if request.docx or request.pdf:
        document = press.compose(filled, read_settings(services.preferences))
        if request.docx:
            contents[Path(request.docx)] = press.docx(document)
        if request.pdf:
            contents[Path(request.pdf)] = press.pdf(document)[0]
    if request.xlsx:
        contents[Path(request.xlsx)] = press.xlsx(filled)
    if request.json:
        contents[Path(request.json)] = exchange.as_json(file_with_form(filled, services))
    put_in_place(contents)
    if words := still_open(with_look(filled)[0]):
        say_line(words)
    return FINE


def _backup(request: argparse.Namespace, services: Services) -> int:
    refuse_unfit(Path(request.file))
    held = copy_out(services.file, Path(request.file))
    say_line(f"Đã sao lưu {held} báo cáo vào {request.file}.")
    return FINE


def _take_back(request: argparse.Namespace, services: Services) -> int:
    say_line(take_back(services, Path(request.file), request.report))
    return FINE


def _restore(request: argparse.Namespace, folder: Path | None) -> int:
    target = (folder or paths.data_folder()) / paths.DATA_FILE
    try:
        held, replaced = restore(Path(request.file), target, datetime.now())
        kept = f" Dữ liệu trước đó được giữ ở {replaced.path}." if replaced else ""
    except OSError as fault:  # such as a name longer than the system takes
        raise UserFault(f"Không dùng được đường dẫn {request.file} hoặc {target}.") from fault
    say_line(f"Đã phục hồi {held} báo cáo.{kept}")
    return FINE


COMMANDS: dict[str, Command] = {
    "new": _new, "list": _list, "show": _show, "set": _set, "done": _done, "earlier": _earlier,
    "export": _export, "move": _move, "backup": _backup, "find": find, "restore": _take_back,
}  # fmt: skip
