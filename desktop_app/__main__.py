"""Start the program: the window, or what the command line asks; the last resort for our faults."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app import bootstrap


def main(words: list[str] | None = None) -> int:
    """Run and return the exit code: 0 fine, 1 the report has errors, 2 request or file at fault."""
    words = sys.argv[1:] if words is None else words
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return bootstrap.run_command(words) if words else bootstrap.run_window(None, "")
    except KeyboardInterrupt:
        return 2
    except Exception as fault:  # the last resort: our bug becomes one sentence, never a traceback
        log = bootstrap.note_fault(_folder(words), fault)
        if sys.stderr is not None:
            sys.stderr.write(
                "Chương trình gặp lỗi của chính nó, không phải lỗi của bạn; dữ liệu đã lưu đến lần "
                f"sửa cuối cùng, chi tiết ghi ở {log}.\n"
            )
        return 2


def _folder(words: list[str]) -> Path | None:
    """The data folder that was asked for, found without any parsing that could fail again."""
    at = words.index("--data-dir") + 1 if "--data-dir" in words else 0
    return Path(words[at]) if 0 < at < len(words) else None


if __name__ == "__main__":
    sys.exit(main())
