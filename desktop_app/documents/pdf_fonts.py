"""Register the four faces for embedding, and keep every letter printable."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop_app.base.errors import EnvironmentFault
from desktop_app.documents.fonts import Faces

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
REPLACEMENT = "?"


def choose_face(families: tuple[Faces, ...]) -> Face:
    """The first family that is sound and whole; raises EnvironmentFault with the last's fault."""
    *first, last = families
    for faces in first:
        try:
            return _face(faces, _stamps(faces))
        except EnvironmentFault:
            continue
    return _face(last, _stamps(last))


@lru_cache(maxsize=4)
def _face(faces: Faces, stamps: tuple[tuple[int, int], ...]) -> Face:
    """The family as its files are now: reading four fonts is a fifth of the work of a report's pages."""
    return Face(faces)


def _stamps(faces: Faces) -> tuple[tuple[int, int], ...]:
    """Size and time of each file, so that one that was exchanged is read again."""
    found: list[tuple[int, int]] = []
    for path in (faces.regular, faces.bold, faces.italic, faces.bold_italic):
        with suppress(OSError):  # the reader says what is wrong with it
            state = path.stat()
            found.append((state.st_size, state.st_mtime_ns))
    return tuple(found)


class Face:
    """One family ready for the page: names by (bold, italic), and the letters that it has."""

    def __init__(self, faces: Faces) -> None:
        self.names: dict[tuple[bool, bool], str] = {}
        letters: set[int] | None = None
        for bold, italic, path in (
            (False, False, faces.regular),
            (True, False, faces.bold),
            (False, True, faces.italic),
            (True, True, faces.bold_italic),
        ):
            name = f"Times-CCHC-{int(bold)}{int(italic)}"
            try:
                font = TTFont(name, str(path))
            except (TTFError, OSError, KeyError, ValueError) as fault:
                raise EnvironmentFault(
                    f"Tệp phông chữ {path} bị hỏng nên chưa tạo được PDF; hãy cài lại phông {faces.family}."
                ) from fault
            pdfmetrics.registerFont(font)
            self.names[bold, italic] = name
            known = set(font.face.charToGlyph)
            letters = known if letters is None else letters & known
        pdfmetrics.registerFontFamily(
            self.names[False, False], self.names[False, False], self.names[True, False],
            self.names[False, True], self.names[True, True],
        )  # fmt: skip
        self._letters = letters or set()
        missing = [c for c in VIETNAMESE + VIETNAMESE.upper() if ord(c) not in self._letters]
        if missing:
            raise EnvironmentFault(
                f"Phông {faces.family} thiếu chữ «{missing[0]}» của tiếng Việt nên chưa tạo được PDF; "
                "hãy cài Times New Roman hoặc Liberation Serif."
            )

    def printable(self, text: str) -> str:
        """The text with letters that the font lacks replaced by a sign that can be seen; line ends stay."""
        if all(ord(c) in self._letters for c in text):
            return text
        text = text.replace("\t", " ")
        return "".join(c if ord(c) in self._letters or c == "\n" else REPLACEMENT for c in text)
