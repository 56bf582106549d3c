"""What goes with a build: licences of everything inside, and a bill of materials that names it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.packaging.test_build_files import names
from tests.support.real import ROOT
from tools.windows.bill import bill, digest
from tools.windows.components import LIST, MACHINE_LIST, shipped_components, write_licences

INSIDE = [
    "PySide6/Qt6Core.dll", "PySide6.QtCore", "shiboken6\\shiboken6.abi3.dll", "lxml.etree", "docx",
    "reportlab.pdfgen", "pypdfium2_raw/pdfium.dll", "msgspec._core", "sqlite_utils.db", "xlsxwriter.workbook",
    "PIL.Image", "json",
    "desktop_app.bootstrap", "markdown_it",
]  # fmt: skip
"""Modules and files as a build collects them, a module of Python and one of ours among them."""


@pytest.fixture(scope="module")
def components() -> list[dict[str, str]]:
    return shipped_components(INSIDE)


def test_every_package_inside_is_named_with_version_and_licence(components: list[dict[str, str]]) -> None:
    locked, found = names(ROOT / "requirements.lock"), {}
    for part in components:
        assert part["version"] and part["licence"] != "NOASSERTION", part
        found[re.sub(r"[-_.]+", "-", part["name"]).lower()] = part["version"]

    for name in (
        "pyside6-essentials",
        "shiboken6",
        "lxml",
        "python-docx",
        "reportlab",
        "pypdfium2",
        "msgspec",
    ):
        assert found[name] == locked[name]
    assert {"python", "sqlite", "pyinstaller", "pillow", "markdown-it-py"} <= found.keys()
    assert not {"pytest", "hypothesis", "mypy", "json"} & found.keys()


TOPS = {
    "python-docx": "docx", "pyside6-essentials": "PySide6", "python-dateutil": "dateutil", "pillow": "PIL",
    "markdown-it-py": "markdown_it",
}  # fmt: skip
"""Package -> what it is imported as, where that differs."""


def test_no_library_that_runs_is_without_a_licence() -> None:
    """A new dependency whose package does not tell its licence wants a line in the table."""
    for name in names(ROOT / "requirements.lock").keys() - {"pip", "tzdata", "colorama"}:
        found = shipped_components([TOPS.get(name, name.replace("-", "_"))])
        packages = [one for one in found if one["kind"] == "package" and one["name"] != "pyinstaller"]
        assert [one["licence"] for one in packages] != ["NOASSERTION"], name
        assert packages, name


def test_the_texts_of_the_licences_go_along(components: list[dict[str, str]], tmp_path: Path) -> None:
    written = {path.name: path for path in write_licences(components, tmp_path / "giay-phep", ROOT)}

    assert {
        "bao-cao-cchc.txt",
        "Python.txt",
        "LGPL-3.0.txt",
        "GPL-3.0.txt",
        LIST,
        MACHINE_LIST,
    } <= written.keys()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in written["LGPL-3.0.txt"].read_text("utf-8")
    assert not [name for name in written if "Commercial" in name]
    for name in ("lxml", "reportlab", "python-docx", "pypdfium2", "pillow", "msgspec"):
        assert [one for one in written if one.lower().startswith(f"{name}-")], name
    assert any("pdfium" in name for name in written)
    listed = written[LIST].read_text("utf-8-sig")
    assert all(f"{part['name']} {part['version']}: {part['licence']}" in listed for part in components)
    assert "có thể thay" in listed  # that the libraries under the LGPL may be exchanged
    assert json.loads(written[MACHINE_LIST].read_text("utf-8")) == components


def test_the_bill_names_all_that_is_inside_and_handed_out(
    components: list[dict[str, str]], tmp_path: Path
) -> None:
    setup = tmp_path / "cai-dat.exe"
    setup.write_bytes(b"MZ")
    text = bill("1.2.3", components, ROOT / "requirements-build.lock", [setup])
    made = json.loads(text)

    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert made["metadata"]["component"]["version"] == "1.2.3"
    parts = {part["name"]: part for part in made["components"]}
    assert parts.keys() == {*(part["name"] for part in components), "cai-dat.exe"}
    assert parts["cai-dat.exe"]["hashes"] == [{"alg": "SHA-256", "content": digest(setup)}]
    lxml = parts["lxml"]
    assert lxml["purl"] == f"pkg:pypi/lxml@{lxml['version']}" and lxml["licenses"]
    lock = (ROOT / "requirements-build.lock").read_text("utf-8")
    locked = [one["value"] for one in lxml["properties"]]
    assert len(locked) > 3 and all(f"sha256:{one}" in lock for one in locked)
    references = [part["bom-ref"] for part in made["components"] if "bom-ref" in part]
    assert len(set(references)) == len(references) == len(made["dependencies"][0]["dependsOn"])
    assert text == bill("1.2.3", components, ROOT / "requirements-build.lock", [setup])


SETUP = ROOT / "tools/windows/setup.nsi"


def test_the_setup_asks_nobody_when_it_is_silent() -> None:
    """Each question of the setup has its silent answer, or is reached by nobody then."""
    asked = [line.strip() for line in SETUP.read_text("utf-8").splitlines() if "MessageBox" in line]
    unanswered = [line for line in asked if "/SD" not in line]

    assert len(asked) == 4
    assert len(unanswered) == 1 and "tự lưu và đóng" in unanswered[0]
    assert "IfSilent" in SETUP.read_text("utf-8").split(unanswered[0])[0]


def test_the_setup_needs_no_administrator_and_keeps_the_data_unless_told() -> None:
    text = SETUP.read_text("utf-8")

    assert "RequestExecutionLevel user" in text and "HKLM" not in text and "CRCCheck force" in text
    assert re.findall(r'RMDir /r "\$\{DATA\}"', text) == ['RMDir /r "${DATA}"']
    assert text.index("/SD IDNO IDNO kept") < text.index('RMDir /r "${DATA}"')
    assert "MB_DEFBUTTON2" in text.split("Xóa cả các báo cáo")[0].splitlines()[-1]


def test_exchange_files_are_registered_under_their_ending() -> None:
    text = SETUP.read_text("utf-8")

    assert r'"Software\Classes\.cchc"' in text and '--take "%1"' in text
