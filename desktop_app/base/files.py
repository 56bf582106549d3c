"""Read a file that anybody may have made: a plain file of bounded size, nothing else."""

from __future__ import annotations

from pathlib import Path

from desktop_app.base.errors import UserFault


def read_bounded(path: Path, most: int) -> bytes:
    """The bytes of a plain file; raises OSError, or UserFault for what is none or too large.

    A pipe would keep the program waiting and a device would fill its memory; both say that they
    hold 0 bytes.
    """
    if path.exists() and not path.is_file():
        raise UserFault(f"«{path}» không phải là một tệp; hãy chọn tệp khác.")
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise UserFault(f"Tệp {path.name} lớn quá {most // 1_000_000} MB nên không được nhận.")
    return content
