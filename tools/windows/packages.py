"""Build the program and what is handed out of it: setup, portable archive, sums, bill of materials."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

from desktop_app import __version__
from tools.windows.bill import bill, digest
from tools.windows.environment import Environment
from tools.windows.sign import has_certificate, sign
from tools.windows.system import ROOT

PRODUCTS = ROOT / "dist" / "windows"
FOLDER = "bao-cao-cchc"
PROGRAMS = ("bao-cao-cchc-cua-so.exe", "bao-cao-cchc.exe")
NEEDED_MEGABYTES = 200
"""What a setup wants free: the new version beside the old one."""
OLDER, NEWER = "0.0.1", "99.0.0"
SCRIPTS = Path(__file__).parent
NOTE = (
    "Báo cáo CCHC mang theo\r\n\r\n1. Giải nén CẢ thư mục này ra ổ USB (bấm chuột phải vào tệp .zip, chọn "
    "«Extract All»).\r\n2. Mở Mo-Bao-cao-CCHC.exe.\r\n3. Báo cáo được lưu trong chuong-trinh\\data; giữ cả "
    "thư mục, đừng chỉ chép tệp .exe.\r\n"
)


class Packages:
    """What a build makes, each at its place."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        home = environment.home
        self.program = home / "dist" / FOLDER
        self.bare = home / "dist" / "bare_window"
        self.setup = PRODUCTS / f"bao-cao-cchc-{__version__}-cai-dat.exe"
        self.archive = PRODUCTS / f"bao-cao-cchc-{__version__}-mang-theo.zip"
        self.bill = PRODUCTS / f"bao-cao-cchc-{__version__}-sbom.cdx.json"
        self.sums = PRODUCTS / "SHA256SUMS.txt"
        self.older = home / "trial-older.exe"

    def build(self, *, program: bool = True) -> None:
        """Everything from this checkout; without `program` out of the last one that was built."""
        PRODUCTS.mkdir(parents=True, exist_ok=True)
        if program:
            self.build_program()
        for path in self._strangers():
            if program:
                sys.exit(f"What stands in for Windows under Wine got into the build: {path.name}")
            path.unlink()  # laid there to try the last build
        if has_certificate():
            sign(self.program / name for name in PROGRAMS)
        self._make_setup(__version__, self.setup)
        self._make_setup(OLDER, self.older, quick=True)
        self._make_archive()
        if has_certificate():
            sign([self.setup])
        self._make_lists()

    def _strangers(self) -> list[Path]:
        return [path for path in self.program.rglob("*") if path.name in ("icuuc.dll", "mscms.dll")]

    def build_program(self) -> None:
        """The program and the bare window, by PyInstaller under Windows Python."""
        self._installer("build_installer.spec")
        unused = ["PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtSvg", "ssl", "_ssl", "_hashlib", "_wmi"]
        words = [word for name in unused for word in ("--exclude-module", name)]
        words += ["--runtime-hook", self._environment.system.named(SCRIPTS / "archive_in_memory.py")]
        self._installer(
            "--windowed", "--specpath", self._there("work"), *words, "tools/windows/bare_window.py"
        )

    def _installer(self, *words: str) -> None:
        python = self._environment.python("build")
        places = ["--distpath", self._there("dist"), "--workpath", self._there("work")]
        done = self._environment.system.run(
            [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, *words],
            1800,
            cwd=ROOT,
        )
        if done.code:
            sys.exit(f"PyInstaller: {done.complained[-3000:]}")

    def _there(self, name: str) -> str:
        return self._environment.system.named(self._environment.home / name)

    def _make_setup(self, version: str, target: Path, *, quick: bool = False) -> None:
        words = {
            "PROGRAM": self.program, "VERSION": version, "OUT": target, "LICENCE": ROOT / "LICENSE",
            "ICON": ROOT / "resources/icon.ico", "MEGABYTES": NEEDED_MEGABYTES, "LANGUAGE": self._words(),
        }  # fmt: skip
        if quick:
            words["QUICK"] = "1"
        if has_certificate():
            words["SIGN"] = f'"{sys.executable}" "{SCRIPTS / "sign.py"}"'
        self._makensis("setup.nsi", words)

    def _words(self) -> Path:
        """The words of NSIS's own pages, composed: as it brings them, signs stand beside their letters."""
        tool = Path(_makensis_tool())
        brought = Path("/usr/share/nsis") if os.name != "nt" else tool.parent
        folder = self._environment.home / "language"
        folder.mkdir(exist_ok=True)
        for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
            text = (brought / "Contrib/Language files" / name).read_text("utf-8-sig")
            (folder / name).write_text(unicodedata.normalize("NFC", text), "utf-8-sig", newline="")
        return folder

    def _make_archive(self) -> None:
        """The program with the mark that keeps its data beside it, under a starter that knows archives."""
        starter = self._environment.home / "Mo-Bao-cao-CCHC.exe"
        words = {"VERSION": __version__, "OUT": starter, "ICON": ROOT / "resources/icon.ico"}
        self._makensis("portable.nsi", {**words, "LANGUAGE": self._words()})
        if has_certificate():
            sign([starter])
        with zipfile.ZipFile(self.archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            archive.write(starter, f"Bao-cao-CCHC/{starter.name}")
            archive.writestr("Bao-cao-CCHC/DOC-TRUOC.txt", "\ufeff" + NOTE)
            archive.writestr(
                "Bao-cao-CCHC/chuong-trinh/portable.txt", "\ufeffDữ liệu nằm trong thư mục data.\r\n"
            )
            for path in sorted(self.program.rglob("*")):
                if path.is_file():
                    inner = path.relative_to(self.program).as_posix()
                    archive.write(path, f"Bao-cao-CCHC/chuong-trinh/{inner}")

    def _make_lists(self) -> None:
        """The bill of materials and the sums, in the spelling of sha256sum."""
        noted = self.program / "_internal/giay-phep/components.json"
        components = json.loads(noted.read_text("utf-8"))
        files = [self.setup, self.archive]
        text = bill(__version__, components, ROOT / "requirements-build.lock", files)
        self.bill.write_text(text, "utf-8")
        sums = "".join(f"{digest(file)}  {file.name}\n" for file in [*files, self.bill])
        self.sums.write_text(sums, "utf-8", newline="\n")

    def _makensis(self, script: str, words: dict[str, object]) -> None:
        head = {"HEAD": self._environment.home / "head.exe", "PYTHON": sys.executable}
        told = {**words, **head, "HEAD_WORDS": SCRIPTS / "setup_words.py"}
        defined = [f"-D{name}={value}" for name, value in told.items()]
        if (
            os.name != "nt"
        ):  # makensis for Windows makes only programs of 32 bits, which run there all the same
            defined.append("-DX64")
        done = subprocess.run(
            [_makensis_tool(), "-V2", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPTS / script)],
            cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        if done.returncode:
            sys.exit(f"makensis {script}: {done.stdout[-2000:]}{done.stderr[-2000:]}")


def _makensis_tool() -> str:
    return shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"
