"""Fonts: found, refused with a sentence when none is there or one is damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.base.errors import EnvironmentFault
from desktop_app.documents.fonts import find_families
from desktop_app.documents.pdf_fonts import Face, choose_face


def test_this_computer_has_a_family_with_every_vietnamese_letter() -> None:
    face = choose_face(find_families())

    assert face.printable("Nghị quyết số ờ ữ ặ Đ") == "Nghị quyết số ờ ữ ặ Đ"


def test_no_font_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="Times New Roman"):
        find_families((tmp_path,))


def copied(folder: Path) -> Path:
    good = find_families()[0]
    names = ("Regular", "Bold", "Italic", "BoldItalic")
    for name, path in zip(names, (good.regular, good.bold, good.italic, good.bold_italic), strict=True):
        shutil.copy(path, folder / f"LiberationSerif-{name}.ttf")
    return folder


def test_fonts_are_read_once_and_again_when_a_file_was_exchanged(tmp_path: Path) -> None:
    families = find_families((copied(tmp_path),))
    first = choose_face(families)
    assert choose_face(families) is first

    bold, italic = families[0].bold, families[0].italic
    shutil.copy(bold, italic)
    assert choose_face(families) is not first
    italic.write_bytes(b"broken" * 200)
    with pytest.raises(EnvironmentFault, match=italic.name):
        choose_face(families)


def test_a_damaged_font_is_one_sentence_that_names_it(tmp_path: Path) -> None:
    copied(tmp_path)
    (tmp_path / "LiberationSerif-Bold.ttf").write_bytes(b"\x00\x01\x00\x00" + b"broken".ljust(200) * 3)

    with pytest.raises(EnvironmentFault, match=r"LiberationSerif-Bold\.ttf"):
        choose_face(find_families((tmp_path,)))


def test_a_letter_that_the_font_lacks_is_replaced_by_one_that_can_be_seen() -> None:
    assert Face(find_families()[0]).printable("a\U0001f600b") == "a?b"
