"""Read the words of the command line into a request, refusing in one Vietnamese sentence."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from desktop_app.base.errors import UserFault

USAGE = """Cách dùng: bao-cao-cchc [--data-dir THƯ_MỤC] [LỆNH]

(không có lệnh)                                   mở cửa sổ; --open MÃ mở ngay một báo cáo,
                                                  --take TỆP nhập ngay một tệp trao đổi
--close-window                                    lưu và đóng cửa sổ đang mở
new --period 2023-Q2 [--edition MÃ_MẪU] [--from MÃ | --sample]
list [--json]
show MÃ [--json]
set MÃ KHÓA GIÁ_TRỊ                               GIÁ_TRỊ «-» đọc từ đầu vào, "" xóa trống
earlier MÃ                                        lấy lại số kỳ trước, cùng kỳ năm trước vào các cột
done MÃ PHẦN… [--undo]                            đánh dấu «Đã nhập xong», hoặc bỏ: general, II, pl1, bm1 …
check MÃ [--json]
documents MÃ [--json]                             các văn bản được viện dẫn, mỗi văn bản với mọi chỗ nêu
find MÃ CHỮ [--marks] [--case] [--whole] [--json]  tìm chữ trong cả báo cáo, không kể dấu và hoa thường
find MÃ --other-period [--json]                   tìm chữ của kỳ khác còn sót
export MÃ [--docx TỆP] [--pdf TỆP] [--xlsx TỆP] [--json TỆP]
import TỆP [--period KỲ] [--edition MÃ_MẪU] [--unicode]  báo cáo Word hay tệp trao đổi thành báo cáo mới
compare MÃ TỆP [--json]                           tệp Word, Excel đã sửa khác báo cáo ở chỗ nào
move MÃ --edition MÃ_MẪU                          chuyển báo cáo sang mẫu khác
backup TỆP
restore TỆP [--report MÃ]                         cả bản sao lưu, hoặc riêng một báo cáo vào danh sách
form list [--json]                                các mẫu báo cáo, theo thứ tự chọn mẫu cho một kỳ
form order [MÃ_MẪU…] [--json]                     đổi thứ tự đó; không nêu mẫu nào: mẫu mới nhất trước
form show MÃ_MẪU [--json]                         các mục, bảng, dòng của một mẫu
form check TỆP [--json]                           soát một thư mục mẫu hay tệp mẫu .maubc
form export MÃ_MẪU TỆP                            ghi một mẫu ra tệp .maubc để gửi nơi khác
form import TỆP [--copy]                          nhận tệp .maubc; --copy: trùng mã thì thành mẫu riêng
form from-docx TỆP [--json]                       lập bản nháp từ mẫu trống trong tệp .docx hay .xlsx
--version                                         in số phiên bản
"""


class _Parser(argparse.ArgumentParser):
    """A parser that raises sentences instead of printing English usage."""

    def error(self, message: str) -> NoReturn:
        raise UserFault(_sentence(message))


def read_request(words: list[str]) -> argparse.Namespace:
    """The request: `command` ("" for the window) and its values; raises UserFault."""
    return _parser().parse_args(words)


def _parser() -> _Parser:
    parser = _Parser(prog="bao-cao-cchc", add_help=False, allow_abbrev=False)
    parser.add_argument("--data-dir", default="")
    parser.add_argument("--open", default="", type=_text)
    parser.add_argument("--take", default="")
    parser.add_argument("--close-window", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--help", "-h", action="store_true")
    parser.set_defaults(command="")
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)

    def command(name: str, *places: str) -> _Parser:
        added = commands.add_parser(name, add_help=False, allow_abbrev=False)
        for place in places:
            added.add_argument(place, type=str if place == "file" else _text)
        return added

    new = command("new")
    new.add_argument("--period", required=True, type=_text)
    new.add_argument("--edition", default="", type=_text)
    origin = new.add_mutually_exclusive_group()
    origin.add_argument("--from", dest="origin", default="", type=_text)
    origin.add_argument("--sample", action="store_true")
    for name in ("show", "check", "documents"):
        command(name, "id").add_argument("--json", action="store_true")
    command("list").add_argument("--json", action="store_true")
    command("set", "id", "key", "value")
    command("earlier", "id")
    _add_done(command("done", "id"))
    _add_find(command("find", "id"))
    export = command("export", "id")
    for kind in ("docx", "pdf", "xlsx", "json"):
        export.add_argument(f"--{kind}", default="")
    _add_import(command("import", "file"))
    command("move", "id").add_argument("--edition", required=True, type=_text)
    command("compare", "id", "file").add_argument("--json", action="store_true")
    command("backup", "file")
    command("restore", "file").add_argument("--report", default="", type=_text)
    _add_form(command("form"))
    return parser


def _add_import(taken: _Parser) -> None:
    for name in ("--period", "--edition"):
        taken.add_argument(name, default="", type=_text)
    taken.add_argument("--unicode", action="store_true")


def _add_done(done: _Parser) -> None:
    done.add_argument("tabs", nargs="+", type=_text)
    done.add_argument("--undo", action="store_true")


def _add_form(form: _Parser) -> None:
    asked = form.add_subparsers(dest="asked", parser_class=_Parser, required=True)

    def command(name: str, *places: str) -> _Parser:
        added = asked.add_parser(name, add_help=False, allow_abbrev=False)
        for place in places:
            added.add_argument(place, type=str if place == "file" else _text)
        return added

    for name, places in (("list", ()), ("show", ("id",)), ("check", ("file",)), ("from-docx", ("file",))):
        command(name, *places).add_argument("--json", action="store_true")
    order = command("order")
    order.add_argument("ids", nargs="*", type=_text)
    order.add_argument("--json", action="store_true")
    command("export", "id", "file")
    command("import", "file").add_argument("--copy", action="store_true")


def _add_find(find: _Parser) -> None:
    find.add_argument("words", nargs="?", default="", type=_text)
    for choice in ("marks", "case", "whole", "other-period", "json"):
        find.add_argument(f"--{choice}", action="store_true")


def _text(word: str) -> str:
    """The word itself; a file name may hold any bytes, everything else must be text."""
    if not word.isascii() and any("\ud800" <= letter <= "\udfff" for letter in word):
        raise UserFault("Câu lệnh có chữ không đọc được (không phải UTF-8); hãy gõ lại.")
    return word


def _sentence(message: str) -> str:
    """The parser's complaint as one Vietnamese sentence."""
    hint = "gõ bao-cao-cchc --help để xem cách dùng."
    if found := re.search(r"required: (.+)", message):
        return f"Lệnh còn thiếu: {found.group(1).replace('command', 'tên lệnh')}; {hint}"
    if found := re.search(r"unrecognized arguments: (.+)", message):
        return f"Lệnh không hiểu «{found.group(1)[:60]}»; {hint}"
    if found := re.search(r"invalid choice: '(.+?)'", message):
        return f"Không có lệnh «{found.group(1)[:60]}»; {hint}"
    if found := re.search(r"argument (.+?): not allowed with argument (\S+)", message):
        return f"Không dùng {found.group(1)} cùng với {found.group(2)}; {hint}"
    if found := re.search(r"argument (.+?): expected one argument", message):
        return f"Sau {found.group(1)} còn thiếu giá trị; {hint}"
    return f"Câu lệnh chưa đúng; {hint}"
